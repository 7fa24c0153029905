"""Sentences full of figures that stand in two sections: what was done, told once more as what is to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.engines.figures import figures
from linter.engines.patterns import late
from linter.engines.similarity import similarity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.copies.units import Unit
    from linter.copies.weighed import Passages

_SORTS = ("prose", "item")
_NUMBER = late(r"\d+(?:[.,]\d+)*")
_HAN = late(r"\p{Han}")
_FIGURES = 3  # that a sentence holds which is made of them
_FIRM = 20  # Han characters beside them
_LONG = 50  # Han characters of a sentence that nobody writes twice
_ALIKE = 0.7  # of two sentences with the same figures


class Restated(NamedTuple):
    """A sentence and the later one that is the same but for its figures, which may be the same as well."""

    first: Unit
    later: Unit

    @property
    def is_long(self) -> bool:
        """Whether it is the same throughout, and so long that nobody writes it twice."""
        return self.is_exact and len(_HAN.findall(self.first.key)) >= _LONG

    @property
    def is_exact(self) -> bool:
        """Whether the figures are the same, too."""
        return self.first.key == self.later.key

    @property
    def is_form(self) -> bool:
        """Whether nothing but the figures differs."""
        return _NUMBER.sub("0", self.first.key) == _NUMBER.sub("0", self.later.key)

    @property
    def is_sure(self) -> bool:
        """Whether the figures are the same, and hardly a word differs."""
        numbers = [_NUMBER.findall(unit.key) for unit in self]
        return numbers[0] == numbers[1] and _measures(self.first)


def restated(passages: Passages) -> Iterator[Restated]:
    """Pairs of such sentences under two headings; none in a statute, whose articles are written in one form.

    They are the same but for their figures, or nearly the same with the same figures, or long and the same throughout.
    """
    if passages.is_statute:
        return
    groups: dict[object, list[Unit]] = {}
    for unit in passages.units:
        for key in _keys(unit) if unit.sort in _SORTS else ():
            groups.setdefault(key, []).append(unit)
    told: set[Unit] = set()
    for group in groups.values():
        first, *more = group
        if len(more) == 1 and more[0] not in told and _section(passages, first) != _section(passages, more[0]):
            found = Restated(first, more[0])
            if found.is_long or (_measures(first) and similarity(first.key, more[0].key) >= _ALIKE):
                told.add(more[0])
                yield found


def _keys(unit: Unit) -> Iterator[object]:
    """What a sentence that is told again has in common with it."""
    numbers = _NUMBER.findall(unit.key)
    han = len(_HAN.findall(unit.key))
    if len(numbers) >= _FIGURES and han >= _FIRM:
        yield _NUMBER.sub("0", unit.key)
        yield tuple(numbers)
    elif han >= _LONG:
        yield unit.key


def _measures(unit: Unit) -> bool:
    """Whether the numbers are of so much of something, not years or codes."""
    return sum(figure.unit not in ("", "年") for figure in figures(unit.key)) >= _FIGURES


def _section(passages: Passages, unit: Unit) -> int:
    section = passages.document.section_of(unit.first)
    return section.number if section else -1

"""Sentences full of figures that stand in two sections: what was done, told once more as what is to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.engines.figures import figures
from linter.engines.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.copies import Passages
    from linter.units import Unit

_SORTS = ("prose", "item")
_NUMBER = late(r"\d+(?:[.,]\d+)*")
_HAN = late(r"\p{Han}")
_FIGURES = 3  # that a sentence holds which is made of them
_FIRM = 20  # Han characters beside them


class Restated(NamedTuple):
    """A sentence and the later one that is the same but for its figures, which may be the same as well."""

    first: Unit
    later: Unit

    @property
    def is_exact(self) -> bool:
        """Whether the figures are the same, too."""
        return self.first.key == self.later.key


def restated(passages: Passages) -> Iterator[Restated]:
    """Pairs of such sentences under two headings; none in a statute, whose articles are written in one form."""
    if passages.is_statute:
        return
    groups: dict[str, list[Unit]] = {}
    for unit in passages.units:
        if unit.sort in _SORTS and len(_NUMBER.findall(unit.key)) >= _FIGURES:
            form = _NUMBER.sub("0", unit.key)
            if len(_HAN.findall(form)) >= _FIRM:
                groups.setdefault(form, []).append(unit)
    for group in groups.values():
        first, *more = group
        if len(more) == 1 and _section(passages, first) != _section(passages, more[0]) and _measures(first):
            yield Restated(first, more[0])


def _measures(unit: Unit) -> bool:
    """Whether the numbers are of so much of something, not codes."""
    return sum(bool(figure.unit) for figure in figures(unit.key)) >= _FIGURES


def _section(passages: Passages, unit: Unit) -> int:
    section = passages.document.section_of(unit.first)
    return section.number if section else -1

"""Headings whose numbers go on from those beside them, and are written in other numerals or with other points."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from linter.engines.patterns import late
from linter.engines.series import renumbered
from linter.headings.odd import Odd, Trait, odd, odd_traits, other_headings, siblings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regex import Match

    from linter.document import Document
    from linter.engines.ordinals import Ordinal

_SERIES = 3  # headings numbered on from one to the next
_DECIMAL = late(r"(?P<number>\d{1,3})(?:(?P<point>[.．、，,。·][ \t]?)(?P<number>\d{1,3})){1,4}(?![\d%])")
_POINTS = (".", "．")


def odd_numerals(document: Document) -> Iterator[Odd]:
    """Headings that go on with the numbers of those beside them in another numeral: 一、 二、 3. 四、."""
    for sections in siblings(document):
        numbered = [(section.heading, section.heading.ordinal) for section in sections if section.heading.ordinal]
        values = [ordinal.value for _, ordinal in numbered]
        if len(values) <= _SERIES or any(other != (*one[:-1], one[-1] + 1) for one, other in pairwise(values)):
            continue
        beside = {later.span: ordinal for (_, ordinal), (later, _) in pairwise(numbered)}
        beside[numbered[0][0].span] = numbered[1][1]
        group = [Trait(heading, _numeral(ordinal)) for heading, ordinal in numbered]
        for trait, usual in odd_traits(group):
            model, own = beside[trait.heading.span], trait.heading.ordinal
            if usual.is_clear and own and _numeral(model) == usual.value:
                said = {"en": "numbered with another numeral", "zh": "另一种数字的序号"}
                blank = model.text[len(model.text.rstrip()) :]
                expected = renumbered(model, own.value[-1]) + blank + trait.heading.wording
                yield odd(trait, usual, said, expected, is_certain=True)


def _numeral(ordinal: Ordinal) -> str:
    return ordinal.style.strip("（）")


def odd_points(document: Document) -> Iterator[Odd]:
    """Headings between 3.1 and 3.3 whose number is no 3.2 for its point: 3、2, 3。2, 3. 2."""
    for sections in siblings(document):
        headings = [section.heading for section in sections]
        written = [(heading, found) for heading in headings if (found := _DECIMAL.match(heading.text))]
        decimals = {_value(found): heading for heading, found in written if _has_points(found)}
        for heading, found in written if decimals else ():
            *upper, last = _value(found)
            model = decimals.get((*upper, last - 1)) or decimals.get((*upper, last + 1))
            if model and not _has_points(found) and (*upper, last) not in decimals:
                meant = ".".join(found.captures("number"))
                said = {"en": f"numbered “{found[0]}” for “{meant}”", "zh": f"以“{found[0]}”代“{meant}”的序号"}
                expected = meant + heading.text[found.end() :]
                yield Odd(heading, said, expected, model, other_headings(len(decimals)), is_certain=True)


def _value(decimal: Match[str]) -> tuple[int, ...]:
    return tuple(map(int, decimal.captures("number")))


def _has_points(decimal: Match[str]) -> bool:
    return all(point in _POINTS for point in decimal.captures("point"))

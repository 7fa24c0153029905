"""Headings whose numbers go on from those beside them, and are written in other numerals or with other points."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from linter.engines.patterns import late
from linter.engines.series import renumbered
from linter.headings.odd import Odd, Trait, odd, odd_traits, other_headings, siblings

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        values = {heading.span: heading.ordinal.value for heading in headings if heading.ordinal}
        decimals = {values[one.span]: one for one in headings if len(values.get(one.span, ())) > 1}
        for heading in headings if decimals else ():
            is_decimal = len(values.get(heading.span, ())) > 1
            written = None if is_decimal else _DECIMAL.match(heading.text)
            if written is None or all(point in _POINTS for point in written.captures("point")):
                continue
            *upper, last = map(int, written.captures("number"))
            model = decimals.get((*upper, last - 1)) or decimals.get((*upper, last + 1))
            if model and (*upper, last) not in decimals:
                meant = ".".join(written.captures("number"))
                said = {"en": f"numbered “{written[0]}” for “{meant}”", "zh": f"以“{written[0]}”代“{meant}”的序号"}
                expected = meant + heading.text[written.end() :]
                yield Odd(heading, said, expected, model, other_headings(len(decimals)), is_certain=True)

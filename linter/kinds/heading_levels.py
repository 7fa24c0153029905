"""heading-levels: a level of headings left out, or an order of ordinals turned upside down."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.ordinals import RANK, parse_ordinal
from linter.rule import Doc, Match, OrdinalText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Block, Document
    from linter.engines.ordinals import Ordinal
    from linter.rule import Check, Field, Grade, Lists, Rule

FIELDS = ("heading", "previous", "defect")
GRADES: tuple[Grade, ...] = ("sure", "likely")
SCOPE: tuple[str, ...] = ("heading",)

_HABIT = 3  # skips from one level to the same other


class Params(NamedTuple):
    """What a rule of this kind says."""

    ladder: Annotated[
        tuple[OrdinalText, ...],
        Doc(
            "The ordinals of the levels from the highest down; a heading's level is then that of its ordinal.",
            "各级序号，由高到低；设定后以序号定标题的级别。",
        ),
    ] = ()
    max_skip: Annotated[
        int,
        Doc("How many levels a heading may be below the heading before it.", "标题最多可比前一标题低几级。"),
    ] = 1


class _Numbered(NamedTuple):
    block: Block
    ordinal: Ordinal

    @property
    def rank(self) -> int:
        return RANK.index(self.ordinal.style)

    @property
    def number(self) -> int:
        return self.ordinal.value[-1]


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each heading: sure where levels are skipped, likely where ordinals are upside down."""
    params = Params(**rule.params)
    styles = [ordinal.style for sample in params.ladder if (ordinal := parse_ordinal(sample))]

    def check(document: Document) -> Iterator[Match]:
        headings = [section.heading for section in document.sections]
        yield from _skips(_levels(headings, styles), params.max_skip)
        if not styles:
            yield from _turned(headings)

    return check


def _levels(headings: list[Block], styles: list[str]) -> list[tuple[Block, int]]:
    """Each heading with its level, on the ladder where there is one; a heading that is not on it has none."""
    if not styles:
        return [(heading, heading.depth) for heading in headings]
    return [
        (heading, styles.index(heading.ordinal.style) + 1)
        for heading in headings
        if heading.ordinal and heading.ordinal.style in styles
    ]


def _skips(headings: list[tuple[Block, int]], max_skip: int) -> Iterator[Match]:
    """Every skip; one that is a habit of the document is told once, and related to the others."""
    skips: dict[tuple[int, int], list[tuple[Block, Block]]] = {}
    for (before, upper), (heading, lower) in pairwise(headings):
        if lower - upper > max_skip:
            skips.setdefault((upper, lower), []).append((before, heading))
    for (upper, lower), pairs in skips.items():
        told = pairs[:1] if len(pairs) >= _HABIT else pairs
        others = [heading for _, heading in pairs[1:]] if told != pairs else []
        defect: Field = {
            "en": f"is of level {lower}, and the heading before it of level {upper}"
            + (f", as at {len(others)} more headings" if others else ""),
            "zh": f"为{lower}级标题，而前一标题为{upper}级，级别跳跃"
            + (f"，另有{len(others)}处相同" if others else ""),
        }
        for before, heading in told:
            yield _match(heading, [before, *others], defect, "sure")


def _turned(headings: list[Block]) -> Iterator[Match]:
    """The first heading that stands under an ordinal of lower rank, which it stands above elsewhere.

    （一） 一、 二、 （二）: the lower style is counted on around a series of the higher one that starts at 1.
    """
    numbered = [_Numbered(heading, heading.ordinal) if heading.ordinal else None for heading in headings]
    usual = _usual_orders(numbered)
    for place, (above, heading) in enumerate(pairwise(numbered)):
        if above is None or heading is None or heading.number != 1:
            continue
        order = (heading.ordinal.style, above.ordinal.style)
        if heading.rank < above.rank and order in usual and _goes_on(numbered[place + 2 :], above, heading):
            defect: Field = {
                "en": f"stands under “{_sign(above)}”, while elsewhere such numbers stand above it",
                "zh": f"位于“{_sign(above)}”之下，而别处次序相反，层次颠倒",
            }
            yield _match(heading.block, [above.block], defect, "likely")


def _usual_orders(numbered: list[_Numbered | None]) -> set[tuple[str, str]]:
    """Pairs of styles of which the lower one starts at 1 straight under the higher one."""
    return {
        (upper.ordinal.style, lower.ordinal.style)
        for upper, lower in pairwise(numbered)
        if upper and lower and upper.rank < lower.rank and lower.number == 1
    }


def _goes_on(following: list[_Numbered | None], above: _Numbered, heading: _Numbered) -> bool:
    """Whether the series of `above` goes on once that of `heading` is over."""
    for other in following:
        if other is None or other.rank < heading.rank:
            return False
        if other.ordinal.style == above.ordinal.style:
            return other.number == above.number + 1
    return False


def _sign(numbered: _Numbered) -> str:
    return numbered.ordinal.text.strip()


def _match(heading: Block, related: list[Block], defect: Field, grade: Grade) -> Match:
    fields: dict[str, Field] = {"heading": heading.text, "previous": related[0].text, "defect": defect}
    return Match(heading.span, fields, tuple(block.span for block in related), grade=grade)

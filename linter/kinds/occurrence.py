"""occurrence: something that stands too often in a block, or not often enough."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.patterns import find_all, late, late_pattern
from linter.rule import Doc, Match, PatternText
from linter.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Document
    from linter.rule import Check, Grade, Lists, Rule

FIELDS = ("count",)
GRADES: tuple[Grade, ...] = ("sure",)
SCOPE: tuple[str, ...] = ("text",)

_SHOWS_NOTHING = late(r"\s*+[*@\ufffc]*+\s*+")  # blanks, or code


class Params(NamedTuple):
    """What a rule of this kind says."""

    token: Annotated[PatternText, Doc("What is counted, a pattern.", "要计数的内容（正则表达式）。")]
    max: Annotated[
        int, Doc("How often it may stand in one block; 0 for no limit.", "每段中至多出现的次数；0 为不限。")
    ] = 0
    min: Annotated[
        int, Doc("How often it must stand in one block; 0 for no limit.", "每段中至少出现的次数；0 为不限。")
    ] = 0
    ignorecase: Annotated[bool, Doc("Take capital and small letters for the same.", "不区分大小写。")] = False


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each block with too many or too few, on the first that a reader sees.

    Blocks with none at all share one match where the file begins, related to them.
    """
    params = Params(**rule.params)
    pattern = late_pattern(params.token, ignore_case=params.ignorecase)

    def check(document: Document) -> Iterator[Match]:
        without = []
        for block in document.select(rule.scope):
            found = list(find_all(pattern, block.prose))
            if not _is_wrong(len(found), params):
                continue
            if not found:
                without.append(block.span)
                continue
            seen = next((one for one in found if not _SHOWS_NOTHING.fullmatch(one[0])), None)
            if seen:
                yield Match(block.locate(*seen.span()), {"count": len(found)})
        if without:
            yield Match(Span(0, 0), {"count": 0}, related=tuple(without))

    return check


def _is_wrong(count: int, params: Params) -> bool:
    return 0 < params.max < count or count < params.min

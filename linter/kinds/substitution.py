"""substitution: text that should be written otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.habits import told_once
from linter.engines.patterns import late_any
from linter.engines.swaps import Swaps
from linter.rule import Doc, Match, PatternText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from linter.document import Document
    from linter.rule import Check, Grade, Lists, Rule

FIELDS = ("expected", "observed")
GRADES: tuple[Grade, ...] = ("sure", "likely")
SCOPE: tuple[str, ...] = ("text",)


class Params(NamedTuple):
    """What a rule of this kind says."""

    swap: Annotated[
        dict[PatternText, str],
        Doc(
            "What is found (a pattern), and what to write instead; `$1` is its first group.",
            "“查找（正则表达式）：改为”；`$1` 为第一个捕获组。",
        ),
    ]
    ignorecase: Annotated[bool, Doc("Take capital and small letters for the same.", "不区分大小写。")] = False
    nonword: Annotated[bool, Doc("Find the patterns inside words as well.", "也可以是一个词的一部分。")] = False
    exceptions: Annotated[
        tuple[PatternText, ...],
        Doc("A match that one of these is found in is let pass.", "匹配文本含有其中之一时不报告。"),
    ] = ()
    sure: Annotated[
        tuple[PatternText, ...],
        Doc(
            "Where one of these is found in the block, a match is sure, elsewhere likely; without them all are sure.",
            "所在段落符合其中之一的为确定，其余为很可能；未设时均为确定。",
        ),
    ] = ()
    habit: Annotated[
        int,
        Doc(
            "From so many matches in a document on, only the first is reported, related to the others; 0 for never.",
            "同一文档中匹配达到此数时，只报告第一处，并列出其余各处；0 为逐一报告。",
        ),
    ] = 0


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each place that one of the patterns matches; the longest pattern is tried first."""
    params = Params(**rule.params)
    swaps = Swaps(params.swap, nonword=params.nonword, ignore_case=params.ignorecase)
    exceptions = late_any(params.exceptions)
    sure = late_any(params.sure)

    def matches(document: Document) -> Iterator[Match]:
        for block in document.select(rule.scope):
            for start, end, expected in swaps.find(block.prose):
                observed = block.prose[start:end]
                if not (exceptions and exceptions.search(observed)):
                    fields = {"expected": expected, "observed": observed}
                    grade: Grade = "sure" if sure is None or sure.search(block.prose) else "likely"
                    yield Match(block.locate(start, end), fields, replacement=expected, grade=grade)

    def check(document: Document) -> Iterable[Match]:
        if not params.habit:
            return matches(document)
        told, rest = told_once(list(matches(document)), params.habit)
        return [match._replace(related=tuple(other.place for other in rest)) for match in told]

    return check

"""conditional: text that asks for other text, as an abbreviation for its definition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.exceptions import Exceptions
from linter.engines.patterns import find_all, late_pattern
from linter.rule import Doc, Match, PatternText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Document
    from linter.rule import Check, Grade, Lists, Rule

FIELDS = ("match",)
GRADES: tuple[Grade, ...] = ("sure",)
SCOPE: tuple[str, ...] = ("text",)


class Params(NamedTuple):
    """What a rule of this kind says."""

    first: Annotated[PatternText, Doc("What asks for the other, a pattern.", "需要有相应内容的文本（正则表达式）。")]
    second: Annotated[
        PatternText,
        Doc(
            "What it asks for. What its groups match is known from that block on, and only a first that is known is let pass; "
            "without groups it must be found in the same block.",
            "相应内容（正则表达式）。有捕获组的，自所在段落起，组内文本视为已有说明，此后出现不报告；没有捕获组的，须出现在同一段落。",
        ),
    ]
    exceptions: Annotated[
        tuple[PatternText, ...],
        Doc("A match that one of these words is found in is let pass.", "匹配文本含有其中之一时不报告。"),
    ] = ()
    ignorecase: Annotated[
        bool,
        Doc(
            "Changes nothing, as in Vale, whose rules have it; a pattern can begin with `(?i)`.",
            "为兼容 Vale 规则而设，不起作用；如需不区分大小写，请以 `(?i)` 开头。",
        ),
    ] = False


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each first without its second."""
    params = Params(**rule.params)
    first, second = late_pattern(params.first), late_pattern(params.second)
    exceptions = Exceptions(params.exceptions)

    def check(document: Document) -> Iterator[Match]:
        known: set[str] = set()
        for block in document.select(rule.scope):
            found = list(find_all(second, block.prose))
            known.update(group for match in found for group in match.groups() if group)
            if found and not found[0].re.groups:
                continue
            for match in find_all(first, block.prose):
                if match[0] not in known and not exceptions.cover(block.prose, *match.span()):
                    yield Match(block.locate(*match.span()), {"match": match[0]})

    return check

"""repetition: a word written twice in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

import regex

from linter.engines.patterns import any_of, find_all, late, late_pattern
from linter.rule import Doc, Match, PatternText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Document
    from linter.engines.patterns import Pattern
    from linter.rule import Check, Grade, Lists, Rule

FIELDS = ("match",)
GRADES: tuple[Grade, ...] = ("sure",)
SCOPE: tuple[str, ...] = ("text",)


# Any word that stands twice in a row: most blocks hold none, and need no look at the tokens.
_DOUBLED = late(r"\b(\w+)\s+\1\b", regex.IGNORECASE)
_UNSPACED = late(r"[\p{Han}\p{Hiragana}\p{Katakana}]|\\p\{Han")


class Params(NamedTuple):
    """What a rule of this kind says."""

    tokens: Annotated[
        tuple[PatternText, ...],
        Doc("Patterns of what must not follow itself.", "不得连续出现两次的词语（正则表达式）。"),
    ]
    alpha: Annotated[bool, Doc("Only tokens made of letters alone count.", "只看纯由字母（文字）组成的词语。")] = False
    ignorecase: Annotated[bool, Doc("Take capital and small letters for the same.", "不区分大小写。")] = False
    exceptions: Annotated[
        tuple[PatternText, ...],
        Doc("A match that one of these is found in is let pass.", "匹配文本含有其中之一时不报告。"),
    ] = ()


class _Run(NamedTuple):
    """`text[start:end]` is one token, written again and again."""

    token: str
    start: int
    end: int
    times: int


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each run of one token with only white space between; the replacement is the token once."""
    params = Params(**rule.params)
    pattern = late_pattern(any_of(params.tokens), ignore_case=params.ignorecase)
    exceptions = late_pattern(any_of(params.exceptions)) if params.exceptions else None
    words = params.alpha and not _UNSPACED.search("".join(params.tokens))

    def check(document: Document) -> Iterator[Match]:
        for block in document.select(rule.scope):
            text = block.prose
            if words and not _DOUBLED.search(text):
                continue
            for run in _runs(pattern, text, params):
                if run.times > 1 and not (exceptions and exceptions.search(text[run.start : run.end])):
                    yield Match(block.locate(run.start, run.end), {"match": run.token}, replacement=run.token)

    return check


def _runs(pattern: Pattern, text: str, params: Params) -> list[_Run]:
    runs: list[_Run] = []
    for found in find_all(pattern, text):
        token = found[0].strip()
        if params.alpha and not token.isalpha():
            continue
        last = runs[-1] if runs else None
        if last and _same(last.token, token, params) and not text[last.end : found.start()].strip():
            runs[-1] = last._replace(end=found.end(), times=last.times + 1)
        else:
            runs.append(_Run(token, found.start(), found.end(), 1))
    return runs


def _same(one: str, other: str, params: Params) -> bool:
    return one.casefold() == other.casefold() if params.ignorecase else one == other

"""existence: text that should not be there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.habits import told_once
from linter.engines.patterns import BOUNDARY, any_of, find_all, late, late_any, late_pattern
from linter.rule import Doc, Match, PatternText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from linter.document import Document
    from linter.rule import Check, Grade, Lists, Rule

FIELDS = ("match",)
GRADES: tuple[Grade, ...] = ("sure",)
SCOPE: tuple[str, ...] = ("text",)

_HAN = late(r"\p{Han}")


class Params(NamedTuple):
    """What a rule of this kind says."""

    tokens: Annotated[
        tuple[PatternText, ...], Doc("Patterns to find, as whole words.", "要查找的词语（正则表达式）。")
    ] = ()
    raw: Annotated[
        tuple[str, ...],
        Doc("Pieces of one pattern, put together before the tokens.", "一个正则表达式的各段，依次拼接在词语之前。"),
    ] = ()
    append: Annotated[bool, Doc("Put `raw` after the tokens instead.", "把 `raw` 拼接在词语之后。")] = False
    ignorecase: Annotated[bool, Doc("Take capital and small letters for the same.", "不区分大小写。")] = False
    nonword: Annotated[bool, Doc("Find the tokens inside words as well.", "词语也可以是一个词的一部分。")] = False
    exceptions: Annotated[
        tuple[PatternText, ...],
        Doc("A match that one of these is found in is let pass.", "匹配文本含有其中之一时不报告。"),
    ] = ()
    cues: Annotated[
        tuple[str, ...],
        Doc(
            "Where none of these texts stands, no match can be: a quick test, letter by letter.",
            "不含其中任何一个文本的段落不必查找（逐字比较，用于提速）。",
        ),
    ] = ()
    not_in: Annotated[
        tuple[str, ...],
        Doc(
            "Endings of the names of files that are let pass, as what is looked for is right in them.",
            "文件名以其中之一结尾的不检查：所查内容在这些文件中属正常写法。",
        ),
    ] = ()
    most: Annotated[
        int,
        Doc(
            "A document with more matches than this writes about them, and is let pass; 0 for no limit.",
            "匹配超过此数的文档视为以其为话题，不予报告；0 为不限。",
        ),
    ] = 0
    habit: Annotated[
        int,
        Doc(
            "From so many matches in a document on, only the first is reported, related to the others; 0 for never.",
            "同一文档中匹配达到此数时，只报告第一处，并列出其余各处；0 为逐一报告。",
        ),
    ] = 0


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each place where the pattern is found, or for all of them together."""
    params = Params(**rule.params)
    pattern = late_pattern(whole_pattern(params), ignore_case=params.ignorecase)
    exceptions = late_any(params.exceptions)
    others = [cue for cue in params.cues if not _HAN.search(cue)]  # of many, each costs a search of the whole text

    def matches(document: Document) -> Iterator[Match]:
        if document.source.path.lower().endswith(params.not_in):
            return
        text = document.source.text
        cues = [cue for cue in (params.cues if _HAN.search(text) else others) if cue in text]
        for block in document.select(rule.scope) if cues or not params.cues else ():
            if cues and not any(cue in block.text for cue in cues):
                continue
            for found in find_all(pattern, block.prose):
                if exceptions is None or not exceptions.search(found[0]):
                    yield Match(block.locate(*found.span()), {"match": found[0]})

    def check(document: Document) -> Iterable[Match]:
        return _told(matches(document), params) if params.most or params.habit else matches(document)

    return check


def _told(matches: Iterable[Match], params: Params) -> list[Match]:
    found = list(matches)
    if params.most and len(found) > params.most:
        return []
    told, rest = told_once(found, params.habit)
    return [match._replace(related=tuple(other.place for other in rest)) for match in told]


def whole_pattern(params: Params) -> str:
    """The tokens between word boundaries, with the raw pieces before or after them."""
    raw = "".join(params.raw)
    if not params.tokens:
        return raw
    tokens = f"(?:{any_of(params.tokens)})"
    if not params.nonword:
        tokens = BOUNDARY + tokens + BOUNDARY
    return tokens + raw if params.append else raw + tokens

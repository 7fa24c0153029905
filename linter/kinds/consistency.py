"""consistency: two ways to write a word, of which a document may have one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.patterns import BOUNDARY, find_all, late_pattern
from linter.engines.sentences import sentences
from linter.rule import Doc, Match, PatternText

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from linter.document import Block, Document
    from linter.engines.patterns import Pattern
    from linter.rule import Check, Grade, Lists, Rule
    from linter.source import Span

FIELDS = ("match",)
GRADES: tuple[Grade, ...] = ("sure",)
SCOPE: tuple[str, ...] = ("text",)


class Params(NamedTuple):
    """What a rule of this kind says."""

    either: Annotated[
        dict[PatternText, PatternText],
        Doc("Two patterns each, of which a document may have one.", "两种写法（正则表达式），同一文档只能采用其一。"),
    ]
    nonword: Annotated[bool, Doc("Find the patterns inside words as well.", "也可以是一个词的一部分。")] = False
    ignorecase: Annotated[bool, Doc("Take capital and small letters for the same.", "不区分大小写。")] = False


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each sentence that has one of a pair, from the block on where both have been seen.

    It is where the way that the sentence ends with stands first in it, and related to the last place written the
    other way.
    """
    params = Params(**rule.params)
    pairs = [_either(*pair, params) for pair in params.either.items()]

    def check(document: Document) -> Iterator[Match]:
        for pair in pairs:
            yield from _mixed(pair, document, rule.scope)

    return check


def _either(one: str, other: str, params: Params) -> Pattern:
    boundary = "" if params.nonword else BOUNDARY
    pattern = f"{boundary}(?:(?P<one>{one})|(?P<other>{other})){boundary}"
    return late_pattern(pattern, ignore_case=params.ignorecase, parts=(one, other))


def _mixed(pair: Pattern, document: Document, scope: tuple[str, ...]) -> Iterator[Match]:
    seen: dict[bool, Span] = {}  # the last place of each way to write it
    for block in document.select(scope):
        found = list(find_all(pair, block.prose))
        for match in found:
            seen[_way(match)] = block.locate(*match.span())
        for start, end in _pieces(block) if found and len(seen) > 1 else ():
            inside = [match for match in found if start <= match.start() < end]
            if inside:
                first = next(match for match in inside if match[0] == inside[-1][0])
                place = block.locate(*first.span())
                yield Match(place, {"match": first[0]}, related=(seen[not _way(first)],))


def _way(found: regex.Match[str]) -> bool:
    return found["one"] is None


def _pieces(block: Block) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph; any other block is one piece."""
    return sentences(block.prose) if "paragraph" in block.scopes else iter([(0, len(block.prose))])

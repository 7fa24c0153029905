"""character-width: half-width marks in Chinese text, full-width letters and figures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated, NamedTuple
from unicodedata import normalize

import regex

from linter.engines.patterns import find_all, late, late_any, late_pattern, lies_within
from linter.rule import Doc, Match, PatternText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from linter.document import Block, Document
    from linter.engines.patterns import Pattern
    from linter.rule import Check, Grade, Lists, Rule

FIELDS = ("expected", "observed")
GRADES: tuple[Grade, ...] = ("sure", "hint")
SCOPE: tuple[str, ...] = ("text",)

_BROKEN = "\ufffd"  # what a decoder puts for bytes that it cannot read
_MANY = 10  # so many are told together
_SEVERAL = 3  # so many, and more than are written as wanted, are a habit
_BEFORE = r"(?<=[\p{Han}\d%％”’》）〉】』」])"
_AFTER = r"(?=[\p{Han}\d“‘《（〈【『「]|\Z)"
_DIGITS = "0123456789"
_BESIDE = late(r"[\p{Han}，。；：、“”《》！？]")
_HAN = late(r"\p{Han}")


class Params(NamedTuple):
    """What a rule of this kind says."""

    marks: Annotated[
        dict[str, str],
        Doc("Marks that Chinese text does not use, and those that it does.", "“中文不用的标点：应改用的标点”。"),
    ]
    brackets: Annotated[
        dict[str, str],
        Doc(
            "Pairs of brackets that Chinese text does not use around Chinese words, and those that it does.",
            "“中文不用的括号（成对）：应改用的括号”；只看括号内有汉字者。",
        ),
    ]
    narrow: Annotated[
        PatternText, Doc("What is to be written in half-width characters.", "应使用半角的字符（正则表达式）。")
    ]
    allow: Annotated[
        tuple[PatternText, ...],
        Doc("Text in which a mark is right: a match within it is let pass.", "其中的标点视为正确的文字。"),
    ] = ()


class _Wrong(NamedTuple):
    """`text[start:end]` of a block, and what should stand there, if it can be put there in one piece."""

    block: Block
    start: int
    end: int
    expected: str
    is_whole: bool = True


class _Sort(NamedTuple):
    """Characters that are judged together: how to find the wrong ones, and what they would be if they were right."""

    cues: tuple[str, ...]
    find: Callable[[Block], Iterator[_Wrong]]
    right: str


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each place, and one for the cells of tables.

    Many are told together. Where a document writes more of a sort this way than the other, that is a habit, and a hint.
    """
    params = Params(**rule.params)
    allowed = late_any(params.allow)
    sorts = _sorts(params)

    def check(document: Document) -> Iterator[Match]:
        text = document.source.text
        for sort in sorts:
            if not any(cue in text for cue in sort.cues):
                continue
            found = [
                wrong
                for block in document.select(rule.scope)
                if any(cue in block.text for cue in sort.cues) and _BROKEN not in block.text
                for wrong in sort.find(block)
                if not (allowed and lies_within(allowed, wrong.block.prose, wrong.start, wrong.end))
            ]
            right = sum(text.count(mark) for mark in sort.right)
            if len(found) >= _SEVERAL and len(found) > right:
                yield from _together(found, "hint")
            else:
                running = [wrong for wrong in found if not _in_table(wrong)]
                yield from map(_match, running) if len(running) < _MANY else _together(running, "sure")
                yield from _together([wrong for wrong in found if _in_table(wrong)], "sure")

    return check


def _together(found: Sequence[_Wrong], grade: Grade) -> Iterator[Match]:
    """One match for all."""
    if found:
        first, *rest = map(_match, found)
        yield first.told_with(rest)._replace(grade=grade)


def _in_table(wrong: _Wrong) -> bool:
    return "table" in wrong.block.scopes


def _sorts(params: Params) -> list[_Sort]:
    sorts = []
    if params.marks:
        cues = tuple(params.marks)
        pattern = late_pattern(f"{_BEFORE}[{regex.escape(''.join(cues))}][ ]?{_AFTER}")
        sorts.append(
            _Sort(cues, lambda block: _wrong_marks(block, pattern, params.marks), "".join(params.marks.values()))
        )
    for wrong, right in params.brackets.items():
        sorts.append(_Sort((wrong[0],), partial(_wrong_brackets, wrong=wrong, right=right), right[0]))
    if params.narrow:
        narrow = late_pattern(params.narrow)
        sorts.append(_Sort(("",), lambda block: _wide_characters(block, narrow), _DIGITS))
    return sorts


def _wrong_marks(block: Block, pattern: Pattern, marks: Mapping[str, str]) -> Iterator[_Wrong]:
    for found in find_all(pattern, block.prose):
        beside = block.prose[found.start() - 1] + block.prose[found.end() : found.end() + 1]
        if _HAN.search(beside):
            yield _Wrong(block, *found.span(), marks[found[0][0]])


def _wrong_brackets(block: Block, wrong: str, right: str) -> Iterator[_Wrong]:
    """Brackets around Han, beside Han; those of the ordinal are a matter of its style."""
    prose = block.prose
    opened: list[int] = []
    for place, mark in enumerate(prose):
        if mark == wrong[0]:
            opened.append(place)
        elif mark == wrong[1] and opened:
            start, end = opened.pop(), place + 1
            around = prose[:start][-1:] + prose[end:].lstrip(" ")[:1]
            if start >= block.wording_start and _HAN.search(prose[start:end]) and _BESIDE.search(around):
                expected = right[0] + block.text[start + 1 : place] + right[1]
                marked = any(inline.start < end and start < inline.end for inline in block.inlines)
                yield _Wrong(block, start, end, expected, is_whole=not marked)


def _wide_characters(block: Block, pattern: Pattern) -> Iterator[_Wrong]:
    for found in find_all(pattern, block.prose):
        yield _Wrong(block, *found.span(), normalize("NFKC", found[0]))


def _match(wrong: _Wrong) -> Match:
    block, start, end, expected, is_whole = wrong
    fields = {"expected": expected, "observed": block.text[start:end]}
    return Match(block.locate(start, end), fields, replacement=expected if is_whole else None)

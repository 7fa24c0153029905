"""Breaks of a series that only seem ones: the number is there unseen, or is no number, or a new part begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from linter.engines.ordinals import RANK
from linter.engines.patterns import late
from linter.engines.series import following

if TYPE_CHECKING:
    from linter.document import Block, Document
    from linter.engines.patterns import Pattern
    from linter.engines.series import Defect
    from linter.structure.numbered import Numbered, Series

_LETTERS = ("A", "a", "Appendix", "appendix", "annex")
_ROMAN_TOO = (9, 22, 24)  # i, v, x
_LONGEST_HEADING = 40  # code points of a line that may head a part of its own
_QUOTED = " \t>"
_DOTS = ("...", "…", "……")
_SENTENCE_END = late(r"[。．.！!？?；;：:，,、…”’\"')）]\s*$")


def only_seems(document: Document, series: Series, place: int, defect: Defect, continued: Pattern | None) -> bool:
    """Whether item `place` of a series breaks it in appearance only; a caption that `continued` is found in goes on."""
    before, entry = series[place - 1], series[place]
    if _is_roman(before, entry):
        return True
    match defect:
        case "gap":
            return _stands_between(document, before, entry)
        case "repeat":
            return _may_repeat(before, entry, continued)
    return entry.block.depth > 0 and _part_begins(document, before, entry, series[0])


def _is_roman(before: Numbered, entry: Numbered) -> bool:
    return entry.ordinal.style in _LETTERS and not {before.last, entry.last}.isdisjoint(_ROMAN_TOO)


def _stands_between(document: Document, before: Numbered, entry: Numbered) -> bool:
    """Whether the number that seems to be left out is there, as no heading or item, or only in its parts."""
    expected = following(before.ordinal)
    between = document.blocks[before.number : entry.number]
    if entry.ordinal.style not in RANK:
        return any(_starts(document, block, expected) for block in between[1:])
    if _is_left_open(document, before, entry, expected):
        return True
    wanted = before.last + 1
    parts = (wanted,)  # 3. 4.1 4.2 5.
    nested = any(_numbers(block, before, before.last) for block in between[1:])
    pattern = regex.compile(
        rf"(?<![\d一二三四五六七八九十百]){regex.escape(expected)}(?![\da-z])|^{regex.escape(expected)}"
    )
    return any(
        pattern.search(block.wording if nested and _numbers(block, before, wanted) else block.text)
        or (block.ordinal and block.depth and block.ordinal.value[:-1] == parts)
        for block in between
    )


def _is_left_open(document: Document, before: Numbered, entry: Numbered, expected: str) -> bool:
    """Whether dots stand for what is left out, or the number alone on its line, as where an item begins with a list."""
    if entry.block.depth:
        return False
    between = document.blocks[before.number + 1 : entry.number]
    code = [block.span for block in between if "code" in block.scopes]
    starts = [before.place.end, *(span.end for span in code)]
    ends = [*(span.start for span in code), entry.place.start]
    pieces = [document.source.text[start:end] for start, end in zip(starts, ends, strict=True)]
    return any(line.strip(_QUOTED) in (expected, *_DOTS) for piece in pieces for line in piece.split("\n")[1:])


def _numbers(block: Block, model: Numbered, last: int) -> bool:
    """Whether an item is numbered as `model` is, with `last`."""
    ordinal = block.ordinal
    return ordinal is not None and ordinal.style == model.ordinal.style and ordinal.value[-1] == last


def _starts(document: Document, block: Block, label: str) -> bool:
    if block.text:
        return block.text[: len(label)].casefold() == label.casefold()
    return label in document.source.text[block.span.start : block.span.end]


def _may_repeat(before: Numbered, entry: Numbered, continued: Pattern | None) -> bool:
    """Whether it is a repeated heading or caption, and that is said of it, or one that goes on."""
    if continued and continued.search(entry.block.text):
        return True
    if "item" in entry.block.scopes or not entry.block.text:
        return False
    return before.block.compared == entry.block.compared


def _part_begins(document: Document, before: Numbered, entry: Numbered, first: Numbered) -> bool:
    """Whether a new part begins, or the text after a table of contents."""
    rank = RANK.index(entry.ordinal.style) if entry.ordinal.style in RANK else 0
    between = document.blocks[before.number + 1 : entry.number]
    is_contents = bool(document.blocks[first.number + 1].depth) and entry.block.compared == first.block.compared
    return is_contents or any(_may_head(block, rank) for block in between)


def _may_head(block: Block, rank: int) -> bool:
    """Whether a paragraph or an item that was not taken for a heading looks like the title of a new part."""
    if block.ordinal:
        return RANK.index(block.ordinal.style) < rank
    return "paragraph" in block.scopes and len(block.text) <= _LONGEST_HEADING and not _SENTENCE_END.search(block.text)

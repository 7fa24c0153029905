"""The items of a list as a reader counts them, marked by numbers or by bullets."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.ordinals import RANK
from linter.engines.patterns import late

if TYPE_CHECKING:
    from linter.document import Block, Document

_BULLET = late(r"(?P<indent>[ \t>]*)(?:[-*+•·]|\d{1,4}[.)])[ \t]+[^\w]*$")

_RANKS = {style: rank for rank, style in enumerate(RANK)}


class Itemized(NamedTuple):
    """The items of a list, as deep as the first; `is_all` where neither parts of these nor later items may count too."""

    items: list[Block]
    is_all: bool


def items_from(document: Document, number: int) -> Itemized:
    """The list that starts at block `number`; no items where there is none, or where one cannot tell which they are."""
    blocks = document.blocks
    first = item_indent(document, blocks[number]) if number < len(blocks) and "item" in blocks[number].scopes else None
    if first is None:
        return Itemized([], is_all=True)
    found = [blocks[number]]
    is_flat = True
    for place in range(number + 1, len(blocks)):
        block = blocks[place]
        indent = item_indent(document, block) if "item" in block.scopes else None
        if indent is None and (block.depth or document.indent(block) <= first):
            return Itemized(found, is_flat and not _taken_up(document, place, first, found[-1]))
        if indent is not None and (indent < first or _outranks(block, found[0])):
            break
        if indent == first:
            if not _goes_on(found[-1], block):
                return Itemized([], is_all=True)
            found.append(block)
        is_flat = is_flat and indent in (None, first)
    return Itemized(found, is_flat)


def _goes_on(before: Block, item: Block) -> bool:
    """Whether the two are marked alike, and the second does not begin anew."""
    if before.ordinal is None or item.ordinal is None:
        return before.ordinal is item.ordinal
    return before.ordinal.style == item.ordinal.style and item.ordinal.value[-1] > 1


def _outranks(block: Block, item: Block) -> bool:
    """Whether it is numbered as what the list stands in: 第四条 behind （一） to （三）."""
    if block.ordinal is None or item.ordinal is None or not {block.ordinal.style, item.ordinal.style} <= _RANKS.keys():
        return False
    return _RANKS[block.ordinal.style] < _RANKS[item.ordinal.style] and block.ordinal.value[-1] > 1


def item_indent(document: Document, block: Block) -> int | None:
    """How far the mark of an item is indented; None for a later paragraph of it."""
    if block.indent is not None:
        return block.indent
    line = _line_start(document, block)
    if block.ordinal:
        return block.span.start - line
    mark = _BULLET.match(document.source.text, line, block.span.start)
    return len(mark["indent"]) if mark else None


def _line_start(document: Document, block: Block) -> int:
    return document.source.text.rfind("\n", 0, block.span.start) + 1


def _taken_up(document: Document, number: int, first: int, last: Block) -> bool:
    """Whether an item further down in the section goes on after `last`; of bullets none can tell."""
    for block in islice(document.blocks, number, None):
        if block.depth:
            return False
        if "item" in block.scopes and item_indent(document, block) == first:
            return not (last.ordinal and block.ordinal) or block.ordinal.value[-1] > 1
    return False

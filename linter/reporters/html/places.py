"""Where a place of the source stands among the blocks of a document."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from linter.document import Block
    from linter.source import Span

_WHOLE = 0.8  # of a block: it is meant as a whole
_SHORT = 60  # code points that are marked even so


class Reach(NamedTuple):
    """What a place covers: the blocks by number, and in the only block the code points of its text.

    `start` and `end` are both 0 where whole blocks are meant. Where a place lies in no block, the one before it stands
    for it, and `is_beside` says so.
    """

    blocks: range
    start: int = 0
    end: int = 0
    is_beside: bool = False

    @property
    def is_marked(self) -> bool:
        """Whether it is a part of a block's text."""
        return self.end > self.start


class Places:
    """Blocks in the order of their source, at least one of them, found by offsets of the source."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._starts = [block.span.start for block in blocks]

    def reach(self, place: Span) -> Reach:
        """What a place covers; an empty place stands for the character behind it, or before it at a block's end."""
        first = max(0, bisect_right(self._starts, place.start) - 1)
        last = max(first, bisect_right(self._starts, max(place.start, place.end - 1)) - 1)
        while first < last and self._blocks[first].span.end <= place.start:
            first += 1
        blocks = range(first, last + 1)
        if len(blocks) > 1:
            return Reach(blocks)
        block = self._blocks[first]
        if place.start > block.span.end or max(place.end, place.start + 1) <= block.span.start:
            return Reach(blocks, is_beside=True)
        start, end = text_range(block, place.start, place.end)
        size = len(block.text)
        if end - start > _SHORT and end - start >= _WHOLE * size:
            return Reach(blocks)
        return Reach(blocks, start, end)


def text_range(block: Block, start: int, end: int) -> tuple[int, int]:
    """The code points of the block's text that are made from the source between two offsets; at least one, if any."""
    size = len(block.text)
    begin, stop = size, 0
    for number, run in enumerate(block.runs):
        text_end = block.runs[number + 1].text_start if number + 1 < len(block.runs) else size
        if run.source_start < max(end, start + 1) and start < run.source_start + run.source_length:
            inside = max(0, start - run.source_start) if run.verbatim else 0
            until = min(text_end, run.text_start + end - run.source_start) if run.verbatim else text_end
            begin, stop = min(begin, run.text_start + inside), max(stop, until)
    begin = min(begin, max(0, size - 1))
    return begin, max(stop, min(size, begin + 1))

"""Counts in a heading, and the names below it: 先进集体（4个）, and a line with five."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from linter.counted.miscount import Miscount
from linter.engines.patterns import late

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from linter.document import Block, Document
    from linter.engines.patterns import Pattern

_LONGEST_HEADING = 40  # code points
_LONGEST_NAME = 20  # code points
_FAR = 3  # a count further off is one of other things
_FEWEST = 2
_MOST = 30  # lines of names
_BLANKS = late(r"[ \t\u3000]+")
_NO_NAME = late(r"[\d。；：:;！？…]|等\Z")


def misheaded(document: Document, headed: Pattern, number: Callable[[str], int]) -> Iterator[Miscount]:
    """The counts that `headed` finds at the end of a line, where the next lines are names and of another number."""
    for place, block in enumerate(document.blocks):
        if not block.text or len(block.text) > _LONGEST_HEADING or "table" in block.scopes:
            continue
        found = headed.search(block.text)
        if found is None:
            continue
        stated = number(found["count"])
        lines = [
            *takewhile(lambda one: not one.depth and "paragraph" in one.scopes, document.blocks[place + 1 :][:_MOST])
        ]
        names = [*takewhile(bool, map(_names, lines))]
        several = len([*takewhile(lambda count: count > 1, names)])
        fewest, most = sum(names[:several]), sum(names)
        if several and not fewest <= stated <= most and abs(stated - fewest) <= _FAR and stated >= _FEWEST:
            places = tuple(line.span for line in lines[:several])
            yield Miscount(block, found.start("count"), found.end("count"), stated, fewest, places, is_clear=True)


def _names(block: Block) -> int:
    """How many names a line consists of; 0 where it is anything else."""
    text = block.text.strip().removesuffix("。")
    pieces = text.split("、") if "、" in text else _BLANKS.split(text)
    if any(not piece or len(piece) > _LONGEST_NAME or _NO_NAME.search(piece) for piece in pieces):
        return 0
    parted = sum(len(piece) == 1 for piece in pieces)  # 李  丽 is one name
    return len(pieces) - parted // 2

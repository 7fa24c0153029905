"""Lines of a text put together: paragraphs over several lines, and the cells that tabs part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.document import Block, Run
from linter.formats.block_builder import BlockBuilder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from linter.source import Span


def joined(lines: Sequence[tuple[str, int]]) -> Block:
    """One paragraph of lines that a program has wrapped, each as its text and that text's offset in the source."""
    end = lines[0][1]
    builder = BlockBuilder(("paragraph",), end, wrapped=True)
    for text, start in lines:
        builder.add_break(end, start - end)
        builder.add(text, start, len(text), verbatim=True)
        end = start + len(text)
    return builder.build()


def cells_between_tabs(text: str, row: Span, scope: str = "table.cell") -> tuple[Block, ...]:
    """The cells of a row of the source's `text`, empty ones too."""
    cells = []
    start = row.start
    for written in text[row.start : row.end].split("\t"):
        wording = written.strip()
        begin = start + written.index(wording)
        cells.append(Block(("table", scope), wording, (Run(0, begin, len(wording), verbatim=True),)))
        start += len(written) + 1
    return tuple(cells)

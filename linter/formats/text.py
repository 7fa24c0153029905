"""Plain text: tables told by their tabs, paragraphs by blank lines and line lengths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.document import Block, Run, Table
from linter.formats.by_shape import document_by_shape
from linter.formats.text_lines import Line, Rows, lines_of, pieces_of
from linter.source import Span

if TYPE_CHECKING:
    from linter.document import Document
    from linter.source import Source


def parse(source: Source) -> Document:
    """Read plain text. Block scopes: see `document_by_shape`; table with cell."""
    pieces = pieces_of(lines_of(source))
    return document_by_shape(
        source, [_table(source.text, piece) if isinstance(piece, Rows) else piece for piece in pieces]
    )


def _table(text: str, rows: Rows) -> Table:
    cells = tuple(_cells(text, line) for line in rows.lines)
    return Table(cells, 0, Span(rows.lines[0].row.start, rows.lines[-1].row.end))


def _cells(text: str, line: Line) -> tuple[Block, ...]:
    """The cells between the tabs of a row, empty ones too."""
    cells = []
    start = line.row.start
    for written in text[line.row.start : line.row.end].split("\t"):
        wording = written.strip()
        begin = start + written.index(wording)
        cells.append(Block(("table", "table.cell"), wording, (Run(0, begin, len(wording), verbatim=True),)))
        start += len(written) + 1
    return tuple(cells)

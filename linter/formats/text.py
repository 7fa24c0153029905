"""Plain text: tables told by their tabs, paragraphs by blank lines and line lengths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.document import Table
from linter.formats.by_shape import document_by_shape
from linter.formats.line_blocks import cells_between_tabs
from linter.formats.text_lines import Rows, lines_of, pieces_of
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
    cells = tuple(cells_between_tabs(text, line.row) for line in rows.lines)
    return Table(cells, 0, Span(rows.lines[0].row.start, rows.lines[-1].row.end))

"""Text whose lines are known: those of a Word document or of a PDF."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from linter.document import Table
from linter.formats.by_shape import Paragraph, document_by_shape
from linter.formats.line_blocks import cells_between_tabs, joined
from linter.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from linter.document import Document
    from linter.layout import LineShape
    from linter.source import Source


class _Line(NamedTuple):
    """A line without blanks on either side, and its place in the source."""

    text: str
    start: int
    written: Span
    shape: LineShape


def parse(source: Source) -> Document:
    """Read lines by their layout. Block scopes: see `document_by_shape`; footnote; table with cell or header."""
    pieces: list[Paragraph | Table] = []
    for group in _groups(_lines(source)):
        if group[0].shape.table:
            pieces.append(_table(source.text, group))
        elif any(line.text for line in group):
            pieces.append(_paragraph([line for line in group if line.text]))
    return document_by_shape(source, pieces)


def _lines(source: Source) -> list[_Line]:
    lines = []
    for number, shape in enumerate(source.layout, start=1):
        place = source.line_span(number)
        written = source.text[place.start : place.end]
        text = written.strip()
        lines.append(_Line(text, place.start + written.index(text), place, shape))
    return [line for line in lines if line.shape.role != "furniture"]


def _groups(lines: Iterable[_Line]) -> list[list[_Line]]:
    """The lines of each paragraph and of each table."""
    groups: list[list[_Line]] = []
    for line in lines:
        before = groups[-1][-1].shape if groups else None
        goes_on = line.shape.role == "continued" and before is not None and not before.table
        if goes_on or (before and line.shape.table and line.shape.table == before.table):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _paragraph(lines: Sequence[_Line]) -> Paragraph:
    block, shape = joined([(line.text, line.start) for line in lines]), lines[0].shape
    scopes = (shape.role,) if shape.role in ("title", "item", "footnote") else ("paragraph",)
    return Paragraph(block.text, block.runs, shape.depth, scopes)


def _table(text: str, lines: Sequence[_Line]) -> Table:
    header = len(list(takewhile(lambda line: line.shape.is_header, lines)))
    rows = tuple(
        cells_between_tabs(text, line.written, "table.header" if line.shape.is_header else "table.cell")
        for line in lines
    )
    return Table(rows, header, Span(lines[0].written.start, lines[-1].written.end))

"""Document and notes → pieces of the page, each with its notes beside it."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from linter.reporters.html.beside import Beside
from linter.reporters.html.code import code_of
from linter.reporters.html.marked import inline_marks, marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from linter.document import Block, Document, Table
    from linter.reporters.html.beside import Bar, Margin
    from linter.reporters.html.notes import Note, Notes, Reference

_KINDS = ("title", "heading", "code", "item", "footnote", "quote")
_CHUNK = 2500  # code points that are drawn together
_MOST = 6000  # where no heading comes


class Cell(NamedTuple):
    """A cell of a table; `bar` is the level of what is said of it as a whole, or empty."""

    body: Markup
    bar: str


class Piece(NamedTuple):
    """A block or a table.

    `block` is its number; `depth` is the level of a heading from 1, and how deep an item is set in; `names` are ids of
    places that no mark in the text carries.
    """

    kind: str
    block: int = 0
    text: str = ""
    body: Markup = Markup()
    depth: int = 0
    rows: tuple[tuple[Cell, ...], ...] = ()
    header: int = 0
    is_numbered: bool = False
    bars: Sequence[Bar] = ()
    names: Sequence[str] = ()
    notes: Sequence[Note] = ()
    references: Sequence[Reference] = ()


def readable(document: Document) -> list[Block]:
    """The blocks that are read, with titles that stand apart from them, in the order of the source; no raw HTML."""
    blocks = [block for block in document.blocks if block.scopes != ("html",)]
    for title in (document.title, document.front_matter.get("title")):
        if title and title.text and not any(block.span == title.span for block in blocks):
            blocks.append(title._replace(scopes=("title",), depth=0))
    return sorted(blocks, key=lambda block: block.span.start)


def pieces_of(document: Document, blocks: Sequence[Block], notes: Notes) -> Iterator[Piece]:
    """The pieces of `blocks`, which are what is `readable` of the document, in their order."""
    if not blocks:
        names = [note.mark for note in notes.notes]
        yield Piece("empty", names=names, notes=notes.notes, references=notes.references)
        return
    beside = Beside(blocks, notes)
    table_of = {id(cell): table for table in document.tables for row in table.rows for cell in row}
    number, indents = 0, _Indents()
    while number < len(blocks):
        table = table_of.get(id(blocks[number]))
        if table:
            cells = range(number, number + _size(table, islice(blocks, number, None), table_of))
            yield _table(blocks, cells, table, beside)
            number, indents = cells.stop, _Indents()
            continue
        piece = _piece(blocks[number], number, beside.of(number), document)
        if piece.kind == "item":
            piece = piece._replace(depth=indents.depth(document.indent(blocks[number])))
        else:
            indents = _Indents()
        yield piece
        number += 1


def chunked(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """The pieces in chunks of a few screens, which begin with headings where they can."""
    chunk: list[Piece] = []
    size = 0
    for piece in pieces:
        if size > _MOST or (size > _CHUNK and piece.kind == "heading"):
            yield chunk
            chunk, size = [], 0
        chunk.append(piece)
        size += len(piece.text) + sum(len(cell.body) for row in piece.rows for cell in row)
    yield chunk


class _Indents:
    """How deep the items of a list are set in, told by their blanks."""

    def __init__(self) -> None:
        self._open: list[int] = []

    def depth(self, blanks: int) -> int:
        while self._open and self._open[-1] > blanks:
            self._open.pop()
        if not self._open or self._open[-1] < blanks:
            self._open.append(blanks)
        return len(self._open) - 1


def _piece(block: Block, number: int, margin: Margin, document: Document) -> Piece:
    kind = next((kind for kind in _KINDS if kind in block.scopes), "paragraph")
    text = code_of(block, document.source) if kind == "code" else block.text
    return Piece(
        kind,
        number,
        text,
        marked(text, [] if kind == "code" else [*margin.marks, *inline_marks(block.inlines)]),
        block.depth,
        is_numbered=block.ordinal is not None,
        bars=margin.bars,
        names=margin.names,
        notes=margin.notes,
        references=margin.references,
    )


def _size(table: Table, blocks: Iterable[Block], table_of: dict[int, Table]) -> int:
    """How many blocks from the first on are cells of the table."""
    return sum(1 for _ in takewhile(lambda block: table_of.get(id(block)) is table, blocks))


def _table(blocks: Sequence[Block], cells: Sequence[int], table: Table, beside: Beside) -> Piece:
    numbers = {id(blocks[number]): number for number in cells}
    margins = [beside.of(number) for number in cells]

    def cell(block: Block) -> Cell:
        margin = beside.of(numbers.get(id(block), -1))
        body = marked(block.text, [*margin.marks, *inline_marks(block.inlines)])
        return Cell(body, margin.bars[0].level if margin.bars else "")

    return Piece(
        "table",
        cells[0],
        rows=tuple(tuple(map(cell, row)) for row in table.rows),
        header=table.header,
        names=[name for margin in margins for name in margin.names],
        notes=[note for margin in margins for note in margin.notes],
        references=[one for margin in margins for one in margin.references],
    )

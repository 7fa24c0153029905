"""Tables of an HTML page: which hold data, and the grid of their cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.document import Block, Run, Table
from linter.formats.html_tree import HEADINGS

if TYPE_CHECKING:
    from linter.formats.html_tree import Element, Page
    from linter.source import Span

_TEXT_BLOCKS = frozenset({"p", "div", "li", "dd", "dt"})
_NO_DATA = HEADINGS | {"blockquote", "pre", "article", "section", "main", "hr"}
_BLOCKS_IN_CELL = 4  # a cell of so many paragraphs is a page and no datum
_WIDEST = 1000  # columns that a cell may reach over, as in browsers
_HIGHEST = 65_534
_STRETCHED = 10  # a table of so many times the cells that are written is no honest one
_ALWAYS = 1000


class Cell(NamedTuple):
    """A cell as it is written: how many columns and rows it takes (0: all that follow)."""

    block: Block
    columns: int
    rows: int
    is_header: bool


class Row(NamedTuple):
    """The cells of a row, and its place in the source."""

    cells: list[Cell]
    place: Span
    is_header: bool


def is_data(page: Page, table: Element) -> bool:
    """Whether a table is one of data: nothing in it is laid out, and it has more than one cell to a row or a header."""
    if table.holds_table or table.get("role") in ("presentation", "none"):
        return False
    cells = most = blocks = 0
    for event in page.events[table.first : table.last]:
        if event.kind != "open":
            continue
        name = page.elements[event.element].name
        if name in _NO_DATA:
            return False
        if name == "tr":
            cells = 0
        elif name in ("td", "th"):
            cells, blocks = cells + 1, 0
            most = max(most, cells)
        elif name in _TEXT_BLOCKS:
            blocks += 1
            if blocks >= _BLOCKS_IN_CELL:
                return False
    return most > 1


def span_of(cell: Element) -> tuple[int, int]:
    """How many columns and rows a cell takes, as its attributes say."""
    return _number(cell.get("colspan"), _WIDEST) or 1, _number(cell.get("rowspan") or "1", _HIGHEST)


def _number(written: str, most: int) -> int:
    written = written.strip()
    return min(most, int(written[:9])) if written.isascii() and written.isdigit() else 1


def grid(rows: list[Row], place: Span) -> Table | None:
    """The table of these rows, with an empty cell for every place that a merged cell reaches into."""
    if not _is_honest(rows):
        rows = [row._replace(cells=[cell._replace(columns=1, rows=1) for cell in row.cells]) for row in rows]
    filled: list[tuple[Block, ...]] = []
    header = 0
    reaching: dict[int, Cell] = {}  # by column: the cells above, with the rows that they still take
    for number, row in enumerate(rows):
        blocks, reaching = _filled(row, reaching, len(rows) - number)
        if row.is_header and header == len(filled) and blocks:
            header += 1
        if blocks:
            filled.append(tuple(blocks))
    return Table(tuple(filled), header, place) if filled else None


def _is_honest(rows: list[Row]) -> bool:
    """Whether the merged cells do not make up most of the table."""
    written = sum(len(row.cells) for row in rows)
    reached = sum(
        cell.columns * min(cell.rows or len(rows), len(rows) - number)
        for number, row in enumerate(rows)
        for cell in row.cells
    )
    return reached <= _STRETCHED * written + _ALWAYS


def _filled(row: Row, above: dict[int, Cell], left: int) -> tuple[list[Block], dict[int, Cell]]:
    """The cells of a row, those of the rows above that reach into it among them; and what reaches into the next."""
    blocks: list[Block] = []
    below: dict[int, Cell] = {}
    place, column = row.place.start, 0
    cells = iter(row.cells)
    cell = next(cells, None)
    last = max(above, default=-1)
    while cell or column <= last:
        if column in above:
            one = above[column]
            blocks.append(_empty(one.block, place))
            if one.rows > 1:
                below[column] = one._replace(rows=one.rows - 1)
            column += 1
        elif cell:
            blocks.append(cell.block)
            place = cell.block.span.end
            rows = min(cell.rows or left, left)
            for reached in range(column, column + cell.columns):
                if reached > column:
                    blocks.append(_empty(cell.block, place))
                if rows > 1:
                    below[reached] = cell._replace(rows=rows - 1)
            column += cell.columns
            cell = next(cells, None)
        else:  # the row lacks a cell here
            blocks.append(_empty(blocks[-1] if blocks else above[last].block, place))
            column += 1
    return blocks, below


def _empty(beside: Block, place: int) -> Block:
    return Block(beside.scopes, "", (Run(0, place, 0, verbatim=True),), indent=0)

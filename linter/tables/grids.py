"""A table as rows and columns of figures with their labels."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from linter.engines.figures import whole_figure
from linter.engines.normal_form import normal_form
from linter.engines.sums import NOTHING

if TYPE_CHECKING:
    from linter.document import Block, Table
    from linter.engines.figures import Figure

T = TypeVar("T")

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_DIGITS = frozenset("0123456789０１２３４５６７８９")

Cells = tuple["Block | None", ...]
Line = tuple["Figure | None", ...]


class Grid(NamedTuple):
    """The rows under the header, all of one length: figures, and the labels beside and over them.

    `cells[row][column]` is what stands there, `figures[row][column]` its figure: `NOTHING` where the cell is empty,
    None where it is something else. `row_labels` and `column_labels` are the texts that name each.
    """

    cells: tuple[Cells, ...]
    figures: tuple[Line, ...]
    row_labels: tuple[tuple[str, ...], ...]
    column_labels: tuple[tuple[str, ...], ...]

    def turned(self) -> Grid:
        """The same with rows for columns."""
        return Grid(
            tuple(zip(*self.cells, strict=True)),
            tuple(zip(*self.figures, strict=True)),
            self.column_labels,
            self.row_labels,
        )


def grid_of(table: Table, blanks: frozenset[str]) -> Grid | None:
    """`table` as a grid, or None where it has no figures; a cell that reads as one of `blanks` is empty."""
    read = [_read(row, blanks) for row in table.rows]
    widths = {len(line) for line in read if _figures(line)}
    if not widths:
        return None
    if len(widths) > 1 and not table.header:
        return _merged(table, read)
    width = len(table.rows[0]) if table.header else max(map(len, read))
    rows = [_padded(row, width, None) for row in table.rows]
    lines = [_padded(line, width, NOTHING) for line in read]
    head = table.header
    while head < len(rows) and _is_heading(lines[head], first=head == 0):
        head += 1
    if head == len(rows):
        return None
    labels = tuple(
        tuple(cell.text for row in rows[:head] if (cell := row[column]) and cell.text) for column in range(width)
    )
    return _grid(rows[head:], lines[head:], labels)


def _padded(row: tuple[T, ...], width: int, filling: T) -> tuple[T, ...]:
    return (*row, *(filling,) * (width - len(row)))[:width]


def _merged(table: Table, read: list[Line]) -> Grid | None:
    """A table with merged cells: the rows that end in the same number of figures, which stand under each other.

    Of the rows above them only the last text is sure to stand over a column, the last.
    """
    lines = [line[: _length(row)] for row, line in zip(table.rows, read, strict=True)]
    tails = [_tail(line) for line in lines]
    width = max(Counter(filter(None, tails)).most_common(1), default=(0, 0))[0]
    if not width:
        return None
    kept = [number for number, tail in enumerate(tails) if tail == width]
    rows: list[Cells] = []
    for number in kept:
        row = table.rows[number][: len(lines[number])]
        label = next((cell for cell in reversed(row[:-width]) if cell.text), None)
        rows.append((label, *row[-width:]))
    above = [row[length - 1].text for row in table.rows[: kept[0]] if (length := _length(row))]
    labels = (*((),) * width, tuple(above))
    return _grid(rows, [(None, *lines[number][-width:]) for number in kept], labels)


def _grid(rows: list[Cells], lines: list[Line], column_labels: tuple[tuple[str, ...], ...]) -> Grid:
    return Grid(tuple(rows), tuple(lines), tuple(map(_labels, rows, lines)), column_labels)


def _labels(row: Cells, line: Line) -> tuple[str, ...]:
    """The texts before the first figure of a row; where a figure comes first, such as a year, that figure."""
    first = next((place for place, figure in enumerate(line) if figure and figure is not NOTHING), len(row)) or 1
    return tuple(cell.text for cell in row[:first] if cell and cell.text)


def _read(row: tuple[Block, ...], blanks: frozenset[str]) -> Line:
    return tuple(_figure(cell.text, blanks) for cell in row)


def _figure(text: str, blanks: frozenset[str]) -> Figure | None:
    if not text:
        return NOTHING
    if _DIGITS.isdisjoint(text):
        return NOTHING if normal_form(text) in blanks else None
    return whole_figure(text)


def _figures(line: Line) -> list[Figure]:
    return [figure for figure in line if figure and figure is not NOTHING]


def _is_heading(line: Line, *, first: bool) -> bool:
    """Whether a row heads columns: with words instead of figures, or, at the top, with nothing but years for figures."""
    years = [_FIRST_YEAR <= figure.value <= _LAST_YEAR and figure.unit in ("", "年") for figure in _figures(line)]
    if not years:
        return first or None in line[1:]
    return first and all(years) and not _figures(line[:1])


def _length(row: tuple[Block, ...]) -> int:
    return max((place for place, cell in enumerate(row, 1) if cell.text), default=0)


def _tail(line: Line) -> int:
    """How many figures a row ends in."""
    return next((count for count, figure in enumerate(reversed(line)) if not _figures((figure,))), len(line))

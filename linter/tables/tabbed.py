"""Tables drawn with tabs: rows that lost or gained a cell, a blank line between two rows, a label cut in two.

Such tables have merged cells, which leave any number of them before and behind the figures. So rows are compared by what
stands from their first figure to their last cell.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.figures import whole_figure
from linter.engines.ordinals import parse_ordinal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from linter.document import Block, Table
    from linter.source import Source

    Row = tuple[Block, ...]

_NOTHING = frozenset("-—–－/／…×")  # what stands in a cell for no figure
_FEWEST = 4  # rows that show how long one is
_MOSTLY = 0.7  # of them are
_LABELS = 4  # cells of a column that are numbered
_FEW = 2  # blank lines that are not how the table is set


class Misfit(NamedTuple):
    """A row with `cells` from its first figure on, where `model` and most others have `columns`."""

    row: Row
    cells: int
    columns: int
    model: Row


def misfits(table: Table) -> Iterator[Misfit]:
    """The rows of figures that are shorter or longer than most of those under the same header."""
    for rows in _parts(table.rows):
        lengths = [_length(row) for row in rows]
        (columns, number), *_ = Counter(lengths).most_common()
        if len(rows) < _FEWEST or number < _MOSTLY * len(rows):
            continue
        model = rows[lengths.index(columns)]
        for row, length in zip(rows, lengths, strict=True):
            is_whole = _filled(row) == _filled(model)  # as in a row of totals with a dash for its label
            if not is_whole and (length > columns or length + _empty_at_end(row) < columns):
                yield Misfit(row, length, columns, model)


def _parts(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows of figures from one header to the next."""
    part: list[Row] = []
    for row in rows:
        if _first_figure(row) is not None:
            part.append(row)
        elif part and sum(bool(cell.text) for cell in row) > 1:
            yield part
            part = []
    if part:
        yield part


def _first_figure(row: Row) -> int | None:
    """Where the figures begin: behind a label, if there is one."""
    for place, cell in enumerate(row):
        if (place or not _is_label(row)) and _is_figure(cell.text):
            return place
    return None


def _is_label(row: Row) -> bool:
    return len(row) > 1 and bool(row[0].text) and not _is_figure(row[1].text)


def _is_figure(text: str) -> bool:
    return text in _NOTHING or (bool(text) and not text.endswith("年") and whole_figure(text) is not None)


def _length(row: Row) -> int:
    return _filled(row) - (_first_figure(row) or 0)


def _filled(row: Row) -> int:
    """How many cells there are up to the last that holds something."""
    return len(row) - _empty_at_end(row)


def _empty_at_end(row: Row) -> int:
    count = 0
    while count < len(row) and not row[-1 - count].text:
        count += 1
    return count


def cut_rows(table: Table, source: Source) -> Iterator[tuple[Row, Row]]:
    """The two rows on either side of a blank line, where figures go on behind it and hardly any rows stand so."""
    places = [number for number in range(1, len(table.rows)) if _is_apart(table.rows, number, source)]
    if len(places) > _FEW or len(table.rows) < _FEWEST:
        return
    for number in places:
        before, row = table.rows[number - 1], table.rows[number]
        is_half = sum(bool(cell.text) for cell in before) == 1 and len(before) > 1
        if _first_figure(row) is not None and (is_half or _first_figure(before) is not None):
            yield before, row


def _is_apart(rows: Sequence[Row], number: int, source: Source) -> bool:
    end, start = rows[number - 1][-1].span.end, rows[number][0].span.start
    return source.text.count("\n", end, start) > 1


def cut_labels(table: Table) -> Iterator[tuple[Block, Block]]:
    """The one label without a number among numbered ones, and the one right over it, that it goes on from."""
    columns: dict[int, list[tuple[int, Block]]] = {}
    for number, row in enumerate(table.rows):
        for place, cell in enumerate(row[:2]):
            if cell.text and not _is_figure(cell.text) and _first_figure(row) is not None:
                columns.setdefault(place, []).append((number, cell))
    for cells in columns.values():
        plain = [place for place, (_, cell) in enumerate(cells) if parse_ordinal(cell.text) is None]
        if len(plain) == 1 and len(cells) > _LABELS and (place := plain[0]):
            (number, before), (following, cell) = cells[place - 1], cells[place]
            if following == number + 1:
                yield before, cell

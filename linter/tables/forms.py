"""Tables of a known form: their cells by the names of the row and the column that they stand in."""

from __future__ import annotations

from collections import Counter, deque
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.figures import whole_figure
from linter.engines.normal_form import normal_form
from linter.engines.patterns import late_any, late_pattern
from linter.tables.stacked import stacked_rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from linter.document import Block, Document
    from linter.engines.patterns import Pattern

    Row = tuple[Block, ...]

_UNITS = ("", "件", "宗", "条", "份", "项", "个", "起", "次", "元", "万元")
_KNOWN = 0.7  # of the columns of a form: a table that names fewer of them is another form
_HEADER = 8  # rows above the figures that may name the columns
_DIGITS = frozenset("0123456789０１２３４５６７８９")


class Label(NamedTuple):
    """What a form calls a row or a column, and the pattern that tells it by its text, which see `_compared`."""

    name: str
    pattern: Pattern


class Form(NamedTuple):
    """The rows and columns of a form, in order; one without rows has a single line of figures.

    `any_row` finds what is the label of any row.
    """

    name: str
    rows: tuple[Label, ...]
    columns: tuple[Label, ...]
    any_row: Pattern | None


class Entry(NamedTuple):
    """A cell that is filled in."""

    block: Block
    value: Decimal


class Filled(NamedTuple):
    """A table of a form: its entries by the names of row and column; the name of a single row is empty."""

    form: Form
    entries: dict[tuple[str, str], Entry]


def read_forms(rows: Iterable[Sequence[str]]) -> tuple[Form, ...]:
    """The forms that a data file describes: rows of form, `row` or `column`, name, pattern."""
    axes: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for form, axis, name, pattern in rows:
        axes.setdefault(form, {}).setdefault(axis, []).append((name, pattern))
    return tuple(
        Form(
            name,
            _labels(of.get("row", [])),
            _labels(of.get("column", [])),
            late_any([pattern for _, pattern in of.get("row", [])]),
        )
        for name, of in axes.items()
    )


def _labels(pairs: Iterable[tuple[str, str]]) -> tuple[Label, ...]:
    return tuple(Label(name, late_pattern(pattern)) for name, pattern in pairs)


def filled_forms(document: Document, forms: Sequence[Form], blanks: frozenset[str]) -> Iterator[Filled]:
    """Every form that is found in the tables; what reads as one of `blanks`, or is empty, counts 0.

    The cells of a table may also stand one below the other. A form that is cut into several tables is one. A row that has more or fewer cells than the form has columns has no entries: nobody can tell which of them it lacks.
    """
    rows = [row for table in document.tables for row in table.rows if row]
    lines = [_Line(row, blanks) for row in (*rows, *stacked_rows(document, blanks))]
    for form in forms:
        for named, columns in _stretches(lines, form):
            width = len(columns)
            entries = {
                (name, column): entry
                for name, line in named.items()
                if len(found := _entries(line, list(named.values()), width)) == width
                for column, entry in zip(columns, found, strict=True)
            }
            if entries:
                yield Filled(form, entries)


class _Line:
    """A row of a table, its cells told apart as labels, figures and blanks."""

    def __init__(self, cells: Row, blanks: frozenset[str]) -> None:
        self.cells = cells
        self.values = [_value(cell.text, blanks) for cell in cells]

    @cached_property
    def labels(self) -> list[str]:
        """The texts that are no figures, the last first."""
        pairs = zip(reversed(self.cells), reversed(self.values), strict=True)
        return [_compared(cell.text) for cell, value in pairs if value is None]

    @cached_property
    def start(self) -> int:
        """The number of the cell behind the last label."""
        return max((place for place, value in enumerate(self.values, 1) if value is None), default=0)

    @cached_property
    def filled(self) -> tuple[int, int]:
        """From the first to behind the last of the cells behind the labels that are not empty."""
        places = [place for place in range(self.start, len(self.cells)) if self.cells[place].text]
        return (places[0], places[-1] + 1) if places else (0, 0)

    def name(self, form: Form) -> str:
        """What a form calls this row: by the label next to the figures, else by one before it."""
        for text in self.labels if form.any_row else ():
            if form.any_row and form.any_row.search(text):
                return next(label.name for label in form.rows if label.pattern.search(text))
        return ""


def _compared(text: str) -> str:
    """The form in which labels are told: without blanks where they part no words."""
    return text.casefold() if text.isascii() else normal_form(text)


def _value(text: str, blanks: frozenset[str]) -> Decimal | None:
    """The figure of a cell, 0 where it is blank; None where it is a label."""
    if not text:
        return Decimal(0)
    if _DIGITS.isdisjoint(text):
        return Decimal(0) if normal_form(text) in blanks else None
    figure = whole_figure(text)
    return figure.value if figure and figure.unit in _UNITS else None


def _stretches(lines: Sequence[_Line], form: Form) -> Iterator[tuple[dict[str, _Line], list[str]]]:
    """The rows of each table of a form by their names, and the names of its columns in order."""
    header: deque[_Line] = deque(maxlen=_HEADER)
    named: dict[str, _Line] = {}
    columns: list[str] = []
    for line in lines:
        name = line.name(form)
        if not _is_entry(line, name, form, started=bool(named)):
            header.append(line)
            continue
        if name in named:
            yield named, columns
            named = {}
        if not named:
            columns = _columns(header, form)
        if columns:
            named[name] = line
            header.clear()
    if named:
        yield named, columns


def _is_entry(line: _Line, name: str, form: Form, *, started: bool) -> bool:
    """Whether a row has figures; within a table of the form it may also have room for them that is empty."""
    start, end = line.filled
    if not form.rows:
        return end - start == len(form.columns)
    return bool(name) and (end > 0 or (started and len(line.cells) - line.start >= len(form.columns)))


def _columns(header: Collection[_Line], form: Form) -> list[str]:
    """The names of the columns in the order of the table; nothing where its header does not show that it is this form.

    One row that names them all tells their order; of merged cells nothing is known but that they are those of the form.
    """
    wanted = Counter(label.pattern for label in form.columns)
    texts = [text for line in header for text in line.labels]
    found = sum(min(count, sum(1 for text in texts if pattern.search(text))) for pattern, count in wanted.items())
    if found < _KNOWN * len(form.columns):
        return []
    for line in header if len(wanted) == len(form.columns) else ():
        places = {
            label.name: [place for place, text in enumerate(reversed(line.labels)) if label.pattern.search(text)]
            for label in form.columns
        }
        if all(len(found) == 1 for found in places.values()) and len({*map(tuple, places.values())}) == len(places):
            return sorted(places, key=lambda name: places[name])
    return [label.name for label in form.columns]


def _entries(line: _Line, lines: Sequence[_Line], width: int) -> list[Entry]:
    """The cells of a row that stand under the columns; nothing where that cannot be told."""
    start, end = line.filled
    if end - start != width:
        window = _window([other for other in lines if len(other.cells) == len(line.cells)], width) or _window(
            [other for other in lines if (len(other.cells), other.start) == (len(line.cells), line.start)], width
        )
        if window is None or window[0] < line.start or (end and not (window[0] <= start and end == window[1])):
            return []
        start, end = window
    pairs = zip(line.cells[start:end], line.values[start:end], strict=True)
    return [Entry(cell, value) for cell, value in pairs if value is not None]


def _window(lines: Sequence[_Line], width: int) -> tuple[int, int] | None:
    """Between which cells the figures of these rows stand, if it is the same for all and as many as there are columns."""
    filled = [line.filled for line in lines if line.filled[1]]
    start, end = min((start for start, _ in filled), default=0), max((end for _, end in filled), default=0)
    return (start, end) if end - start == width and all(line.start <= start for line in lines) else None


class Cell(NamedTuple):
    """A cell that a rule names: of row `row` (empty in a form without rows) and column `column`."""

    row: str
    column: str


def read_sum(text: str) -> tuple[Cell, ...]:
    """`row/column + row/column`, or names of columns alone, as the cells that are added up."""
    parts = [part.strip().rpartition("/") for part in text.split(" + ")]
    return tuple(Cell(row.strip(), column.strip()) for row, _, column in parts)


def entries_by_cell(filled: Iterable[Filled]) -> dict[Cell, Entry]:
    """The entries of all forms; of a form that is filled in twice, the first."""
    found: dict[Cell, Entry] = {}
    for one in filled:
        for place, entry in one.entries.items():
            found.setdefault(Cell(*place), entry)
    return found

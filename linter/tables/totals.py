"""The totals of a table that its figures do not give."""

from __future__ import annotations

from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.figures import slack
from linter.engines.normal_form import normal_form
from linter.engines.ordinals import parse_ordinal
from linter.engines.patterns import late
from linter.engines.sums import NOTHING, best_sum

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from linter.document import Block
    from linter.engines.equations import Equation
    from linter.engines.patterns import Pattern
    from linter.engines.sums import Miss, Sum
    from linter.tables.grids import Grid

_MOST_STEPS = 100_000  # totals times lines of one table; one with more is no table of sums
_PROVEN = 2  # crossings of a labelled total that add up show that it is a sum
_EVIDENT = 4  # crossings of any line that add up show the same
_SHARE = 0.5  # of those that add up: where more do not, the line is no plain sum
_NEAR = Decimal("0.1")  # of the sum: where nothing shows that it is one, a total further off counts something else
_RATHER_NEAR = Decimal("0.3")  # the same for one that is off in one place and adds up in another
_TELLING = 3  # digits of a figure that only a slip brings so close to another
_REMARK = late(r"\s*[(（][^()（）]*[)）]\s*$|[\s:：*]+$")


class Claims(NamedTuple):
    """What a table says of its own figures.

    Rows and columns whose label has one of `labels` for its core are totals, but not of what `not_summed` matches;
    `equations` hold between rows or columns. All may be off by `tolerance`.
    """

    labels: frozenset[str]
    not_summed: Pattern | None
    equations: tuple[Equation, ...]
    tolerance: Decimal


class Fault(NamedTuple):
    """The cells `stated` are not what the cells `parts` give.

    `line` and `crossing` are the labels of the row and the column, or the other way round. `proven` tells whether
    other figures of the line show that it is a sum, and this one is off by little.
    """

    line: str
    crossing: str
    stated: tuple[Block, ...]
    parts: tuple[Block, ...]
    difference: Decimal
    computed: Decimal
    proven: bool


def faults_of_rows(grid: Grid, claims: Claims) -> Iterator[Fault]:
    """The totals of rows that are off."""
    totals = [row for row, labels in enumerate(grid.row_labels) if _is_total(labels, claims.labels)]
    if len(totals) * len(grid.figures) <= _MOST_STEPS:
        for row in totals:
            found = max(_readings(grid, row, frozenset(totals)), key=lambda reading: reading.rank, default=None)
            yield from _judge(grid, found, claims) if found else ()
    for equation in claims.equations:
        yield from _unbalanced(grid, equation, claims)
    if not totals:
        last = len(grid.figures) - 1
        found = best_sum(grid.figures, last, range(last - 1, -1, -1))
        if found and found.holds >= _EVIDENT and len(found.misses) == 1:
            yield from _judge(grid, found, claims)


def _is_total(labels: Sequence[str], wanted: frozenset[str]) -> bool:
    return any(_core(label) in wanted for label in labels)


def _core(label: str) -> str:
    """A label without its ordinal, and without the unit or the colon behind it."""
    ordinal = parse_ordinal(label)
    return normal_form(_REMARK.sub("", label[len(ordinal.text) :] if ordinal else label))


def _readings(grid: Grid, row: int, totals: frozenset[int]) -> Iterator[Sum]:
    """A total stands under or over its parts; they are plain rows, or sub-totals."""
    before, after = range(row - 1, -1, -1), range(row + 1, len(grid.figures))
    for side in (before, after):
        for kind in (True, False):
            order = [number for number in side if (number in totals) == kind]
            if found := best_sum(grid.figures, row, order):
                yield found


def _judge(grid: Grid, found: Sum, claims: Claims) -> Iterator[Fault]:
    """The misses of a line that is shown to be a sum, or that misses once and by little."""
    causes = len({abs(miss.stated - miss.computed) for miss in found.misses})
    fitting = found.holds + found.ends
    proven = found.holds > 0 and fitting + found.holds >= 2 * _PROVEN and causes <= _SHARE * fitting
    if not proven and (causes != 1 or len(found.misses) > found.holds + 1):
        return
    for miss in found.misses:
        difference = abs(miss.stated - miss.computed)
        if difference <= claims.tolerance or _is_other(grid.column_labels[miss.crossing], claims.not_summed):
            continue
        near = difference <= max((_RATHER_NEAR if found.holds else _NEAR) * abs(miss.computed), Decimal(1))
        if near or found.holds >= _EVIDENT or _is_slip(miss):
            yield _fault(grid, found, miss, claims, proven=proven and near)


def _fault(grid: Grid, found: Sum, miss: Miss, claims: Claims, *, proven: bool) -> Fault:
    line, crossing = _name(grid.row_labels[found.total], claims), _name(grid.column_labels[miss.crossing], claims)
    rows = sorted(found.parts)
    added = [row for row in rows if (figure := grid.figures[row][miss.crossing]) and figure.value]
    stated, parts = (_cells(grid, chosen, miss.crossing) for chosen in ([found.total], added))
    return Fault(line, crossing, stated, parts, abs(miss.stated - miss.computed), miss.computed, proven)


def _is_slip(miss: Miss) -> bool:
    """Whether one digit makes the difference, or two that have changed places."""
    if min(_digits(miss.stated), _digits(miss.computed)) < _TELLING:
        return False
    difference = miss.stated - miss.computed
    return _digits(difference) == 1 or (difference % 9 == 0 and _digits(difference / 9) == 1)


def _digits(value: Decimal) -> int:
    """How many digits of a number tell something: 1,500 has two."""
    return len(value.normalize().as_tuple().digits)


def _is_other(labels: Sequence[str], not_summed: Pattern | None) -> bool:
    return not_summed is not None and any(not_summed.search(label) for label in labels)


def _name(labels: Sequence[str], claims: Claims) -> str:
    """The label that says that a line is a total, else the one next to the figures."""
    return max(reversed(labels), key=lambda label: _core(label) in claims.labels, default="")


def _cells(grid: Grid, rows: Sequence[int], column: int) -> tuple[Block, ...]:
    return tuple(cell for row in rows if (cell := grid.cells[row][column]) and cell.text)


def _unbalanced(grid: Grid, equation: Equation, claims: Claims) -> Iterator[Fault]:
    """The columns in which the rows that an equation names are not equal; rows that recur are taken in turn."""
    named = [_rows_named(grid, name) for name, _ in equation.terms]
    if len({len(rows) for rows in named}) > 1 or len(set(chain(*named))) < sum(map(len, named)):
        return
    middle = len(equation.left)
    for rows in zip(*named, strict=True):
        for column, labels in enumerate(grid.column_labels):
            figures = [figure for row in rows if (figure := grid.figures[row][column])]
            if len(figures) < len(rows) or NOTHING in figures:
                continue
            signed = [figure.value * sign for figure, (_, sign) in zip(figures, equation.terms, strict=True)]
            left, right = sum(signed[:middle], Decimal(0)), sum(signed[middle:], Decimal(0))
            if abs(left - right) > max(claims.tolerance, slack(figures)):
                stated, parts = _cells(grid, rows[middle:], column), _cells(grid, rows[:middle], column)
                name = _name(labels, claims)
                yield Fault(equation.text, name, stated, parts, abs(left - right), left, proven=True)


def _rows_named(grid: Grid, name: str) -> list[int]:
    """The rows that have `name` in a label."""
    wanted = normal_form(name)
    return [row for row, labels in enumerate(grid.row_labels) if any(wanted in normal_form(one) for one in labels)]

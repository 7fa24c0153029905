"""table-totals: a total in a table that its figures do not give."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.equations import Equation, parse_equation
from linter.engines.figures import slack
from linter.engines.normal_form import normal_form
from linter.engines.ordinals import parse_ordinal
from linter.engines.patterns import any_of, late, late_pattern
from linter.engines.sums import NOTHING, best_sum
from linter.grids import grid_of
from linter.rule import Doc, EquationText, Match, PatternText
from linter.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from linter.document import Block, Document
    from linter.engines.patterns import Pattern
    from linter.engines.sums import Miss, Sum
    from linter.grids import Grid
    from linter.rule import Check, Field, Grade, Lists, Rule

FIELDS = ("what", "stated", "computed", "parts", "cells")
GRADES: tuple[Grade, ...] = ("sure", "likely")
SCOPE: tuple[str, ...] = ("table",)

_MOST_STEPS = 100_000  # totals times lines of one table; one with more is no table of sums
_PROVEN = 2  # crossings of a labelled total that add up show that it is a sum
_EVIDENT = 4  # crossings of any line that add up show the same
_SHARE = 0.5  # of those that add up: where more do not, the line is no plain sum
_NEAR = Decimal("0.1")  # of the sum: where nothing shows that it is one, a total further off counts something else
_RATHER_NEAR = Decimal("0.3")  # the same for one that is off in one place and adds up in another
_TELLING = 3  # digits of a figure that only a slip brings so close to another
_SHOWN = 6  # parts that a message lists
_REMARK = late(r"\s*[(（][^()（）]*[)）]\s*$|[\s:：*]+$")


class Params(NamedTuple):
    """What a rule of this kind says."""

    labels: Annotated[tuple[str, ...], Doc("What a row or column of totals is called.", "合计行、合计列的名称。")] = ()
    not_summed: Annotated[
        tuple[PatternText, ...],
        Doc("Rows and columns that are not added up, such as averages.", "不求和的行或列，如平均值、比率。"),
    ] = ()
    blanks: Annotated[tuple[str, ...], Doc("What stands in a cell for nothing.", "表示无数据的单元格内容。")] = (
        "-",
        "–",
        "—",
        "/",
    )
    equations: Annotated[
        tuple[EquationText, ...],
        Doc(
            "Equations between rows or columns, each named by a part of its label: `new + carried over = settled`.",
            "行或列之间的等式，以名称中的一段文字指代：`新收 + 结转 = 办结`。",
        ),
    ] = ()
    tolerance: Annotated[float, Doc("By how much a total may be off.", "允许的误差。")] = 0.0


class _Words(NamedTuple):
    """The parameters, made ready."""

    labels: frozenset[str]
    not_summed: Pattern | None
    equations: tuple[Equation, ...]
    tolerance: Decimal


class _Fault(NamedTuple):
    """The cells `stated` are not what the cells `parts` give."""

    what: Field
    stated: tuple[Block, ...]
    parts: tuple[Block, ...]
    difference: Decimal
    computed: Decimal
    grade: Grade


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each total that is off, at the total, related to its parts; one for what one figure causes."""
    params = Params(**rule.params)
    blanks = frozenset(map(normal_form, params.blanks))
    words = _Words(
        frozenset(map(normal_form, params.labels)),
        late_pattern(any_of(params.not_summed), ignore_case=True) if params.not_summed else None,
        tuple(map(parse_equation, params.equations)),
        Decimal(str(params.tolerance)),
    )

    def check(document: Document) -> Iterator[Match]:
        for table in document.tables:
            grid = grid_of(table, blanks)
            if grid:
                yield from _told_once(chain(_faults(grid, words), _faults(grid.turned(), words)))

    return check


def _faults(grid: Grid, words: _Words) -> Iterator[_Fault]:
    """The totals of rows that are off."""
    totals = [row for row, labels in enumerate(grid.row_labels) if _is_total(labels, words.labels)]
    if len(totals) * len(grid.figures) <= _MOST_STEPS:
        for row in totals:
            found = max(_readings(grid, row, totals), key=lambda reading: reading.rank, default=None)
            yield from _judge(grid, found, words) if found else ()
    for equation in words.equations:
        yield from _unbalanced(grid, equation, words)
    if not totals:
        last = len(grid.figures) - 1
        found = best_sum(grid.figures, last, range(last - 1, -1, -1))
        if found and found.holds >= _EVIDENT and len(found.misses) == 1:
            yield from _judge(grid, found, words)


def _is_total(labels: Sequence[str], wanted: frozenset[str]) -> bool:
    return any(_core(label) in wanted for label in labels)


def _core(label: str) -> str:
    """A label without its ordinal, and without the unit or the colon behind it."""
    ordinal = parse_ordinal(label)
    return normal_form(_REMARK.sub("", label[len(ordinal.text) :] if ordinal else label))


def _readings(grid: Grid, row: int, totals: Sequence[int]) -> Iterator[Sum]:
    """A total stands under or over its parts; they are plain rows, or sub-totals."""
    before, after = range(row - 1, -1, -1), range(row + 1, len(grid.figures))
    for side in (before, after):
        for kind in (True, False):
            order = [number for number in side if (number in totals) == kind]
            if found := best_sum(grid.figures, row, order):
                yield found


def _judge(grid: Grid, found: Sum, words: _Words) -> Iterator[_Fault]:
    """The misses of a line that is shown to be a sum, or that misses once and by little."""
    causes = len({abs(miss.stated - miss.computed) for miss in found.misses})
    proven = found.holds + found.ends / 2 >= _PROVEN and found.holds and causes <= _SHARE * (found.holds + found.ends)
    if not proven and (causes != 1 or len(found.misses) > found.holds + 1):
        return
    for miss in found.misses:
        difference = abs(miss.stated - miss.computed)
        if difference <= words.tolerance or _is_other(grid.column_labels[miss.crossing], words.not_summed):
            continue
        near = difference <= max((_RATHER_NEAR if found.holds else _NEAR) * abs(miss.computed), Decimal(1))
        if proven or near or _is_slip(miss):
            what = _what(grid.row_labels[found.total], grid.column_labels[miss.crossing], words.labels)
            stated = _cells(grid, [found.total], miss.crossing)
            added = [
                row for row in sorted(found.parts) if (figure := grid.figures[row][miss.crossing]) and figure.value
            ]
            parts = _cells(grid, added or sorted(found.parts), miss.crossing)
            yield _Fault(what, stated, parts, difference, miss.computed, "sure" if proven and near else "likely")


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


def _what(line: Sequence[str], crossing: Sequence[str], totals: frozenset[str]) -> Field:
    """How a figure is named: by the line that it stands in, and what crosses that."""
    names = [max(labels, key=lambda label: _core(label) in totals) for labels in (line, crossing) if labels]
    return {
        "en": " of ".join(f"“{name}”" for name in names) or "The last figure",
        "zh": "".join(f"“{name}”" for name in reversed(names)) or "末尾数据",
    }


def _cells(grid: Grid, rows: Sequence[int], column: int) -> tuple[Block, ...]:
    return tuple(cell for row in rows if (cell := grid.cells[row][column]) and cell.text)


def _unbalanced(grid: Grid, equation: Equation, words: _Words) -> Iterator[_Fault]:
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
            if abs(left - right) > max(words.tolerance, slack(figures)):
                stated, parts = _cells(grid, rows[middle:], column), _cells(grid, rows[:middle], column)
                what = _what([equation.text], labels, words.labels)
                yield _Fault(what, stated, parts, abs(left - right), left, "sure")


def _rows_named(grid: Grid, name: str) -> list[int]:
    """The rows that have `name` in a label."""
    wanted = normal_form(name)
    return [row for row, labels in enumerate(grid.row_labels) if any(wanted in normal_form(one) for one in labels)]


def _told_once(faults: Iterable[_Fault]) -> Iterator[Match]:
    """One match for all that are off by the same: they meet in the figure that is wrong."""
    by_difference: dict[Decimal, list[_Fault]] = {}
    for fault in faults:
        by_difference.setdefault(fault.difference, []).append(fault)
    for same in by_difference.values():
        added = Counter(cell.span for fault in same for cell in fault.parts)
        first = max(same, key=lambda fault: added[fault.stated[0].span])  # a sub-total that the others add up
        yield _match(first, [fault for fault in same if fault is not first])


def _match(fault: _Fault, others: list[_Fault]) -> Match:
    place, cells = _whole(fault.stated), _whole(fault.parts)
    fields: dict[str, Field] = {
        "what": fault.what,
        "stated": _sum(fault.stated),
        "computed": f"{fault.computed:,f}" if "," in fault.stated[0].text else f"{fault.computed:f}",
        "parts": _sum(fault.parts),
        "cells": cells,
    }
    return Match(place, fields, (cells, *(_whole(other.stated) for other in others)), grade=fault.grade)


def _sum(cells: Sequence[Block]) -> str:
    texts = [cell.text for cell in cells]
    if len(texts) > _SHOWN:
        texts[_SHOWN - 2 : -1] = ["…"]
    return " + ".join(texts)


def _whole(cells: Sequence[Block]) -> Span:
    return Span(cells[0].span.start, cells[-1].span.end)

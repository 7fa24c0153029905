"""Equations between the cells of a filled form that do not hold."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from linter.engines.equations import Equation
    from linter.tables.forms import Entry, Filled

_FEW = 4  # terms of an equation that are all told; of a longer one only those that are not 0


class Term(NamedTuple):
    """An entry of the form with its name in the equation and its sign."""

    name: str
    sign: int
    entry: Entry


class Imbalance(NamedTuple):
    """The entries in the row or column `line` of a form for which the two sides of an equation are not equal.

    `is_column` tells which of the two it is.
    """

    line: str
    is_column: bool
    equation: Equation
    left: tuple[Term, ...]
    right: tuple[Term, ...]

    @property
    def terms(self) -> tuple[Term, ...]:
        """Those of both sides."""
        return self.left + self.right

    @property
    def entries(self) -> dict[Entry, None]:
        """The cells of the equation, each once."""
        return dict.fromkeys(term.entry for term in self.terms)

    @property
    def difference(self) -> Decimal:
        """By how much the left side is more than the right."""
        return total(self.left) - total(self.right)

    @property
    def told(self) -> tuple[Term, ...]:
        """The terms that a reader has to look at."""
        return tuple(term for side in (self.left, self.right) for term in shown(side, len(self.terms)))


class Cause(NamedTuple):
    """Imbalances that one wrong entry can explain, the shortest first; `entry` is where they meet."""

    entry: Entry
    imbalances: tuple[Imbalance, ...]


def total(side: Iterable[Term]) -> Decimal:
    """What the terms come to."""
    return sum((term.entry.value * term.sign for term in side), Decimal(0))


def shown(side: Sequence[Term], terms: int) -> Sequence[Term]:
    """The terms of a side that are worth telling, where the equation has so many."""
    if len(side) == 1 or terms <= _FEW:
        return side
    return [term for term in side if term.entry.value]


def imbalances(filled: Filled, equations: Iterable[Equation]) -> Iterator[Imbalance]:
    """Every equation that all its terms are there for and that does not hold, in each column or row."""
    rows, columns = ([label.name for label in labels] for labels in (filled.form.rows or (), filled.form.columns))
    for equation in equations:
        names = {name for name, _ in equation.terms}
        if names <= {*rows}:
            keys = [(column, {name: (name, column) for name in names}) for column in columns]
        elif names <= {*columns}:
            keys = [(row, {name: (row, name) for name in names}) for row in rows or [""]]
        else:
            continue
        for line, places in keys:
            if all(place in filled.entries for place in places.values()):
                left, right = (
                    tuple(Term(name, sign, filled.entries[places[name]]) for name, sign in side)
                    for side in (equation.left, equation.right)
                )
                if total(left) != total(right):
                    yield Imbalance(line, names <= {*rows}, equation, left, right)


def causes(found: Iterable[Imbalance]) -> list[Cause]:
    """The imbalances put together that are off by the same and meet in one entry, or differ in their columns alone."""
    left = list(found)
    together: list[Cause] = []
    while left:
        counts = Counter((abs(one.difference), entry) for one in left for entry in one.entries)
        (size, entry), count = counts.most_common(1)[0]
        if count == 1:
            size, entry = abs(left[0].difference), left[0].right[0].entry
        same = [one for one in left if abs(one.difference) == size and entry in one.entries]
        left = [one for one in left if one not in same]
        together.append(Cause(entry, tuple(sorted(same, key=lambda one: len(one.terms)))))
    return _joined(together)


def _joined(found: Iterable[Cause]) -> list[Cause]:
    """Causes of the same equations in several columns are one: a row that is wrong together with its total."""
    by_equations: dict[object, Cause] = {}
    for cause in found:
        first = cause.imbalances[0]
        rows = {one.equation.text for one in cause.imbalances if one.is_column}
        key = (abs(first.difference), *sorted(rows)) if rows else cause
        known = by_equations.get(key)
        by_equations[key] = known._replace(imbalances=known.imbalances + cause.imbalances) if known else cause
    return list(by_equations.values())

"""Which lines of a matrix of figures add up to another of its lines, told by the crossings where they do."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.figures import Figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    Line = Sequence[Figure | None]

NOTHING = Figure(Decimal(0), "", 0, 0)  # an empty cell: adds nothing, and states nothing
_PERCENT = ("%", "‰")


class Miss(NamedTuple):
    """A crossing line where the stated figure is not the computed one."""

    crossing: int
    stated: Decimal
    computed: Decimal


class Sum(NamedTuple):
    """Line `total` read as the sum of the lines `parts`.

    `holds` counts the crossings where two figures or more, none of them 0, add up; `ends` those where one does.
    """

    total: int
    parts: tuple[int, ...]
    holds: int
    ends: int
    misses: tuple[Miss, ...]

    @property
    def rank(self) -> tuple[int, int, int]:
        """The higher, the more there is for this reading."""
        return self.holds, self.ends, -len(self.misses)


class _Crossing:
    """What has been added up so far along one crossing line."""

    def __init__(self, stated: Figure) -> None:
        self.stated = stated
        self.sum = Decimal(0)
        self.added = 0
        self._step = stated.step
        self._unit = stated.unit
        self.readable = stated.unit not in _PERCENT

    def add(self, figure: Figure | None) -> None:
        if figure is None or (figure.unit and self._unit and figure.unit != self._unit):
            self.readable = False
        elif figure.value:
            self.sum += figure.value
            self.added += 1
            self._step = max(self._step, figure.step)
            self._unit = self._unit or figure.unit

    @property
    def fits(self) -> bool:
        """Whether the sum is the stated figure, as far as each was rounded on its own."""
        slack = self._step * (self.added + 1) / 2
        return abs(self.sum - self.stated.value) <= slack


def best_sum(lines: Sequence[Line], total: int, order: Sequence[int]) -> Sum | None:
    """How many of the lines in `order`, from the first on and two at least, are best read as the parts of `total`.

    A figure that is None is no figure: what it belongs to cannot be added up. Linear in the size of the lines.
    """
    crossings = {
        place: _Crossing(figure) for place, figure in enumerate(lines[total]) if figure and figure is not NOTHING
    }
    best, length = None, 0
    for count, number in enumerate(order, 1):
        for place, crossing in list(crossings.items()):
            crossing.add(lines[number][place])
            if not crossing.readable:
                del crossings[place]
        if not crossings:
            break
        if count > 1:
            found = _reading(total, crossings)
            if best is None or found.rank >= best.rank:
                best, length = found, count
    return best._replace(parts=tuple(order[:length])) if best else None


def _reading(total: int, crossings: dict[int, _Crossing]) -> Sum:
    fitting = [crossing for crossing in crossings.values() if crossing.fits]
    misses = tuple(
        Miss(place, crossing.stated.value, crossing.sum)
        for place, crossing in crossings.items()
        if crossing.added and not crossing.fits
    )
    holds = sum(crossing.added > 1 for crossing in fitting)
    ends = sum(crossing.added == 1 for crossing in fitting)
    return Sum(total, (), holds, ends, misses)

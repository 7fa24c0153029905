"""Dates that stand in order of time, and those among them that another year would put in their place."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from linter.engines.dates import Date

_FEWEST = 4  # dates that show by themselves which way time runs
_MOST_WRONG = 0.4  # of the dates
_BREAKS = 2  # in the order, that one date can make
_NEAR = 60  # days: two dates that are no more out of order than this were written down late, not in the wrong year


class Misdated(NamedTuple):
    """Date `place` of a series would be in order in the year `year`; `neighbour` is a date that it disagrees with."""

    place: int
    year: int
    neighbour: int


def misdated(dates: Sequence[Date], *, forward: bool = False) -> list[Misdated]:
    """The few dates that are out of order, where all of them are in order once these have another year.

    All dates must be possible. The order is that of time or its reverse, whichever more steps follow; `forward` says
    that it is that of time, so that two dates are enough to tell.
    """
    if forward:
        return _misdated(dates)
    steps = list(pairwise(dates))
    ups = sum(one.latest < other.earliest for one, other in steps)
    downs = sum(one.earliest > other.latest for one, other in steps)
    if len(dates) < _FEWEST or ups == downs:
        return []
    if ups > downs:
        return _misdated(dates)
    last = len(dates) - 1
    found = _misdated(dates[::-1])
    return [Misdated(last - place, year, last - neighbour) for place, year, neighbour in reversed(found)]


def _misdated(dates: Sequence[Date]) -> list[Misdated]:
    """The same for dates in the order of time: a year too early, a year too late, or one slip of the pen."""
    if not any(_is_before(other, one) for one, other in pairwise(dates)):
        return []
    found = [_a_year_early(dates), _a_year_late(dates), *_slips(dates)]
    few = [wrong for wrong in found if 0 < len(wrong) <= max(1, _MOST_WRONG * len(dates))]
    return min(few, key=len, default=[])


def _is_before(one: Date, other: Date, near: int = _NEAR) -> bool:
    return one.latest + near < other.earliest


def _a_year_early(dates: Sequence[Date]) -> list[Misdated]:
    """What must move to the year after so that no date goes back; nothing where that does not help."""
    found: list[Misdated] = []
    newest, unmoved = dates[0], 0
    for place, date in enumerate(dates):
        moved = date
        if _is_before(date, newest):
            moved = date.in_year(date.year + 1)
            if _is_before(moved, newest, near=0):
                return []
            found.append(Misdated(place, moved.year, unmoved))
        elif date.earliest >= newest.earliest:
            unmoved = place
        newest = max(newest, moved, key=lambda date: date.earliest)
    return found


def _a_year_late(dates: Sequence[Date]) -> list[Misdated]:
    """What must move to the year before, seen from the end."""
    found: list[Misdated] = []
    oldest, unmoved = dates[-1], len(dates) - 1
    for place in range(len(dates) - 1, -1, -1):
        date = moved = dates[place]
        if _is_before(oldest, date):
            moved = date.in_year(date.year - 1)
            if _is_before(oldest, moved, near=0):
                return []
            found.append(Misdated(place, moved.year, unmoved))
        elif date.latest <= oldest.latest:
            unmoved = place
        oldest = min(oldest, moved, key=lambda date: date.latest)
    return found[::-1]


def _slips(dates: Sequence[Date]) -> Iterator[list[Misdated]]:
    """One date between two others that are in order, with a digit of its year mistyped or two of them swapped."""
    broken = [place for place, (one, other) in enumerate(pairwise(dates), 1) if _is_before(other, one)]
    for place in (broken[0] - 1, broken[0]) if len(broken) <= _BREAKS else ():
        before, date, after = dates[max(0, place - 1)], dates[place], dates[min(place + 1, len(dates) - 1)]
        for year in sorted({before.year, after.year}):
            moved = date.in_year(year)
            fits = not (_is_before(moved, before, near=0) or _is_before(after, moved, near=0))
            if fits and _is_slip(date.year, year) and _are_in_order([*dates[:place], moved, *dates[place + 1 :]]):
                yield [Misdated(place, year, place - 1 if _is_before(date, before) else place + 1)]


def _are_in_order(dates: Sequence[Date]) -> bool:
    return not any(_is_before(other, one) for one, other in pairwise(dates))


def swapped(year: int) -> list[int]:
    """The years that swapping two neighbouring digits of `year` makes."""
    digits = str(year)
    made = [digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :] for place in range(3)]
    return [int(other) for other in made if other != digits and other[0] != "0"]


def _is_slip(year: int, other: int) -> bool:
    """Whether one digit, or two neighbours swapped, make the difference."""
    return other in swapped(year) or sum(one != two for one, two in zip(str(year), str(other), strict=True)) == 1

"""Known series of things that follow one another, such as the meetings of a term: what a list of them leaves out."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Member(NamedTuple):
    """One of a series: the number `place` in it, how a list and how a text calls it, and its day."""

    series: str
    place: int
    short: str
    name: str
    day: int


class KnownSeries:
    """Series of members, each in order; the rows are: series, short name, name, day (2021-11-11)."""

    def __init__(self, rows: Iterable[Sequence[str]]) -> None:
        self._members: dict[str, dict[str, Member]] = {}
        for series, short, name, day in rows:
            members = self._members.setdefault(series, {})
            members[short] = Member(series, len(members), short, name, date.fromisoformat(day).toordinal())
        self._series = list(self._members)

    def get(self, series: str, short: str) -> Member | None:
        """The member of that name."""
        return self._members.get(series, {}).get(short)

    def has(self, series: str) -> bool:
        """Whether it is one of the series."""
        return series in self._members

    def is_closed(self, series: str) -> bool:
        """Whether a later series has begun, so that the list of its members is whole."""
        return series in self._members and series != self._series[-1]

    def number(self, series: str) -> int:
        """The place of a series among all."""
        return self._series.index(series)

    def begun(self, day: int) -> Member | None:
        """The first member of the series that was the last to begin on a day or before it."""
        firsts = [next(iter(members.values())) for members in self._members.values()]
        return next((first for first in reversed(firsts) if first.day <= day), None)

    def after(self, member: Member, day: int) -> list[Member]:
        """The later members of its series, up to a day."""
        return [
            other for other in self._members[member.series].values() if other.place > member.place and other.day <= day
        ]

    def between(self, members: Sequence[Member]) -> list[Member]:
        """The members that a list in order leaves out between its first and its last."""
        named = {member.place for member in members}
        return [
            other
            for other in self._members[members[0].series].values()
            if members[0].place < other.place < members[-1].place and other.place not in named
        ]


def misplaced(members: Sequence[Member]) -> Member | None:
    """The first member of a list that stands behind a later one, or behind itself."""
    return next((later for earlier, later in pairwise(members) if later.place <= earlier.place), None)

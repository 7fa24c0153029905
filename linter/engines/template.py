"""Templates: named entries in order, with room for unnamed ones between them, and how a series fits one."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.similarity import similarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_SAME_NUMBER = 0.3  # what it counts for that a member wears the number of an entry
_ROOM = {"*": (0, None), "+": (1, None), "?": (1, 1)}


class Room(NamedTuple):
    """How many unnamed entries may stand in a place; no `most` is no limit."""

    least: int
    most: int | None

    def and_also(self, other: Room) -> Room:
        """The room of two places together."""
        most = None if self.most is None or other.most is None else self.most + other.most
        return Room(self.least + other.least, most)


class Named(NamedTuple):
    """An entry with a name; its depth is the number of # before it, 0 where there are none."""

    name: str
    depth: int
    is_optional: bool


class Template(NamedTuple):
    """Named entries, and the room before each of them and after the last."""

    named: tuple[Named, ...]
    rooms: tuple[Room, ...]

    def room(self, start: int, end: int) -> Room:
        """The room between the named entries `start` (-1: the beginning) and `end`."""
        total = Room(0, 0)
        for room in self.rooms[start + 1 : end + 1]:
            total = total.and_also(room)
        return total


def read_template(entries: Iterable[str]) -> Template:
    """`*` any number, `+` one or more and `?` one unnamed entry; `? name` and `name ?` may be left out."""
    named: list[Named] = []
    rooms = [Room(0, 0)]
    for entry in entries:
        if room := _ROOM.get(entry.strip()):
            rooms[-1] = rooms[-1].and_also(Room(*room))
            continue
        name = entry.strip().removeprefix("? ").removesuffix(" ?").strip()
        wording = name.lstrip("#")
        named.append(Named(wording.strip(), len(name) - len(wording), name != entry.strip()))
        rooms.append(Room(0, 0))
    return Template(tuple(named), tuple(rooms))


class Alignment(NamedTuple):
    """How a series of so many members fits: for each named entry the place that it takes, or None.

    The anchors are the named entries that are in order, each with its place.
    """

    length: int
    places: tuple[int | None, ...]
    anchors: list[tuple[int, int]]

    def around(self, entry: int) -> tuple[int, int]:
        """The places of the anchors before and after a named entry, or those before the first and after the last."""
        before = [place for other, place in self.anchors if other < entry]
        after = [place for other, place in self.anchors if other > entry]
        return before[-1] if before else -1, after[0] if after else self.length


def align(options: Sequence[Sequence[int]], length: int) -> Alignment:
    """Give each named entry one of its `options`, ascending places in the series, each place once.

    In order are as many of them as can be.
    """
    places: list[int | None] = []
    used: set[int] = set()
    last = -1
    for own in options:
        free = [place for place in own if place not in used]
        place = next((place for place in free if place > last), free[0] if free else None)
        places.append(place)
        if place is not None:
            used.add(place)
            last = max(last, place)
    return Alignment(length, tuple(places), _longest_rise(places))


def renamed(
    alignment: Alignment,
    names: Sequence[str],
    series: Sequence[str],
    least: float,
    numbered: Mapping[int, int] | None = None,
) -> dict[int, int]:
    """Named entries without a place, each with that of the member between its neighbours that is most like it.

    `numbered` are the entries whose number a member wears, each with its place: they count for more alike, and stay
    for each other where nothing is alike.
    """
    own = numbered or {}
    taken = {*alignment.places}
    pairs = []
    for entry, name in enumerate(names):
        if alignment.places[entry] is None:
            before, after = alignment.around(entry)
            for place in {*range(before + 1, after)} - taken:
                bonus = _SAME_NUMBER if own.get(entry) == place else 0.0
                likeness = similarity(name, series[place], max(0.0, least - bonus)) + bonus
                if likeness >= least or bonus:
                    pairs.append((likeness, -entry, -place))
    found: dict[int, int] = {}
    for _, entry, place in sorted(pairs, reverse=True):
        if -entry not in found and -place not in found.values():
            found[-entry] = -place
    return found


def _longest_rise(places: Sequence[int | None]) -> list[tuple[int, int]]:
    """The entries of the longest part of the series whose places rise, with their places."""
    ends: list[int] = []  # by length, the lowest place that a rise of it ends with
    rises: list[_Rise] = []
    for entry, place in enumerate(places):
        if place is not None:
            length = bisect_left(ends, place)
            ends[length : length + 1] = [place]
            rises[length : length + 1] = [_Rise(entry, place, rises[length - 1] if length else None)]
    found: list[tuple[int, int]] = []
    rise = rises[-1] if rises else None
    while rise:
        found.append((rise.entry, rise.place))
        rise = rise.before
    return found[::-1]


class _Rise(NamedTuple):
    """The last entry of a rise, and the rise that it goes on from."""

    entry: int
    place: int
    before: _Rise | None

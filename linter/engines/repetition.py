"""Runs that stand twice in a sequence, exactly or nearly, found in time linear in its length."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Alike = Callable[[int, int], bool]

# How far the two copies may get apart at a place where something was added, left out or replaced.
_STEPS = ((1, 1), (0, 1), (1, 0), (0, 2), (2, 0), (2, 2), (1, 2), (2, 1))
_FIRM = 12  # code points of a key that two copies may meet again at


class RepeatedRun(NamedTuple):
    """Pairs of an earlier and a later item, both in order; the two copies may overlap."""

    pairs: tuple[tuple[int, int], ...]

    @property
    def first(self) -> int:
        """Where the first copy starts."""
        return self.pairs[0][0]

    @property
    def end(self) -> int:
        """Behind the last item of the later copy."""
        return self.pairs[-1][1] + 1


class _Places:
    """The first and the latest place of each key, and the latest of each hint."""

    def __init__(self) -> None:
        self._first: dict[str, int] = {}
        self._latest: dict[str, int] = {}
        self._hinted: dict[str, int] = {}

    def add(self, place: int, key: str, hints: Iterable[str]) -> None:
        self._first.setdefault(key, place)
        self._latest[key] = place
        for hint in hints:
            self._hinted[hint] = place

    def of(self, place: int, key: str, hints: Iterable[str], alike: Alike) -> set[int]:
        """Where `key` stands already, or else what a hint leads to and is alike."""
        if key in self._first:
            return {self._first[key], self._latest[key]}
        hinted = {self._hinted[hint] for hint in hints if hint in self._hinted}
        return {other for other in hinted if alike(other, place)}


def repeated_runs(keys: Sequence[str], alike: Alike, hints: Sequence[tuple[str, ...]] = ()) -> list[RepeatedRun]:
    """Maximal runs whose items stand earlier already, the same or alike, with small gaps bridged.

    A run starts at an exact repetition, or where two items share one of their `hints` and are alike; `alike(i, j)` is
    asked about these and about the items at the ends of a run only, so that the number of comparisons does not grow
    faster than the sequence.
    """
    places = _Places()
    runs: list[RepeatedRun] = []
    place = free = 0
    while place < len(keys):
        end = place + 1
        others = places.of(place, keys[place], hints[place] if hints else (), alike)
        if others:
            run = max((_extend(keys, other, place, free, alike) for other in others), key=_length)
            runs.append(run)
            end = free = run.end
        for passed in range(place, end):
            places.add(passed, keys[passed], hints[passed] if hints else ())
        place = end
    return runs


def _length(run: RepeatedRun) -> tuple[int, int]:
    return len(run.pairs), run.first


def _extend(keys: Sequence[str], first: int, later: int, free: int, alike: Alike) -> RepeatedRun:
    """The longest run around the pair; it takes nothing before `free`."""

    def same(one: int, other: int) -> bool:
        return keys[one] == keys[other] or alike(one, other)

    pairs = [(first, later)]
    while first > 0 and later > free and same(first - 1, later - 1):
        first, later = first - 1, later - 1
        pairs.append((first, later))
    pairs.reverse()
    start = pairs[0][1]
    following: tuple[int, int] | None = pairs.pop()
    while following:
        pairs.append(following)
        one, other = following[0] + 1, following[1] + 1
        goes_on = other < len(keys) and same(one, other)
        following = (one, other) if goes_on else _meeting(keys, one, other, start)
    return RepeatedRun(tuple(pairs))


def _meeting(keys: Sequence[str], one: int, other: int, start: int) -> tuple[int, int] | None:
    """Where two copies meet again that differ at `one` and `other`; the later one begins at `start`."""
    for step, further in _STEPS:
        left, right = one + step, other + further
        if right < len(keys) and left < start and keys[left] == keys[right] and len(keys[left]) >= _FIRM:
            return left, right
    return None

"""Runs that stand twice in a sequence, found in time linear in its length."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class RepeatedRun(NamedTuple):
    """`length` items from `later` on repeat those from `first` on; the two may overlap."""

    first: int
    later: int
    length: int


def repeated_runs(keys: Sequence[str], alike: Callable[[int, int], bool]) -> list[RepeatedRun]:
    """Maximal runs whose keys stand earlier already, joined over neighbours that are `alike`.

    A run starts at an exact repetition; `alike(i, j)` is asked about the items at its two ends only, so that the
    number of comparisons does not grow faster than the sequence.
    """
    seen: dict[str, tuple[int, int]] = {}  # key → its first and its latest place
    runs: list[RepeatedRun] = []
    place = free = 0
    while place < len(keys):
        length = 1
        if keys[place] in seen:
            run = max((_extend(keys, first, place, free, alike) for first in set(seen[keys[place]])), key=_length)
            runs.append(run)
            length = run.later + run.length - place
            free = place + length
        for passed in range(place, place + length):
            seen[keys[passed]] = (seen.get(keys[passed], (passed,))[0], passed)
        place += length
    return runs


def _length(run: RepeatedRun) -> tuple[int, int]:
    return run.length, run.first


def _extend(keys: Sequence[str], first: int, later: int, free: int, alike: Callable[[int, int], bool]) -> RepeatedRun:
    """The longest run around the pair; it takes nothing before `free`."""

    def same(one: int, other: int) -> bool:
        return keys[one] == keys[other] or alike(one, other)

    before = 0
    while first - before > 0 and later - before > free and same(first - before - 1, later - before - 1):
        before += 1
    after = 1
    while later + after < len(keys) and same(first + after, later + after):
        after += 1
    return RepeatedRun(first - before, later - before, before + after)

"""The outline of a document, told from the numbers of its headings: orders upside down, levels unlike the series."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.ordinals import RANK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from linter.engines.ordinals import Ordinal

_SERIES = 2  # headings of a series at another level that show that one has left it
_LEVELS = 2  # of a run from which one heading stands out


class Entry(NamedTuple):
    """A heading: its level, counted from 1 down, and its number, if it has one."""

    depth: int
    ordinal: Ordinal | None


def turned(ordinals: Sequence[Ordinal | None]) -> Iterator[int]:
    """The places of ordinals that stand under one of lower rank, which they stand above elsewhere.

    （一） 一、 二、 （二）: the lower style is counted on around a series of the higher one that starts at 1.
    """
    usual = _usual_orders(ordinals)
    for place, (above, ordinal) in enumerate(pairwise(ordinals), 1):
        if above is None or ordinal is None or ordinal.value[-1] != 1:
            continue
        order = (ordinal.style, above.style)
        if _rank(ordinal) < _rank(above) and order in usual and _goes_on(ordinals[place + 1 :], above, ordinal):
            yield place


def _usual_orders(ordinals: Sequence[Ordinal | None]) -> set[tuple[str, str]]:
    """Pairs of styles of which the lower one starts at 1 straight under the higher one."""
    return {
        (upper.style, lower.style)
        for upper, lower in pairwise(ordinals)
        if upper and lower and _rank(upper) < _rank(lower) and lower.value[-1] == 1
    }


def _goes_on(following: Sequence[Ordinal | None], above: Ordinal, ordinal: Ordinal) -> bool:
    """Whether the series of `above` goes on once that of `ordinal` is over."""
    for other in following:
        if other is None or _rank(other) < _rank(ordinal):
            return False
        if other.style == above.style:
            return other.value[-1] == above.value[-1] + 1
    return False


def _rank(ordinal: Ordinal) -> int:
    return RANK.index(ordinal.style)


class Odd(NamedTuple):
    """Entry `place` is numbered as one of a series that stands at level `depth`; `beside` is its neighbour there."""

    place: int
    beside: int
    depth: int


def odd_levels(entries: Sequence[Entry]) -> Iterator[Odd]:
    """The headings whose number belongs to a series of another level, as `## 3.` among `### 1.` `### 2.` `### 4.` does."""
    series: dict[tuple[str, tuple[int, ...]], list[int]] = {}
    for place, entry in enumerate(entries):
        if entry.ordinal:
            series.setdefault((entry.ordinal.style, entry.ordinal.value[:-1]), []).append(place)
    for places in series.values():
        for start, end in _runs(entries, places):
            run, before = places[start:end], places[start - 1 : start]
            for odd in _odd_ones(entries, run):
                if not before or not _begins_again(entries[before[0]], entries[run[0]], odd):
                    yield odd


def _runs(entries: Sequence[Entry], places: list[int]) -> Iterator[tuple[int, int]]:
    """Where headings of one style are numbered on from one to the next, whatever their levels: ranges of `places`."""
    start = 0
    for end in range(1, len(places) + 1):
        if end == len(places) or _number(entries[places[end]]) != _number(entries[places[end - 1]]) + 1:
            yield start, end
            start = end


def _odd_ones(entries: Sequence[Entry], run: list[int]) -> Iterator[Odd]:
    """The one heading of a run that is of another level than all the others."""
    counts = Counter(entries[place].depth for place in run)
    if len(counts) != _LEVELS:
        return
    (depth, many), (_, few) = counts.most_common()
    if many >= _SERIES and few == 1:
        at = next(at for at, place in enumerate(run) if entries[place].depth != depth)
        yield Odd(run[at], run[at - 1] if at else run[1], depth)
    elif many == few == 1 and _stands_under(entries, *run):
        yield Odd(run[1], run[0], entries[run[0]].depth)


def _stands_under(entries: Sequence[Entry], one: int, other: int) -> bool:
    """Whether `other`, deeper than `one`, stands beside or under a heading of lower rank between the two.

    `## 第一章` `### 第一节` `### 第二章`.
    """
    depth, ordinal = entries[other]
    if ordinal is None or depth < entries[one].depth:
        return False
    between = entries[one + 1 : other]
    return any(entry.ordinal and _rank(entry.ordinal) > _rank(ordinal) and entry.depth <= depth for entry in between)


def _begins_again(before: Entry, first: Entry, odd: Odd) -> bool:
    """Whether the run begins with a number that the series at its usual level has just had: 1. and its own part 1."""
    return _number(before) == _number(first) and before.depth == odd.depth


def _number(entry: Entry) -> int:
    return entry.ordinal.value[-1] if entry.ordinal else 0

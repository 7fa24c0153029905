"""Numbers of one or more levels (3, 2.1, 10-4) in families that share all but their last level."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

Value = tuple[int, ...]


class Families(NamedTuple):
    """The last levels of all numbers, in order, by what stands before; made by `families_of`.

    `from_one` tells whether the very first number is 1 on each level, or 0: the numbers are then not a part of others.
    `levels` are the numbers of levels that there are.
    """

    last: dict[Value, list[int]]
    from_one: bool
    levels: frozenset[int]

    def lack(self, value: Value) -> bool:
        """Whether `value` is not there and ought to be, if it is to be anywhere.

        That is where numbers of its family stand on both sides, or the numbers count from 1 on as many levels.
        """
        family = self.last.get(value[:-1], [])
        place = bisect_left(family, value[-1])
        if family[place : place + 1] == [value[-1]]:
            return False
        return 0 < place < len(family) or (self.from_one and len(value) in self.levels)

    def nearest(self, value: Value) -> Value | None:
        """The number of the same family that is nearest to `value`."""
        family = self.last.get(value[:-1], [])
        place = bisect_left(family, value[-1])
        return min(
            ((*value[:-1], number) for number in family[max(0, place - 1) : place + 1]),
            key=lambda other: abs(other[-1] - value[-1]),
            default=None,
        )


def families_of(values: Iterable[Value]) -> Families:
    """Sort numbers, of which there must be one at least, into families."""
    last: dict[Value, list[int]] = {}
    ordered = sorted(set(values))
    for value in ordered:
        last.setdefault(value[:-1], []).append(value[-1])
    return Families(last, max(ordered[0]) <= 1, frozenset(map(len, ordered)))

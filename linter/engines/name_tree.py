r"""Names that have parents, such as places: which names there are, and how two of them are related.

The text of a tree has one name a line, tabs for depth; a line may end in a colon and its children, separated by commas:

    河南省
    \t洛阳市
    \t\t嵩县:大章镇,纸房镇

`full name=short name` gives a child a second name, `-` stands for a level without a name, `#` starts a comment.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

NO_NAME = "-"


Degree = Literal["sibling", "cousin", "relative", "unrelated", "unknown", "other-level"]


class Kinship(NamedTuple):
    """How two names are related, and the nearest parent that they share.

    `unknown` where no tree tells; `other-level` where the one stands higher in the tree than the other.
    """

    degree: Degree
    parent: str


UNRELATED = Kinship("unrelated", "")
UNKNOWN = Kinship("unknown", "")
OTHER_LEVEL = Kinship("other-level", "")
_DEGREES: tuple[Degree, ...] = ("sibling", "cousin", "relative")


class NameTree:
    """Names by their parents; one name may stand under several parents."""

    def __init__(self, text: str) -> None:
        self._parents: list[tuple[str, ...]] = []
        self._readings: dict[str, list[int]] = {}
        self._full_names: dict[str, str] = {}
        self._read(text)
        self.longest = max(map(len, self._readings), default=0)

    def _read(self, text: str) -> None:
        readings = self._readings
        path: list[str] = []
        numbers = [0]
        self._parents.append(())
        for line in text.split("\n"):
            if not line.strip() or line.startswith("#"):
                continue
            indented, _, children = line.partition(":")
            name = indented.lstrip("\t")
            depth = len(indented) - len(name)
            path[depth:] = [name]
            if name != NO_NAME:
                readings.setdefault(name, []).append(numbers[depth])
            number = len(self._parents)
            numbers[depth + 1 :] = [number]
            self._parents.append(tuple(path))
            if not children:
                continue
            if "=" in children:
                self._read_short_names(children)
                children = children.replace("=", ",")
            for child in children.split(","):
                if child in readings:
                    readings[child].append(number)
                else:
                    readings[child] = [number]

    def _read_short_names(self, children: str) -> None:
        for child in children.split(","):
            full_name, _, short_name = child.partition("=")
            if short_name:
                self._full_names.setdefault(short_name, full_name)

    def ending_at(self, text: str, end: int) -> int | None:
        """Where the longest name that ends at `text[:end]` starts, or None."""
        readings = self._readings
        for start in range(max(0, end - self.longest), end):
            if text[start:end] in readings:
                return start
        return None

    def ending_of(self, text: str, start: int) -> int | None:
        """Where the longest name that starts at `text[start:]` ends, or None."""
        for end in range(min(len(text), start + self.longest), start, -1):
            if text[start:end] in self._readings:
                return end
        return None

    @cached_property
    def parents(self) -> tuple[tuple[str, ...], ...]:
        """The parents of the lowest names, the farthest first: one row for each place that has such children."""
        return tuple(path for path in self._parents if len(path) == self._depth)

    @cached_property
    def names(self) -> Collection[str]:
        """Every name on the lowest level, in full and short."""
        lowest = {number for number, path in enumerate(self._parents) if len(path) == self._depth}
        return {name for name, numbers in self._readings.items() if not lowest.isdisjoint(numbers)}

    @cached_property
    def _depth(self) -> int:
        return max(map(len, self._parents))

    def full_name(self, name: str) -> str:
        """The name itself, or the full one of which it is the short form."""
        return self._full_names.get(name, name)

    def short_names(self, name: str) -> list[str]:
        """The short forms of a full name."""
        return [short for short, full in self._full_names.items() if full == name]

    def readings(self, name: str) -> list[tuple[str, ...]]:
        """The parents of each place of this name, the farthest first."""
        return [self._parents[number] for number in self._readings.get(name, ())]


def kinship(one: Iterable[tuple[str, ...]], other: Iterable[tuple[str, ...]]) -> Kinship:
    """The nearest relation between a reading of the one name and a reading of the other."""
    ones, others = list(one), list(other)
    if ones and others and not {len(path) for path in ones} & {len(path) for path in others}:
        return OTHER_LEVEL
    related = [
        (len(path) - shared, path[:shared])
        for path in ones
        for theirs in others
        if len(path) == len(theirs) and (shared := _common(path, theirs))
    ]
    if not related:
        return UNRELATED
    distance, parents = min(related)
    parent = next((name for name in reversed(parents) if name != NO_NAME), "")
    return Kinship(_DEGREES[min(distance, len(_DEGREES) - 1)], parent)


def _common(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How many parents the two share, from the farthest on."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))

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
_MANY = 100  # names that were looked up one by one


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
    """Names by their parents; one name may stand under several parents.

    Only the upper levels are read at once: of the lowest names, which are many, a document has a few.
    """

    def __init__(self, text: str) -> None:
        self._parents: list[tuple[str, ...]] = [()]
        self._children = [""]  # of the same number, as they are written
        self._upper: dict[str, list[int]] = {}
        self._full_names: dict[str, str] = {}
        self._numbers: dict[str, list[int]] = {}
        self._read(text)
        self.names: Collection[str] = set().union(*[children.split(",") for children in self._children if children])
        self._all = self._upper.keys() | self.names
        self.longest = max(map(len, self._all), default=0)

    def _read(self, text: str) -> None:
        path: list[str] = []
        numbers = [0]
        for line in text.split("\n"):
            if not line.strip() or line.startswith("#"):
                continue
            indented, _, children = line.partition(":")
            name = indented.lstrip("\t")
            depth = len(indented) - len(name)
            path[depth:] = [name]
            if name != NO_NAME:
                self._upper.setdefault(name, []).append(numbers[depth])
            numbers[depth + 1 :] = [len(self._parents)]
            self._parents.append(tuple(path))
            if "=" in children:
                self._read_short_names(children)
                children = children.replace("=", ",")
            self._children.append(children)

    def _read_short_names(self, children: str) -> None:
        for child in children.split(","):
            full_name, _, short_name = child.partition("=")
            if short_name:
                self._full_names.setdefault(short_name, full_name)

    def ending_at(self, text: str, end: int) -> int | None:
        """Where the longest name that ends at `text[:end]` starts, or None."""
        for start in range(max(0, end - self.longest), end):
            if text[start:end] in self._all:
                return start
        return None

    def ending_of(self, text: str, start: int) -> int | None:
        """Where the longest name that starts at `text[start:]` ends, or None."""
        for end in range(min(len(text), start + self.longest), start, -1):
            if text[start:end] in self._all:
                return end
        return None

    @cached_property
    def parents(self) -> tuple[tuple[str, ...], ...]:
        """The parents of the lowest names, the farthest first: one row for each place that has such children."""
        return tuple(path for path, children in zip(self._parents, self._children, strict=True) if children)

    def below(self, parent: tuple[str, ...]) -> set[str]:
        """The lowest names under a parent, which is given by the path to it with its own name at the end."""
        places = zip(self._parents, self._children, strict=True)
        under = [children.split(",") for path, children in places if children and path[: len(parent)] == parent]
        return set().union(*under)

    def full_name(self, name: str) -> str:
        """The name itself, or the full one of which it is the short form."""
        return self._full_names.get(name, name)

    def short_names(self, name: str) -> list[str]:
        """The short forms of a full name."""
        return [short for short, full in self._full_names.items() if full == name]

    def readings(self, name: str) -> list[tuple[str, ...]]:
        """The parents of each place of this name, the farthest first."""
        if name not in self._all:
            return []
        if len(self._numbers) > _MANY:
            return [self._parents[number] for number in self._every_number[name]]
        if name not in self._numbers:
            self._numbers[name] = [*self._upper.get(name, ()), *self._lowest(name)]
        return [self._parents[number] for number in self._numbers[name]]

    def _lowest(self, name: str) -> list[int]:
        """The numbers of the places that have a child of this name."""
        return [
            number for number, children in enumerate(self._children) if name in children and name in children.split(",")
        ]

    @cached_property
    def _every_number(self) -> dict[str, list[int]]:
        """The same for all names, for a text that has many."""
        numbers = {name: [*own] for name, own in self._upper.items()}
        for number, children in enumerate(self._children):
            for child in children.split(",") if children else ():
                numbers.setdefault(child, []).append(number)
        return numbers


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

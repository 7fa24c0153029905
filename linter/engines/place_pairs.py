"""A place written right after another as if it lay in it, and does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.engines.gazetteer import LEAF, TOP, lies_in
from linter.engines.name_tree import NO_NAME
from linter.engines.patterns import find_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from linter.engines.gazetteer import Gazetteer, Path, Written
    from linter.engines.patterns import Pattern

_LEVELS = frozenset({(1, 2), (1, 3), (2, 3), (3, 4)})  # of a parent and a child that are written side by side


class Pair(NamedTuple):
    """A parent and the child right behind it; `right` are the parents that the child has."""

    parent: Written
    child: Written
    right: tuple[str, ...]


def misplaced(text: str, gazetteer: Gazetteer, ends: Pattern, sorts: Sequence[str]) -> Iterator[Pair]:
    """The pairs that do not exist; `ends` finds where a parent may end.

    A place that has exchanged one of `sorts`, its ending, for another since the list was made is the same place.
    """
    for found in find_all(ends, text):
        parent = gazetteer.ending_at(text, found.end())
        child = parent and gazetteer.starting_at(text, parent.end)
        if parent and child and not _may_exist(text, gazetteer, parent, child, sorts):
            right = _right_parents(parent, child)
            if right or _are_of_the_top(text, parent, child, sorts):
                yield Pair(parent, child, right)


def _may_exist(text: str, gazetteer: Gazetteer, parent: Written, child: Written, sorts: Sequence[str]) -> bool:
    """Whether the parent has the child, or one that is called so up to its ending, or one with a shorter name."""
    name = text[child.start : child.end]
    core = next((name.removesuffix(sort) for sort in sorts if name.endswith(sort)), name)
    levels = {len(place) for place in child.places}
    changed = (place for sort in sorts for place in gazetteer.places(core + sort) if len(place) in levels)
    shorter = (
        place for end in range(child.start + 2, child.end) for place in gazetteer.places(text[child.start : end])
    )
    return any(lies_in(place, above) for place in (*child.places, *changed, *shorter) for above in parent.places)


def _right_parents(parent: Written, child: Written) -> tuple[str, ...]:
    """Where the child lies, on the level of the parent or above it: those places that are nearest to the parent."""
    found = [
        (_shared(above, place), next(name for name in place[len(above) - 1 :: -1] if name != NO_NAME))
        for above in parent.places
        for place in child.places
        if (len(above), len(place)) in _LEVELS
    ]
    nearest = max((shared for shared, _ in found), default=0)
    return tuple(dict.fromkeys(name for shared, name in found if shared == nearest))


def _shared(one: Path, other: Path) -> int:
    """How many names two paths begin with alike."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _are_of_the_top(text: str, parent: Written, child: Written, sorts: Sequence[str]) -> bool:
    """Whether both are full names of the highest level, and the second, of one of `sorts`, is of another sort."""
    if parent.is_bare or child.is_bare or text[parent.end - 1] == text[child.end - 1]:
        return False
    is_lower = text.endswith(tuple(sorts), child.start, child.end)
    return is_lower and all(len(place) == TOP for place in (*parent.places, *child.places))


def is_lowest(pair: Pair) -> bool:
    """Whether the child is of the lowest level."""
    return all(len(place) == LEAF for place in pair.child.places)

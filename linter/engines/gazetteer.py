"""Places at every level of a tree of names, as they are written: in full, shortened, or bare of what sort they are."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.name_tree import NO_NAME
from linter.engines.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from linter.engines.name_tree import NameTree
    from linter.engines.patterns import Pattern

    Path = tuple[str, ...]

TOP, LEAF = 1, 4  # how many names there are in the path of a place of the highest level, and of the lowest
_BARE = 2  # levels whose names may be bare of their sort
_SHORTEST = 2  # code points of a name


class Written(NamedTuple):
    """A name at `text[start:end]` and the places that bear it, each as the path to it with its own name at the end."""

    start: int
    end: int
    places: Sequence[Path]
    is_bare: bool = False


@lru_cache(maxsize=2)  # two rules with the same list share it
def gazetteer_of(tree: NameTree, shortened: tuple[tuple[str, str], ...], sort: str) -> Gazetteer:
    """The places of a tree, with the rewritings and the sort as patterns."""
    rewritings = [(compile_pattern(pattern), text) for pattern, text in shortened]
    return Gazetteer(tree, rewritings, compile_pattern(sort))


class Gazetteer:
    """The places of a tree whose lowest names have three parents; a level without a name keeps its place in a path.

    `shortened` are rewritings that give a name of an upper level a second form; `sort` is what a name of the highest
    levels may leave out at its end.
    """

    def __init__(self, tree: NameTree, shortened: Sequence[tuple[Pattern, str]], sort: Pattern) -> None:
        self._tree = tree
        self._sort = sort
        self._full: dict[str, list[Path]] = {}
        for path in dict.fromkeys(parents[:length] for parents in tree.parents for length in range(TOP, LEAF)):
            if path[-1] == NO_NAME:
                continue
            for form in dict.fromkeys([path[-1], *(pattern.sub(text, path[-1]) for pattern, text in shortened)]):
                self._full.setdefault(form, []).append(path)
        self._longest = max(map(len, self._full), default=0)

    @cached_property
    def _bare(self) -> dict[str, list[Path]]:
        bare: dict[str, list[Path]] = {}
        for form, paths in self._full.items():
            for path in paths if len(paths[0]) <= _BARE or len(paths[-1]) <= _BARE else ():
                name = self._sort.sub("", form) if len(path) <= _BARE else ""
                if len(name) >= _SHORTEST and path not in bare.get(name, ()):
                    bare.setdefault(name, []).append(path)
        return bare

    @cached_property
    def _last(self) -> set[str]:
        """What names end with."""
        return {name[-1] for name in (*self._full, *self._tree.names)}

    def places(self, name: str) -> list[Path]:
        """Every place of this full name."""
        lowest = ((*parents, self._tree.full_name(name)) for parents in self._tree.readings(name))
        return list(dict.fromkeys([*self._full.get(name, ()), *lowest]))

    def below(self, parent: Path) -> set[str]:
        """The names of all places that lie in one, down to the lowest level."""
        upper = {path[-1] for paths in self._full.values() for path in paths if lies_in(path, parent)}
        return upper | self._tree.below(parent)

    def named_in(self, text: str) -> Iterator[Path]:
        """The places of every level that a text names in full."""
        for end in range(_SHORTEST, len(text) + 1):
            if text[end - 1] in self._last:
                start = self._tree.ending_at(text, end)
                upper = self.ending_at(text, end)
                own = self.places(text[start:end]) if start is not None else []
                yield from dict.fromkeys([*own, *(upper.places if upper and not upper.is_bare else ())])

    def ending_at(self, text: str, end: int) -> Written | None:
        """The longest name of an upper level that ends there; one that is bare only where no full one does."""
        slices = [(start, end) for start in range(max(0, end - self._longest), end - _SHORTEST + 1)]
        return _first(text, slices, self._full.get) or _first(text, slices, self._bare.get, is_bare=True)

    def starting_at(self, text: str, start: int) -> Written | None:
        """The longest name that starts there, of any level; one that is bare only where no full one does."""
        longest = min(len(text) - start, max(self._longest, self._tree.longest))
        slices = [(start, start + length) for length in range(longest, _SHORTEST - 1, -1)]
        return _first(text, slices, self.places) or _first(text, slices, self._bare.get, is_bare=True)

    def chain_at(self, text: str, start: int) -> Written | None:
        """The places of the last of the full names that follow each other from there on, each lying in the one before."""
        last: Written | None = None
        while (found := self.starting_at(text, start)) and not found.is_bare:
            inside = [place for place in found.places if last is None or any(lies_in(place, p) for p in last.places)]
            if not inside:
                break
            last, start = found._replace(places=inside), found.end
        return last


def _first(
    text: str,
    slices: Sequence[tuple[int, int]],
    places: Callable[[str], Sequence[Path] | None],
    *,
    is_bare: bool = False,
) -> Written | None:
    for start, end in slices:
        if found := places(text[start:end]):
            return Written(start, end, found, is_bare)
    return None


def lies_in(place: Path, parent: Path) -> bool:
    """Whether the path to `place` goes through `parent`."""
    return len(place) > len(parent) and place[: len(parent)] == parent

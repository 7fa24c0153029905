"""Names in running text: where one stands, what it is to the text around it, and how two of them are related."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.name_tree import UNKNOWN, Kinship, NameTree, kinship
from linter.engines.patterns import find_all
from linter.engines.similarity import shared_length

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from linter.engines.contexts import Contexts
    from linter.engines.patterns import Pattern

NAME = "name"
_SEPARATOR = "\n\n"
_ALIKE = 2  # characters at the end of names of one sort that say what is named
_LONG_END = 8  # characters at the end of two names that tell alone that they are of a kind
_CORE = 4  # characters in which two of a kind may differ


class Mention(NamedTuple):
    """A name at `text[start:end]`; names of different sorts are not compared."""

    text: str
    start: int
    end: int
    sort: str = NAME

    @property
    def name(self) -> str:
        """The name as it is written."""
        return self.text[self.start : self.end]

    def stands_in(self, contexts: Contexts) -> bool:
        """Whether one of the contexts holds around it."""
        return contexts.hold(self.text, self.start, self.end)


class Names(NamedTuple):
    """How to see and to judge names.

    `patterns` has for each sort of names what finds one, by its group `name`; with a `tree`, a pattern without the group
    finds where a listed name may end. `tree` is asked for when a name may stand somewhere, and is None where no list of
    names is known. `tail` is what belongs to a name and follows it, such as the office of a place. A name that is not
    listed may be `short` for another one: its characters stand in the other in their order. `distinct` finds what tells a
    name that is not listed from a common word, `kinds` the end of one that says what is named, `proper` one that is surely a name without a place.
    """

    patterns: Mapping[str, Pattern]
    tree: Callable[[], NameTree] | None
    least: int
    own: Contexts
    other: Contexts
    certain: Contexts
    doubtful: Pattern | None
    between: Pattern | None
    aliases: tuple[tuple[Pattern, str], ...]
    tail: Pattern | None = None
    short: bool = False
    distinct: Pattern | None = None
    kinds: Pattern | None = None
    proper: Pattern | None = None

    def is_listed(self, sort: str) -> bool:
        """Whether the names of this sort are those of the tree."""
        return self.tree is not None and "name" not in self.patterns[sort].groupindex

    def find(self, text: str, sorts: Iterable[str] = ()) -> Iterator[Mention]:
        """The names in `text`, of some `sorts` or of all, each the longest that ends at its place."""
        for sort in sorts or self.patterns:
            for found in find_all(self.patterns[sort], text):
                start, end = found.span("name" if "name" in found.re.groupindex else 0)
                if self.tree and self.is_listed(sort):
                    known = self.tree().ending_at(text, end)
                else:
                    start = self._first_place(text, start, end)
                    known = start if self.distinct is None or self.distinct.search(text, start, end) else None
                if known is not None and end - known >= self.least:
                    yield Mention(text, known, end, sort)

    def _first_place(self, text: str, start: int, end: int) -> int:
        """Where the first listed name within `text[start:end]` starts, as words before it belong to no name; else `start`."""
        if self.tree is None or end - start <= self.least:
            return start
        tree, name = self.tree(), text[start:end]
        if tree.ending_of(name, 0):
            return start
        ends = ((place, tree.ending_of(name, place)) for place in range(1, len(name) - self.least))
        return next((start + place for place, found in ends if found and found - place >= self.least), start)

    def find_among(self, texts: Sequence[str], sorts: Iterable[str]) -> Iterator[tuple[int, Mention]]:
        """The names of `sorts` in many texts, each with the number of its text; one search finds the texts to look at."""
        joined = _SEPARATOR.join(texts)
        starts = [0, *accumulate(len(text) + len(_SEPARATOR) for text in texts)]
        for sort in sorts:
            numbers = dict.fromkeys(
                number
                for found in find_all(self.patterns[sort], joined)
                for number in range(bisect_right(starts, found.start()) - 1, bisect_left(starts, found.end()))
            )
            for number in numbers:
                yield from ((number, mention) for mention in self.find(texts[number], (sort,)))

    def plain(self, name: str) -> str:
        """The name as it is compared: in full, after the rewritings of aliases, whatever its case."""
        if self.tree:
            name = self.tree().full_name(name)
        for pattern, text in self.aliases:
            name = pattern.sub(text, name)
        return name.casefold()

    def core(self, mention: Mention) -> str:
        """The name as it is compared, without the places above the one that it belongs to."""
        return self.plain(mention.name if self.is_listed(mention.sort) else "".join(self.place_and_rest(mention.name)))

    def are_same(self, one: Mention, other: Mention) -> bool:
        """Whether both mean the same, as a name and its short form do: one has every word of the other."""
        written, others = self.plain(one.name), self.plain(other.name)
        if self.short and not self.is_listed(one.sort):
            return _holds(written, others) or _holds(others, written)
        words, other_words = set(written.split()), set(others.split())
        return words <= other_words or other_words <= words

    def stands_in(self, mention: Mention, contexts: Contexts) -> bool:
        """Whether one of the contexts holds around the name, or around the name and its tail."""
        if mention.stands_in(contexts):
            return True
        tail = self.tail.match(mention.text, mention.end) if self.tail else None
        return bool(tail and tail.end() > mention.end and contexts.hold(mention.text, mention.start, tail.end()))

    def is_anothers(self, mention: Mention) -> bool:
        """Whether the name is rightly another's, or perhaps no name at all."""
        if mention.stands_in(self.other):
            return True
        if self.doubtful is None or not self.doubtful.search(mention.name):
            return False
        return not (self.stands_in(mention, self.own) or mention.stands_in(self.certain))

    def are_listed_together(self, one: Mention, following: Mention) -> bool:
        """Whether nothing but a separator stands between the two."""
        if self.between is None or one.text is not following.text:
            return False
        return self.between.fullmatch(one.text, one.end, following.start) is not None

    def relation(self, one: Mention, other: Mention) -> Kinship:
        """How the two are related: listed names by the nearest of their readings, others by the places they begin with."""
        if not self.tree:
            return UNKNOWN
        if self.is_listed(one.sort):
            return kinship(_readings(self.tree(), one), _readings(self.tree(), other))
        place, rest = self.place_and_rest(one.name)
        other_place, other_rest = self.place_and_rest(other.name)
        if not place or not other_place or place == other_place or rest[-_ALIKE:] != other_rest[-_ALIKE:]:
            return UNKNOWN
        apart = kinship(self.tree().readings(place), self.tree().readings(other_place))
        return apart if apart.degree == "other-level" else Kinship("sibling", "")

    def short_names(self, name: str, sort: str) -> list[str]:
        """The short forms of a listed name."""
        return self.tree().short_names(name) if self.tree and self.is_listed(sort) else []

    def names_another_place(self, mention: Mention, name: str) -> bool:
        """Whether a name of the list ends where the mention does, or begins it and not the other `name`."""
        if self.tree and self.is_listed(mention.sort):
            start = self.tree().ending_at(mention.text, mention.end)
            return start is not None and start <= mention.start
        place = self.place_and_rest(mention.name)[0]
        return bool(place) and place != self.place_and_rest(name)[0]

    def begins_before(self, mention: Mention) -> bool:
        """Whether a listed name ends within the mention and begins before it."""
        ends = range(mention.start + 1, mention.end + 1) if self.tree else ()
        starts = [self.tree().ending_at(mention.text, end) for end in ends if self.tree]
        return any(start is not None and start < mention.start for start in starts)

    def without_places(self, name: str, sort: str) -> list[str]:
        """What is left of a name that is not listed behind each of the listed names that it begins with."""
        rests, start = [], 0
        while self.tree and not self.is_listed(sort) and (end := self.tree().ending_of(name, start)):
            start = end
            rests.append(name[start:])
        return [rest for rest in rests if rest and not rest[0].isspace()]

    def is_name(self, mention: Mention) -> bool:
        """Whether it is a name and no common word."""
        return self.doubtful is None or not self.doubtful.search(mention.name) or mention.stands_in(self.certain)

    def differ_inside(self, one: Mention, other: Mention) -> bool:
        """Whether two names begin alike and end alike, or end alike for long, as the names of two of a kind do.

        Where one character alone differs, the one may be a slip for the other.
        """
        start = shared_length(one.name, other.name)
        rests = [one.name[start:], other.name[start:]]
        end = shared_length(rests[0][::-1], rests[1][::-1])
        is_alike = start >= _ALIKE <= end or end >= _LONG_END
        cores = [len(rest) - end for rest in rests]
        return is_alike and min(cores) > 0 and 1 < max(cores) <= _CORE

    def is_proper(self, mention: Mention) -> bool:
        """Whether it is listed, begins with a listed name, or is `proper`."""
        if self.is_listed(mention.sort) or self.begins_with_place(mention.name, mention.sort):
            return True
        return self.proper is not None and self.proper.search(mention.name) is not None

    def are_of_kind(self, one: Mention, other: Mention) -> bool:
        """Whether two names are of one kind: both are listed, or end in the same `kinds`, or differ in their places alone."""
        if self.is_listed(one.sort):
            return True
        name, other_name = self.plain(one.name), self.plain(other.name)
        found, others = (self.kinds.search(text) if self.kinds else None for text in (name, other_name))
        if found and others and found[0] == others[0]:
            return True
        place, rest = self.place_and_rest(name)
        other_place, other_rest = self.place_and_rest(other_name)
        return bool(place and other_place and place != other_place) and (
            _holds(rest, other_rest) or _holds(other_rest, rest)
        )

    def begins_with_place(self, name: str, sort: str) -> bool:
        """Whether a name that is not listed begins with one that is."""
        return self.tree is not None and not self.is_listed(sort) and bool(self.place_and_rest(name)[0])

    def are_twins(self, one: Mention, other: Mention) -> bool:
        """Whether two names that are not listed differ in the places that they begin with, and in nothing else."""
        place, rest = self.place_and_rest(self.plain(one.name))
        other_place, other_rest = self.place_and_rest(self.plain(other.name))
        return bool(place and other_place) and place != other_place and rest == other_rest != ""

    def place_before(self, text: str, end: int) -> int | None:
        """Where the longest listed name that ends there starts."""
        return self.tree().ending_at(text, end) if self.tree else None

    def place_and_rest(self, name: str) -> tuple[str, str]:
        """The last of the listed names that a name begins with, and what follows them."""
        place, start = "", 0
        while self.tree and (end := self.tree().ending_of(name, start)):
            place, start = name[start:end], end
        return place, name[start:]


def _holds(long: str, short: str) -> bool:
    """Whether the characters of the second stand in the first in their order, the last one at its end."""
    left = iter(long)
    return long[-1:] == short[-1:] and all(character in left for character in short)


def _readings(tree: NameTree, mention: Mention) -> list[tuple[str, ...]]:
    """The readings of a name; only those with a parent that is written right before it, where there is one."""
    readings = tree.readings(mention.name)
    return [reading for reading in readings if any(_stands_before(mention, parent) for parent in reading)] or readings


def _stands_before(mention: Mention, parent: str) -> bool:
    return mention.text.startswith(parent, max(0, mention.start - len(parent)), mention.start)

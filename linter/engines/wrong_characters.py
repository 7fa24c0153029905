"""Words in which one character stands for another that sounds or looks like it: 管里 for 管理, 持知以恒 for 持之以恒."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.occurrences import occurrences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    Rows = Iterable[Sequence[str]]

_PAIR = 2
_PHRASE = 4  # characters of a set phrase; a slip leaves its first or its last two as they are


class Slip(NamedTuple):
    """`text[start:end]` is written for `right`."""

    start: int
    end: int
    right: str


class WrongCharacters:
    """Slips in words of two characters, as listed, and in set phrases of four, by any character that is like the right one.

    The rows are: `slips` a word and what is written for it, between blanks; `phrases` a phrase and other phrases that
    are near it and right; `alike` a name and characters that are taken for one another; `words` a character and those
    that make a word with it when they follow it.
    """

    def __init__(self, slips: Rows, phrases: Rows, alike: Rows, words: Callable[[], Rows]) -> None:
        self._right = {wrong: word for word, wrongs in slips for wrong in wrongs.split()}
        self._rows_of_words = words  # long, and asked for only where a slip may stand
        self._groups: dict[str, set[str]] = defaultdict(set)
        for name, characters in alike:
            for character in characters:
                self._groups[character].add(name)
        self._by_half: dict[str, list[str]] = defaultdict(list)
        self._known: set[str] = set()
        for phrase, *others in phrases:
            self._known |= {phrase, *(other for row in others for other in row.split())}
            self._by_half[phrase[:_PAIR]].append(phrase)
            self._by_half[phrase[_PAIR:]].append(phrase)

    @cached_property
    def _words(self) -> dict[str, str]:
        return {row[0]: row[1] for row in self._rows_of_words()}

    def find(self, text: str) -> Iterator[Slip]:
        """The slips in a text, in no order."""
        pairs = {text[place : place + _PAIR] for place in range(len(text) - 1)}
        for pair in pairs & self._right.keys():
            for start in occurrences(text, pair):
                if not self._is_of_other_words(text, start):
                    yield Slip(start, start + _PAIR, self._right[pair])
        for pair in pairs & self._by_half.keys():
            for place in occurrences(text, pair):
                for phrase in self._by_half[pair]:
                    start = place if phrase.startswith(pair) else place - _PAIR
                    if start >= 0 and self._is_slip(text, start, phrase):
                        yield Slip(start, start + _PHRASE, phrase)

    def _is_of_other_words(self, text: str, start: int) -> bool:
        """Whether one of the two characters makes a word with what stands beside them."""
        return self._is_word(text, start - 1) or self._is_word(text, start + 1)

    def _is_word(self, text: str, start: int) -> bool:
        return 0 <= start < len(text) - 1 and text[start + 1] in self._words.get(text[start], "")

    def _is_slip(self, text: str, start: int, phrase: str) -> bool:
        """Whether one character of what stands there is another, like the right one, and no end of a word before it."""
        written = text[start : start + _PHRASE]
        if len(written) != _PHRASE or written in self._known:
            return False
        places = [place for place in range(_PHRASE) if written[place] != phrase[place]]
        if len(places) != 1 or not self._are_alike(written[places[0]], phrase[places[0]]):
            return False
        return places[0] > 0 or not self._is_word(text, start - 1)

    def _are_alike(self, one: str, other: str) -> bool:
        return not self._groups.get(one, set()).isdisjoint(self._groups.get(other, set()))

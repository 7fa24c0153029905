"""Words that are always wrong, or between some neighbours, or since some year: where they stand in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.engines.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from linter.engines.patterns import Pattern


class WrongWord(NamedTuple):
    """A word, what to write instead, and what may not stand before and after it, and what must stand after it.

    It was right up to the end of `year`, if that is not 0.
    """

    word: str
    right: str
    not_before: Pattern | None
    not_after: Pattern | None
    after: Pattern | None
    year: int

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where it stands in a text between such neighbours."""
        start = text.find(self.word)
        while start >= 0:
            end = start + len(self.word)
            if self._is_between(text, start, end):
                yield start, end
            start = text.find(self.word, end)

    def _is_between(self, text: str, start: int, end: int) -> bool:
        if self.not_before and self.not_before.match(text, start):
            return False
        if self.not_after and self.not_after.match(text, end):
            return False
        return self.after is None or self.after.match(text, end) is not None


def wrong_words(rows: Iterable[Sequence[str]]) -> list[WrongWord]:
    """Rows: word, right word, pattern that may not stand before it, that may not and that must stand after it, year.

    A word that starts with (one|other) stands for several, with `$1` in the right word for what is chosen.
    """
    words = []
    for row in rows:
        word, right, not_before, not_after, after, year = (*row, "", "", "", "", "")[:6]
        neighbours = (
            late_pattern(f"(?<={not_before})") if not_before else None,
            late_pattern(not_after) if not_after else None,
            late_pattern(after) if after else None,
        )
        for chosen, written in _expanded(word):
            words.append(WrongWord(written, right.replace("$1", chosen), *neighbours, int(year or 0)))
    return words


def _expanded(word: str) -> Iterator[tuple[str, str]]:
    """The words that a row stands for, each with what is chosen for it."""
    choices, bracket, rest = word.removeprefix("(").partition(")")
    if not bracket:
        yield "", word
        return
    for chosen in choices.split("|"):
        yield chosen, chosen + rest


def present_in(text: str, words: Iterable[WrongWord]) -> list[WrongWord]:
    """The words that stand in a text; most are told not to by one of their characters."""
    characters = set(text)
    return [word for word in words if characters.issuperset(word.word) and word.word in text]


def found_in(text: str, words: Iterable[WrongWord]) -> list[tuple[int, int, WrongWord]]:
    """Where some of the words stand in a text, as (start, end, word) in order; of those at one place the longest first."""
    found = [(start, end, word) for word in words for start, end in word.find(text)]
    return sorted(found, key=lambda one: (one[0], -one[1]))

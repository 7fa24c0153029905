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
    """Rows: word, right word, pattern that may not stand before it, that may not and that must stand after it, year."""
    words = []
    for row in rows:
        word, right, not_before, not_after, after, year = (*row, "", "", "", "", "")[:6]
        words.append(
            WrongWord(
                word,
                right,
                late_pattern(f"(?<={not_before})") if not_before else None,
                late_pattern(not_after) if not_after else None,
                late_pattern(after) if after else None,
                int(year or 0),
            )
        )
    return words


def found_in(text: str, words: Iterable[WrongWord]) -> list[tuple[int, int, WrongWord]]:
    """Where some of the words stand in a text, as (start, end, word) in order; of those at one place the longest first."""
    found = [(start, end, word) for word in words for start, end in word.find(text)]
    return sorted(found, key=lambda one: (one[0], -one[1]))

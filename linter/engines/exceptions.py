"""Words that a rule lets pass, given as patterns between word boundaries."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from linter.engines.patterns import BOUNDARY, any_of, late, late_pattern, lies_within

if TYPE_CHECKING:
    from collections.abc import Collection

    from linter.engines.patterns import Pattern

_BLANK = late(r"\s|\\s")


class Exceptions:
    """The patterns, the longest of them first; each minds the case of letters unless it begins with `(?i)`."""

    def __init__(self, patterns: Collection[str]) -> None:
        self.patterns = sorted(patterns, key=lambda pattern: (-len(pattern), pattern))
        phrases = [pattern for pattern in self.patterns if _BLANK.search(pattern)]
        self._found = late_pattern(_between_boundaries(self.patterns), parts=self.patterns) if patterns else None
        self._phrases = late_pattern(_between_boundaries(phrases), ignore_case=True) if phrases else None

    def or_else(self, pattern: str, *, ignore_case: bool = False) -> Pattern:
        """A pattern for each of them and, elsewhere, what `pattern` matches."""
        either = f"{_between_boundaries(self.patterns)}|{pattern}" if self.patterns else pattern
        return late_pattern(either, ignore_case=ignore_case)

    def found_in(self, text: str) -> bool:
        """Whether one of them stands anywhere in `text`."""
        return self._found is not None and self._found.search(text) is not None

    def cover(self, text: str, start: int, end: int) -> bool:
        """Whether `text[start:end]` holds one of them, or lies within one of more than one word, in any case."""
        if self.found_in(text[start:end]):
            return True
        return self._phrases is not None and lies_within(self._phrases, text, start, end)

    def spelling(self, word: str) -> str | None:
        """The exception that `word` is in other letters, else the word itself if one is found inside it, else None."""
        for text, pattern in self._each:
            if text.lower() == word.lower():
                return text
            if pattern.search(word):
                return word
        return None

    @cached_property
    def _each(self) -> list[tuple[str, Pattern]]:
        return [(pattern, late_pattern(pattern)) for pattern in self.patterns]


def _between_boundaries(patterns: Collection[str]) -> str:
    return f"{BOUNDARY}(?:{any_of(patterns)}){BOUNDARY}"

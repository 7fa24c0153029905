"""Patterns of what is wrong, each with what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from linter.engines.patterns import BOUNDARY, any_of, find_all, late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Swap(NamedTuple):
    """`text[start:end]` is wrong, and `expected` is right."""

    start: int
    end: int
    expected: str


class Swaps:
    """Patterns and their replacements, in which `$1` is the first group; the longest pattern is tried first.

    All are searched together, so a pattern refers to its own groups by name. `nonword` finds them inside words as well.
    """

    def __init__(self, swap: Mapping[Any, str], *, nonword: bool = True, ignore_case: bool = False) -> None:
        swaps = sorted(swap.items(), key=lambda pair: -len(pair[0]))
        boundary = "" if nonword else BOUNDARY
        wrong = any_of(pattern for pattern, _ in swaps)
        self._every = late_pattern(f"{boundary}(?:{wrong}){boundary}", ignore_case=ignore_case, parts=tuple(swap))
        self._each = [
            (late_pattern(f"(?:{pattern}){boundary}", ignore_case=ignore_case), right.replace("$", "\\"))
            for pattern, right in swaps
        ]

    def find(self, text: str) -> Iterator[Swap]:
        """Every place that is not right already; raises `TimeoutError` past the time limit."""
        for found in find_all(self._every, text):
            expected = self._expected(text, found.start())
            if expected != found[0]:
                yield Swap(*found.span(), expected)

    def _expected(self, text: str, start: int) -> str:
        """What the first pattern that matches here wants."""
        matches = ((pattern.match(text, start), right) for pattern, right in self._each)
        return next(str(match.expand(right)) for match, right in matches if match)

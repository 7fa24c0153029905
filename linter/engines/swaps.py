"""Patterns of what is wrong, each with what to write instead."""

from __future__ import annotations

from functools import cached_property, partial
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from linter.engines.patterns import BOUNDARY, find_all, late_pattern
from linter.engines.required import needs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from linter.engines.patterns import Pattern


class Swap(NamedTuple):
    """`text[start:end]` is wrong, and `expected` is right."""

    start: int
    end: int
    expected: str


class Swaps:
    """Patterns and their replacements, in which `$1` is the first group; of two that overlap, the longer pattern wins.

    Each is searched only where a text holds what it needs. `nonword` finds them inside words as well.
    """

    def __init__(self, swap: Mapping[Any, str], *, nonword: bool = True, ignore_case: bool = False) -> None:
        boundary = "" if nonword else BOUNDARY
        self._swaps = [
            (
                late_pattern(f"{boundary}(?:{pattern}){boundary}", ignore_case=ignore_case),
                right.replace("$", "\\"),
                partial(needs_of, pattern, ignore_case=ignore_case),
            )
            for pattern, right in sorted(swap.items(), key=lambda pair: -len(pair[0]))
        ]

    @cached_property
    def _each(self) -> list[tuple[Pattern, str, tuple[str, ...]]]:
        return [(pattern, right, needs()) for pattern, right, needs in self._swaps]

    def find(self, text: str) -> Iterator[Swap]:
        """Every place that is not right already; raises `TimeoutError` past the time limit."""
        found = [
            (match.start(), order, match, right)
            for order, (pattern, right, needs) in enumerate(self._each)
            if not needs or any(need in text for need in needs)
            for match in find_all(pattern, text)
        ]
        end = 0
        for start, _, match, right in sorted(found, key=itemgetter(0, 1)):
            if start < end:
                continue
            end = match.end()
            expected = str(match.expand(right))
            if expected != match[0]:
                yield Swap(start, end, expected)

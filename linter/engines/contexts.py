"""Patterns around a name: `依托{name}党政办`, `^Township of {name}`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.engines.patterns import PatternError, any_of, late_pattern, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.engines.patterns import Pattern

HOLE = "{name}"


class Contexts(NamedTuple):
    """What may stand before and after a name, compiled; made by `compile_contexts`."""

    pairs: tuple[tuple[Pattern | None, Pattern | None], ...]

    def hold(self, text: str, start: int, end: int) -> bool:
        """Whether the name at `text[start:end]` stands in one of these contexts."""
        return any(_matches(before, text, start) and _matches(after, text, end) for before, after in self.pairs)


def compile_contexts(contexts: Iterable[str]) -> Contexts:
    """Compile patterns that each hold `{name}` once; raises `PatternError`.

    Contexts that say something on one side only are joined into one pattern a side.
    """
    before_only: list[str] = []
    after_only: list[str] = []
    pairs: list[tuple[Pattern | None, Pattern | None]] = []
    for context in contexts:
        before, hole, after = context.partition(HOLE)
        if not hole or HOLE in after:
            raise PatternError(f"a context must hold {HOLE} once: {shorten(context)!r}")
        if before and after:
            pairs.append((_before(before), late_pattern(after)))
        elif before:
            before_only.append(before)
        else:
            after_only.append(after)
    if before_only:
        pairs.append((_before(any_of(before_only)), None))
    if after_only:
        pairs.append((None, late_pattern(any_of(after_only))))
    return Contexts(tuple(pairs))


def _before(pattern: str) -> Pattern:
    return late_pattern(f"(?<={pattern})")


def _matches(pattern: Pattern | None, text: str, place: int) -> bool:
    return pattern is None or pattern.match(text, place) is not None

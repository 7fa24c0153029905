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
    """Compile patterns that each hold `{name}` once; raises `PatternError`."""
    return Contexts(tuple(map(_pair, contexts)))


def _pair(context: str) -> tuple[Pattern | None, Pattern | None]:
    before, hole, after = context.partition(HOLE)
    if not hole or HOLE in after:
        raise PatternError(f"a context must hold {HOLE} once: {shorten(context)!r}")
    return (
        late_pattern(f"(?<={any_of([before])})", parts=[context]) if before else None,
        late_pattern(after, parts=[context]) if after else None,
    )


def _matches(pattern: Pattern | None, text: str, place: int) -> bool:
    return pattern is None or pattern.match(text, place) is not None

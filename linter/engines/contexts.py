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
            pairs.append((_before([before], [context]), late_pattern(after, parts=[context])))
        elif before:
            before_only.append(context)
        else:
            after_only.append(context)
    if before_only:
        pairs.append((_before([context.removesuffix(HOLE) for context in before_only], before_only), None))
    if after_only:
        after = any_of(context.removeprefix(HOLE) for context in after_only)
        pairs.append((None, late_pattern(after, parts=after_only)))
    return Contexts(tuple(pairs))


def _before(patterns: list[str], contexts: list[str]) -> Pattern:
    return late_pattern(f"(?<={any_of(patterns)})", parts=contexts)


def _matches(pattern: Pattern | None, text: str, place: int) -> bool:
    return pattern is None or pattern.match(text, place) is not None

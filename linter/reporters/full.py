"""For people: the line with carets under the place, the headings over it, the related places, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wcwidth import wcswidth, wcwidth

from linter.rows.line import line_of
from linter.rows.terminal import painter, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from linter.diagnostic import Diagnostic, Excerpt
    from linter.outcome import Outcome

_WIDTH = 76  # display cells of a source line that are shown
_LEAD = 16  # of them, at the least, before the place where a line is cut


def report(outcome: Outcome) -> str:
    """A paragraph a diagnostic, with a blank line after each."""
    return "".join("\n".join([*_lines(found, outcome), "", ""]) for found in outcome.diagnostics)


def _lines(found: Diagnostic, outcome: Outcome) -> Iterator[str]:
    paint = painter(is_coloured=outcome.is_coloured)
    yield line_of(found, found.start.column, found.level, is_coloured=outcome.is_coloured)
    margin = " " * len(str(max([found.start.line, *(other.start.line for other in found.related)])))
    page = [f"p. {found.page}"] if found.page else []
    if page or found.heading:
        yield f"{margin} ┆ {' › '.join([*page, *map(plain, found.heading)])}"
    if found.excerpt:
        yield from _excerpt(found.excerpt, found.start.line, margin, lambda cells: paint("^" * cells, found.level))
    for other in found.related:
        yield f"{margin} ├ {plain(other.path)}:{other.start.line}:{other.start.column}: {plain(other.message)}".rstrip(
            ": "
        )
        yield from _excerpt(other.excerpt, other.start.line, margin, lambda cells: paint("-" * cells, "faint"))
    if found.help:
        yield f"{margin} = {plain(found.help)}"


def _excerpt(excerpt: Excerpt, line: int, margin: str, mark: Callable[[int], str]) -> Iterator[str]:
    """The line and the carets, both cut to the same window of display cells."""
    text = plain(excerpt.text)
    start, end = _window(text, excerpt.start, excerpt.end)
    before = "…" if start > 0 or excerpt.cut_before else ""
    after = "…" if end < len(text) or excerpt.cut_after else ""
    place = text[excerpt.start : min(excerpt.end, end)]
    yield f"{line:>{len(margin)}} │ {before}{text[start:end]}{after}"
    indent = _cells(before + text[start : excerpt.start])
    yield f"{margin} │ {' ' * indent}{mark(max(1, _cells(place)))}"


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of `text` to show: around the place, not wider than the limit."""
    first = start
    room = max(_LEAD, _WIDTH - _cells(text[start:end]) - _LEAD)
    if _cells(text) <= _WIDTH:
        return 0, len(text)
    while first > 0 and _cells(text[first - 1 : start]) <= room:
        first -= 1
    last = start
    used = _cells(text[first:start])
    while last < len(text) and used + max(0, wcwidth(text[last])) <= _WIDTH:
        used += max(0, wcwidth(text[last]))
        last += 1
    return first, last


def _cells(text: str) -> int:
    """Display width; a control character is shown as one blank."""
    return max(0, wcswidth(text))

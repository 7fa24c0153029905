"""`path:line:column: level: message [rule]`, the line that editors and people read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.rows.terminal import painter, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from linter.diagnostic import Diagnostic

EDITOR_LEVELS = {"error": "error", "warning": "warning", "suggestion": "note"}
"""The levels in the words that Vim and Emacs know."""


def line_of(found: Diagnostic, column: int, level: str, *, is_coloured: bool = False) -> str:
    """One diagnostic, without a line end; the column is in whatever unit its reader counts."""
    paint = painter(is_coloured=is_coloured)
    place = paint(f"{plain(found.path)}:{found.start.line}:{column}:", "path")
    return f"{place} {paint(f'{level}:', found.level)} {plain(found.message)} {paint(f'[{found.rule}]', 'faint')}"


def editor_lines(diagnostics: Iterable[Diagnostic], column_of: Callable[[Diagnostic], int]) -> str:
    """One line a diagnostic, its level in the words that editors know."""
    return "".join(f"{line_of(found, column_of(found), EDITOR_LEVELS[found.level])}\n" for found in diagnostics)

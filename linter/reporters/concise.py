"""`path:line:column: level: message [rule]`, one line each; columns count characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.rows.line import line_of

if TYPE_CHECKING:
    from linter.outcome import Outcome


def report(outcome: Outcome) -> str:
    """One line a diagnostic."""
    return "".join(
        f"{line_of(found, found.start.column, found.level, is_coloured=outcome.is_coloured)}\n"
        for found in outcome.diagnostics
    )

"""`path:line:column: level: message [rule]`, one line each; columns count characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.outcome import Outcome


def report(outcome: Outcome) -> str:
    """One line a diagnostic."""
    return "".join(
        f"{found.path}:{found.start.line}:{found.start.column}: {found.level}: {found.message} [{found.rule}]\n"
        for found in outcome.diagnostics
    )

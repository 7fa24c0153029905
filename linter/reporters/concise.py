"""`path:line:column: level: message [rule]`, one line each; columns count characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from linter.diagnostic import Diagnostic


def report(diagnostics: Sequence[Diagnostic]) -> str:
    """One line a diagnostic."""
    return "".join(
        f"{found.path}:{found.start.line}:{found.start.column}: {found.level}: {found.message} [{found.rule}]\n"
        for found in diagnostics
    )

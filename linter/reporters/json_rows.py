"""One JSON array of rows, for programs; columns count characters, `byte_column` UTF-8 bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.rows.json_row import written_row

if TYPE_CHECKING:
    from linter.outcome import Outcome


def report(outcome: Outcome) -> str:
    """The array, one row a line."""
    rows = ",\n".join(map(written_row, outcome.diagnostics))
    return f"[\n{rows}\n]\n" if rows else "[]\n"

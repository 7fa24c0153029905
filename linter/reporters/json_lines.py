"""JSON rows, one a line and nothing around them (https://jsonlines.org/); columns as in `json`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.rows.json_row import written_row

if TYPE_CHECKING:
    from linter.outcome import Outcome


def report(outcome: Outcome) -> str:
    """One row a line; nothing where nothing was found."""
    return "".join(f"{written_row(found)}\n" for found in outcome.diagnostics)

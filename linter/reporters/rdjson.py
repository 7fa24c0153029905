"""One `DiagnosticResult` of the Reviewdog Diagnostic Format, for `reviewdog -f=rdjson`; columns count UTF-8 bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.rows.rdformat import SOURCE, row
from linter.rows.unseen import json_text

if TYPE_CHECKING:
    from linter.outcome import Outcome


def report(outcome: Outcome) -> str:
    """The object."""
    result = {"source": SOURCE, "diagnostics": [row(found) for found in outcome.diagnostics]}
    return json_text(result, indent=1) + "\n"

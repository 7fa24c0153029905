"""One `DiagnosticResult` of the Reviewdog Diagnostic Format, for `reviewdog -f=rdjson`; columns count UTF-8 bytes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from linter.rows.rdformat import SOURCE, row

if TYPE_CHECKING:
    from linter.outcome import Outcome


def report(outcome: Outcome) -> str:
    """The object."""
    result = {"source": SOURCE, "diagnostics": [row(found) for found in outcome.diagnostics]}
    return json.dumps(result, ensure_ascii=False, indent=1) + "\n"

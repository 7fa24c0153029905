"""One `Diagnostic` of the Reviewdog Diagnostic Format a line, for `reviewdog -f=rdjsonl`; columns count UTF-8 bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.rows.rdformat import SOURCE, row
from linter.rows.unseen import json_text

if TYPE_CHECKING:
    from linter.outcome import Outcome


def report(outcome: Outcome) -> str:
    """One object a line, each with its source; nothing where nothing was found."""
    rows = ({**row(found), "source": SOURCE} for found in outcome.diagnostics)
    return "".join(f"{json_text(one)}\n" for one in rows)

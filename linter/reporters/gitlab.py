"""A code quality report of GitLab (`artifacts:reports:codequality`): one JSON array; GitLab knows lines, not columns.

GitLab tells what is new by fingerprints, and shows but the first of those that are alike. Of diagnostics with the same
one, which stand in copies of a document, the first has it as it is, and the others one of their file.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from linter.outside.uris import path_below
from linter.rows.unseen import json_text

if TYPE_CHECKING:
    from linter.diagnostic import Diagnostic
    from linter.outcome import Outcome

_SEVERITIES = {"error": "major", "warning": "minor", "suggestion": "info"}


def report(outcome: Outcome) -> str:
    """The array, one diagnostic a line; paths are relative to the working folder, the root of the repository in CI."""
    seen: set[str] = set()
    rows = ",\n".join(json_text(_row(found, seen)) for found in outcome.diagnostics)
    return f"[\n{rows}\n]\n" if rows else "[]\n"


def _row(found: Diagnostic, seen: set[str]) -> dict[str, Any]:
    path = path_below(found.path)
    return {
        "description": found.message,
        "check_name": found.rule,
        "fingerprint": _unique(found, path, seen),
        "severity": _SEVERITIES[found.level],
        "location": {"path": path, "lines": {"begin": found.start.line, "end": found.end.line}},
    }


def _unique(found: Diagnostic, path: str, seen: set[str]) -> str:
    """The fingerprint of the diagnostic, else one of what it says and of its file; never of its line."""
    fingerprint, number = found.fingerprint, 0
    while not fingerprint or fingerprint in seen:
        words = "\0".join((found.fingerprint or f"{found.rule}\0{found.message}", path, str(number)))
        fingerprint = sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        number += 1
    seen.add(fingerprint)
    return fingerprint

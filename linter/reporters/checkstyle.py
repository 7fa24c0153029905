"""The XML of Checkstyle, which Jenkins, reviewdog and many others read.

Checkstyle itself counts UTF-16 units and widens tabs; those who read its files take the column as it stands, from 1, and
say not what it counts. Here it counts characters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.rows.xml_text import Element, child, written

if TYPE_CHECKING:
    from linter.outcome import Outcome

_SEVERITIES = {"error": "error", "warning": "warning", "suggestion": "info"}


def report(outcome: Outcome) -> str:
    """A `file` for every document that was looked at, an `error` in it for each diagnostic."""
    root = Element("checkstyle", {"version": "4.3"})
    files = {path: child(root, "file", {"name": path}) for path in outcome.paths}
    for found in outcome.diagnostics:
        attributes: dict[str, str | int] = {
            "line": found.start.line,
            "column": found.start.column,
            "severity": _SEVERITIES[found.level],
            "message": found.message,
            "source": found.rule,
        }
        child(files[found.path], "error", attributes)
    return written(root)

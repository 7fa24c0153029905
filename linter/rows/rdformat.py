"""A diagnostic in the Reviewdog Diagnostic Format; columns count UTF-8 bytes, from 1, and ends are exclusive.

The format is https://github.com/reviewdog/reviewdog/tree/master/proto/rdf.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from linter.diagnostic import Diagnostic
    from linter.source import Position

SOURCE = {"name": "recto"}
_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "suggestion": "INFO"}


def row(found: Diagnostic) -> dict[str, Any]:
    """The message `Diagnostic` of the format; each edit of the fix is a suggestion of it."""
    related = [
        {"message": other.message, "location": _location(other.path, other.start, other.end)} for other in found.related
    ]
    edits = found.fix.edits if found.fix else ()
    suggestions = [{"range": _range(edit.start, edit.end), "text": edit.text} for edit in edits]
    return {
        "message": found.message,
        "location": _location(found.path, found.start, found.end),
        "severity": _SEVERITIES[found.level],
        "code": {"value": found.rule, **({"url": found.url} if found.url else {})},
        **({"suggestions": suggestions} if suggestions else {}),
        **({"relatedLocations": related} if related else {}),
    }


def _location(path: str, start: Position, end: Position) -> dict[str, Any]:
    return {"path": path, "range": _range(start, end)}


def _range(start: Position, end: Position) -> dict[str, Any]:
    return {
        "start": {"line": start.line, "column": start.byte_column},
        "end": {"line": end.line, "column": end.byte_column},
    }

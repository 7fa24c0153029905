"""A diagnostic as a JSON object; columns count characters, `byte_column` UTF-8 bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.rows.unseen import json_text

if TYPE_CHECKING:
    from linter.diagnostic import Diagnostic
    from linter.source import Position


def written_row(found: Diagnostic) -> str:
    """The row on one line."""
    return json_text(row(found))


def row(found: Diagnostic) -> dict[str, Any]:
    """One diagnostic; `fix`, `related`, `help`, `url`, `fingerprint` and `page` are absent where there is none."""
    related = [
        {"path": other.path, **_range(other.start, other.end), "message": other.message} for other in found.related
    ]
    fix = found.fix and {
        "safe": found.fix.safe,
        "message": found.fix.message,
        "edits": [{**_range(edit.start, edit.end), "text": edit.text} for edit in found.fix.edits],
    }
    optional = {
        "help": found.help,
        "related": related,
        "fix": fix,
        "url": found.url,
        "fingerprint": found.fingerprint,
        "page": found.page,
    }
    return {
        "path": found.path,
        "rule": found.rule,
        "kind": found.kind,
        "level": found.level,
        "message": found.message,
        **_range(found.start, found.end),
        "byte_column": found.start.byte_column,
        "grade": found.grade,
        "heading": list(found.heading),
        **{key: value for key, value in optional.items() if value},
    }


def _range(start: Position, end: Position) -> dict[str, int]:
    return {"line": start.line, "column": start.column, "end_line": end.line, "end_column": end.column}

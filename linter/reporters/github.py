"""Workflow commands of GitHub Actions, which become annotations on the lines of a pull request.

GitHub takes columns from 1 where a place lies on one line, and refuses those of longer places; it shows the line alone
and does not say what a column counts, nor whether the last is inside. Here they count characters, and ends are exclusive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.rows.terminal import plain

if TYPE_CHECKING:
    from linter.diagnostic import Diagnostic
    from linter.outcome import Outcome

_COMMANDS = {"error": "error", "warning": "warning", "suggestion": "notice"}
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def report(outcome: Outcome) -> str:
    """One command a diagnostic; its title is the rule."""
    return "".join(f"{_command(found)}\n" for found in outcome.diagnostics)


def _command(found: Diagnostic) -> str:
    place = {"file": found.path.replace("\\", "/"), "line": found.start.line, "endLine": found.end.line}
    if found.start.line == found.end.line:
        place |= {"col": found.start.column, "endColumn": found.end.column}
    properties = {**place, "title": found.rule}
    words = ",".join(f"{key}={str(value).translate(_IN_PROPERTY)}" for key, value in properties.items())
    return plain(f"::{_COMMANDS[found.level]} {words}::{found.message.translate(_IN_MESSAGE)}")

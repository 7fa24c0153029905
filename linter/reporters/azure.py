"""Logging commands of Azure Pipelines, which become issues of the run.

Azure shows the column as it is and does not say what it counts; here it counts characters, from 1. There are errors and
warnings alone, so a suggestion is a warning that says what it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.rows.terminal import plain

if TYPE_CHECKING:
    from linter.diagnostic import Diagnostic
    from linter.outcome import Outcome

_TYPES = {"error": "error", "warning": "warning", "suggestion": "warning"}
_IN_MESSAGE = str.maketrans({"%": "%AZP25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({";": "%3B", "]": "%5D"})


def report(outcome: Outcome) -> str:
    """One command a diagnostic; its code is the rule."""
    return "".join(f"{_command(found)}\n" for found in outcome.diagnostics)


def _command(found: Diagnostic) -> str:
    properties = {
        "type": _TYPES[found.level],
        "sourcepath": found.path,
        "linenumber": found.start.line,
        "columnnumber": found.start.column,
        "code": found.rule,
    }
    words = ";".join(f"{key}={str(value).translate(_IN_PROPERTY)}" for key, value in properties.items())
    message = f"suggestion: {found.message}" if found.level == "suggestion" else found.message
    return plain(f"##vso[task.logissue {words}]{message.translate(_IN_MESSAGE)}")

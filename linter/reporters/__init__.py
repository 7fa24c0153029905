"""Outcome → text, one module per output format. This is the table."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.outcome import Outcome

_MODULES = {
    "full": "full",
    "grouped": "grouped",
    "concise": "concise",
    "vim": "vim",
    "emacs": "emacs",
    "json": "json_rows",
    "html": "html",
    "json-lines": "json_lines",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "azure": "azure",
    "junit": "junit",
    "checkstyle": "checkstyle",
    "rdjson": "rdjson",
    "rdjsonl": "rdjsonl",
}
FORMATS = tuple(_MODULES)
HUMAN = ("full", "grouped", "concise", "vim", "emacs")
"""Formats that people read: others hold no text of the command's own, and no summary stands beside them."""
STATISTICS = "statistics"
"""No format that is asked for by `--output-format`: a report that may stand in the place of those for people."""


def report(outcome: Outcome, output_format: str) -> str:
    """The outcome in one of `FORMATS`, or `STATISTICS`."""
    module = import_module(f"linter.reporters.{_MODULES.get(output_format, output_format)}")
    return str(module.report(outcome))

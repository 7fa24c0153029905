"""Outcome → text, one module per output format. This is the table."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.outcome import Outcome

_MODULES = {
    "full": "full",
    "concise": "concise",
    "json": "json_rows",
    "html": "html",
}
FORMATS = tuple(_MODULES)


def report(outcome: Outcome, output_format: str) -> str:
    """The outcome in one of `FORMATS`."""
    module = import_module(f"linter.reporters.{_MODULES[output_format]}")
    return str(module.report(outcome))

"""Diagnostics → text, one module per output format. This is the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from linter.diagnostic import Diagnostic

FORMATS = ("full", "concise", "json")


def report(diagnostics: Sequence[Diagnostic], output_format: str) -> str:
    """All diagnostics in one of `FORMATS`."""
    match output_format:
        case "full":
            from linter.reporters import full as module  # noqa: PLC0415 - deferred: start-up
        case "concise":
            from linter.reporters import concise as module  # type: ignore[no-redef] # noqa: PLC0415
        case "json":
            from linter.reporters import json_rows as module  # type: ignore[no-redef] # noqa: PLC0415
        case _:
            raise ValueError(output_format)
    return module.report(diagnostics)

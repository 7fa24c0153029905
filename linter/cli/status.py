"""What the command ends with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.broken import BROKEN
from linter.rule import LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.diagnostic import Diagnostic

CLEAN, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130
NEVER = "never"


def status_of(diagnostics: Iterable[Diagnostic], fail_on: str) -> int:
    """The exit status that these diagnostics make; `fail_on` is the lowest level that counts, or `never`."""
    failing = () if fail_on == NEVER else LEVELS[: LEVELS.index(fail_on) + 1]
    status = CLEAN
    for found in diagnostics:
        if found.rule in BROKEN:
            return FAILED
        if found.level in failing:
            status = FOUND
    return status

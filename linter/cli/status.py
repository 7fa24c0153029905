"""What the command ends with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.broken import BROKEN, UNSUPPORTED
from linter.rule import LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.diagnostic import Diagnostic

CLEAN, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130
NEVER = "never"


def status_of(diagnostics: Iterable[Diagnostic], fail_on: str, *, strict: bool = False) -> int:
    """The exit status that these diagnostics make; `fail_on` is the lowest level that counts, or `never`.

    What is not supported here is broken only where `strict` says so.
    """
    broken = BROKEN | {UNSUPPORTED} if strict else BROKEN
    failing = () if fail_on == NEVER else LEVELS[: LEVELS.index(fail_on) + 1]
    status = CLEAN
    for found in diagnostics:
        if found.rule in broken:
            return FAILED
        if found.level in failing:
            status = FOUND
    return status

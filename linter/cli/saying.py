"""What the command says on standard error, beside its report."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from linter.rows.terminal import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from linter.diagnostic import Diagnostic
    from linter.errors import LinterError


def say(text: str) -> None:
    """A line on standard error, which whatever is named in it cannot break or drive."""
    print(plain(text), file=sys.stderr)


def say_errors(errors: Iterable[LinterError]) -> None:
    """What could not be read of the rules."""
    for error in errors:
        say(f"recto: {error}")


def say_no_documents(language: str) -> None:
    """There is nothing to look at."""
    say("提示：此处没有可检查的文档" if language == "zh" else "note: there are no documents here")


def say_summary(diagnostics: Sequence[Diagnostic], files: int, language: str) -> None:
    """How many diagnostics of which level in how many files."""
    errors, warnings = (sum(found.level == level for found in diagnostics) for level in ("error", "warning"))
    if language == "zh":
        say(f"{files}个文件，{len(diagnostics)}条诊断" + (f"（错误{errors}，警告{warnings}）" if diagnostics else ""))
        return
    detail = f" ({counted(errors, 'error')}, {counted(warnings, 'warning')})" if diagnostics else ""
    say(f"{counted(len(diagnostics), 'diagnostic')} in {counted(files, 'file')}{detail}")


def say_left_out(known: int, untouched: int, language: str) -> None:
    """How many diagnostics are not reported, as the baseline has them or as they touch no changed line."""
    if untouched:
        say(
            f"未报告未涉及改动行的诊断{untouched}条"
            if language == "zh"
            else f"{counted(untouched, 'diagnostic')} left out: no changed line is touched"
        )
    if known:
        say(
            f"未报告基线中已有的诊断{known}条"
            if language == "zh"
            else f"{counted(known, 'diagnostic')} left out: known to the baseline"
        )


def counted(number: int, word: str) -> str:
    """The number with its word, in English."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"

"""Standard input → diagnostics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.broken import unreadable
from linter.lint import lint
from linter.outside.files import UnreadableError, read_stdin, source_of, stdin_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from linter.diagnostic import Diagnostic
    from linter.fixed_files import FileFixes, Fixing
    from linter.running.work import Plan
    from linter.source import Source


def run_text(path: str, plan: Plan, keep: Callable[[Source], None]) -> Iterator[tuple[str, list[Diagnostic]]]:
    """What stands on standard input, as if it stood in `path`, with its diagnostics; `keep` is given the text."""
    try:
        source = read_stdin(path, plan.encoding)
    except UnreadableError as error:
        yield path, [unreadable(path, error.reason, plan.settings.language)]
    else:
        keep(source)
        yield path, lint(source, plan.ruleset, plan.settings)


def run_fixed_text(  # noqa: PLR0913, PLR0917 - a run has these parts
    path: str,
    plan: Plan,
    keep: Callable[[Source], None],
    fixing: Fixing,
    note: Callable[[FileFixes], None],
    write: Callable[[bytes], None],
) -> Iterator[tuple[str, list[Diagnostic]]]:
    """The same with its fixes; `write` is given the bytes that are the text then."""
    from linter.fixed_files import fix_data  # noqa: PLC0415 - deferred: start-up

    try:
        data = stdin_bytes()
        source = source_of(path, data, plan.encoding)
    except UnreadableError as error:
        yield path, [unreadable(path, error.reason, plan.settings.language)]
        return
    fixed = fix_data(path, data, source, plan, fixing)
    keep(fixed.source)
    note(fixed.fixes)
    write(fixed.data)
    yield path, fixed.diagnostics

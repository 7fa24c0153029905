"""Files → their results, one by one or in several processes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.broken import unreadable, unsupported
from linter.lint import lint
from linter.outside.files import BinaryFileError, MissingReaderError, UnreadableError, read_bytes, source_of
from linter.outside.processes import in_processes, processors
from linter.running.recall import key_of
from linter.running.work import Result

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from linter.running.work import Task, Work

_SHARE = 500_000  # bytes that are worth a process of their own


def lint_all(tasks: Sequence[Task], works: tuple[Work, ...], jobs: int | None) -> Iterator[Result]:
    """The results of the tasks, in their order."""
    sizes = [task.found.size for task in tasks]
    if jobs is None:
        jobs = min(processors(), sum(sizes) // _SHARE)
    if len(tasks) > 1 and jobs > 1:
        return in_processes(lint_file, tasks, works, sizes=sizes, jobs=jobs)
    return (lint_file(task, works) for task in tasks)


def lint_file(task: Task, works: Sequence[Work]) -> Result:
    """The result of one task; what cannot be read is a diagnostic, and a binary file that nobody named nothing at all."""
    found, work = task.found, works[task.work]
    try:
        data = read_bytes(found.path)
        source = source_of(found.path, data, work.encoding)
    except BinaryFileError as error:
        reason = error.reason
        return Result([unreadable(found.path, reason, work.settings.language)] if found.named else None)
    except MissingReaderError as error:
        say = unreadable if found.named else unsupported
        return Result([say(found.path, error.reason, work.settings.language)])
    except UnreadableError as error:
        return Result([unreadable(found.path, error.reason, work.settings.language)])
    fixes = None
    if work.fixing:
        from linter.fixed_files import fix_file  # noqa: PLC0415 - deferred: start-up

        data, source, diagnostics, fixes = fix_file(found.path, data, source, work, work.fixing)
    key = key_of(found.path, data, work)
    if work.fixing and not work.settings.selection.project:
        return Result(diagnostics, key, fixes=fixes)
    if not work.settings.selection.project:
        return Result(lint(source, work.ruleset, work.settings), key)
    from linter.across import survey  # noqa: PLC0415 - deferred: start-up

    surveyed = survey(source, work.ruleset, work.settings)
    return Result(surveyed.diagnostics, key, surveyed.summary, fixes)

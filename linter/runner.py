"""Paths → diagnostics, in this process or in several."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from linter.broken import unreadable, unsupported
from linter.lint import Settings, lint
from linter.outside.files import (
    BinaryFileError,
    MissingReaderError,
    UnreadableError,
    read_bytes,
    read_stdin,
    source_of,
    stdin_bytes,
)
from linter.outside.processes import in_processes, processors
from linter.outside.walking import Found, find_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from linter.across import Summary
    from linter.diagnostic import Diagnostic
    from linter.fixed_files import FileFixes, Fixing
    from linter.outside.cache import Cache
    from linter.ruleset import Ruleset
    from linter.source import Source

CACHED_FROM = 2_000  # bytes in all; less is linted about as soon as it is looked up
_SHARE = 500_000  # bytes that are worth a process of their own


class Plan(Protocol):
    """What a document is linted with."""

    @property
    def ruleset(self) -> Ruleset: ...  # noqa: D102 - its name says it

    @property
    def settings(self) -> Settings: ...  # noqa: D102 - its name says it

    @property
    def encoding(self) -> str | None: ...  # noqa: D102 - its name says it


class Work(NamedTuple):
    """A plan; `identity` names its results in the cache, and is empty where there is none; `fixing` is asked for or not."""

    ruleset: Ruleset
    settings: Settings
    encoding: str | None
    identity: str = ""
    fixing: Fixing | None = None


Note = Callable[["FileFixes"], None]
"""Is told what fixing a file came to."""


def _unnoted(_: FileFixes) -> None:
    """Nothing is fixed."""


class Task(NamedTuple):
    """A file, and the number of the work that is to be done on it."""

    found: Found
    work: int


class Result(NamedTuple):
    """The diagnostics on a file, and the key for the cache; no diagnostics at all (`None`) where it was passed over.

    `summary` is there where rules across files are asked for, `fixes` where the file was to be fixed.
    """

    diagnostics: list[Diagnostic] | None
    key: str = ""
    summary: Summary | None = None
    fixes: FileFixes | None = None


def run(
    paths: Iterable[str], ruleset: Ruleset, settings: Settings, *, jobs: int | None = None, cache: bool = True
) -> Iterator[tuple[str, list[Diagnostic]]]:
    """Each file with its diagnostics, all under one plan."""
    work = Work(ruleset, settings, None)
    return run_planned(find_files(paths), lambda _: work, jobs=jobs, cache=cache)


def run_planned(  # noqa: PLR0913 - a run has these parts
    files: Sequence[Found],
    plan_for: Callable[[str], Plan],
    *,
    jobs: int | None = None,
    cache: bool = True,
    progress: bool = False,
    fixing: Fixing | None = None,
    note: Note = _unnoted,
) -> Iterator[tuple[str, list[Diagnostic]]]:
    """Each file with its diagnostics, in order; what cannot be read is a diagnostic of its own.

    `plan_for` answers with the same plan for all documents that share one. `jobs` is the number of processes; without
    it, there are as many as the size of the files is worth. With `progress`, a bar tells how far it is. With `fixing`, the
    diagnostics are those that are left after it, and `note` is told of each file what it came to.
    """
    cached = cache and sum(found.size for found in files) >= CACHED_FROM
    tasks, works = _tasks(files, plan_for, cached=cached)
    works = tuple(work._replace(fixing=fixing) for work in works)
    caches = _caches(works) if cached else []
    results = _noted(_results(tasks, works, caches, jobs), note)
    if progress:
        from linter.outside.progress import with_progress  # noqa: PLC0415 - deferred: start-up

        results = with_progress(results, len(tasks))
    if any(work.settings.selection.project for work in works):
        yield from _compared(tasks, works, list(results))
    else:
        for task, result in zip(tasks, results, strict=True):
            if result.diagnostics is not None:
                yield task.found.path, result.diagnostics


def _noted(results: Iterator[Result], note: Note) -> Iterator[Result]:
    for result in results:
        if result.fixes:
            note(result.fixes)
        yield result


def _results(
    tasks: Sequence[Task], works: tuple[Work, ...], caches: Sequence[Cache], jobs: int | None
) -> Iterator[Result]:
    """The results of the tasks, in their order, from the caches or made anew and kept there."""
    known = _recall(tasks, works, caches) if caches else {}
    fresh = _lint_all([task for task in tasks if task.found.path not in known], works, jobs)
    for (path, *_), number in tasks:
        result = known.get(path)
        if result is None:
            result = next(fresh)
            if result.key and result.diagnostics is not None:
                summary = list(result.summary) if result.summary else None
                caches[number].keep(path, result.key, result.diagnostics, summary)
        yield result
    for kept in caches:
        kept.save()


def _compared(
    tasks: Sequence[Task], works: Sequence[Work], results: Sequence[Result]
) -> Iterator[tuple[str, list[Diagnostic]]]:
    """Each file with its diagnostics, those of the rules across files among them."""
    from linter.across import Member, compare  # noqa: PLC0415 - deferred: start-up
    from linter.outside.library import Library  # noqa: PLC0415 - deferred: start-up

    members = {
        task.found.path: Member(works[task.work].ruleset, works[task.work].settings, result.diagnostics, result.summary)
        for task, result in zip(tasks, results, strict=True)
        if result.diagnostics is not None and result.summary
    }

    compared = compare(members, Library({task.found.path: works[task.work].encoding for task in tasks}.__getitem__))
    for task, result in zip(tasks, results, strict=True):
        path = task.found.path
        if result.diagnostics is not None:
            yield path, compared.get(path, result.diagnostics)


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
    note: Note,
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


def _tasks(
    files: Iterable[Found], plan_for: Callable[[str], Plan], *, cached: bool
) -> tuple[list[Task], tuple[Work, ...]]:
    """What to do on each file, and the works that are told apart by number."""
    numbers: dict[int, int] = {}
    plans: list[Plan] = []
    tasks = []
    for found in files:
        plan = plan_for(found.path)
        if id(plan) not in numbers:
            numbers[id(plan)] = len(plans)
            plans.append(plan)
        tasks.append(Task(found, numbers[id(plan)]))
    return tasks, tuple(
        Work(plan.ruleset, plan.settings, plan.encoding, _identity(plan) if cached else "") for plan in plans
    )


def _identity(plan: Plan) -> str:
    from linter.outside.cache import identity_of  # noqa: PLC0415 - deferred: start-up

    return identity_of(plan.ruleset, plan.settings, plan.encoding)


def _caches(works: Iterable[Work]) -> list[Cache]:
    from linter.outside.cache import Cache  # noqa: PLC0415 - deferred: start-up

    return [Cache(work.identity) for work in works]


def _recall(tasks: Iterable[Task], works: Sequence[Work], caches: Sequence[Cache]) -> dict[str, Result]:
    """The results of the files that have not changed."""
    from linter.outside.cache import content_key  # noqa: PLC0415 - deferred: start-up
    from linter.outside.cached_rows import diagnostics_from  # noqa: PLC0415 - deferred: start-up

    known: dict[str, Result] = {}
    for (path, *_), number in tasks:
        work = works[number]
        try:
            data = read_bytes(path)
            entry = caches[number].entry(path, content_key(work.identity, path, data))
            if entry is None:
                continue
            rows = entry.rows
            diagnostics = diagnostics_from(rows, source_of(path, data, work.encoding)) if rows else []
        except UnreadableError:
            continue
        if diagnostics is None or (work.fixing and any(map(work.fixing.applies, diagnostics))):
            continue
        summary = _summary(entry.summary, work) if work.settings.selection.project else None
        if bool(summary) == work.settings.selection.project:
            known[path] = Result(diagnostics, summary=summary)
    return known


def _summary(fields: Any, work: Work) -> Summary | None:
    """The summary that was kept; None where it is none, or not of these rules."""
    from linter.across import Summary  # noqa: PLC0415 - deferred: start-up

    match fields:
        case [dict(rules), list(silenced)] if rules.keys() <= work.ruleset.rules.keys():
            return Summary(rules, silenced)
    return None


def _lint_all(tasks: Sequence[Task], works: tuple[Work, ...], jobs: int | None) -> Iterator[Result]:
    """The results of the tasks, in their order."""
    sizes = [task.found.size for task in tasks]
    if jobs is None:
        jobs = min(processors(), sum(sizes) // _SHARE)
    if len(tasks) > 1 and jobs > 1:
        return in_processes(_lint_file, tasks, works, sizes=sizes, jobs=jobs)
    return (_lint_file(task, works) for task in tasks)


def _lint_file(task: Task, works: Sequence[Work]) -> Result:
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
    key = _key(found.path, data, work)
    if work.fixing and not work.settings.selection.project:
        return Result(diagnostics, key, fixes=fixes)
    if not work.settings.selection.project:
        return Result(lint(source, work.ruleset, work.settings), key)
    from linter.across import survey  # noqa: PLC0415 - deferred: start-up

    surveyed = survey(source, work.ruleset, work.settings)
    return Result(surveyed.diagnostics, key, surveyed.summary, fixes)


def _key(path: str, data: bytes, work: Work) -> str:
    if not work.identity:
        return ""
    from linter.outside.cache import content_key  # noqa: PLC0415 - deferred: start-up

    return content_key(work.identity, path, data)

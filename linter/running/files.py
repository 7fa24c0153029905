"""Files → diagnostics: each file with its own, in order."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from linter.outside.walking import find_files
from linter.running.linting import lint_all
from linter.running.recall import caches_of, identity_of_plan, recalled
from linter.running.work import Task, Work

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from linter.diagnostic import Diagnostic
    from linter.fixed_files import FileFixes, Fixing
    from linter.lint import Settings
    from linter.outside.cache import Cache
    from linter.outside.walking import Found
    from linter.ruleset import Ruleset
    from linter.running.work import Plan, Result

CACHED_FROM = 2_000  # bytes in all; less is linted about as soon as it is looked up

Note = Callable[["FileFixes"], None]
"""Is told what fixing a file came to."""


def _unnoted(_: FileFixes) -> None:
    """Nothing is fixed."""


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
    caches = caches_of(works) if cached else []
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
    known = recalled(tasks, works, caches) if caches else {}
    fresh = lint_all([task for task in tasks if task.found.path not in known], works, jobs)
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
        Work(plan.ruleset, plan.settings, plan.encoding, identity_of_plan(plan) if cached else "") for plan in plans
    )

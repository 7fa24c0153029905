"""What the cache knows of a run: the results of files that have not changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.outside.files import UnreadableError, read_bytes, source_of
from linter.running.work import Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from linter.across import Summary
    from linter.outside.cache import Cache
    from linter.running.work import Plan, Task, Work


def identity_of_plan(plan: Plan) -> str:
    """What the results of a plan are named by in the cache."""
    from linter.outside.cache import identity_of  # noqa: PLC0415 - deferred: start-up

    return identity_of(plan.ruleset, plan.settings, plan.encoding)


def caches_of(works: Iterable[Work]) -> list[Cache]:
    """The cache of each of the works."""
    from linter.outside.cache import Cache  # noqa: PLC0415 - deferred: start-up

    return [Cache(work.identity) for work in works]


def recalled(tasks: Iterable[Task], works: Sequence[Work], caches: Sequence[Cache]) -> dict[str, Result]:
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


def key_of(path: str, data: bytes, work: Work) -> str:
    """What the result on a file is named by in its cache; empty where there is none."""
    if not work.identity:
        return ""
    from linter.outside.cache import content_key  # noqa: PLC0415 - deferred: start-up

    return content_key(work.identity, path, data)

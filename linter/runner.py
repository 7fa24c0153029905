"""Paths → diagnostics, in this process or in several."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.broken import unreadable
from linter.lint import Settings, lint
from linter.outside.files import BinaryFileError, UnreadableError, read_bytes, source_of
from linter.outside.processes import in_processes, processors
from linter.outside.walking import Found, find_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from linter.diagnostic import Diagnostic
    from linter.outside.cache import Cache
    from linter.ruleset import Ruleset

CACHED_FROM = 2_000  # bytes in all; less is linted about as soon as it is looked up
_SHARE = 500_000  # bytes that are worth a process of their own


class Work(NamedTuple):
    """What to do with each file; `identity` names the results in the cache, and is empty where there is none."""

    ruleset: Ruleset
    settings: Settings
    encoding: str | None
    identity: str


class Result(NamedTuple):
    """The diagnostics on a file, and the key for the cache; no diagnostics at all (`None`) where it was passed over."""

    diagnostics: list[Diagnostic] | None
    key: str = ""


def run(  # noqa: PLR0913 - what a run is given; most of it has a default
    paths: Iterable[str],
    ruleset: Ruleset,
    settings: Settings,
    *,
    exclude: Iterable[str] = (),
    force_exclude: bool = False,
    encoding: str | None = None,
    jobs: int | None = None,
    cache: bool = True,
) -> Iterator[tuple[str, list[Diagnostic]]]:
    """Each file with its diagnostics, sorted by path; what cannot be read is a diagnostic of its own.

    `jobs` is the number of processes; without it, there are as many as the size of the files is worth.
    """
    files = find_files(paths, exclude=exclude, force_exclude=force_exclude)
    kept = _cache(ruleset, settings, encoding) if cache and sum(found.size for found in files) >= CACHED_FROM else None
    work = Work(ruleset, settings, encoding, kept.identity if kept else "")
    known = _recall(files, work, kept) if kept else {}
    fresh = _lint_all([found for found in files if found.path not in known], work, jobs)
    for found in files:
        diagnostics = known.get(found.path)
        if diagnostics is None:
            diagnostics, key = next(fresh)
            if kept and key and diagnostics is not None:
                kept.keep(found.path, key, diagnostics)
        if diagnostics is not None:
            yield found.path, diagnostics
    if kept:
        kept.save()


def _cache(ruleset: Ruleset, settings: Settings, encoding: str | None) -> Cache:
    from linter.outside.cache import Cache, identity_of  # noqa: PLC0415 - deferred: start-up

    return Cache(identity_of(ruleset, settings, encoding))


def _recall(files: Iterable[Found], work: Work, cache: Cache) -> dict[str, list[Diagnostic]]:
    """The diagnostics of the files that have not changed."""
    from linter.outside.cache import content_key, diagnostics_from  # noqa: PLC0415 - deferred: start-up

    known: dict[str, list[Diagnostic]] = {}
    for path, *_ in files:
        try:
            data = read_bytes(path)
            rows = cache.rows(path, content_key(work.identity, path, data))
            diagnostics = diagnostics_from(rows, source_of(path, data, work.encoding)) if rows else rows
        except UnreadableError:
            continue
        if diagnostics is not None:
            known[path] = diagnostics
    return known


def _lint_all(files: Sequence[Found], work: Work, jobs: int | None) -> Iterator[Result]:
    """The results of the files, in their order."""
    sizes = [found.size for found in files]
    if jobs is None:
        jobs = min(processors(), sum(sizes) // _SHARE)
    if len(files) > 1 and jobs > 1:
        return in_processes(_lint_file, files, work, sizes=sizes, jobs=jobs)
    return (_lint_file(found, work) for found in files)


def _lint_file(found: Found, work: Work) -> Result:
    try:
        data = read_bytes(found.path)
        source = source_of(found.path, data, work.encoding)
    except BinaryFileError as error:
        reason = error.reason
        return Result([unreadable(found.path, reason, work.settings.language)] if found.named else None)
    except UnreadableError as error:
        return Result([unreadable(found.path, error.reason, work.settings.language)])
    return Result(lint(source, work.ruleset, work.settings), _key(found.path, data, work))


def _key(path: str, data: bytes, work: Work) -> str:
    if not work.identity:
        return ""
    from linter.outside.cache import content_key  # noqa: PLC0415 - deferred: start-up

    return content_key(work.identity, path, data)

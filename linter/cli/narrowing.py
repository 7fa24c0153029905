"""Which of the diagnostics are reported: what is new beside a baseline, what touches a changed line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.cli.projects import ruleset_of
from linter.errors import LinterError
from linter.outside.files import STDIN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from linter.diagnostic import Diagnostic
    from linter.narrowing.baseline import Baseline
    from linter.narrowing.changed import Lines
    from linter.outside.baseline_file import BaselineFile
    from linter.outside.library import Library
    from linter.outside.project import Project


def is_narrowed(project: Project) -> bool:
    """Whether a part of the diagnostics is to be left out."""
    return bool(project.baseline() or project.option("changed_since"))


class Narrowed(NamedTuple):
    """The diagnostics to report, how many more the baseline knows, and how many touch no changed line."""

    diagnostics: list[Diagnostic]
    known: int = 0
    untouched: int = 0


class Narrowing:
    """What to report of the diagnostics of a run: the same answer to the same diagnostics, however often it is asked.

    Raises `LinterError` at a baseline that cannot be read and where git does not know what has changed.
    """

    def __init__(self, project: Project, paths: Sequence[str], library: Library) -> None:
        self._baseline = _Known.read(project) if project.baseline() else None
        revision = project.option("changed_since")
        self._changes = _changes(revision, paths, library) if revision else None

    def __call__(self, diagnostics: Sequence[Diagnostic]) -> Narrowed:
        """Leave out what is not to be reported. Of equal findings the baseline takes those on unchanged lines first."""
        touched = list(diagnostics)
        if self._changes is not None:
            from linter.narrowing.changed import touching  # noqa: PLC0415 - deferred: start-up

            touched = touching(diagnostics, self._changes)
        new = touched
        if self._baseline:
            wanted = {id(found) for found in touched}
            untouched = [found for found in diagnostics if id(found) not in wanted]
            new = [found for found in self._baseline.new_in([*untouched, *touched]) if id(found) in wanted]
        return Narrowed(new, len(touched) - len(new), len(diagnostics) - len(touched))


class _Known(NamedTuple):
    """A baseline, its file, and the names in it of documents that are no longer there."""

    entries: Baseline
    file: BaselineFile
    gone: set[str]

    @classmethod
    def read(cls, project: Project) -> _Known:
        from linter.narrowing.baseline import renamed  # noqa: PLC0415 - deferred: start-up
        from linter.outside.baseline_file import BaselineFile  # noqa: PLC0415 - deferred: start-up

        file = BaselineFile(project.baseline())
        entries = renamed(file.read(), ruleset_of(project).current_name)
        return cls(entries, file, file.gone(entries))

    def new_in(self, diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
        from linter.narrowing.baseline import only_new  # noqa: PLC0415 - deferred: start-up

        return only_new(diagnostics, self.entries, self.file.name_of, self.gone)


def _changes(revision: str, paths: Sequence[str], library: Library) -> Mapping[str, Lines]:
    from linter.outside.history import changed_lines  # noqa: PLC0415 - deferred: start-up

    if STDIN in paths:
        raise LinterError("--changed-since needs to know what standard input would be called: --stdin-filename FILE")
    return changed_lines(revision, paths, library.kept)

"""Which lines of the files have changed since a revision of git.

The working tree is compared with the revision itself, or for `REV...` with where the current branch left `REV` (their
merge base). The revision is one of the repository of the working folder, or of that of a file outside of it; a
submodule is compared with the commit that stood at the revision.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from linter.errors import LinterError
from linter.formats import format_of
from linter.narrowing.changed import WHOLE, lines_between, lines_by_file
from linter.outside.decoding import UnreadableError, decode
from linter.outside.git import PLAIN_DIFF, commit_of, git, object_of, recorded_commit, top_above, top_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from linter.narrowing.changed import Lines
    from linter.source import Source

_WITHOUT_LINES = ("docx", "pdf")  # no line of theirs is one of the file


def changed_lines(revision: str, paths: Iterable[str], buffers: Mapping[str, Source]) -> dict[str, Lines]:
    """The changed lines of each of the files; `buffers` are the texts of those that are not read from their files.

    A file that git does not track is changed as a whole, one that cannot be compared by lines as a whole or not at all.
    Raises `LinterError` where there is no git, no repository or no such revision.
    """
    history = _History(revision)
    return {path: history.lines(path, buffers.get(path)) for path in paths}


class _History:
    """Repositories by their top folders, each looked at once."""

    def __init__(self, revision: str) -> None:
        self._revision = revision
        self._here = top_of(os.getcwd())
        self._tops: dict[str, str] = {}
        self._commits: dict[str, str] = {}
        self._changes: dict[str, _Changes] = {}

    def lines(self, path: str, buffer: Source | None) -> Lines:
        real = os.path.realpath(path)
        folder = os.path.dirname(real)
        if folder not in self._tops:
            self._tops[folder] = top_of(folder)
        top = self._tops[folder]
        if not top:
            raise LinterError("stands in no git repository, so nobody knows what has changed in it", path)
        if top not in self._changes:
            self._changes[top] = _Changes(top, self._commit(top))
        name = os.path.relpath(real, top).replace(os.sep, "/")
        if buffer and not buffer.layout:
            return self._changes[top].in_buffer(name, buffer)
        return self._changes[top].in_file(name)

    def _commit(self, top: str) -> str:
        """The commit to compare with; empty where a submodule was not there at the revision."""
        if top not in self._commits:
            above = top_above(top) if top != self._here else ""
            self._commits[top] = self._recorded(top, above) if above else commit_of(top, self._revision)
        return self._commits[top]

    def _recorded(self, top: str, above: str) -> str:
        commit = self._commit(above)
        recorded = commit and recorded_commit(above, commit, os.path.relpath(top, above).replace(os.sep, "/"))
        return recorded and commit_of(top, recorded)


class _Changes:
    """What has changed in one repository since a commit; without one, everything. Names are bytes, as git has them."""

    def __init__(self, top: str, commit: str) -> None:
        self._top = top
        self._commit = commit
        self._tracked: set[bytes] = set()
        self._lines: dict[bytes, Lines] = {}
        self._old_names: dict[bytes, bytes] = {}
        if commit:
            self._tracked.update(git(top, "ls-files", "-z").split(b"\0"))
            self._compare()

    def _compare(self) -> None:
        fields = iter(git(self._top, "diff", *PLAIN_DIFF, "--numstat", "-z", self._commit, "--").split(b"\0"))
        for row in fields:
            added, _, name = row.rpartition(b"\t")
            if row and not name:
                old, name = next(fields), next(fields)
                self._old_names[name] = old
            if added.startswith(b"-"):  # no number, for it has no lines
                self._lines[name] = WHOLE
        self._lines |= lines_by_file(git(self._top, "diff", *PLAIN_DIFF, "--patch", self._commit, "--"))

    def in_file(self, name: str) -> Lines:
        """The lines of a file, by its name below the top."""
        known = os.fsencode(name)
        if known not in self._tracked:
            return WHOLE
        lines = self._lines.get(known, ())
        return WHOLE if lines and format_of(name) in _WITHOUT_LINES else lines

    def in_buffer(self, name: str, buffer: Source) -> Lines:
        """The lines of a text that may differ from what stands in its file."""
        known = os.fsencode(name)
        old_name = os.fsdecode(self._old_names.get(known, known))
        if known not in self._tracked or not (blob := object_of(self._top, f"{self._commit}:{old_name}")):
            return WHOLE
        try:
            old = decode(git(self._top, "cat-file", "blob", blob))
        except UnreadableError:
            return WHOLE
        return lines_between(old.text, buffer.text)

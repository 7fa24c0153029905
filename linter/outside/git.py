"""What git knows of the files: which of their lines have changed since a revision.

The working tree is compared with the revision itself, or for `REV...` with where the current branch left `REV` (their
merge base). No setting of the user changes what git writes; its own variables, which a hook is given, are not handed on.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from typing import TYPE_CHECKING

from linter.changed import WHOLE, lines_by_file
from linter.errors import LinterError
from linter.formats import format_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from linter.changed import Lines
    from linter.source import Source

_PLAIN = (
    *("--no-color", "--no-ext-diff", "--no-textconv", "--no-relative", "--src-prefix=a/", "--dst-prefix=b/"),
    *("--unified=0", "--inter-hunk-context=0", "--ignore-cr-at-eol", "--find-renames", "--diff-filter=d"),
    *("--ignore-submodules=all", "--submodule=short", "-O/dev/null"),
)
_SETTINGS = ("-c", "core.quotepath=off", "-c", "diff.autoRefreshIndex=true")
_NOT_HANDED_ON = {
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE", "GIT_CONFIG"),
    *("GIT_DIFF_OPTS", "GIT_EXTERNAL_DIFF", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES"),
    *("GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"),
}
_SINCE_BRANCHING = "..."
_WITHOUT_LINES = ("docx", "pdf")  # no line of theirs is one of the file
_STAYED = "HEAD"


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
        self._here = _top(os.getcwd())
        self._tops: dict[str, str] = {}
        self._commits: dict[str, str] = {}
        self._changes: dict[str, _Changes] = {}

    def lines(self, path: str, buffer: Source | None) -> Lines:
        real = os.path.realpath(path)
        folder = os.path.dirname(real)
        if folder not in self._tops:
            self._tops[folder] = _top(folder)
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
            above = _above(top) if top != self._here else ""
            self._commits[top] = self._recorded(top, above) if above else _commit(top, self._revision)
        return self._commits[top]

    def _recorded(self, top: str, above: str) -> str:
        """The commit of a submodule that the repository above it had at the revision."""
        commit = self._commit(above)
        name = os.path.relpath(top, above).replace(os.sep, "/")
        row = _git(above, "ls-tree", "-z", commit, "--", f":(top,literal){name}") if commit else b""
        kind, _, recorded = row.partition(b"\t")[0].decode().partition(" commit ")
        if not kind or not recorded:
            return ""
        return _commit(top, recorded)


class _Changes:
    """What has changed in one repository since a commit."""

    def __init__(self, top: str, commit: str) -> None:
        self._top = top
        self._commit = commit
        self._tracked = set(_git(top, "ls-files", "-z").split(b"\0")) if commit else set()
        self._lines: dict[bytes, Lines] = {}
        self._old_names: dict[bytes, bytes] = {}
        if commit:
            self._compare()

    def _compare(self) -> None:
        fields = iter(_git(self._top, "diff", *_PLAIN, "--numstat", "-z", self._commit, "--").split(b"\0"))
        for row in fields:
            added, _, name = row.rpartition(b"\t")
            if row and not name:
                old, name = next(fields), next(fields)
                self._old_names[name] = old
            if added.startswith(b"-"):
                self._lines[name] = WHOLE
        self._lines |= lines_by_file(_git(self._top, "diff", *_PLAIN, "--patch", self._commit, "--"))

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
        if known not in self._tracked or not self._had(old_name):
            return WHOLE
        with tempfile.TemporaryDirectory() as folder:
            old, new = os.path.join(folder, "old"), os.path.join(folder, "new")
            for path, data in (
                (old, _git(self._top, "cat-file", "blob", f"{self._commit}:{old_name}")),
                (new, buffer.text.encode(buffer.encoding, "surrogatepass")),
            ):
                with open(path, "wb") as stream:
                    stream.write(data)
            patch = _git(folder, "diff", "--no-index", *_PLAIN, "--patch", "--", "old", "new", allowed=1)
        return lines_by_file(patch).get(b"new", WHOLE if b"Binary files" in patch else ())

    def _had(self, name: str) -> bool:
        return bool(self._commit and _git(self._top, "ls-tree", "-z", self._commit, "--", f":(top,literal){name}"))


def _top(folder: str) -> str:
    """The top of the repository that a folder lies in; empty where there is none."""
    while not os.path.exists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return ""
        folder = parent
    return os.path.realpath(folder)


def _above(top: str) -> str:
    """The repository that this one is a submodule of; empty where it is none."""
    if not os.path.isfile(os.path.join(top, ".git")):
        return ""
    above = os.fsdecode(_git(top, "rev-parse", "--show-superproject-working-tree")).rstrip("\n")
    return os.path.realpath(above) if above else ""


def _commit(top: str, revision: str) -> str:
    """The id of the commit; raises `LinterError` where git knows none of this name."""
    name = revision.removesuffix(_SINCE_BRANCHING)
    words = ("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    commit = b"" if not name or name.startswith("-") else _git(top, *words, allowed=1).strip()
    if not commit:
        raise _unknown("revision", name, top)
    if name != revision:
        commit = _git(top, "merge-base", commit.decode(), _STAYED, allowed=1).strip()
        if not commit:
            raise _unknown("common ancestor of the current branch and", name, top)
    return commit.decode()


def _unknown(what: str, name: str, top: str) -> LinterError:
    folder = os.fsdecode(_git(top, "rev-parse", "--git-common-dir")).rstrip("\n")
    is_shallow = os.path.exists(os.path.join(top, folder, "shallow"))
    advice = "; this clone is shallow: fetch its history (git fetch --unshallow)" if is_shallow else ""
    return LinterError(f"git knows no {what} {name!r}{advice}", top)


def _git(folder: str, *words: str, allowed: int = 0) -> bytes:
    """What git answers; raises `LinterError` where its status is over `allowed`."""
    handed_on = {name: value for name, value in os.environ.items() if name not in _NOT_HANDED_ON}
    command = ["git", "--no-pager", "--no-optional-locks", "-C", folder, *_SETTINGS, *words]
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and git is what the user's path says
            command, capture_output=True, check=False, stdin=subprocess.DEVNULL, env={**handed_on, "LC_ALL": "C"}
        )
    except OSError as error:
        raise LinterError(f"git cannot be run ({error.strerror}); without it nobody knows what has changed") from error
    if done.returncode > allowed:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise LinterError(f"git: {lines[0].removeprefix('fatal: ') if lines else done.returncode}", folder)
    return done.stdout

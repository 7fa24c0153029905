"""What git is asked. No setting of the user changes its answers, and no variable that it gives to its own hooks.

No setting of the repository makes it run a program or fetch anything: whose repository it is, nobody knows.
"""

from __future__ import annotations

import os
import subprocess
from functools import cache
from typing import TYPE_CHECKING

from linter.errors import LinterError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PLAIN_DIFF = (
    *("--no-color", "--no-ext-diff", "--no-textconv", "--no-relative", "--src-prefix=a/", "--dst-prefix=b/"),
    *("--unified=0", "--inter-hunk-context=0", "--ignore-cr-at-eol", "--find-renames", "--diff-filter=d"),
    *("--ignore-submodules=all", "--submodule=short", "-O/dev/null"),
)
_SETTINGS = (
    *("-c", "core.quotepath=off", "-c", "diff.autoRefreshIndex=true"),
    *("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}"),
)
_VARIABLES = {"LC_ALL": "C", "GIT_ALLOW_PROTOCOL": "", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
_FILTERS = r"^filter\..*\.(clean|smudge|process|required)$"
_OF_REPOSITORY = (b"local", b"worktree")
_NOT_HANDED_ON = {
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE", "GIT_CONFIG"),
    *("GIT_DIFF_OPTS", "GIT_EXTERNAL_DIFF", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES"),
    *("GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"),
}
_SINCE_BRANCHING = "..."


def git(folder: str, *words: str, allowed: int = 0) -> bytes:
    """What git answers in a folder; raises `LinterError` where its status is over `allowed`."""
    return _run(folder, words, allowed, _without_filters(folder))


@cache
def _without_filters(folder: str) -> dict[str, str]:
    """Variables that make nothing of the filters that the repository itself defines; the user's own stay."""
    rows = _run(folder, ("config", "--show-scope", "-z", "--name-only", "--get-regexp", _FILTERS), 1, {}).split(b"\0")
    names = {os.fsdecode(name) for scope, name in zip(rows[::2], rows[1::2], strict=False) if scope in _OF_REPOSITORY}
    first = int(os.environ.get("GIT_CONFIG_COUNT") or 0)
    variables = {"GIT_CONFIG_COUNT": str(first + len(names))} if names else {}
    for number, name in enumerate(sorted(names), start=first):
        variables[f"GIT_CONFIG_KEY_{number}"] = name
        variables[f"GIT_CONFIG_VALUE_{number}"] = "false" if name.endswith(".required") else ""
    return variables


def _run(folder: str, words: Iterable[str], allowed: int, variables: Mapping[str, str]) -> bytes:
    handed_on = {name: value for name, value in os.environ.items() if name not in _NOT_HANDED_ON}
    command = ["git", "--no-pager", "--no-optional-locks", "-C", folder, *_SETTINGS, *words]
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and git is what the user's path says
            command,
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
            env={**handed_on, **_VARIABLES, **variables},
        )
    except OSError as error:
        raise LinterError(f"git cannot be run ({error.strerror}); without it nobody knows what has changed") from error
    if done.returncode > allowed:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise LinterError(f"git: {lines[0].removeprefix('fatal: ') if lines else done.returncode}", folder)
    return done.stdout


def top_of(folder: str) -> str:
    """The top of the repository that a folder lies in; empty where there is none."""
    while not os.path.exists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return ""
        folder = parent
    return os.path.realpath(folder)


def top_above(top: str) -> str:
    """The top of the repository that this one is a submodule of; empty where it is none."""
    if not os.path.isfile(os.path.join(top, ".git")):
        return ""
    above = os.fsdecode(git(top, "rev-parse", "--show-superproject-working-tree")).rstrip("\n")
    return os.path.realpath(above) if above else ""


def commit_of(top: str, revision: str) -> str:
    """The commit that a revision names, `REV...` the merge base of it and HEAD; raises `LinterError` without one."""
    name = revision.removesuffix(_SINCE_BRANCHING)
    commit = "" if name.startswith("-") else object_of(top, f"{name}^{{commit}}")
    if not commit:
        raise _unknown("revision", name, top)
    if name != revision:
        commit = git(top, "merge-base", commit, "HEAD", allowed=1).decode().strip()
        if not commit:
            raise _unknown("common ancestor of the current branch and", name, top)
    return commit


def object_of(top: str, name: str) -> str:
    """The id of what git knows by this name; empty where that is nothing."""
    return git(top, "rev-parse", "--verify", "--quiet", name, allowed=1).decode().strip()


def recorded_commit(top: str, commit: str, name: str) -> str:
    """The commit of the submodule `name` that stood in a commit; empty where there was none."""
    row = git(top, "ls-tree", "-z", commit, "--", f":(top,literal){name}").partition(b"\t")[0].decode()
    return row.partition(" commit ")[2]


def _unknown(what: str, name: str, top: str) -> LinterError:
    folder = os.fsdecode(git(top, "rev-parse", "--git-common-dir")).rstrip("\n")
    is_shallow = os.path.exists(os.path.join(top, folder, "shallow"))
    advice = "; this clone is shallow: fetch its history (git fetch --unshallow)" if is_shallow else ""
    return LinterError(f"git knows no {what} {name!r}{advice}", top)

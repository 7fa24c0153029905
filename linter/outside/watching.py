"""Waiting until something changes that a check depends on."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from linter.errors import LinterError
from linter.formats import SUFFIXES
from linter.outside.config import NAMES
from linter.outside.ignoring import IGNORE_FILE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from os import PathLike

    Path = str | PathLike[str]

_GROUPED = 300  # milliseconds in which changes are one
_STEP = 50  # milliseconds without a change that end such a group
_PATIENCE = 200  # milliseconds after which Python looks whether it is interrupted


class Watched(NamedTuple):
    """Absolute paths: documents and folders of them, folders of packs, other files that count, and the report's file."""

    documents: frozenset[str]
    packs: frozenset[str]
    files: frozenset[str]
    report: str

    def folders(self) -> list[str]:
        """Every folder that there is and in which something may change."""
        trees = [path for path in (*self.documents, *self.packs) if os.path.isdir(path)]
        below = {folder for tree in trees for folder in _folders_below(tree)}
        beside = {os.path.dirname(path) for path in (*self.documents, *self.files)}
        return sorted(folder for folder in below | beside if os.path.isdir(folder))

    def concerns(self, _: object, path: str) -> bool:
        """Whether a check may come out otherwise when this changes."""
        name = os.path.basename(path)
        if path == self.report:
            return False
        if path in self.files or path in self.documents or name in (*NAMES, IGNORE_FILE) or _is_below(path, self.packs):
            return True
        is_readable = os.path.splitext(name)[1].lower() in SUFFIXES or os.path.isdir(path)
        return is_readable and not name.startswith(".") and _is_below(path, self.documents)


def watched(documents: Iterable[Path], packs: Iterable[Path], files: Iterable[Path], report: Path) -> Watched:
    """The same of paths as they are given."""
    named, folders, others = (frozenset(map(os.path.abspath, paths)) for paths in (documents, packs, files))
    return Watched(named, folders, others, os.path.abspath(report) if report else "")


def rounds(look: Callable[[], Watched]) -> Iterator[None]:
    """A round at once, and one after each change of what `look` tells to watch; raises `LinterError`.

    Whatever changes during a round brings the next one about.
    """
    try:
        from watchfiles import watch  # noqa: PLC0415 - deferred: optional
    except ImportError as error:
        raise LinterError("--watch needs another library: pip install 'recto[watch]'") from error
    while True:
        now = look()
        changes = watch(
            *now.folders(),
            watch_filter=now.concerns,
            debounce=_GROUPED,
            step=_STEP,
            rust_timeout=_PATIENCE,
            yield_on_timeout=True,
            recursive=False,
        )
        try:
            next(changes)
        except FileNotFoundError:  # a folder is gone since it was listed
            continue
        except OSError as error:
            raise LinterError(f"the folders cannot be watched: {error.strerror}") from error
        yield
        for changed in changes:
            if changed:
                break


def _folders_below(folder: str) -> Iterator[str]:
    """The folder and all below it, as a check would walk them."""
    for place, names, _ in os.walk(folder):
        names[:] = [name for name in names if not name.startswith(".") and name != "node_modules"]
        yield place


def _is_below(path: str, folders: Iterable[str]) -> bool:
    return any(path.startswith(folder.rstrip(os.sep) + os.sep) for folder in folders)

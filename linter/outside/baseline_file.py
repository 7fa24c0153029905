"""The file of a baseline, and the names that it has for documents."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from linter.errors import LinterError
from linter.narrowing.baseline_text import read_baseline, write_baseline
from linter.outside.output import write_report
from linter.outside.reading import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.narrowing.baseline import Baseline

DEFAULT = "recto-baseline.json"


class BaselineFile:
    """A file at `path`. Documents are named relative to its folder, links resolved, with slashes."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._folder = os.path.dirname(os.path.realpath(path))
        self._names: dict[str, str] = {}

    @property
    def exists(self) -> bool:
        """Whether there is one already."""
        return os.path.exists(self.path)

    def read(self) -> Baseline:
        """What it says; raises `LinterError`."""
        if not self.exists:
            raise LinterError("there is no such baseline; `recto baseline` writes one", self.path)
        return read_baseline(read_text(self.path), self.path)

    def write(self, baseline: Baseline, documents: Iterable[str]) -> None:
        """Write it, but over none of the documents; raises `LinterError`."""
        write_report(write_baseline(baseline), self.path, documents)

    def name_of(self, document: str) -> str:
        """The name of a document, which may be the folder of some."""
        if document not in self._names:
            self._names[document] = self._name_of(os.path.realpath(document))
        return self._names[document]

    def _name_of(self, path: str) -> str:
        with suppress(ValueError):  # on another drive
            path = os.path.relpath(path, self._folder)
        return path.replace(os.sep, "/")

    def gone(self, baseline: Baseline) -> set[str]:
        """The names of documents that are no longer there."""
        return {name for name in baseline if not os.path.lexists(os.path.join(self._folder, name))}

    def below(self, names: Iterable[str], paths: Iterable[str]) -> set[str]:
        """Those of the names that lie at or below one of the paths."""
        tops = [os.path.realpath(path) for path in paths]
        places = {name: os.path.normpath(os.path.join(self._folder, name)) for name in names}
        return {
            name for name, place in places.items() if any(f"{place}{os.sep}".startswith(_open(top)) for top in tops)
        }


def _open(folder: str) -> str:
    """The folder with a separator behind it; the root has one."""
    return folder if folder.endswith(os.sep) else f"{folder}{os.sep}"

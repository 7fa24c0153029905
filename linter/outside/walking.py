"""Paths that the user names → the files to lint."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from linter.formats import SUFFIXES
from linter.outside.ignoring import (
    IGNORE_FILE,
    Layer,
    file_layer,
    glob_layer,
    is_ignored,
    is_ignored_anywhere,
    layers_above,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

_NO_DOCUMENTS = ("license", "licence", "copying")  # how their names begin
_LOCK = "~$"  # how Word calls what it puts beside a document that is open
_DATA_FILES = ("cmakelists.txt", "robots.txt")


class Found(NamedTuple):
    """A file to lint: its path, its size in bytes, and whether the user named it rather than a folder over it."""

    path: str
    size: int
    named: bool


class _Place(NamedTuple):
    """A file or a folder on the walk: as it is shown, as it is without links, and what is ignored there."""

    path: str
    real: str
    ignores: tuple[Layer, ...]


def find_files(
    paths: Iterable[str], *, exclude: Iterable[str] = (), exclude_base: str = "", force_exclude: bool = False
) -> list[Found]:
    """The files to lint, sorted by path and each once: what is named, and the documents in the folders that are named.

    `exclude` are globs as in a `.gitignore`, relative to `exclude_base` (the working folder). They and the ignore files leave a named
    file alone, unless `force_exclude` says otherwise.
    """
    walk = _Walk(glob_layer(exclude, exclude_base or os.getcwd()))
    folders = []
    for path in map(os.path.normpath, paths):
        if os.path.isdir(path):
            folders.append(path)
        elif not (force_exclude and is_ignored_anywhere(os.path.abspath(path), walk.globs)):
            walk.take(path, os.path.realpath(path), named=True)
    for folder in folders:
        walk.enter(_Place(folder, os.path.realpath(folder), layers_above(os.path.abspath(folder))))
    walk.follow_links()
    return sorted(walk.found.values())


class _Walk:
    """What a walk has found and where it has been, by real paths; links come last, so that a file keeps its own name."""

    def __init__(self, globs: tuple[Layer, ...]) -> None:
        self.globs = globs
        self.found: dict[str, Found] = {}
        self._entered: set[str] = set()
        self._links: list[_Place] = []

    def take(self, path: str, real: str, *, named: bool = False) -> None:
        """Note a file, unless it is known."""
        if real not in self.found:
            self.found[real] = Found(path, _size(path), named)

    def enter(self, top: _Place) -> None:
        """Go through a folder and all below it."""
        pending = [top]
        while pending:
            place = pending.pop()
            if place.real not in self._entered:
                self._entered.add(place.real)
                pending += self._look_into(place)

    def follow_links(self) -> None:
        """Go where the links lead, each once."""
        while self._links:
            links, self._links = self._links, []
            for link in links:
                if os.path.isdir(link.path):
                    self.enter(link)
                else:
                    self.take(link.path, link.real)

    def _look_into(self, place: _Place) -> list[_Place]:
        """Take the files of one folder; its folders are what is returned."""
        try:
            entries = sorted(os.scandir(place.path), key=lambda entry: entry.name)
        except OSError:
            return []
        ignores = place.ignores
        if any(entry.name == IGNORE_FILE for entry in entries):
            ignores += file_layer(os.path.abspath(place.path))
        folders = []
        for entry in entries:
            is_folder = os.path.isdir(entry.path) if entry.is_symlink() else entry.is_dir()
            path = os.path.normpath(entry.path)
            if not self._is_wanted(entry, path, ignores, is_folder=is_folder):
                continue
            if entry.is_symlink():
                self._links.append(_Place(path, os.path.realpath(path), ignores))
            elif is_folder:
                folders.append(_Place(path, os.path.join(place.real, entry.name), ignores))
            else:
                self.take(path, os.path.join(place.real, entry.name))
        return folders

    def _is_wanted(self, entry: os.DirEntry[str], path: str, ignores: tuple[Layer, ...], *, is_folder: bool) -> bool:
        if entry.name.startswith("."):
            return False
        if not (entry.name != "node_modules" if is_folder else _is_document(entry.name) and os.path.isfile(entry.path)):
            return False
        if not (self.globs or ignores):
            return True
        absolute = os.path.abspath(path)
        return not (
            is_ignored(absolute, self.globs, folder=is_folder) or is_ignored(absolute, ignores, folder=is_folder)
        )


def is_folder(path: str) -> bool:
    """Whether a path is that of a folder."""
    return os.path.isdir(path)


def inside(path: str, name: str = "-") -> str:
    """The path of a file in a folder; a path that is no folder stays what it is."""
    return os.path.normpath(os.path.join(path, name)) if os.path.isdir(path) else path


def near(path: str) -> str:
    """The path as it is called from the working folder, where it lies below that."""
    return path.removeprefix(os.path.join(os.getcwd(), ""))


def parts_of(path: str, folder: str) -> list[str]:
    """The names of the folders from `folder` to a file below it, and of the file."""
    return os.path.relpath(path, folder).split(os.sep)


def _is_document(name: str) -> bool:
    """Whether a file is text for readers, by its name."""
    name = name.lower()
    if os.path.splitext(name)[1] not in SUFFIXES:
        return False
    if name.startswith((*_NO_DOCUMENTS, _LOCK)) or name in _DATA_FILES:
        return False
    return not (name.startswith("requirements") and name.endswith(".txt"))


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0

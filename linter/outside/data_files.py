"""The data files that rules name, each inside its own pack."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from linter.errors import LinterError
from linter.outside.reading import MAX_SIZE, TOO_LARGE, read_file

if TYPE_CHECKING:
    from linter.engines.name_tree import NameTree
    from linter.outside.dictionaries import Dictionary

_WORDS, _AFFIXES = ".dic", ".aff"
_MEMORY = 100_000_000  # bytes that unpacking may take


class DataFiles:
    """The data files of packs, below the folders that hold the packs; each is read once, when first asked for."""

    def __init__(self, folders: tuple[str, ...]) -> None:
        self.folders = folders
        self._trees: dict[str, NameTree] = {}
        self._dictionaries: dict[str, Dictionary] = {}
        self._rows: dict[str, tuple[tuple[str, ...], ...]] = {}

    def names(self, path: str) -> NameTree:
        """The tree of names in `path`; raises `LinterError`."""
        from linter.engines.name_tree import NameTree  # noqa: PLC0415 - deferred: start-up

        if path not in self._trees:
            self._trees[path] = NameTree(self._text(path))
        return self._trees[path]

    def rows(self, path: str) -> tuple[tuple[str, ...], ...]:
        """The rows of `path`: fields between tabs, one row a line; lines that # begins are comments; raises `LinterError`."""
        if path not in self._rows:
            lines = self._text(path).splitlines()
            self._rows[path] = tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))
        return self._rows[path]

    def dictionary(self, path: str) -> Dictionary:
        """The dictionary of the file `path` and the .aff beside it, or American English; raises `LinterError`."""
        from linter.outside.dictionaries import Dictionary  # noqa: PLC0415 - deferred: start-up

        if path and not path.endswith(_WORDS):
            raise LinterError(f"a dictionary is a {_WORDS} file, not {path!r}")
        if path not in self._dictionaries:
            beside = (self.find(path), self.find(path.removesuffix(_WORDS) + _AFFIXES)) if path else None
            self._dictionaries[path] = Dictionary(beside)
        return self._dictionaries[path]

    def find(self, path: str) -> str:
        """Where `path` stands; raises `LinterError` where that is nowhere, or outside of its pack."""
        if os.path.isabs(path) or ".." in path.replace("\\", "/").split("/"):
            raise LinterError(f"the data file {path!r} must stand in a pack: pack/data/file, without '..'")
        folder = next((folder for folder in self.folders if os.path.isfile(os.path.join(folder, path))), None)
        if folder is None:
            raise LinterError(f"there is no data file {path!r} below {', '.join(self.folders)}")
        place, pack = os.path.join(folder, path), os.path.join(folder, path.rpartition("/")[0].partition("/")[0])
        if not os.path.realpath(place).startswith(os.path.join(os.path.realpath(pack), "")):
            raise LinterError(f"the data file {path!r} is a link that leads out of its pack; put the file itself there")
        return place

    def _text(self, path: str) -> str:
        place = self.find(path)
        try:
            data = read_file(place)
            return (_unpacked(data) if path.endswith(".xz") else data).decode("utf-8")
        except (OSError, ValueError) as error:
            raise LinterError(f"this data file cannot be read: {error}", place) from error


def _unpacked(data: bytes) -> bytes:
    """What an xz file holds; raises `ValueError`."""
    import lzma  # noqa: PLC0415 - deferred: start-up

    unpacking = lzma.LZMADecompressor(memlimit=_MEMORY)
    try:
        unpacked = unpacking.decompress(data, MAX_SIZE)
    except lzma.LZMAError as error:
        raise ValueError(f"it cannot be unpacked ({error})") from error
    if unpacking.eof:
        return unpacked
    raise ValueError("it is cut short" if unpacking.needs_input else TOO_LARGE)

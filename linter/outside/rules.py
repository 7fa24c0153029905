"""The ruleset and the lists that its rules name, from the files that hold them."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, NamedTuple

from linter.errors import LinterError
from linter.ruleset import Ruleset, ruleset_from

if TYPE_CHECKING:
    from linter.authoring.pack_reader import Authored, PackFile
    from linter.engines.name_tree import NameTree

_HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_INSTALLED = os.path.join(_HERE, "rules")
BUILT_IN = _INSTALLED if os.path.isdir(_INSTALLED) else os.path.join(os.path.dirname(_HERE), "rules")
COMPILED = "ruleset.json"


class DataFiles:
    """The data files of packs, below the folders that hold the packs; each is read once, when first asked for."""

    def __init__(self, folders: tuple[str, ...]) -> None:
        self.folders = folders
        self._trees: dict[str, NameTree] = {}
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

    def _text(self, path: str) -> str:
        for folder in self.folders:
            try:
                with open(os.path.join(folder, path), "rb") as stream:
                    data = stream.read()
            except OSError:
                continue
            if path.endswith(".xz"):
                import lzma  # noqa: PLC0415 - deferred: start-up

                data = lzma.decompress(data)
            return data.decode("utf-8")
        raise LinterError(f"no such data file below {', '.join(self.folders)}", path)


class Loaded(NamedTuple):
    """A ruleset, and what of the user's own rules could not be read."""

    ruleset: Ruleset
    errors: list[LinterError]


def load_ruleset(folders: tuple[str, ...] = ()) -> Loaded:
    """The built-in packs as shipped, and the packs in the user's own folders of packs."""
    lists = DataFiles((*folders, BUILT_IN))
    data = _built_in()
    errors: list[LinterError] = []
    if folders:
        authored = author_folders(folders, lists, need_tests=False)
        own = {pack["name"] for pack in authored.data["packs"]}
        data["packs"] = [pack for pack in data["packs"] if pack["name"] not in own] + authored.data["packs"]
        ids = {rule["id"] for rule in authored.data["rules"]}
        data["rules"] = [rule for rule in data["rules"] if rule["id"] not in ids] + authored.data["rules"]
        errors = authored.errors
    return Loaded(ruleset_from(data, lists), errors)


def _built_in() -> dict[str, Any]:
    path = os.path.join(BUILT_IN, COMPILED)
    try:
        with open(path, encoding="utf-8") as stream:
            data: dict[str, Any] = json.load(stream)
    except (OSError, ValueError) as error:
        raise LinterError(f"the built-in rules cannot be read ({error}); install recto anew", path) from error
    return data


def author_folders(folders: tuple[str, ...], lists: DataFiles, *, need_tests: bool) -> Authored:
    """Read the YAML of every pack in `folders`."""
    from linter.authoring.pack_reader import author  # noqa: PLC0415 - deferred: start-up

    files: list[PackFile] = [file for folder in folders for file in _pack_files(folder)]
    return author(files, lists, need_tests=need_tests)


def _pack_files(folder: str) -> list[PackFile]:
    """The YAML files one level below `folder`, and those in it where it is a pack itself."""
    from linter.authoring.pack_reader import PackFile  # noqa: PLC0415 - deferred: start-up

    if not os.path.isdir(folder):
        raise LinterError("there is no such folder of rules", folder)
    places = [folder, *(entry.path for entry in os.scandir(folder) if entry.is_dir() and entry.name[0] not in "._")]
    files = []
    for place in places:
        pack = os.path.basename(os.path.abspath(place))
        for name in sorted(os.listdir(place)):
            if name.endswith((".yaml", ".yml")):
                path = os.path.join(place, name)
                files.append(PackFile(pack, path, read_text(path)))
    return files


def pack_file_of(path: str, folders: tuple[str, ...], text: str) -> PackFile | None:
    """The file of a pack that a YAML file is in one of the folders of packs, with `text` in it."""
    from linter.authoring.pack_reader import PackFile  # noqa: PLC0415 - deferred: start-up

    pack = os.path.dirname(os.path.abspath(path))
    places = {os.path.normcase(os.path.realpath(folder)) for folder in folders}
    here = {os.path.normcase(os.path.realpath(folder)) for folder in (pack, os.path.dirname(pack))}
    return PackFile(os.path.basename(pack), path, text) if path.endswith((".yaml", ".yml")) and here & places else None


def folder_beside(file: str, path: str) -> str:
    """The folder `path`, relative to the folder of `file`; empty where there is none."""
    folder = os.path.join(os.path.dirname(file), path)
    return folder if os.path.isdir(folder) else ""


def read_text(path: str, complaint: str = "cannot be read") -> str:
    """A file of UTF-8; raises `LinterError`."""
    try:
        with open(path, encoding="utf-8") as stream:
            return stream.read()
    except (OSError, UnicodeDecodeError) as error:
        raise LinterError(f"{complaint}: {error}", path) from error

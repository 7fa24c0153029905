"""The ruleset, from the files that hold its rules."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, NamedTuple

from linter.errors import LinterError
from linter.outside.data_files import DataFiles
from linter.outside.reading import read_text
from linter.ruleset import Ruleset, ruleset_from

if TYPE_CHECKING:
    from linter.authoring.pack_reader import Authored, PackFile

_HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_INSTALLED = os.path.join(_HERE, "rules")
BUILT_IN = _INSTALLED if os.path.isdir(_INSTALLED) else os.path.join(os.path.dirname(_HERE), "rules")
COMPILED = "ruleset.json"


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

    try:
        places = [folder, *(entry.path for entry in os.scandir(folder) if entry.is_dir() and entry.name[0] not in "._")]
        paths = [os.path.join(place, name) for place in places for name in sorted(os.listdir(place))]
    except OSError as error:
        raise LinterError(f"this folder of rules cannot be read: {error}", folder) from error
    return [
        PackFile(os.path.basename(os.path.dirname(os.path.abspath(path))), path, read_text(path))
        for path in paths
        if path.endswith((".yaml", ".yml"))
    ]


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

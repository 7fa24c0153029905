"""Configuration files: the nearest one above each document, and what it extends."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from linter.errors import LinterError
from linter.outside.reading import read_text

if TYPE_CHECKING:
    from linter.authoring.config_reader import Config
    from linter.authoring.yaml_reader import Node

NAMES = ("recto.yaml", ".recto.yaml", "pyproject.toml")
_LONGEST_CHAIN = 10  # files that extend each other


class Configs:
    """The configuration for each document; each file is read once.

    `path` is a file to use for all documents; `isolated` is to read none at all.
    """

    def __init__(self, path: str = "", *, isolated: bool = False) -> None:
        self._fixed = path
        self._isolated = isolated
        self._read: dict[str, Config | None] = {}
        self._nearest: dict[str, str] = {}

    def path_for(self, document: str) -> str:
        """The configuration file for a document; empty where there is none."""
        if self._isolated:
            return ""
        return self._fixed or self._above(os.path.dirname(os.path.abspath(document)))

    def path_in(self, folder: str) -> str:
        """The configuration file in a folder itself; empty where there is none."""
        path = self.path_for(os.path.join(folder, "-"))
        return path if path and os.path.dirname(path) == os.path.abspath(folder) else ""

    def _above(self, folder: str) -> str:
        if folder not in self._nearest:
            here = next((path for name in NAMES if (path := os.path.join(folder, name)) and self._is_one(path)), "")
            parent = os.path.dirname(folder)
            self._nearest[folder] = here or (self._above(parent) if parent != folder else "")
        return self._nearest[folder]

    def _is_one(self, path: str) -> bool:
        if not os.path.isfile(path):
            return False
        return not path.endswith(".toml") or ("tool.recto" in _text(path) and self.read(path) is not None)

    def read(self, path: str) -> Config | None:
        """What a file says, with what it extends; None for a pyproject.toml without `[tool.recto]`."""
        if path not in self._read:
            self._read[path] = _read(path, ())
        return self._read[path]


def _read(path: str, chain: tuple[str, ...]) -> Config | None:
    from linter.authoring.config_reader import NO_CONFIG, read_config  # noqa: PLC0415 - deferred: start-up

    root = _root(path)
    if root is None:
        return None
    if path in chain or len(chain) >= _LONGEST_CHAIN:
        raise root.error(f"configurations extend each other without end: {' → '.join([*chain, path])}")
    base = NO_CONFIG
    extended = root.mapping().get("extends")
    if extended:
        if not isinstance(extended.value, str):
            raise extended.error("'extends' must be the path of another configuration")
        base = _read(os.path.join(os.path.dirname(path), extended.value), (*chain, path)) or NO_CONFIG
    return read_config(root, base)


def _root(path: str) -> Node | None:
    from linter.authoring.yaml_reader import Node, read_yaml  # noqa: PLC0415 - deferred: start-up

    text = _text(path)
    if not path.endswith(".toml"):
        root = read_yaml(text, path)
        return Node({}, path, 1) if root.value is None else root
    import tomllib  # noqa: PLC0415 - deferred: start-up

    try:
        tool = tomllib.loads(text).get("tool")
    except (ValueError, RecursionError) as error:  # of the first is what TOML itself refuses
        raise LinterError(f"broken TOML: {error}", path) from error
    table = tool.get("recto") if isinstance(tool, dict) else None
    return None if table is None else Node(table, path, None)


def _text(path: str) -> str:
    return read_text(path, "the configuration cannot be read")

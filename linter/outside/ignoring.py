"""What `.gitignore` files and the user's globs leave out."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from linter.outside.reading import read_file

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pathspec import GitIgnoreSpec

IGNORE_FILE = ".gitignore"


class Layer(NamedTuple):
    """Patterns, and the absolute path of the folder that they are relative to."""

    base: str
    patterns: GitIgnoreSpec


def glob_layer(globs: Iterable[str], base: str) -> tuple[Layer, ...]:
    """The globs as a layer; none where there are no globs."""
    lines = tuple(globs)
    return (Layer(base, _spec(lines)),) if lines else ()


@lru_cache(maxsize=64)
def _spec(lines: tuple[str, ...]) -> GitIgnoreSpec:
    """The globs compiled; each document asks for those of its configuration again."""
    from linter.outside.globs import compiled  # noqa: PLC0415 - deferred: start-up

    return compiled(lines)


def file_layer(folder: str, name: str = IGNORE_FILE) -> tuple[Layer, ...]:
    """The ignore file `name` of `folder`; none where there is no such file, or where it cannot be read."""
    try:
        lines = read_file(os.path.join(folder, name)).decode("utf-8", "surrogateescape").splitlines()
    except (OSError, ValueError):
        return ()
    if not lines:
        return ()
    from linter.outside.globs import compiled_as_git_does  # noqa: PLC0415 - deferred: start-up

    return (Layer(folder, compiled_as_git_does(lines)),)


def layers_above(folder: str) -> tuple[Layer, ...]:
    """What the repository ignores from its root down to the parent of `folder`, an absolute path."""
    parents = []
    place = folder
    while not os.path.exists(os.path.join(place, ".git")):
        parent = os.path.dirname(place)
        if parent == place:
            return ()
        parents.append(parent)
        place = parent
    layers = file_layer(place, os.path.join(".git", "info", "exclude"))
    for parent in reversed(parents):
        layers += file_layer(parent)
    return layers


def is_ignored(path: str, layers: tuple[Layer, ...], *, folder: bool = False) -> bool:
    """Whether `path`, an absolute one, is left out; the last layer that speaks of it decides."""
    for layer in reversed(layers):
        below = _below(path, layer.base)
        if below:
            include = layer.patterns.check_file(below + "/" if folder else below).include
            if include is not None:
                return include
    return False


def is_ignored_anywhere(path: str, globs: tuple[Layer, ...]) -> bool:
    """Whether a glob or an ignore file leaves out the file `path`, an absolute one, or a folder that it is in."""
    parent = os.path.dirname(path)
    layers = layers_above(parent) + file_layer(parent)
    return (
        is_ignored(path, globs)
        or is_ignored(path, layers)
        or any(is_ignored(folder, layers, folder=True) for folder in _between(parent, layers))
    )


def _between(folder: str, layers: tuple[Layer, ...]) -> list[str]:
    """`folder` and the folders over it, below the outermost layer."""
    found: list[str] = []
    while layers and folder != layers[0].base and _below(folder, layers[0].base):
        found.append(folder)
        folder = os.path.dirname(folder)
    return found


def _below(path: str, base: str) -> str:
    """`path` relative to `base` with slashes; empty where it does not stand below."""
    prefix = base if base.endswith(os.sep) else base + os.sep
    return path[len(prefix) :].replace(os.sep, "/") if path.startswith(prefix) else ""

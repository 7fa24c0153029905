"""Diagnostics of earlier runs, by content.

One file for each folder that was linted: `{name of a file: [key, rows]}`, under a checksum. It holds no excerpts, for
drafts are confidential; those are cut anew from the source. Nothing that goes wrong here is worth a word: there is no
cache then.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from typing import TYPE_CHECKING, Any, NamedTuple

from linter import __version__
from linter.broken import BROKEN
from linter.outside.cache_folder import DAY, private_folder, prune, remove
from linter.outside.cached_rows import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.diagnostic import Diagnostic
    from linter.ruleset import Ruleset

_SUFFIX = ".json"
_LAYOUT = 2  # of the files; a change makes all of them strange


class Entry(NamedTuple):
    """What is known of a file: the key that it had, its diagnostics as rows, and its summary for rules across files."""

    key: str
    rows: list[Any]
    summary: list[Any] | None = None


class Cache:
    """The results of one ruleset under one set of settings, together called the identity; hashed, never kept."""

    def __init__(self, identity: str) -> None:
        self.identity = identity
        self._folder = private_folder()
        self._known: dict[str, dict[str, Entry]] = {}
        self._changed: set[str] = set()

    def entry(self, path: str, key: str) -> Entry | None:
        """What is kept for a file, if it is still the same."""
        folder, name = os.path.split(os.path.abspath(path))
        entry = self._entries(folder).get(name)
        return entry if entry and entry.key == key else None

    def keep(self, path: str, key: str, diagnostics: list[Diagnostic], summary: list[Any] | None = None) -> None:
        """Note the result of a file, unless something broke on it."""
        if not any(found.rule in BROKEN for found in diagnostics):
            folder, name = os.path.split(os.path.abspath(path))
            self._entries(folder)[name] = Entry(key, rows_of(diagnostics), summary)
            self._changed.add(folder)

    def save(self) -> None:
        """Write what was noted, beside what other runs have written meanwhile."""
        if not self._folder:
            return
        for folder in sorted(self._changed):
            merged = {**self._read(folder), **self._known[folder]}
            kept = {name: entry for name, entry in merged.items() if os.path.lexists(os.path.join(folder, name))}
            _write(self._file(folder), kept)
        self._changed.clear()
        prune(self._folder)

    def _entries(self, folder: str) -> dict[str, Entry]:
        if folder not in self._known:
            self._known[folder] = self._read(folder) if self._folder else {}
        return self._known[folder]

    def _file(self, folder: str) -> str:
        return os.path.join(self._folder, _digest(self.identity, folder)[:32] + _SUFFIX)

    def _read(self, folder: str) -> dict[str, Entry]:
        path = self._file(folder)
        try:
            with open(path, "rb") as stream:
                checksum, _, body = stream.read().partition(b"\n")
            if checksum.decode("ascii") != hashlib.sha256(body).hexdigest():
                return {}
            if os.stat(path).st_mtime < time.time() - DAY:
                os.utime(path)
            return {name: Entry(*entry) for name, entry in json.loads(body).items()}
        except (OSError, ValueError, TypeError, AttributeError, RecursionError):
            return {}


def identity_of(ruleset: Ruleset, *parts: object) -> str:
    """A digest of what a result depends on beside the file: rules and their lists, `parts` by `repr`, the program."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    stamps = [_stamp(path) for path in [*_modules(package), *_lists(ruleset)]]
    return _digest(
        str(_LAYOUT), __version__, repr((ruleset.rules, ruleset.packs, ruleset.switched, parts)), repr(stamps)
    )


def content_key(identity: str, path: str, data: bytes) -> str:
    """The name of a result: the identity, the path that diagnostics show, and the bytes of the file."""
    digest = hashlib.sha256(data)
    digest.update(f"\0{path}\0{identity}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _modules(package: str) -> Iterator[str]:
    """The program itself, for whoever changes it without changing its version."""
    for place, folders, names in os.walk(package):
        folders.sort()
        yield from (os.path.join(place, name) for name in sorted(names) if name.endswith(".py"))


def _lists(ruleset: Ruleset) -> Iterator[str]:
    """Where the data files that rules name may stand."""
    folders: tuple[str, ...] = getattr(ruleset.lists, "folders", ())
    for rule in ruleset.rules.values():
        for value in rule.params.values():
            for path in (value,) if isinstance(value, str) else value if isinstance(value, list | tuple) else ():
                if isinstance(path, str) and "/data/" in path and "\0" not in path:
                    beside = [f"{path[:-4]}.aff"] if path.endswith(".dic") else []
                    yield from (os.path.join(folder, name) for folder in folders for name in (path, *beside))


def _stamp(path: str) -> tuple[str, int, int]:
    """Name, size and time of the last change."""
    try:
        state = os.stat(path)
    except OSError:
        return path, 0, 0
    return path, state.st_size, state.st_mtime_ns


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _write(path: str, entries: dict[str, Entry]) -> None:
    """Write a whole file or none."""
    body = json.dumps(entries, separators=(",", ":")).encode("ascii")
    new = f"{path}.{os.getpid()}.new"
    try:
        with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
            stream.write(hashlib.sha256(body).hexdigest().encode("ascii") + b"\n" + body)
        os.replace(new, path)
    except OSError:
        remove(new)

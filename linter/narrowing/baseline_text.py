"""A baseline as JSON: sorted, one entry a line, so that changes on two branches rarely meet."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from linter.errors import LinterError
from linter.narrowing.baseline import Baseline, Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION = 1
_MANY = 1_000_000_000  # more than any file has of equal findings
_ADVICE = "mend it, or delete it and run `recto baseline`"


def write_baseline(baseline: Baseline) -> str:
    """The text of the file; names that are no text are written with escapes."""
    files = ",\n".join(_file_lines(name, baseline[name]) for name in sorted(baseline) if baseline[name])
    return f'{{\n"version": {VERSION},\n"files": {{\n{files}\n}}\n}}\n' if files else _EMPTY


_EMPTY = f'{{\n"version": {VERSION},\n"files": {{}}\n}}\n'


def _file_lines(name: str, entries: Counter[Entry]) -> str:
    lines = ",\n".join(
        f'  "{entry.fingerprint}": {{"rule": {_quoted(entry.rule)}, "count": {entries[entry]}}}'
        for entry in sorted(entries)
    )
    return f"{_quoted(name)}: {{\n{lines}\n}}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=not text.isprintable())


def read_baseline(text: str, path: str) -> Baseline:
    """What the text of the file at `path` says; raises `LinterError` where that is no baseline, or a newer one."""
    try:
        data = json.loads(text, object_pairs_hook=lambda pairs: _once_each(pairs, path))
    except json.JSONDecodeError as error:
        raise LinterError(f"broken JSON ({error.msg}): {_ADVICE}", path, error.lineno) from error
    except RecursionError as error:
        raise _wrong("it is too deep", path) from error
    except ValueError as error:
        raise _wrong("a number in it is too long", path) from error
    version = data.get("version") if isinstance(data, dict) else None
    if type(version) is not int or version < 1:
        raise _wrong("it has no version", path)
    if version > VERSION:
        raise LinterError(f"this baseline is of a newer Recto (version {version}, known is {VERSION}): update", path)
    return {name: Counter(dict(_entries(name, rows, path))) for name, rows in _mapping(data.get("files"), path).items()}


def _entries(name: str, rows: Any, path: str) -> Iterator[tuple[Entry, int]]:
    for fingerprint, row in _mapping(rows, path).items():
        match row:
            case {"rule": str(rule), "count": int(count)} if 0 < count < _MANY and type(count) is int:
                yield Entry(rule, fingerprint), count
            case _:
                raise _wrong(f"{name}, {fingerprint}: an entry has a rule and a count", path)


def _once_each(pairs: list[tuple[str, Any]], path: str) -> dict[str, Any]:
    """An object, whose keys stand in it once each: a merge may have left one twice."""
    values = dict(pairs)
    if len(values) < len(pairs):
        twice = next(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
        raise _wrong(f"{twice} stands in it twice", path)
    return values


def _mapping(value: Any, path: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _wrong("its files must be objects", path)
    return value


def _wrong(what: str, path: str) -> LinterError:
    return LinterError(f"this is no baseline ({what}): {_ADVICE}", path)

"""Where in a YAML file somebody writes, told by lines and indents, for what is half written is no YAML."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINE = re.compile(r"""(?P<blank>[ ]*)(?P<dashes>(?:-[ ]+)*)(?:(?P<key>[\w.-]+|"[^"]*"|'[^']*')[ ]*:(?=[ ]|$))?""")
_FLOW_KEY = re.compile(r"""(?P<key>[\w.-]+|"[^"]*"|'[^']*')[ ]*:[ ]*(?P<typed>[^,\[\]{}]*)$""")


class YamlPlace(NamedTuple):
    """The keys over the place, and what of a word stands before it.

    `key` is the key whose value is written; empty where a key is written, or an item of a list, which `is_item` tells.
    """

    above: tuple[str, ...]
    key: str
    typed: str
    is_item: bool = False


class _Level(NamedTuple):
    """How far the next key above may be indented: less than `column`, or as much where an item may stand there too."""

    column: int
    or_there: bool


def place_at(lines: list[str], line: int, column: int) -> YamlPlace:
    """The place in `lines` at a line and a column, both from 0."""
    written = lines[line][:column] if line < len(lines) else ""
    found = _LINE.match(written)
    assert found is not None, "every line matches"  # noqa: S101 - it may be empty
    level = _level(found) if written.strip() else _Level(column, or_there=False)
    above = _keys_above(lines[:line], level)
    rest = written[found.end() :]
    if found["key"] is None:
        return _in_value(above, "", rest, is_item=bool(found["dashes"]) or written.strip() == "-")
    return _in_value(above, _plain(found["key"]), rest.removeprefix(":").lstrip(" "))


def _in_value(above: tuple[str, ...], key: str, value: str, *, is_item: bool = False) -> YamlPlace:
    """The place behind `value`, which may open braces and brackets."""
    if not value.startswith(("{", "[")):
        return YamlPlace(above, key, value, is_item)
    opened = max(value.rfind("{"), value.rfind("["))
    inner = value[opened + 1 :]
    last = inner.rpartition(",")[2].lstrip(" ")
    inside = (*above, key) if key else above
    if value[opened] == "[":
        return YamlPlace(above, key, last, is_item=True)
    if pair := _FLOW_KEY.search(last):
        return YamlPlace(inside, _plain(pair["key"]), pair["typed"])
    return YamlPlace(inside, "", last)


def _keys_above(lines: list[str], level: _Level) -> tuple[str, ...]:
    keys: list[str] = []
    for line in reversed(lines):
        found = _LINE.match(line)
        if found is None or found["key"] is None:
            continue
        column = len(found["blank"] + found["dashes"])
        if column < level.column or (level.or_there and column == level.column):
            keys.append(_plain(found["key"]))
            level = _level(found)
        if not level.column:
            break
    return tuple(reversed(keys))


def _level(found: re.Match[str]) -> _Level:
    """Where the key over what stands on a line may be: an item may stand below its key or under it."""
    return _Level(len(found["blank"]), or_there=bool(found["dashes"]))


def _plain(key: str) -> str:
    return key.strip("\"'")

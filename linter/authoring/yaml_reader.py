"""YAML with the line of every key; what is wrong with a file is said with its place."""

from __future__ import annotations

import math
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError

from linter.engines.patterns import shorten
from linter.errors import LinterError

_HUGE = 10**18  # longer than anybody writes, and than Python likes to print
_LARGEST = 1_000_000  # characters of a file, and values in it with the aliases written out


class Node:
    """A value of a YAML or TOML file and the place where it stands; TOML has no lines."""

    def __init__(self, value: Any, path: str, line: int | None) -> None:
        self.value = value
        self.path = path
        self.line = line

    @property
    def place(self) -> str:
        """`path:line`, as far as it is known."""
        return self.path if self.line is None else f"{self.path}:{self.line}"

    def error(self, message: str) -> LinterError:
        """An error at this place."""
        return LinterError(message, self.path, self.line)

    def mapping(self) -> dict[str, Node]:
        """Keys and values; raises `LinterError` where the value is anything else or a key is no text."""
        if not isinstance(self.value, dict):
            raise self.error(f"expected keys and values here, found {described(self.value)}")
        nodes = {}
        for key, value in self.value.items():
            line = self._line_of(key)
            if not isinstance(key, str):
                raise LinterError(f"the key {key!r} must be text; put it in quotes", self.path, line)
            nodes[key] = Node(value, self.path, line)
        return nodes

    def items(self) -> list[Node]:
        """The items of a list; raises `LinterError` where the value is anything else."""
        if not isinstance(self.value, list):
            raise self.error(f"expected a list here, found {described(self.value)}")
        return [Node(item, self.path, self._line_of(number)) for number, item in enumerate(self.value)]

    def _line_of(self, key: Any) -> int | None:
        """The line of a key or an item; that of the whole where there is none of its own, as in what an alias merges."""
        places = self.value.lc.data if isinstance(self.value, CommentedMap | CommentedSeq) else None
        return places[key][0] + 1 if places and key in places else self.line


def read_yaml(text: str, path: str) -> Node:
    """Parse one YAML 1.2 document of plain values; raises `LinterError` with the place of what is wrong."""
    if len(text) > _LARGEST:
        raise LinterError(f"larger than {_LARGEST:,} characters", path)
    yaml = YAML(typ="rt")
    yaml.version = (1, 2)
    try:
        value = yaml.load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = (error.problem or error.context or "not YAML").strip().splitlines()[0]
        raise LinterError(f"broken YAML: {what}", path, mark.line + 1 if mark else None) from error
    except RecursionError as error:
        raise LinterError("broken YAML: nested too deeply", path) from error
    except Exception as error:  # a value that is none of its tag fails in any way
        what = (str(error) or type(error).__name__).splitlines()[0]
        raise LinterError(f"broken YAML: {what}", path) from error
    if _written_out(value, {}) > _LARGEST:
        raise LinterError("broken YAML: too large when its aliases are written out", path)
    return Node(value, path, 1)


def _written_out(value: Any, known: dict[int, float]) -> float:
    """How many values there are when each alias is counted as what it stands for; without end where it stands in itself."""
    if not isinstance(value, dict | list):
        return 1
    if id(value) not in known:
        known[id(value)] = math.inf
        items = value.values() if isinstance(value, dict) else value
        known[id(value)] = 1 + sum(_written_out(item, known) for item in items)
    return known[id(value)]


def described(value: object) -> str:
    """What a value is, in words."""
    if isinstance(value, str):
        return f"the text {shorten(value)!r}"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"the number {value}" if abs(value) < _HUGE else "a huge number"
    kinds = ((type(None), "nothing"), (bool, "true or false"), (list, "a list"), (dict, "keys and values"))
    return next((words for kind, words in kinds if isinstance(value, kind)), f"a {type(value).__name__}")

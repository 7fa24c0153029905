"""YAML with the line of every key; what is wrong with a file is said with its place."""

from __future__ import annotations

from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from linter.engines.patterns import shorten
from linter.errors import LinterError


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
            line = self.value.lc.key(key)[0] + 1 if isinstance(self.value, CommentedMap) else self.line
            if not isinstance(key, str):
                raise LinterError(f"the key {key!r} must be text; put it in quotes", self.path, line)
            nodes[key] = Node(value, self.path, line)
        return nodes

    def items(self) -> list[Node]:
        """The items of a list; raises `LinterError` where the value is anything else."""
        if not isinstance(self.value, list):
            raise self.error(f"expected a list here, found {described(self.value)}")
        if not isinstance(self.value, CommentedSeq):
            return [Node(item, self.path, self.line) for item in self.value]
        return [Node(item, self.path, self.value.lc.item(number)[0] + 1) for number, item in enumerate(self.value)]


def read_yaml(text: str, path: str) -> Node:
    """Parse one YAML 1.2 document; raises `LinterError` with the place of what is wrong."""
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
    except (YAMLError, ValueError) as error:
        raise LinterError(f"broken YAML: {str(error).splitlines()[0]}", path) from error
    return Node(value, path, 1)


def described(value: object) -> str:
    """What a value is, in words."""
    if isinstance(value, str):
        return f"the text {shorten(value)!r}"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"the number {value}"
    kinds = ((type(None), "nothing"), (bool, "true or false"), (list, "a list"), (dict, "keys and values"))
    return next((words for kind, words in kinds if isinstance(value, kind)), f"a {type(value).__name__}")

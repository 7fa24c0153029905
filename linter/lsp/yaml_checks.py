"""What is wrong with a configuration or a rule file, as the editor holds it."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

from linter.authoring.config_reader import NO_CONFIG, changed, read_config
from linter.authoring.pack_reader import author
from linter.authoring.types import nearest
from linter.authoring.yaml_reader import Node, read_yaml
from linter.errors import LinterError
from linter.outside.data_files import DataFiles
from linter.outside.reading import read_text
from linter.outside.rules import BUILT_IN, folder_beside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.authoring.pack_reader import PackFile
    from linter.lsp.plans import Plans
    from linter.lsp.question import Question
    from linter.ruleset import Ruleset

_NAMED = ("packs", "select", "ignore")
_TOML_LINE = re.compile(r"line (\d+)")


def rule_errors(file: PackFile, folders: tuple[str, ...]) -> list[LinterError]:
    """What is wrong with a file of a pack; `folders` are those that may hold its data."""
    return author([file], DataFiles((*folders, BUILT_IN)), need_tests=False).errors


def config_errors(question: Question) -> Iterator[LinterError]:
    """What is wrong with a configuration: for each of its keys, the first error there."""
    folders = question.plans.folders_for(question.path, question.wishes)
    yield from _errors_in(question.text.text, question.path, question.plans, folders)


def _errors_in(text: str, path: str, plans: Plans, folders: tuple[str, ...] = ()) -> Iterator[LinterError]:
    """The same for a text as it would stand in the file `path`; `folders` of packs are those that it extends to."""
    try:
        root = _root(text, path)
        nodes = root.mapping() if root else {}
    except LinterError as error:
        yield error
        return
    ruleset = plans.ruleset_of(tuple(dict.fromkeys((*folders, *_folders(nodes)))))
    for key, node in nodes.items():
        try:
            _check_key(key, node, ruleset)
        except LinterError as error:
            yield _placed(error, text, key)


def _root(text: str, path: str) -> Node | None:
    if not path.endswith(".toml"):
        root = read_yaml(text, path)
        return None if root.value is None else root
    try:
        table = tomllib.loads(text).get("tool", {}).get("recto")
    except tomllib.TOMLDecodeError as error:
        line = _TOML_LINE.search(str(error))
        if "tool.recto" not in text:
            return None
        raise LinterError(f"broken TOML: {error}", path, int(line[1]) if line else 1) from error
    return None if table is None else Node(table, path, None)


def _folders(nodes: dict[str, Node]) -> Iterator[str]:
    """The folders of packs that the configuration names, as far as they are there."""
    value = nodes["rules-path"].value if "rules-path" in nodes else None
    for name in value if isinstance(value, list) else ():
        if folder := folder_beside(nodes["rules-path"].path, str(name)):
            yield folder


def _check_key(key: str, node: Node, ruleset: Ruleset) -> None:
    """Raise the first error in one key of a configuration."""
    config = read_config(Node({key: node.value}, node.path, node.line), NO_CONFIG)
    changed(ruleset, config.rules, *(override.rules for override in config.overrides))
    if key in _NAMED:
        allowed = ruleset.packs if key == "packs" else ruleset.names
        for item in node.items():
            if item.value not in allowed:
                what = "pack" if key == "packs" else "rule or pack"
                raise item.error(f"there is no {what} {item.value!r}{nearest(str(item.value), allowed)}")
    if key == "rules-path":
        for item in node.items():
            if not folder_beside(node.path, str(item.value)):
                raise item.error(f"there is no folder of rules {item.value!r}")


def _placed(error: LinterError, text: str, key: str) -> LinterError:
    """The error with a line: TOML has none, so that the key is looked for in the table."""
    if error.line is not None:
        return error
    start = max(text.find("[tool.recto"), 0)
    found = re.search(rf"^\W*{re.escape(key)}\b", text[start:], re.MULTILINE)
    return LinterError(error.message, error.path, text.count("\n", 0, start + (found.end() if found else 0)) + 1)


def errors_on_disk(error: LinterError, question: Question) -> tuple[LinterError, ...]:
    """Everything that is wrong with the configuration for a document, where reading it ended with `error`."""
    try:
        path = question.plans.project(question.wishes).config_path(question.path)
        found = tuple(_errors_in(read_text(path), path, question.plans)) if path else ()
    except LinterError:
        found = ()
    return found or (error,)

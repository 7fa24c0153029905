"""The files of a pack → the plain data of the pack and its rules."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

from linter.authoring.rule_reader import RuleFile, RuleTest, read_rule, read_words
from linter.authoring.types import convert, need_lists, refuse_unknown
from linter.authoring.yaml_reader import read_yaml
from linter.engines.patterns import PatternError, compile_pattern
from linter.errors import LinterError
from linter.formats import parse
from linter.rule import Sign
from linter.ruleset import ruleset_from
from linter.source import Source

if TYPE_CHECKING:
    from linter.authoring.yaml_reader import Node
    from linter.rule import Lists

PACK_FILE = "pack.yaml"
_PACK_KEYS = ("title", "description", "applies", "not")


_SAMPLE = parse(Source("sample", "1. Sample\n\nSome text.\n"))


class PackFile(NamedTuple):
    """A YAML file of a pack: the pack's name, the path to show, and what is in it."""

    pack: str
    path: str
    text: str


class Authored(NamedTuple):
    """All that was read: `data` is the JSON ruleset, `errors` what could not be."""

    data: dict[str, list[dict[str, Any]]]
    tests: list[RuleTest]
    errors: list[LinterError]


def author(files: list[PackFile], lists: Lists, *, need_tests: bool) -> Authored:
    """Read packs, file by file; a broken file is an error and the others are read all the same.

    With `need_tests`, a rule without a test that it must find and one that it must leave alone is broken.
    """
    data: dict[str, list[dict[str, Any]]] = {"packs": [], "rules": []}
    tests: list[RuleTest] = []
    errors: list[LinterError] = []
    for file in sorted(files):
        try:
            _need_plain_name(file)
            if PurePath(file.path).name == PACK_FILE:
                data["packs"].append(_read_pack(file))
                continue
            read = read_rule(file.text, file.path, f"{file.pack}.{PurePath(file.path).stem}")
            _try_out(read, file, lists)
            if need_tests:
                _need_tests(read, file)
        except LinterError as error:
            errors.append(error)
        else:
            data["rules"].append(read.rule)
            tests += read.tests
    known = {pack["name"] for pack in data["packs"]}
    unknown = {file.pack for file in files if file.pack.isprintable()} - known
    data["packs"] += [_nameless(pack) for pack in sorted(unknown)]
    return Authored(data, tests, errors)


def _need_plain_name(file: PackFile) -> None:
    """A rule's id is made of the names of its folder and its file, and stands in every report."""
    if not f"{file.pack}.{PurePath(file.path).name}".isprintable():
        raise LinterError("a pack or a rule has a name that cannot be printed; rename it", file.path)


def _try_out(read: RuleFile, file: PackFile, lists: Lists) -> None:
    """Compile the rule, so that what is wrong with it is said now and not on the first document."""
    need_lists(read.lists, lists)
    ruleset = ruleset_from({"rules": [read.rule], "packs": []}, lists)
    try:
        rule = next(iter(ruleset.rules.values()))
        if rule.is_across:
            ruleset.comparison(rule)
        else:
            list(ruleset.check(rule)(_SAMPLE))
    except (PatternError, MemoryError, TimeoutError, OverflowError) as error:
        raise LinterError(str(error) or f"the rule fails on a sample ({type(error).__name__})", file.path, 1) from error


def _need_tests(read: RuleFile, file: PackFile) -> None:
    if not any(test.want or test.contains for test in read.tests):
        raise LinterError("the rule has no test that it must find", file.path, 1)
    if not any(test.want == [] or test.absent for test in read.tests):
        raise LinterError("the rule has no test that it must leave alone", file.path, 1)


def _read_pack(file: PackFile) -> dict[str, Any]:
    nodes = read_yaml(file.text, file.path).mapping()
    refuse_unknown(nodes, _PACK_KEYS, "key")
    return {
        "name": file.pack,
        "title": read_words(nodes["title"], "title") if "title" in nodes else {},
        "description": read_words(nodes["description"], "description") if "description" in nodes else {},
        "applies": _signs(nodes.get("applies")),
        "unless": _signs(nodes.get("not")),
    }


def _nameless(name: str) -> dict[str, Any]:
    """A folder of rules without a pack file: a pack that always applies."""
    return {"name": name, "title": {"en": name}, "description": {}, "applies": [{}], "unless": []}


def _signs(node: Node | None) -> list[dict[str, str]]:
    return [_sign(item) for item in node.items()] if node else []


def _sign(node: Node) -> dict[str, str]:
    nodes = node.mapping()
    refuse_unknown(nodes, Sign._fields, "sign")
    sign = {}
    for key, value in nodes.items():
        sign[key] = str(convert(value, str, key))
        try:
            compile_pattern(sign[key])
        except PatternError as error:
            raise value.error(f"{key!r}: {error}") from error
    return sign

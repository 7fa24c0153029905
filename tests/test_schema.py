"""The schemas of rule files and configurations say what the readers take, and refuse what the readers refuse."""

from __future__ import annotations

import ast
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from linter.authoring.config_reader import NO_CONFIG, changed, read_config
from linter.authoring.rule_reader import read_rule
from linter.authoring.yaml_reader import read_yaml
from linter.errors import LinterError
from linter.kinds import KINDS
from linter.outside.rules import load_ruleset

if TYPE_CHECKING:
    from conftest import Recto, Write

ROOT = Path(__file__).parent.parent
RULES = sorted(path for path in ROOT.glob("rules/*/*.yaml") if path.name != "pack.yaml")


@cache
def validator(name: str) -> Draft202012Validator:
    schema = json.loads((ROOT / "docs" / "schema" / f"{name}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def loaded(text: str) -> Any:
    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 2)
    return yaml.load(text)


def is_valid(name: str, text: str) -> bool:
    return bool(validator(name).is_valid(loaded(text)))


def configurations() -> list[str]:
    """Every text that a test writes to a recto.yaml as it stands."""
    texts: dict[str, None] = {}
    for path in sorted(ROOT.glob("tests/**/test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "write":
                name, text = [arg.value if isinstance(arg, ast.Constant) else "" for arg in (*node.args, *node.args)][
                    :2
                ]
                if str(name).endswith("recto.yaml") and isinstance(text, str):
                    texts[text] = None
    return list(texts)


CONFIGURATIONS = configurations()


def read(text: str) -> None:
    """As the command reads a configuration."""
    config = read_config(read_yaml(text or "{}", "recto.yaml"), NO_CONFIG)
    ruleset = load_ruleset().ruleset
    own = [rule for rule in config.rules if rule.name.partition(".")[0] in ruleset.packs]
    changed(ruleset, tuple(own))


@pytest.mark.parametrize("path", RULES, ids=lambda path: f"{path.parent.name}.{path.stem}")
def test_every_built_in_rule_is_valid(path: Path) -> None:
    assert [error.message for error in validator("rule").iter_errors(loaded(path.read_text(encoding="utf-8")))] == []


@pytest.mark.parametrize("text", CONFIGURATIONS)
def test_the_configurations_of_the_tests_are_valid_where_they_can_be_read(text: str) -> None:
    try:
        read(text)
    except LinterError:
        return
    assert [error.message for error in validator("config").iter_errors(loaded(text))] == []


def test_there_are_configurations_to_compare() -> None:
    assert len(CONFIGURATIONS) > 15


WRONG_RULES = {
    "no kind": "message: x\n",
    "a kind that there is not": "extends: existance\nmessage: x\n",
    "no message": "extends: existence\n",
    "a key of no kind": "extends: existence\nmessage: x\ntoken: [a]\n",
    "a key of another kind": "extends: existence\nmessage: x\nmin-chars: 3\n",
    "a key that is needed": "extends: repetition\nmessage: x\n",
    "a text for a list": "extends: existence\nmessage: x\ntokens: very\n",
    "a text for a number": "extends: repeated-content\nmessage: x\nmin-chars: many\n",
    "a fraction for a whole number": "extends: repeated-content\nmessage: x\nmin-chars: 1.5\n",
    "a text for a switch": "extends: existence\nmessage: x\nignorecase: sometimes\n",
    "a choice that there is not": "extends: repeated-content\nmessage: x\nacross: folder\n",
    "a level that there is not": "extends: existence\nmessage: x\nlevel: fatal\n",
    "a grade of another kind": "extends: repeated-heading\nmessage: x\nlevel: {sure: error, hint: warning, maybe: error}\n",
    "a grade without a level": "extends: repeated-content\nmessage: x\nlevel: {sure: error}\n",
    "a language that there is not": "extends: existence\nmessage: {fr: x}\n",
    "a fix that there is not": "extends: existence\nmessage: x\nfix: always\n",
    "a test without an input": "extends: existence\nmessage: x\ntests: [{want: []}]\n",
    "a test that wants nothing": "extends: existence\nmessage: x\ntests: [{input: a}]\n",
    "a key that no test has": "extends: existence\nmessage: x\ntests: [{input: a, wants: []}]\n",
    "a number for a text": "extends: existence\nmessage: x\nlink: 3\n",
}
WRONG_CONFIGURATIONS = {
    "a key that there is not": "exclud: [vendor]\n",
    "a text for a list": "exclude: vendor\n",
    "a text for a switch": "quiet: sometimes\n",
    "a text for a number": "jobs: many\n",
    "a language that there is not": "lang: fr\n",
    "a level that there is not": "rules: {document: fatal}\n",
    "a rule that there is not": "rules: {document.repeated-headings: off}\n",
    "a key of another kind": "rules: {document.repeated-heading: {min-chars: 3}}\n",
    "a value of another type": "rules: {document.repeated-content: {min-chars: many}}\n",
    "keys of a pack": "rules: {document: {level: warning}}\n",
    "an override without files": "overrides: [{rules: {}}]\n",
    "an override without rules": "overrides: [{files: [a]}]\n",
    "a key that no override has": "overrides: [{files: [a], rules: {}, lang: zh}]\n",
    "a fix that there is not": "rules: {document.repeated-heading: {fix: always}}\n",
    "a list for keys and values": "rules: [document]\n",
}


@pytest.mark.parametrize("text", WRONG_RULES.values(), ids=WRONG_RULES)
def test_a_mistake_in_a_rule_is_refused_by_both(text: str) -> None:
    with pytest.raises(LinterError):
        read_rule(text, "mine.yaml", "house.mine")
    assert not is_valid("rule", text)


@pytest.mark.parametrize("text", WRONG_CONFIGURATIONS.values(), ids=WRONG_CONFIGURATIONS)
def test_a_mistake_in_a_configuration_is_refused_by_both(text: str) -> None:
    with pytest.raises(LinterError):
        read(text)
    assert not is_valid("config", text)


def test_a_scope_that_there_is_not() -> None:
    rule = "extends: existence\nmessage: x\nscope: {}\n"
    assert is_valid("rule", rule.format("front-matter.title"))
    assert is_valid("rule", rule.format("[heading.h2, item]"))
    assert not is_valid("rule", rule.format("headings"))


def test_packs_of_ones_own_are_left_to_oneself() -> None:
    assert is_valid("config", "rules: {house: off, house.filler: {level: error, whatever: 3}}\n")


def test_the_command_prints_what_stands_in_the_repository(recto: Recto) -> None:
    for name in ("rule", "config"):
        result = recto("schema", name, "--isolated")
        assert (result.status, result.err) == (0, "")
        assert result.out == (ROOT / "docs" / "schema" / f"{name}.json").read_text(encoding="utf-8")


def test_the_schema_of_one_kind(recto: Recto) -> None:
    schema = json.loads(recto("schema", "rule", "--kind", "existence").out)
    assert schema["properties"]["extends"]["enum"] == ["existence"]
    only = Draft202012Validator(schema)
    assert only.is_valid({"extends": "existence", "message": "x", "tokens": ["a"]})
    assert not only.is_valid({"extends": "repetition", "message": "x"})


def test_a_schema_in_chinese(recto: Recto) -> None:
    schema = json.loads(recto("schema", "config", "--lang", "zh").out)
    assert schema["title"] == "Recto 配置"
    assert schema["properties"]["lang"] == {"enum": ["en", "zh"], "description": "提示的语言。"}


def test_the_rules_of_ones_own_are_in_the_schema_of_the_folder(recto: Recto, write: Write) -> None:
    path = write("styles/house/filler.yaml", "extends: existence\nmessage: x\ntokens: [very]\n")
    schema = json.loads(recto("schema", "config", "--rules-path", path.parent.parent).out)
    folder = Draft202012Validator(schema)
    assert folder.is_valid({"rules": {"house.filler": {"tokens": ["quite"]}}})
    assert not folder.is_valid({"rules": {"house.filler": {"token": ["quite"]}}})


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("rule", "--kind", "existense"), "there is no kind 'existense'; did you mean existence?"),
        (("config", "--kind", "existence"), "a configuration has no kind"),
        (("rules",), "there is no 'rules'; did you mean rule?"),
    ],
    ids=["kind", "kind of a configuration", "what"],
)
def test_a_schema_that_there_is_not(recto: Recto, arguments: tuple[str, ...], sentence: str) -> None:
    result = recto("schema", *arguments)
    assert (result.status, result.out) == (2, "")
    assert sentence in result.err


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_has_a_schema_that_is_one(recto: Recto, name: str) -> None:
    Draft202012Validator.check_schema(json.loads(recto("schema", "rule", "--kind", name).out))

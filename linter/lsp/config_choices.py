"""What may be written in a configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.authoring.config_reader import OFF
from linter.authoring.options import Options
from linter.kinds import kind_named
from linter.lsp.choices import Choice, keys_of, packs, params_of, rules_and_packs, values_of, words
from linter.reporters import FORMATS
from linter.rule import LEVELS, in_language

if TYPE_CHECKING:
    from linter.lsp.yaml_place import YamlPlace
    from linter.ruleset import Ruleset

_KEYS = {
    "extends": {"en": "Another configuration, under this one.", "zh": "作为基础的另一份配置文件。"},
    "rules": {"en": "Levels and parameters of rules and packs.", "zh": "各规则和规则包的级别与参数。"},
    "overrides": {"en": "Other rules for some of the files.", "zh": "对部分文件另行设置规则。"},
}
_OVERRIDE = {
    "files": {"en": "Globs, relative to this file.", "zh": "文件通配符，相对于本文件所在文件夹。"},
    "rules": _KEYS["rules"],
}
_LEVEL = {"en": "How serious its diagnostics are, or `off`.", "zh": "诊断的级别；off 为关闭。"}


def config_choices(place: YamlPlace, ruleset: Ruleset, language: str) -> list[Choice]:
    """The keys or values for a place."""
    above = place.above[1:] if place.above[:1] == ("overrides",) else place.above
    if not place.above:
        return _options(place.key, ruleset, language) if place.key else _top(language)
    if place.above == ("overrides",) and place.key != "rules":
        return [] if place.key else _keys(_OVERRIDE, language)
    if above == ("rules",):
        return words((*LEVELS, OFF)) if place.key else rules_and_packs(ruleset, language, is_key=True)
    if above[:1] == ("rules",):
        return _of_rule(above[1], place, ruleset, language)
    return _options(place.above[0], ruleset, language) if len(place.above) == 1 else []


def _top(language: str) -> list[Choice]:
    return _keys(_KEYS, language) + keys_of(Options, language)


def _keys(texts: dict[str, dict[str, str]], language: str) -> list[Choice]:
    return [Choice(key, in_language(text, language), is_key=True) for key, text in texts.items()]


def _options(key: str, ruleset: Ruleset, language: str) -> list[Choice]:
    """The values of an option."""
    match key:
        case "packs":
            return packs(ruleset, language)
        case "select" | "ignore":
            return rules_and_packs(ruleset, language)
        case "output-format":
            return words(FORMATS)
        case _:
            return values_of(Options, key, language)


def _of_rule(name: str, place: YamlPlace, ruleset: Ruleset, language: str) -> list[Choice]:
    """The keys of one rule, or the values of one of them."""
    rule = ruleset.rules.get(ruleset.current_name(name))
    if rule is None:
        return []
    if place.key == "level":
        return words((*LEVELS, OFF))
    if place.key:
        return values_of(kind_named(rule.kind).Params, place.key, language)
    return [Choice("level", in_language(_LEVEL, language), is_key=True), *params_of(rule, language)]

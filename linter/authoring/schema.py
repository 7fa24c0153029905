"""JSON Schema (draft 2020-12) of rule files and of configurations, made from what the kinds and `Options` state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from linter.authoring.config_reader import OFF
from linter.authoring.options import Options
from linter.authoring.rule_reader import COMMON_KEYS
from linter.authoring.rule_schema import RULE_KEYS, levels_of
from linter.authoring.types import parameters_of
from linter.kinds import kind_named
from linter.rule import LEVELS, EquationText, Words, in_language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.authoring.types import Parameter
    from linter.ruleset import Ruleset

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TYPES: dict[Any, str] = {bool: "boolean", int: "integer", float: "number"}
_TITLES: dict[str, Words] = {
    "rule": {"en": "A rule of Recto", "zh": "Recto 规则"},
    "config": {"en": "A configuration of Recto", "zh": "Recto 配置"},
}
_LEVEL: Words = {"en": "Level of its diagnostics, or `off`.", "zh": "诊断的级别，或 off（停用）。"}
_EXTENDS: Words = {"en": "The configuration that this one adds to.", "zh": "本配置所继承的配置文件。"}
_RULES: Words = {
    "en": "What is otherwise with a rule or a pack: a level, `off`, or a level and keys of its kind.",
    "zh": "对规则或规则包的调整：级别、off，或级别与该类规则的参数。",
}
_OVERRIDES: Words = {
    "en": "Changes for some of the files; a later one wins over an earlier one.",
    "zh": "针对部分文件的调整；后者优先于前者。",
}
_FILES: Words = {"en": "Globs, relative to the configuration.", "zh": "文件匹配式，相对于本配置所在文件夹。"}


def rule_schema(kinds: Iterable[str], language: str) -> Schema:
    """The schema of a rule file of one of these kinds."""
    kinds = tuple(kinds)
    common = {key: _described(schema, RULE_KEYS[key].words, language) for key, schema in _common_schemas(kinds).items()}
    branches = [
        {
            "if": {"properties": {"extends": {"const": name}}},
            "then": _kind_schema(name, language),
        }
        for name in kinds
    ]
    return {
        **_head("rule", language),
        "type": "object",
        "properties": common,
        "required": ["extends", "message"],
        "allOf": branches,
    }


def config_schema(ruleset: Ruleset, formats: Iterable[str], language: str) -> Schema:
    """The schema of a configuration, with the rules and packs of `ruleset`; others may be there as well.

    `formats` are the output formats.
    """
    rules = {"$ref": "#/$defs/rules"}
    files = _described({"type": "array", "items": {"type": "string"}}, _FILES, language)
    override = {
        "type": "object",
        "properties": {"files": files, "rules": rules},
        "required": ["files", "rules"],
        "additionalProperties": False,
    }
    options = {key: _parameter(parameter, language) for key, parameter in parameters_of(Options).items()}
    options["output-format"] |= {"enum": list(formats)}
    return {
        **_head("config", language),
        "type": ["object", "null"],
        "properties": {
            "extends": _described({"type": "string"}, _EXTENDS, language),
            **options,
            "rules": rules,
            "overrides": _described({"type": "array", "items": override}, _OVERRIDES, language),
        },
        "additionalProperties": False,
        "$defs": {
            "level": _described({"enum": [*LEVELS, OFF]}, _LEVEL, language),
            "rules": _described(_rules(ruleset, language), _RULES, language),
            **{name: _change(name, language) for name in sorted({rule.kind for rule in ruleset.rules.values()})},
        },
    }


def _head(what: str, language: str) -> Schema:
    return {"$schema": _DIALECT, "title": in_language(_TITLES[what], language)}


def _common_schemas(kinds: tuple[str, ...]) -> dict[str, Schema]:
    schemas = {key: RULE_KEYS[key].schema for key in COMMON_KEYS}
    return {**schemas, "extends": {"enum": list(kinds)}}


def _kind_schema(name: str, language: str) -> Schema:
    """The keys of a rule of one kind; what is common to all is described beside it."""
    kind = kind_named(name)
    parameters = parameters_of(kind.Params)
    return {
        "properties": {
            **dict.fromkeys(COMMON_KEYS, True),
            "level": levels_of(kind.GRADES),
            **{key: _parameter(parameter, language) for key, parameter in parameters.items()},
        },
        "required": [key for key, parameter in parameters.items() if parameter.required],
        "additionalProperties": False,
    }


def _rules(ruleset: Ruleset, language: str) -> Schema:
    """Rules and packs by name; what begins like a pack of `ruleset` must be one of them."""
    by_name: dict[str, Schema] = {}
    for rule in ruleset.rules.values():
        schema = {"$ref": f"#/$defs/{rule.kind}"}
        by_name[rule.id] = _described(schema, rule.description, language) if rule.description else schema
        by_name |= dict.fromkeys(rule.formerly, schema)
    for pack in ruleset.packs.values():
        by_name[pack.name] = _described({"$ref": "#/$defs/level"}, pack.title or {"en": pack.name}, language)
    packs = "|".join(sorted(ruleset.packs))
    return {
        "type": "object",
        "properties": by_name,
        "patternProperties": {rf"^(?!(?:{packs})(?:\.|$))": {"type": ["string", "object"]}},
        "additionalProperties": False,
    }


def _change(name: str, language: str) -> Schema:
    """What a configuration may say of a rule of a kind."""
    parameters = parameters_of(kind_named(name).Params)
    level = {"$ref": "#/$defs/level"}
    fix = _described({"enum": ["off", "safe", "unsafe"]}, RULE_KEYS["fix"].words, language)
    properties = {"level": level, "fix": fix, **{key: _parameter(each, language) for key, each in parameters.items()}}
    return {"anyOf": [level, {"type": "object", "properties": properties, "additionalProperties": False}]}


def _parameter(parameter: Parameter, language: str) -> Schema:
    schema = _described(_typed(parameter.type), parameter.doc._asdict(), language)
    return schema if parameter.default in ("", None) else {**schema, "default": parameter.default}


def _typed(wanted: Any) -> Schema:
    """The schema of a value of the type that a parameter is annotated with."""
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin is Literal:
        return {"enum": [value for value in arguments if value]}
    if origin is tuple:
        return {"type": "array", "items": _typed(arguments[0])}
    if origin is dict:
        names = {"propertyNames": _typed(arguments[0])} if get_origin(arguments[0]) is Literal else {}
        return {"type": "object", **names, "additionalProperties": _typed(arguments[1])}
    if wanted is EquationText:
        return {"type": "string", "pattern": "="}
    return {"type": _TYPES.get(wanted, "string")}


def _described(schema: Schema, words: Words, language: str) -> Schema:
    return {**schema, "description": " ".join(in_language(words, language).split())}

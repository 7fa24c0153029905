"""A configuration file → what it says, checked against the options that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_origin

from linter.authoring.options import Options
from linter.authoring.types import (
    convert,
    list_paths,
    nearest,
    need_lists,
    parameters_of,
    read_some_params,
    refuse_unknown,
)
from linter.authoring.yaml_reader import Node
from linter.kinds import kind_named
from linter.rule import LEVELS
from linter.ruleset import Change

if TYPE_CHECKING:
    from linter.rule import Level, Rule
    from linter.ruleset import Ruleset

OFF = "off"


class RuleChange(NamedTuple):
    """What a configuration says of one rule or pack, and where."""

    name: str
    node: Node


class Override(NamedTuple):
    """Changes for the files that match one of the globs."""

    files: tuple[str, ...]
    rules: tuple[RuleChange, ...]


class Config(NamedTuple):
    """One configuration, with what it extends already under it.

    `options` are those of `Options` that it sets, `places` where each of them stands, as `path:line`; `files` are those
    that were read.
    """

    path: str
    options: dict[str, Any]
    rules: tuple[RuleChange, ...]
    overrides: tuple[Override, ...]
    places: dict[str, str]
    files: tuple[str, ...]


NO_CONFIG = Config("", {}, (), (), {}, ())
_SWITCH = {"": False, "0": False, "false": False, "1": True, "true": True}  # in an environment variable
_KEYS = ("extends", "rules", "overrides")
_RULE_KEYS = ("level", "fix")


def read_config(root: Node, base: Config) -> Config:
    """What the file says, over what `base` says; raises `LinterError` with place and allowed names."""
    nodes = root.mapping()
    allowed = [*_KEYS, *parameters_of(Options)]
    refuse_unknown(nodes, allowed, "key")
    option_nodes = {key: node for key, node in nodes.items() if key not in _KEYS}
    own = _read_options(option_nodes)
    places = {key.replace("-", "_"): node.place for key, node in option_nodes.items()}
    rules = _changes(nodes["rules"]) if "rules" in nodes else ()
    overrides = tuple(map(_override, nodes["overrides"].items())) if "overrides" in nodes else ()
    return Config(
        root.path,
        {**base.options, **own},
        base.rules + rules,
        base.overrides + overrides,
        {**base.places, **places},
        (*base.files, root.path),
    )


def read_environment(variables: dict[str, str]) -> dict[str, Any]:
    """Options from `RECTO_…` variables; a list is separated by commas. Raises `LinterError`."""
    nodes = {}
    for key, parameter in parameters_of(Options).items():
        variable = "RECTO_" + parameter.field.upper()
        if variable in variables:
            text = variables[variable]
            listed = [part.strip() for part in text.split(",") if part.strip()]
            value: Any = listed if get_origin(parameter.type) is tuple else text
            if parameter.type is bool:
                value = _SWITCH.get(text, text)
            elif parameter.type is int and text.isdecimal():
                value = int(text)
            nodes[key] = Node(value, variable, None)
    return _read_options(nodes)


def _read_options(nodes: dict[str, Node]) -> dict[str, Any]:
    return {key: _frozen(value) for key, value in read_some_params(Options, nodes).items()}


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _changes(node: Node) -> tuple[RuleChange, ...]:
    return tuple(RuleChange(name, change) for name, change in node.mapping().items())


def _override(node: Node) -> Override:
    nodes = node.mapping()
    refuse_unknown(nodes, ("files", "rules"), "key")
    if "files" not in nodes or "rules" not in nodes:
        raise node.error("an override needs the keys 'files' and 'rules'")
    files = convert(nodes["files"], tuple[str, ...], "files")
    return Override(tuple(files), _changes(nodes["rules"]))


def changed(ruleset: Ruleset, *layers: tuple[RuleChange, ...]) -> Ruleset:
    """The ruleset as the configuration wants it: the later layer over the earlier one, in a layer a rule over its pack."""
    for layer in layers:
        ordered = sorted(layer, key=lambda change: change.name not in ruleset.packs)
        ruleset = ruleset.changed([_read_change(change, ruleset) for change in ordered])
    return ruleset


def _read_change(change: RuleChange, ruleset: Ruleset) -> Change:
    name, node = change
    rule = ruleset.rules.get(ruleset.current_name(name))
    if rule is None and name not in ruleset.packs:
        raise node.error(f"there is no rule or pack {name!r}{nearest(name, ruleset.names)}")
    if rule is None:
        level = _level(node)
        return Change(name, level, None if level else False, {})
    if isinstance(node.value, str):
        level = _level(node)
        return Change(rule.id, level, level is not None, {})
    nodes = node.mapping()
    fix = convert(nodes["fix"], Literal["off", "safe", "unsafe"], "fix") if "fix" in nodes else None
    level = _level(nodes["level"]) if "level" in nodes else None
    on = level is not None if "level" in nodes else None
    own = {key: value for key, value in nodes.items() if key not in _RULE_KEYS}
    need_lists(list_paths(kind_named(rule.kind).Params, own), ruleset.lists)
    return Change(rule.id, level, on, _params(rule, own), fix)


def _level(node: Node) -> Level | None:
    """The level, or None for `off`."""
    value = convert(node, str, "level")
    for level in LEVELS:
        if value == level:
            return level
    if value == OFF:
        return None
    raise node.error(f"a level is one of {', '.join((*LEVELS, OFF))}, not {value!r}{nearest(value, (*LEVELS, OFF))}")


def _params(rule: Rule, nodes: dict[str, Node]) -> dict[str, Any]:
    params = kind_named(rule.kind).Params
    refuse_unknown(nodes, [*_RULE_KEYS, *parameters_of(params)], "key")
    return {key: _frozen(value) for key, value in read_some_params(params, nodes).items()}

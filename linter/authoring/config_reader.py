"""A configuration file → what it says, checked against the options that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, get_origin

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
from linter.rule import LEVELS, Doc
from linter.ruleset import Change

if TYPE_CHECKING:
    from linter.rule import Level, Rule
    from linter.ruleset import Ruleset

OFF = "off"


class Options(NamedTuple):
    """The keys of a configuration, apart from `extends`, `rules` and `overrides`."""

    packs: Annotated[
        tuple[str, ...], Doc("Run these packs, whatever the document.", "指定启用的规则包，不论文档内容。")
    ] = ()
    lang: Annotated[Literal["", "en", "zh"], Doc("Language of messages.", "提示的语言。")] = ""
    exclude: Annotated[
        tuple[str, ...],
        Doc("Files and folders to leave out, as in .gitignore.", "排除的文件和文件夹（写法同 .gitignore）。"),
    ] = ()
    rules_path: Annotated[tuple[str, ...], Doc("Folders with packs of one's own.", "自有规则包所在的文件夹。")] = ()
    vocabulary: Annotated[
        tuple[str, ...],
        Doc(
            "Files of words that rules about words let pass, one a line.",
            "词表文件，每行一词；词语类规则不报告其中的词。",
        ),
    ] = ()
    subject: Annotated[
        str, Doc("Who the documents are about, when the title does not say.", "标题未写明时，文档的主体名称。")
    ] = ""
    project: Annotated[bool, Doc("Look across files as well.", "同时运行跨文件规则。")] = False
    encoding: Annotated[
        str, Doc("How the files are encoded, if that cannot be told.", "无法识别时文件采用的编码。")
    ] = ""
    select: Annotated[tuple[str, ...], Doc("Run only these rules or packs.", "只运行这些规则或规则包。")] = ()
    ignore: Annotated[tuple[str, ...], Doc("Leave these rules or packs out.", "不运行这些规则或规则包。")] = ()
    output_format: Annotated[str, Doc("How to report.", "输出格式。")] = ""
    fail_on: Annotated[
        Literal["", "error", "warning", "suggestion", "never"],
        Doc("Lowest level that makes the status 1.", "达到何种级别时退出状态为1。"),
    ] = ""
    min_grade: Annotated[
        Literal["", "sure", "likely", "hint"], Doc("Show nothing that is less sure.", "不显示把握更低的诊断。")
    ] = ""
    baseline: Annotated[str, Doc("Report only what is new beside this baseline.", "只报告此基线文件中没有的诊断。")] = (
        ""
    )
    changed_since: Annotated[
        str,
        Doc(
            "Report only what touches a line changed since this revision of git; `REV...`: since the branch left it.",
            "只报告涉及自该 git 版本以来改动行的诊断；`REV...` 表示自分支分出时算起。",
        ),
    ] = ""
    statistics: Annotated[bool, Doc("Count the diagnostics by rule and level.", "按规则和级别统计诊断条数。")] = False
    quiet: Annotated[bool, Doc("Print no summary.", "不输出汇总。")] = False
    color: Annotated[
        Literal["", "auto", "always", "never"], Doc("Colours on a terminal.", "终端输出是否使用颜色。")
    ] = ""
    fix: Annotated[bool, Doc("Apply the safe fixes.", "应用安全的修复。")] = False
    unsafe_fixes: Annotated[
        bool, Doc("Apply all fixes, also those that rewrite prose.", "同时应用改写正文的修复。")
    ] = False
    fix_only: Annotated[bool, Doc("Apply fixes, and report nothing.", "只应用修复，不报告诊断。")] = False
    diff: Annotated[bool, Doc("Show what fixes would change, and change nothing.", "只显示修复将作的改动。")] = False
    output_file: Annotated[str, Doc("Write the report to this file.", "报告写入此文件。")] = ""
    strict: Annotated[
        bool,
        Doc("What is not supported here makes the status 2.", "遇到此处不支持的格式或规则时，退出状态为2。"),
    ] = False
    force_exclude: Annotated[
        bool, Doc("Leave out excluded files even when they are named.", "即使在命令行中指明，也排除应排除的文件。")
    ] = False
    jobs: Annotated[int, Doc("So many processes; 0: by the size of the files.", "进程数；0 表示按文件大小决定。")] = 0
    no_cache: Annotated[bool, Doc("Neither use nor keep earlier results.", "不使用也不保存以前的结果。")] = False
    no_fold: Annotated[bool, Doc("Show what a repeated run explains as well.", "同时显示可由重复段解释的诊断。")] = (
        False
    )
    verbose: Annotated[bool, Doc("Say which packs a file gets, and why.", "说明每个文件启用了哪些规则包及其原因。")] = (
        False
    )


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

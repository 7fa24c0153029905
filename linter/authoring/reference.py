"""The rule reference: a page about every rule, made from the rules themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from linter.authoring.types import parameters_of
from linter.kinds import kind_named
from linter.rule import in_language

if TYPE_CHECKING:
    from linter.authoring.rule_reader import RuleTest
    from linter.rule import Rule, Words
    from linter.ruleset import Ruleset

_SHOWN = 5  # values of a list that are written out
_BACKTICKS = re.compile("`+")
_LABELS: dict[str, dict[str, str]] = {
    "en": {
        "title": "Rules", "level": "Level", "kind": "Kind", "message": "Says", "help": "What to do", "source": "Source",
        "finds": "It finds", "leaves": "It leaves alone", "keys": "Keys", "default": "default", "none": "none",
        "supersedes": "Silences, where both are on", "outranks": "Silences, at one place", "colon": ": ", "comma": ", ", "in": " ({})",
        "generated": "Made from the rule files by `make docs`.",
    },
    "zh": {
        "title": "规则一览", "level": "级别", "kind": "类别", "message": "提示", "help": "处理办法", "source": "依据",
        "finds": "报告的例子", "leaves": "不报告的例子", "keys": "参数", "default": "默认", "none": "无",
        "supersedes": "同时启用时取代", "outranks": "在同一处优先于", "colon": "：", "comma": "、", "in": "（{}）",
        "generated": "由 `make docs` 依规则文件生成。",
    },
}  # fmt: skip

_LEVELS: dict[str, dict[str, str]] = {
    "en": {},
    "zh": {
        "error": "错误",
        "warning": "警告",
        "suggestion": "建议",
        "sure": "确定",
        "likely": "很可能",
        "hint": "可能",
    },
}


def reference(ruleset: Ruleset, tests: list[RuleTest], language: str) -> str:
    """The whole page, in Markdown."""
    labels = _LABELS[language]
    parts = [f"# {labels['title']}", labels["generated"]]
    for pack in ruleset.packs.values():
        parts += [
            f"## {pack.name}",
            labels["colon"].join(filter(None, (_in(pack.title, language), _in(pack.description, language)))),
        ]
        for rule in ruleset.rules.values():
            if rule.pack == pack.name:
                parts.append(explanation(rule, tests, language, depth=3))
    return "\n\n".join(part for part in parts if part) + "\n"


def explanation(rule: Rule, tests: list[RuleTest], language: str, depth: int = 1) -> str:
    """One rule in full: why, what it says, its keys, and its examples."""
    labels = _LABELS[language]
    facts = {
        "level": labels["comma"].join(_levels(rule, language)),
        "kind": f"`{rule.kind}`",
        "message": _in(rule.message, language),
        "help": _in(rule.help, language),
        "source": _in(rule.source, language),
        "supersedes": labels["comma"].join(f"`{name}`" for name in rule.supersedes),
        "outranks": labels["comma"].join(f"`{name}`" for name in rule.outranks),
    }
    parts = [
        f"{'#' * depth} {rule.id}",
        _in(rule.description, language),
        "\n".join(f"- **{labels[key]}**{labels['colon']}{value}" for key, value in facts.items() if value),
        f"**{labels['keys']}**\n\n" + "\n".join(_keys(rule, language)),
    ]
    own = [test for test in tests if test.rule == rule.id]
    parts += _examples(language, "finds", [test for test in own if test.want or test.contains])
    parts += _examples(language, "leaves", [test for test in own if not (test.want or test.contains)])
    return "\n\n".join(part for part in parts if part)


def _in(words: Words, language: str) -> str:
    return " ".join(in_language(words, language).split()) if words else ""


def _levels(rule: Rule, language: str) -> list[str]:
    names, inside = _LEVELS[language], _LABELS[language]["in"]
    if len(set(rule.level.values())) == 1:
        level = next(iter(rule.level.values()))
        return [names.get(level, level)]
    return [names.get(level, level) + inside.format(names.get(grade, grade)) for grade, level in rule.level.items()]


def _keys(rule: Rule, language: str) -> list[str]:
    labels = _LABELS[language]
    keys = []
    for key, parameter in parameters_of(kind_named(rule.kind).Params).items():
        sentence = parameter.doc.zh if language == "zh" else parameter.doc.en
        shown = rule.params.get(parameter.field, parameter.default)
        keys.append(f"- `{key}`" + labels["in"].format(_value(shown, labels)) + labels["colon"] + sentence)
    return keys


def _value(value: Any, labels: dict[str, str]) -> str:
    match value:
        case None | () | [] | {} | "":
            return labels["none"]
        case bool():
            return f"`{str(value).lower()}`"
        case dict():
            return _value(tuple(f"{key}: {item}" for key, item in value.items()), labels)
        case tuple() | list():
            return labels["comma"].join(_code(str(item)) for item in value[:_SHOWN]) + " …" * (len(value) > _SHOWN)
    return _code(str(value))


def _code(text: str) -> str:
    """A code span, whatever backticks the text has itself."""
    mark = "`" * (max(map(len, _BACKTICKS.findall(text)), default=0) + 1)
    blank = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{mark}{blank}{text}{blank}{mark}"


def _examples(language: str, label: str, tests: list[RuleTest]) -> list[str]:
    labels = _LABELS[language]
    parts = [f"**{labels[label]}**"] if tests else []
    for test in tests:
        wanted = "; ".join(":".join(row.split(":")[:2]) for row in [*(test.want or ()), *test.contains])
        parts.append(_in(test.name, language) + (labels["in"].format(wanted) if wanted else ""))
        for path, text in (test.files or {"": test.input}).items():
            fence = "````" if "```" in text else "```"
            parts += [f"`{path}`{labels['colon'].rstrip()}"] if path else []
            parts.append(f"{fence}text\n{text.rstrip()}\n{fence}")
    return parts

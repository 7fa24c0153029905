"""The schemas of the keys that a rule of any kind may hold, and what each is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from linter.authoring.rule_reader import TEST_KEYS
from linter.formats import SUFFIXES
from linter.rule import LANGUAGES, LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.rule import Words

Schema = dict[str, Any]


class Key(NamedTuple):
    """One key: the schema of its value, and a sentence in each language."""

    schema: Schema
    words: Words


SCOPES = (
    "text", "title", "heading", *(f"heading.h{depth}" for depth in range(1, 10)), "paragraph", "item", "quote",
    "footnote", "table", "table.header", "table.cell", "code", "html", "front-matter", "summary",
)  # fmt: skip
_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_WORDS: Schema = {
    "anyOf": [
        _TEXT,
        {
            "type": "object",
            "properties": dict.fromkeys(LANGUAGES, _TEXT),
            "additionalProperties": False,
            "minProperties": 1,
        },
    ]
}
_SCOPE: Schema = {"anyOf": [{"enum": list(SCOPES)}, {"type": "string", "pattern": r"^front-matter\."}]}
_ROW: Schema = {"type": "string", "pattern": "^(?:[^:]+:)?[0-9]+:[0-9]+:"}
_ROWS: Schema = {"anyOf": [_ROW, {"type": "array", "items": _ROW}]}
_FORMATS = [*(suffix.lstrip(".") for suffix in SUFFIXES), *SUFFIXES.values()]
TEST_PARTS = {
    "name": Key(_WORDS, {"en": "What the test shows.", "zh": "测试说明。"}),
    "about": Key(_TEXT, {"en": "More about it.", "zh": "补充说明。"}),
    "input": Key(_TEXT, {"en": "The text.", "zh": "待检查的文本。"}),
    "files": Key(
        {"type": "object", "additionalProperties": _TEXT},
        {"en": "Several texts by path, for a rule across files.", "zh": "按路径给出的多份文本（用于跨文件规则）。"},
    ),
    "format": Key({"enum": list(dict.fromkeys(_FORMATS))}, {"en": "The format of the text.", "zh": "文本的格式。"}),
    "want": Key(_ROWS, {"en": "All that is found, as line:column:rule[:message].", "zh": "应报告的全部内容，写作 行:列:规则[:提示]。"}),
    "contains": Key(_ROWS, {"en": "A part of what is found.", "zh": "应报告的部分内容。"}),
    "absent": Key(_ROWS, {"en": "What must not be found.", "zh": "不应报告的内容。"}),
    "fixed": Key(_TEXT, {"en": "The text after all fixes.", "zh": "应用全部修复后的文本。"}),
}  # fmt: skip
_TESTS: Schema = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {key: TEST_PARTS[key].schema for key in TEST_KEYS},
        "additionalProperties": False,
        "allOf": [
            {"anyOf": [{"required": [key]} for key in ("input", "files")]},
            {"anyOf": [{"required": [key]} for key in ("want", "contains", "absent")]},
        ],
    },
}

RULE_KEYS = {
    "extends": Key(_TEXT, {"en": "Its kind: how to look.", "zh": "规则类别。"}),
    "level": Key({}, {"en": "One level, or one for each grade of the kind.", "zh": "级别；也可按把握程度分别设定。"}),
    "message": Key(_WORDS, {"en": "What it says; `{field}` is a field of its kind.", "zh": "提示；{字段} 为该类规则提供的字段。"}),
    "help": Key(_WORDS, {"en": "What to do about it.", "zh": "处理办法。"}),
    "description": Key(_WORDS, {"en": "Why the rule is there.", "zh": "设立该规则的理由。"}),
    "source": Key(_WORDS, {"en": "The standard that it goes by.", "zh": "所依据的标准或规范。"}),
    "link": Key(_TEXT, {"en": "Address of a page about it.", "zh": "说明页的网址。"}),
    "related": Key(_WORDS, {"en": "What the other place is.", "zh": "相关位置的说明。"}),
    "folded": Key(_WORDS, {"en": "What is added where others are folded under it.", "zh": "合并其他诊断时附加的说明。"}),
    "scope": Key(
        {"anyOf": [_SCOPE, {"type": "array", "items": _SCOPE}]},
        {"en": "The sorts of blocks that it looks at.", "zh": "检查哪几类文字块。"},
    ),
    "fix": Key(
        {"enum": ["safe", "unsafe"]},
        {"en": "How far its replacements may be trusted.", "zh": "其修复是否安全。"},
    ),
    "supersedes": Key(_TEXTS, {"en": "Rules that it silences where both are on.", "zh": "同时启用时被它取代的规则。"}),
    "outranks": Key(_TEXTS, {"en": "Rules that it silences at one place.", "zh": "在同一处优先于哪些规则。"}),
    "formerly": Key(_TEXTS, {"en": "Names that it had before.", "zh": "曾用名。"}),
    "tests": Key(_TESTS, {"en": "What it must find, and must leave alone.", "zh": "应当报告和不应报告的例子。"}),
}  # fmt: skip


def levels_of(grades: Iterable[str]) -> Schema:
    """One level, or one for each of the grades."""
    level: Schema = {"enum": list(LEVELS)}
    grades = tuple(grades)
    by_grade = {
        "type": "object",
        "properties": dict.fromkeys(grades, level),
        "required": list(grades),
        "additionalProperties": False,
    }
    return {"anyOf": [level, by_grade]}

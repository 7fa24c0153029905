"""What the keys are for that every rule may hold."""

from __future__ import annotations

RULE_KEYS = {
    "extends": {"en": "The kind of the rule.", "zh": "规则的类别。"},
    "level": {
        "en": "How serious it is: one level, or one for each grade of the kind.",
        "zh": "级别：统一一个，或按把握程度分别设置。",
    },
    "message": {
        "en": "What is wrong, in one sentence; {…} are the fields of the kind.",
        "zh": "一句话说明问题；{…} 为该类别提供的字段。",
    },
    "help": {"en": "What to do about it.", "zh": "处理办法。"},
    "description": {"en": "Why the rule is there.", "zh": "规则的用意。"},
    "source": {"en": "The standard that it follows.", "zh": "依据的标准或规定。"},
    "link": {"en": "A page that tells more.", "zh": "详细说明的网址。"},
    "related": {"en": "What is said of the places related to it.", "zh": "相关位置的说明文字。"},
    "folded": {"en": "What is said of that which it explains.", "zh": "对其所含其他诊断的说明文字。"},
    "scope": {"en": "The blocks that it looks at.", "zh": "检查哪些部分。"},
    "fix": {
        "en": "Whether its replacements may be applied without asking: safe or unsafe.",
        "zh": "修复是否可以直接应用：safe（安全）或 unsafe（须核对）。",
    },
    "supersedes": {"en": "Rules that it silences where both are on.", "zh": "同时启用时取代的规则。"},
    "outranks": {"en": "Rules that it silences at one place.", "zh": "在同一处优先于哪些规则。"},
    "formerly": {"en": "Earlier names of the rule.", "zh": "规则的曾用名。"},
    "tests": {
        "en": "Texts, and what the rule must find in them or leave alone.",
        "zh": "测试：文本，以及应报告和不应报告的内容。",
    },
}
TEXTS_OF_TEST = {
    "name": {"en": "What the test shows.", "zh": "测试说明。"},
    "about": {"en": "More about it.", "zh": "补充说明。"},
    "input": {"en": "The text.", "zh": "待检查的文本。"},
    "files": {
        "en": "Several texts by path, for a rule across files.",
        "zh": "按路径给出的多份文本（用于跨文件规则）。",
    },
    "format": {"en": "The format of the text.", "zh": "文本的格式。"},
    "want": {
        "en": "All that is found, as line:column:rule[:message].",
        "zh": "应报告的全部内容，写作 行:列:规则[:提示]。",
    },
    "contains": {"en": "A part of what is found.", "zh": "应报告的部分内容。"},
    "absent": {"en": "What must not be found.", "zh": "不应报告的内容。"},
    "fixed": {"en": "The text after all fixes.", "zh": "应用全部修复后的文本。"},
}

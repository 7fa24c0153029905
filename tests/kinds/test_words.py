"""existence and substitution: the first rules that a reader writes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Check, Recto, Write


@pytest.mark.parametrize(
    ("keys", "text", "said"),
    [
        ("tokens: [very]", "Very, every very.", ["1:13: warning: x very"]),
        ("tokens: [very]\nignorecase: true", "Very, every.", ["1:1: warning: x Very"]),
        ("tokens: [very]\nnonword: true", "every", ["1:2: warning: x very"]),
        ("tokens: ['ver\\w+']\nexceptions: [verse]", "very verses", ["1:1: warning: x very"]),
        ("tokens: [很]", "他很好", ["1:2: warning: x 很"]),
        ("tokens: [API]", "调用API接口", ["1:3: warning: x API"]),
        ("raw: ['so ', 'so+']", "so soo", ["1:1: warning: x so soo"]),
        ("raw: ['not ']\ntokens: [so]", "not so, so", ["1:1: warning: x not so"]),
        ("raw: [' good']\ntokens: [so]\nappend: true", "so good", ["1:1: warning: x so good"]),
        ("raw: ['x*']", "aaa", []),
        ("tokens: [总体]\nscope: heading", "一、总体情况\n\n总体良好。", ["1:3: warning: x 总体"]),
        ("tokens: [so]\ncues: [so]", "so\n\nnot\n\nso", ["1:1: warning: x so", "5:1: warning: x so"]),
        ("tokens: [so]\ncues: [not]", "so\n\nnot so\n", ["3:5: warning: x so"]),
        ("tokens: [so]\ncues: [no]", "so", []),
        ("tokens: [so]\nmost: 2", "so so", ["1:1: warning: x so", "1:4: warning: x so"]),
        ("tokens: [so]\nmost: 2", "so so so", []),
        ("tokens: [so]\nhabit: 3", "so so so", ["1:1: warning: x so"]),
        ("tokens: [so]\nhabit: 3", "so so", ["1:1: warning: x so", "1:4: warning: x so"]),
    ],
    ids=[
        "whole words", "case", "inside words", "exceptions", "Han has no word boundary", "Latin beside Han",
        "raw alone", "raw before", "raw after", "an empty match is none", "scope",
        "cues", "a cue elsewhere", "no cue", "few", "too many", "a habit", "no habit",
    ],
)  # fmt: skip
def test_existence(check: Check, keys: str, text: str, said: list[str]) -> None:
    assert check(f"extends: existence\nmessage: x %s\n{keys}\n", text) == said


@pytest.mark.parametrize(("name", "said"), [("a.RST", []), ("a.txt", ["1:1: warning: x so"])])
def test_a_rule_may_let_files_of_another_format_pass(check: Check, name: str, said: list[str]) -> None:
    assert check("extends: existence\nmessage: x %s\ntokens: [so]\nnot-in: [.rst]\n", "so", name) == said


def test_a_habit_is_told_once_and_related_to_the_others(recto: Recto, write: Write) -> None:
    write("styles/mine/words.yaml", "extends: existence\nmessage: x\ntokens: [so]\nhabit: 2\n")
    path = write("a.txt", "so\n\nnot so\n\nso\n")
    arguments = ("--rules-path", path.parent / "styles", "--select", "mine.words", "--output-format", "json", path)
    (row,) = json.loads(recto("check", *arguments).out)
    assert row["line"] == 1
    assert [(other["line"], other["column"]) for other in row["related"]] == [(3, 5), (5, 1)]


def test_a_term_joined_over_a_line_break_is_found_where_it_starts(check: Check) -> None:
    first = "全市各级各部门要认真学习贯彻落实本通知精神并结合本单位实际制定具体的实"
    rule = "extends: existence\nmessage: x %s\ntokens: [实施方案]\n"
    assert check(rule, f"{first}\n施方案，逐级上报\n") == [f"1:{len(first)}: warning: x 实施方案"]


@pytest.mark.parametrize(
    ("swap", "text", "said"),
    [
        ("{utilise: use}", "We utilise it.", ["1:4: warning: use, not utilise"]),
        ("{'(\\d+) odd': 'about $1'}", "30 odd pages", ["1:1: warning: about 30, not 30 odd"]),
        ("{log: x, 'log in': sign in}", "log in", ["1:1: warning: sign in, not log in"]),
        ("{截止: 截至}", "截止2020年底", ["1:1: warning: 截至, not 截止"]),
        ("{'截[止至]': 截至}", "截至2020年底", []),
        ("{'[ab]|abc': z}", "abc", ["1:1: warning: z, not abc"]),
    ],
    ids=["a word", "a group", "the longest first", "Han", "right already", "alternatives of one pattern"],
)
def test_substitution(check: Check, swap: str, text: str, said: list[str]) -> None:
    rule = f"extends: substitution\nmessage: '%s, not %s'\nswap: {swap}\n"
    assert check(rule, text) == said


def test_substitution_can_let_words_pass_and_ignore_case(check: Check) -> None:
    rule = (
        "extends: substitution\nmessage: '%s, not %s'\nignorecase: true\nnonword: true\n"
        "swap: {截止(日期)?: 截至}\nexceptions: [截止日期]\n"
    )
    assert check(rule, "报名截止日期") == []


@pytest.mark.parametrize(("fix", "safe"), [("safe", True), ("unsafe", False)])
def test_a_replacement_is_as_safe_as_its_rule_says(recto: Recto, write: Write, fix: str, *, safe: bool) -> None:
    rule = f"extends: substitution\nmessage: '%s'\nfix: {fix}\nswap: {{utilise: use}}\n"
    write("styles/mine/words.yaml", rule)
    path = write("a.txt", "😀 utilise")
    arguments = ("--rules-path", path.parent / "styles", "--output-format", "json", path)
    (row,) = json.loads(recto("check", *arguments).out)
    assert row["fix"] == {
        "safe": safe,
        "message": "",
        "edits": [{"line": 1, "column": 3, "end_line": 1, "end_column": 10, "text": "use"}],
    }
    assert row["byte_column"] == 6


def test_a_replacement_over_a_line_break_is_never_safe(recto: Recto, write: Write) -> None:
    rule = "extends: substitution\nmessage: '%s'\nfix: safe\nswap: {of the: of}\n"
    write("styles/mine/words.yaml", rule)
    path = write("a.txt", "This line is long enough to be wrapped by whoever wrote it of\nthe same width.\n")
    arguments = ("--rules-path", path.parent / "styles", "--output-format", "json", path)
    (row,) = json.loads(recto("check", *arguments).out)
    assert row["fix"]["safe"] is False
    assert (row["end_line"], row["end_column"]) == (2, 4)


WORDS = """
extends: substitution
message: '%[2]s → %[1]s'
swap: {}
lists: [words.tsv]
past: ['原{name}']
over: 总结
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("一句以经写成，以经济为主，可以经过。", ["1:3: warning: 以经 → 已经"]),
        ("青石镇2023年总结\n\n由工商局处理，原工商局移交。\n", ["3:2: warning: 工商局 → 市场监督管理局"]),
        ("青石镇2023年总结\n\n县工商局和局处理。2017年由工商局处理。\n", []),
        ("青石镇2017年总结\n\n由工商局处理。\n", []),
        ("由工商局处理。", []),
        ("认真的推进，认真的态度，积极的推进。", ["1:1: warning: 认真的 → 认真地", "1:13: warning: 积极的 → 积极地"]),
        ("没有。", []),
    ],
)
def test_words_of_a_list(check: Check, write: Write, text: str, said: list[str]) -> None:
    rows = "# words\n以经\t已经\t可\t济\t写\n工商局\t市场监督管理局\t\t\t\t2019\n商局\t商务局\t\t\t\t2019\n(认真|积极)的\t$1地\t\t\t推进\n"
    write("styles/words.tsv", rows)
    assert check(WORDS, text) == said


def test_a_pattern_is_looked_for_beside_its_cues_alone(check: Check) -> None:
    rule = "extends: substitution\nmessage: '%[2]s → %[1]s'\nnonword: true\nswap: {'(a|b)x': '$1'}\ncues: [ax]\n"
    assert check(rule, "An ax and a bx.\n\nA bx.") == ["1:4: warning: ax → a", "1:13: warning: bx → b"]
    assert check(rule, "A bx.") == []

"""Titles near those of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Check, Recto, Write


def check(recto: Recto, write: Write, text: str) -> list[str]:
    path = write("a.txt", text)
    result = recto("check", "--no-cache", "--lang", "en", "--select", "gongwen.law-title", path)
    assert result.status < 2, result.out
    return [line.partition("a.txt:")[2].rpartition(" [")[0] for line in result.lines]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("根据《中华人民国共和草原法》执行。", "error: “中华人民国共和草原法” should probably be “中华人民共和国草原法”."),
        ("根据《中华人民共国井盖法》执行。", "error: “中华人民共国井盖法” should probably be “中华人民共和国井盖法”."),
        ("依照中华人民国共和草原法办理。", "error: “中华人民国共和草原法” should probably be “中华人民共和国草原法”."),
        ("根据《中华人民共和国道路安全交通法》执行。", "error: “中华人民共和国道路安全交通法” should probably be “中华人民共和国道路交通安全法”."),
        ("根据《食品安全发》执行。", "warning: “食品安全发” should probably be “中华人民共和国食品安全法”."),
        ("根据《突发事件应对处置法》执行。", "error: “突发事件应对处置法” should probably be “中华人民共和国突发事件应对法”."),
        ("按照《信访工作办法》办理。", "warning: “信访工作办法” should probably be “信访工作条例”."),
        ("《招投标法》规定公开招标。", "warning: “招投标法” is not the title of “中华人民共和国招标投标法”."),
    ],
)  # fmt: skip
def test_a_wrong_title(recto: Recto, write: Write, sentence: str, said: str) -> None:
    assert [line.partition(": ")[2] for line in check(recto, write, sentence)] == [said]


@pytest.mark.parametrize(
    "sentence",
    [
        "根据《中华人民共和国草原法》《草原法》《森林防火条例（2008年修订）》《党章》执行。",
        "根据《中华人民共和国草原法实施条例征求意见稿》提出意见。",
        "根据《河南省信访工作办法》《某县公墓管理办法》执行。",
        "我镇制定《信访工作办法》，完善《物业管理办法》，信访工作好。",
        "《信访工作办法》已经张贴。",
        "根据《中华人民共和国草原法》（以下简称《草原保护法》）执行。",
        "根据《河南省信访工作办法》，《信访工作办法》自发布之日起施行。",
        "根据《城市管理执法条例》《中华人民共和国宇宙飞船停泊与起降秩序维护法》执行。",
        "参加《中华全国总工会章程》学习，读《中国通史》。",
        "没有引用任何文件，《水之法》也不是。",
        "根据《" + "长" * 59 + "法》执行。",
        "根据《中华人民共和国》执行，根据《（试行）》执行。",
    ],
)
def test_what_is_let_pass(recto: Recto, write: Write, sentence: str) -> None:
    assert check(recto, write, sentence) == []


def test_a_law_is_cited_after_its_end(recto: Recto, write: Write) -> None:
    text = "青石镇人民政府关于合同的通知\n\n{}\n\n青石镇人民政府\n\n{}年7月2日\n"
    assert check(recto, write, text.format("根据《合同法》办理。", 2023)) == [
        "3:4: warning: “合同法” was replaced in 2021 by “中华人民共和国民法典”."
    ]
    assert check(recto, write, text.format("根据《合同法》办理。", 2020)) == []
    assert check(recto, write, text.format("2019年根据《合同法》办理。", 2023)) == []
    assert check(recto, write, text.format("《合同法》的历史。", 2023)) == []
    assert check(recto, write, "根据《合同法》办理。") == []


RULE = """
extends: known-titles
message: '{title} {defect} {expected}'
list: gongwen/data/laws.tsv
aliases: {青石公约: 中华人民共和国水法, 红石公约: 红石公约}
titles: ['\\*(?<title>[^*]+)\\*']
cues: ['*']
kinds: [法]
"""


def test_a_rule_of_one_s_own(check: Check) -> None:
    assert check(RULE, "*青石公约*、*红石公约*。") == []
    assert check(RULE, "《青石公约》。") == []
    assert check(RULE, "*中华人民国共和国水土保持法*和*草原法*。") == []

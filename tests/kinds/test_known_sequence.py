"""Lists of meetings, and when they were held."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Check, Recto, Write


def check(recto: Recto, write: Write, text: str, name: str = "a.txt") -> list[str]:
    path = write(name, text)
    result = recto("check", "--no-cache", "--lang", "en", "--select", "gongwen.meetings", path)
    assert result.status < 2, result.out
    return [line.partition(name + ":")[2].partition(": ")[2].rpartition(" [")[0] for line in result.lines]


DATED = "青石镇人民政府关于学习的通知\n\n{}\n\n青石镇人民政府\n\n（2021年12月20日）\n"


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("学习十九届二中、三中、四中、五中全会精神。", "suggestion: “十九届二中、三中、四中、五中全会” stops at 十九届五中全会; before this document, line 7, came 十九届六中全会（2021-11）."),
        ("学习十九届三中全会、二中全会精神。", "warning: “十九届三中全会、二中全会” is out of order at 十九届二中全会."),
        ("学习十八届三中、四中、六中全会精神，落实十九届历次全会要求。", "warning: “十八届三中、四中、六中全会” leaves out 十八届五中全会."),
        ("学习十九届六中全会和二十大精神。", "warning: “二十大” names 二十大 (2022-10), which came after the date of this document, line 7."),
        ("学习十八大精神，学习十八届历次全会精神。", "warning: “十八届历次全会” is of an earlier term: 十九大 (2017-10) came before this document, line 7."),
    ],
)  # fmt: skip
def test_a_list_at_fault(recto: Recto, write: Write, sentence: str, said: str) -> None:
    assert check(recto, write, DATED.format(sentence)) == [said]


@pytest.mark.parametrize(
    "sentence",
    [
        "学习十九届二中、三中、四中、五中、六中全会精神，迎接党的二十大精神宣讲。",
        "学习十九届二中、三中、四中、五中全会精神。十九届六中全会开幕。",
        "学习十九届五中全会精神，十八届三中全会以来改革不断深入。",
        "2019年学习十九届二中、三中全会精神。",
        "2017年学习十八大精神，当年学习十八届三中、四中全会。",
        "学习十一届三中全会公报。",
        "学习十二届二中全会的文件。",
        "组织了一届八中全会观影。",
    ],
)
def test_what_is_let_pass(recto: Recto, write: Write, sentence: str) -> None:
    assert check(recto, write, DATED.format(sentence)) == []


def test_without_a_date_only_the_series_counts(recto: Recto, write: Write) -> None:
    assert check(recto, write, "学习十九届二中、三中全会精神，二十届八中全会尚早。") == []
    assert check(recto, write, "学习十九届八中全会精神。") == [
        "warning: “十九届八中全会” names one that there never was."
    ]


@pytest.mark.parametrize(
    ("head", "count"),
    [
        ("青石镇2021年工作总结", 1),
        ("青石镇2021年工作计划", 0),
        ("青石镇2022年工作计划", 1),
        ("青政发〔2022〕3号\n\n青石镇人民政府关于学习的通知", 1),
        ("青政发〔2021〕3号\n\n青石镇人民政府关于学习的通知", 0),
        ("青石镇人民政府关于学习的通知", 0),
    ],
)
def test_the_date_of_a_document(recto: Recto, write: Write, head: str, count: int) -> None:
    text = f"{head}\n\n各村：\n\n学习十九届二中、三中、四中、五中全会精神。\n"
    assert len(check(recto, write, text)) == count


def test_a_document_from_before_the_list(recto: Recto, write: Write) -> None:
    text = DATED.format("学习十一届三中全会精神。").replace("2021", "1957")
    assert check(recto, write, text.replace("三中全会", "二中、三中全会")) == [
        "warning: “十一届二中、三中全会” names 十一届二中全会 (1978-02), which came after the date of this document, line 7."
    ]


def test_the_date_in_the_front_matter(recto: Recto, write: Write) -> None:
    text = "---\ntitle: 通知\ndate: 2021-12-20\n---\n\n# 通知\n\n学习十九届四中、五中全会精神。\n"
    assert len(check(recto, write, text, "a.md")) == 1


EDITIONS = """
extends: known-sequence
message: '{list} {defect}'
list: editions.tsv
mentions: ['(?<series>\\w+) (?<members>\\d(?:, \\d)*)']
member: '\\d'
cues: [edition]
"""


def test_editions_of_something_else(check: Check, write: Write) -> None:
    write(
        "styles/editions.tsv", "Fern\t1\tFern 1\t2001-01-01\nFern\t2\tFern 2\t2003-01-01\nMoss\t1\tMoss 1\t2005-01-01\n"
    )
    assert check(EDITIONS, "The edition Fern 2, 1 is out, and so is Reed 7.") == [
        "1:13: warning: Fern 2, 1 is out of order at Fern 1"
    ]
    assert check(EDITIONS, "Fern 2, 1.") == []

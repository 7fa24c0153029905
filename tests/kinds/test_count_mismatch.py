"""count-mismatch: what announces parts, and which parts then follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Recto, Write


RULE = "document.count-mismatch"


def check(recto: Recto, write: Write, text: str, name: str = "a.md") -> list[str]:
    result = recto("check", "--select", RULE, write(name, text))
    assert result.status < 2, result.out + result.err
    return [line.split(":", 1)[1].rpartition(" [")[0] for line in result.lines]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("There are two reasons:\n\n- a\n- b\n- c\n", ["1:11: warning: “two reasons”, but 3 follow (lines 3–5)."]),
        ("There are 3 reasons:\n\n- a\n- b\n", ["1:11: suggestion: “3 reasons”, but 2 follow (lines 3–4)."]),
        ("应做到以下三点：\n\n- 甲\n- 乙\n- 丙\n- 丁\n", ["1:6: warning: “三点”, but 4 follow (lines 3–6)."]),
        ("具体有两个配置参数：\n\n1. 甲\n2. 乙\n3. 丙\n", ["1:4: warning: “两个配置参数”, but 3 follow (lines 3–5)."]),
        (
            "抓好三个方面工作：一是修路。二是供水。三是通电。四是植树。\n",
            ["1:3: warning: “三个方面工作”, but 4 follow (line 1)."],
        ),
        ("# A\n\nThere are three parts:\n\n## B\n\nb\n\n## C\n\nc\n", ["3:11: suggestion: “three parts”, but 2 follow (lines 5–9)."]),
        ("- There are two ways:\n  1. a\n  2. b\n  3. c\n- x\n", ["1:13: warning: “two ways”, but 3 follow (lines 2–4)."]),
    ],
    ids=["more", "fewer", "Chinese", "a modifier", "points in the text", "headings", "within an item"],
)  # fmt: skip
def test_another_number(recto: Recto, write: Write, text: str, said: list[str]) -> None:
    assert check(recto, write, text) == said


@pytest.mark.parametrize(
    "text",
    [
        "There are two reasons:\n\n- a\n  - a1\n  - a2\n- b\n",
        "There are at least two reasons:\n\n- a\n- b\n- c\n",
        "Override the first two methods:\n\n- a\n- b\n- c\n",
        "There is one reason:\n\n- a\n- b\n",
        "There are three ways:\n\n1. a\n\nMore on that.\n\n2. b\n3. c\n",
        "There are three ways:\n\n- a\n\nMore on that.\n\n- b\n- c\n",
        "There are two components:\n\n1. a\n1. b\n\n1. x\n1. y\n",
        "There are two options:\n\n1. a\n- good\n- cheap\n2. b\n- dear\n",
        "There are two options:\n\nThe first is good.\n",
        "There are two options:\n",
        "There are two options:\n\n- a\n- b\n\nThat is all.\n",
        "There are two options:\n\n- a\n- b\n\nThat is all.\n\n# More\n\nx\n",
        "# A\n\nThere are two parts:\n\n## B\n\nb\n\n## C\n\nc\n\n## Risks\n\nd\n",
        "There are four types:\n\n- 2 small ones\n  - a\n  - b\n- 2 large ones\n",
        "抓好三个方面工作：一是修路。二是供水。\n\n三是通电。\n",
        "一是一、二是二：一是修路。二是供水。\n",
        "第三方面：\n\n- 甲\n- 乙\n",
        "    There are two ways:\n\n  - a\n  - b\n\nx\n\n  - c\n",
    ],
    ids=[
        "nested items", "a rough number", "the first of more", "one", "a list taken up again",
        "a list of bullets taken up again", "a list that begins anew", "mixed marks", "no list", "the end", "more text", "a heading",
        "headings of other things as well", "sums", "points that go on", "an idiom", "an ordinal", "code",
    ],
)  # fmt: skip
def test_the_same_number_or_none_to_tell(recto: Recto, write: Write, text: str) -> None:
    assert check(recto, write, text) == []


def test_a_list_ends_where_the_items_are_less_deep(recto: Recto, write: Write) -> None:
    assert check(recto, write, "- There are three ways:\n  - a\n  - b\n- x\n") == [
        "1:13: suggestion: “three ways”, but 2 follow (lines 2–3)."
    ]
    assert check(recto, write, "共有三项措施：\n1. 修路，\n2. 供水，\n", "a.txt") == [
        "1:3: suggestion: “三项措施”, but 2 follow (lines 2–3)."
    ]


def test_a_rule_may_do_without_words(recto: Recto, write: Write) -> None:
    write(
        "styles/mine/rule.yaml",
        "extends: count-mismatch\nmessage: '{stated}, {found}'\nannouncements: ['{count} things:']\n",
    )
    path = write("a.md", "Take 12 things:\n\n- a\n- b\n\nThen nothing else: 一是甲。二是乙。\n")
    result = recto("check", "--rules-path", path.parent / "styles", "--select", "mine.rule", path)
    assert [line.rpartition(" [")[0] for line in result.lines] == [f"{path}:1:6: warning: 12, 2"]


def test_parts_may_say_which_one_they_belong_to(recto: Recto, write: Write) -> None:
    assert check(recto, write, "大致分为两个阶段：\n\n1. 一阶段：执行\n2. 二阶段提交\n3. 二阶段回滚\n") == []
    assert check(recto, write, "大致分为两个阶段：\n\n1. 一阶段：执行\n2. 二阶段提交\n3. 三阶段回滚\n") != []

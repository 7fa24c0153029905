"""numbering: what is a series and what only looks like one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Recto

    Write = Callable[[str, str], Path]


def check(recto: Recto, write: Write, rule: str, text: str, name: str = "a.txt") -> list[str]:
    write("styles/mine/rule.yaml", rule)
    path = write(name, text)
    result = recto("check", "--rules-path", path.parent / "styles", "--select", "mine.rule", path)
    assert result.status < 2, result.out + result.err
    return [line.split(":", 1)[1].rpartition(" [")[0] for line in result.lines]


RULE = "extends: numbering\nmessage: '{ordinal} after {previous} ({earlier}), not {expected}'\n"


def lines(*headings: str) -> str:
    return "".join(heading if heading.endswith("\n") else f"{heading}\n\n正文。\n\n" for heading in headings)


@pytest.mark.parametrize(
    ("headings", "said"),
    [
        (["一、甲", "二、乙", "四、丙", "四、丁", "五、戊"], ["9:1: 四、 after 二、", "13:1: 四、 after 四、"]),
        (["一、甲", "二、乙", "三、丙", "四、丁", "二、戊"], ["17:1: 二、 after 四、"]),
        (["一、甲", "（一）乙", "（二）丙", "关于戊的说明\n\n", "（一）丁", "（二）戊"], []),
        (["第一章 甲", "第二章 乙", "第一章 丙", "第二章 丁", "第三章 戊"], ["9:1: 第一章 after 第二章"]),
        (["A. one", "B. two", "C. three", "I. four"], []),
        (["a) one", "b) two", "c) three", "i) four"], []),
        (["1.1 甲", "1.2 乙", "2.1 丙", "2.2 丁"], []),
        (["一、甲", "一、甲", "二、乙"], []),
        (["一、甲", "（一）乙", "（二）丙", "二、某某，某某；某某某某。\n\n", "（一）丁", "（二）戊"], []),
        (["1. 甲", "2. 乙", "3. 丙", "4.1 丁", "4.2 戊", "5. 己"], []),
    ],
    ids=[
        "a gap, a repeat", "back", "a line that heads a part", "restart", "Roman numbers", "small Roman numbers",
        "another prefix", "the same heading", "a higher number that is no heading",
        "a number that only its parts have",
    ],
)  # fmt: skip
def test_headings(recto: Recto, write: Write, headings: list[str], said: list[str]) -> None:
    found = check(recto, write, RULE, lines(*headings))
    assert [line.replace("warning: ", "").partition(" (")[0] for line in found] == said


def test_the_first_break_of_a_series_may_be_enough(recto: Recto, write: Write) -> None:
    text = lines("一、甲", "二、乙", "四、丙", "五、丁", "七、戊") + "1. a,\n2. b,\n4. c,\n5. d,\n7. e.\n"
    assert len(check(recto, write, RULE, text)) == 4
    assert len(check(recto, write, f"{RULE}report: first\n", text)) == 2
    assert len(check(recto, write, f"{RULE}of: [lists]\n", text)) == 2
    assert len(check(recto, write, f"{RULE}of: [headings]\n", text)) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1. 甲，\n2. 乙，\n1. 丙，\n2. 丁。\n", []),
        ("第一条 甲。\n第二条 乙。\n第四条 丙。\n", []),
        ("1. 甲，\n2. 乙；3. 丙，\n4. 丁，\n", []),
        ("1. 甲，\n2. 乙，\n2. 丙，\n", ["3:1: warning: 2. after 2. (line 2), not 3."]),
    ],
    ids=["two lists", "articles", "two in one", "a repeat"],
)
def test_lists(recto: Recto, write: Write, text: str, said: list[str]) -> None:
    assert check(recto, write, RULE, text) == said


def test_a_number_may_be_glued_to_the_year_behind_it(recto: Recto, write: Write) -> None:
    notes = [
        "18.平台：指平台。",
        "19.政策：指政策。",
        "20.2026年实事：指十件实事。",
        "21.核算：指核算。",
        "22.其他：指其他。",
    ]
    assert check(recto, write, RULE, "".join(f"{note}\n\n" for note in notes)) == []

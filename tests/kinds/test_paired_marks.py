"""paired-marks: partners in other blocks, and marks that pair otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Check, Recto, Write


RULE = "extends: paired-marks\nmessage: '{mark} {expected}'\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("他说：“甲。\n\n乙。\n\n丙。”\n", []),
        ("修改为：“甲。\n\n" + "乙。\n\n" * 10 + "丙。”\n", []),
        ("（甲。\n\n" + "乙。\n\n" * 10 + "丙。）\n", ["1:1: warning: （ ）", "23:3: warning: ） （"]),
        ("“甲。\n\n“乙”。\n\n" + "丙。\n\n" * 10 + "丁。”\n", ["25:3: warning: ” “"]),
        ("“甲。\n\n丙。\n\n“乙。\n\n" + "丙。\n\n" * 10 + "丁。”\n", ["1:1: warning: “ ”"]),
        ("（甲。\n\n乙。”\n", ["1:1: warning: （ ）", "3:3: warning: ” “"]),
        ("“甲。\n\n“乙。\n\n（丙”\n", ["5:1: warning: （ ）"]),
        ("„thus“ and „so“\n", []),
        ("”thus” and ”so”\n", []),
        ("“thus’ and so\n", []),
        ("“六五’期间\n", ["1:1: warning: “ ”"]),
        ("“六五’期间\n\n“七五’期间\n", []),
        ("提出“关于“城市”的意见”。\n", ["1:6: warning: “ ‘"]),
        ("他‘说好。\n\n它也’好。\n\n完‘好。\n", ["5:2: warning: ‘ ’"]),
        ("“it’s thus\n", ["1:1: warning: “ ”"]),
        ("“it’s thus’ and so\n", []),
        ("他说“他说‘好’。\n", ["1:3: warning: “ ”"]),
        ("他说“第‘二’条。\n\n说‘好’。”\n", []),
        ("“it’s ‘good’ he said.\n", ["1:1: warning: “ ”"]),
        ("“it’s ‘good’ he said’ and so\n", []),
        ("(The pump stood still. ;) It was old.\n\nIt runs now.)\n", []),
        ("(The pump stood still.) It was old. ;)\n\nIt runs now.)\n", ["3:13: warning: ) ("]),
        ("(The pump) stood still.\n\nIt runs now.)\n", ["3:13: warning: ) ("]),
        ("（甲（乙（丙\n", ["1:1: warning: （ ）"]),
        ("（一)甲。\n", []),
        ("鏁撮」\ufffd\n", []),
        ("“甲”，乙”\n", ["1:6: warning: ” “"]),
        ("“甲\n", ["1:1: warning: “ ”"]),
    ],
    ids=[
        "over paragraphs", "over many", "a bracket too far", "a quotation in parts", "the last of two", "no partner",
        "opened again", "German", "Swedish", "closed by one", "and in Han", "and as a habit", "in one of its like", "single ones", "an apostrophe", "closed after an apostrophe",
        "one inside", "one inside, over paragraphs", "English inside", "closed after one inside", "a smiley", "a smiley that closes nothing", "no smiley", "one of three",
        "an ordinal", "decoded wrongly", "one too many", "the last block",
    ],
)  # fmt: skip
def test_partners(check: Check, text: str, said: list[str]) -> None:
    assert check(RULE, text) == said


def test_the_pairs_are_the_rules(check: Check) -> None:
    assert check(f"{RULE}pairs: ['<>']\n", "(a <b\n") == ["1:4: warning: < >"]


def test_a_quotation_mark_turned_round_is_a_slip_once_and_a_habit_twice(recto: Recto, write: Write) -> None:
    def said(text: str) -> int:
        return len(recto("check", "--select", "document.paired-marks", write("a.txt", text)).lines)

    assert said("提出的”栏目偏少”问题已改。\n") == 1
    assert said("提出的”栏目偏少”问题已改。\n\n提出的”更新偏慢”问题已改。\n") == 0
    assert said("They said ”thus” and no more.\n") == 0

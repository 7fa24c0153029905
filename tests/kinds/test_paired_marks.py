"""paired-marks: partners in other blocks, and marks that pair otherwise."""

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
        ("“六五’期间\n", []),
        ("“it’s thus\n", ["1:1: warning: “ ”"]),
        ("“it’s thus’ and so\n", []),
        ("他说“他说‘好’。\n", ["1:3: warning: “ ”"]),
        ("他说“第‘二’条。\n\n说‘好’。”\n", []),
        ("“it’s ‘good’ he said.\n", ["1:1: warning: “ ”"]),
        ("“it’s ‘good’ he said’ and so\n", []),
        ("（甲（乙（丙\n", ["1:1: warning: （ ）"]),
        ("（一)甲。\n", []),
        ("鏁撮」\ufffd\n", []),
        ("“甲”，乙”\n", ["1:6: warning: ” “"]),
        ("“甲\n", ["1:1: warning: “ ”"]),
    ],
    ids=[
        "over paragraphs", "over many", "a bracket too far", "a quotation in parts", "the last of two", "no partner",
        "opened again", "German", "Swedish", "closed by one", "and in Han", "an apostrophe", "closed after an apostrophe",
        "one inside", "one inside, over paragraphs", "English inside", "closed after one inside", "one of three",
        "an ordinal", "decoded wrongly", "one too many", "the last block",
    ],
)  # fmt: skip
def test_partners(recto: Recto, write: Write, text: str, said: list[str]) -> None:
    assert check(recto, write, RULE, text) == said


def test_the_pairs_are_the_rules(recto: Recto, write: Write) -> None:
    assert check(recto, write, f"{RULE}pairs: ['<>']\n", "(a <b\n") == ["1:4: warning: < >"]

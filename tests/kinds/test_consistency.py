"""consistency: two ways to write a word."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Check, Recto, Write

RULE = "extends: consistency\nmessage: 'x %s'\n"


@pytest.mark.parametrize(
    ("keys", "text", "said"),
    [
        ("either: {colour: color}", "A colour.\n\nThe color.\n", ["3:5: warning: x color"]),
        ("either: {colour: color}", "A colour, a colour.\n", []),
        ("either: {colour: color}", "A colour, a color, a colour.\n", ["1:3: warning: x colour"]),
        (
            "either: {colour: color}",
            "One colour. No word. A color, but a color.\n",
            ["1:5: warning: x colour", "1:24: warning: x color"],
        ),
        ("either: {colour: color}\nscope: heading", "# A colour. A color.\n", ["1:15: warning: x color"]),
        (
            "either: {colour: color}",
            "colour\n\ncolor\n\nnone\n\na colour\n",
            ["3:1: warning: x color", "7:3: warning: x colour"],
        ),
        ("either: {colour: color, grey: gray}", "colour gray\n\ngrey\n", ["3:1: warning: x grey"]),
        ("either: {colour: color}", "Colour color\n", []),
        ("either: {colour: color}\nignorecase: true", "Colour color\n", ["1:8: warning: x color"]),
        ("either: {colour: color}", "colours color\n", []),
        ("either: {colour: color}\nnonword: true", "colours color\n", ["1:9: warning: x color"]),
        ("either: {帐号: 账号}", "使用帐号登录。\n\n填写账号即可。\n", ["3:3: warning: x 账号"]),
        ("either: {'(col)our': col(or)}", "colour\n\ncolor\n", ["3:1: warning: x color"]),
    ],
    ids=[
        "both", "one", "the last way, where it is first", "each sentence", "a heading is one piece", "each block from there on", "pairs are on their own", "case",
        "ignored case", "whole words", "inside words", "Chinese has no word boundary", "groups",
    ],
)  # fmt: skip
def test_consistency(check: Check, keys: str, text: str, said: list[str]) -> None:
    assert check(f"{RULE}{keys}\n", text, "a.md") == said


def test_code_has_a_spelling_of_its_own_and_markup_moves_no_place(check: Check) -> None:
    rule = f"{RULE}either: {{账号: 帐号}}\n"
    assert check(rule, "账号。\n\n`帐号`\n\n**重要**的[帐](x)号\n", "a.md") == ["5:9: warning: x 帐号"]


def test_it_is_related_to_the_last_place_written_the_other_way(recto: Recto, write: Write) -> None:
    write("styles/mine/rule.yaml", f"{RULE}either: {{colour: color}}\n")
    path = write("a.txt", "colour\n\na colour\n\nnow color\n")
    arguments = ("--rules-path", path.parent / "styles", "--select", "mine.rule", "--output-format", "json", path)
    (row,) = json.loads(recto("check", *arguments).out)
    assert [(other["line"], other["column"]) for other in row["related"]] == [(3, 3)]

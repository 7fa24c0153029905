"""table-shape with the key that no built-in rule sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Check, Recto, Write


HEAD = "| a | b |\n| - | - |\n"


@pytest.mark.parametrize(
    ("keys", "said"),
    [("", ["3:11: warning: 3, 2", "4:11: warning: 3, 2"]), ("ignore-header: true", ["5:3: warning: 2, 3"])],
)
def test_the_header_may_not_count(check: Check, keys: str, said: list[str]) -> None:
    rule = f"extends: table-shape\nmessage: '{{cells}}, {{columns}}'\n{keys}\n"
    rows = "| 1 | 2 | 3 |\n| 4 | 5 | 6 |\n| 7 | 8 |\n"
    assert check(rule, HEAD + rows, "a.md") == said


def test_rows_that_are_too_short_are_told_once(check: Check) -> None:
    rule = "extends: table-shape\nmessage: '{cells}, {columns}{others}'\n"
    assert check(rule, HEAD + "| 1 |\n| 2 | 3 |\n| 4 |\n", "a.md") == [
        "3:3: warning: 1, 2, and 1 more row is too short"
    ]


RULE = "extends: table-shape\nmessage: '{defect}: {cells}, {columns}{others}'\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD + "| 1 | 2\n3 |\n| 4 | 5 |\n| 6 |\n", ["3:1: warning: A line break cuts this row in two: 2, 2", "6:3: warning: This row has 1 cells, but the table has 2 columns: 1, 2"]),
        (HEAD + "| 1 | 2\n<b>3</b> |\n", ["3:1: warning: A line break cuts this row in two: 2, 2"]),
        (HEAD + "| 1 | 2 |\n\n| 3 | 4 |\n", ["5:1: warning: A blank line cuts these rows off from their table, and they are shown as text: 2, 2"]),
        ("> | a | b |\n> | - |\n", ["1:3: warning: This header has 2 cells and the line of dashes under it 1, so the table is shown as text: 2, 1"]),
        ("> text\n> | a | b |\n> | - | - | - |\n", ["2:1: warning: This header has 2 cells and the line of dashes under it 3, so the table is shown as text: 2, 3"]),
        ("- | a | b |\n  | 1 | 2 |\n  | 3 | 4 |\n", ["1:3: warning: There is no line of dashes under this header, so the table is shown as text: 2, 0"]),
        (HEAD + "\n| 1 | 2 | 3 |\n", []),
        ("`a | b` and c | d\n", []),
    ],
    ids=[
        "a row over two lines", "a row that ends the table", "a blank line", "one dash too few", "in a quotation",
        "no dashes", "other rows behind a blank line", "bars in a text",
    ],
)  # fmt: skip
def test_what_the_parser_does_not_take_for_a_table(check: Check, text: str, said: list[str]) -> None:
    assert check(RULE, text, "a.md") == said


def test_in_plain_text_bars_are_text(check: Check) -> None:
    assert not check(RULE, "| a | b |\n| 1 | 2 |\n| 3 | 4 |\n")


def rows(*lines: str) -> str:
    return "".join(line.replace(" ", "\t") + "\n" for line in lines)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (rows("项目 甲 乙 丙", "收入 3 4 5", "支出 1 2", "税费 1 1 1", "其他 0 0 0", "合计 3 4 5"), ["3:1 This row has 2 figures, but the others have 3"]),
        (rows("项目 甲 乙 丙", "收入 3 4 5", "支出 1 2 ", "税费 1 1 1", "其他 0 0 0", "合计 3 4 5"), []),
        (rows("项目 甲 乙", "收入 3 4", "支出 1  2", "税费 1 -", "其他 0 0"), ["3:1 This row has 3 figures, but the others have 2"]),
        (rows("项目 甲 乙", "收入 3 4", "支出 1", "税费 1 1"), []),
        (rows("年份 收入 支出", "2020年 3 4", "2021年 1 2", "2022年 1", "2023年 1 1", "2024年 1 1"), ["4:1 This row has 1 figures, but the others have 2"]),
        (rows("编号 姓名", "1 甲", "2 乙", "3 丙", "4 丁"), []),
        (rows("项目 甲", "纱 3", "布 4", "化学 ", "", "药品 1", "牙膏 1", "塑料 1"), ["4:1 A blank line cuts this table behind the row “化学”"]),
        (rows("项目 甲", "纱 3", "", "布 4", "", "药品 1", "", "牙膏 1", "塑料 1"), []),
        (rows("项目 甲", "纱 3", "布 4", "", "项目 乙", "牙膏 1", "塑料 1"), []),
    ],
)  # fmt: skip
def test_tables_of_tabs(recto: Recto, write: Write, text: str, said: list[str]) -> None:
    result = recto("check", "--no-cache", "--select", "document.table-shape", write("a.txt", text))
    found = [line.split("a.txt:", 1)[1].rpartition(". [")[0] for line in result.lines]
    assert [f"{line.split(': ')[0]} {line.split(': ', 2)[2]}" for line in found] == said


def test_a_label_cut_in_two(recto: Recto, write: Write) -> None:
    lines = ["（一）甲 1", "（二）乙 1", "丙 1", "（三）丁 1", "（四）戊 1", "（五）己 1"]
    result = recto("check", "--no-cache", "--select", "document.table-shape", write("a.txt", rows("项目 数", *lines)))
    assert [line.split("a.txt:", 1)[1].rpartition(". [")[0] for line in result.lines] == [
        "3:1: warning: The label “（二）乙” seems to go on in “丙”"
    ]
    apart = rows("项目 数", *lines[:2], "合计 ", *lines[2:])
    assert "label" not in recto("check", "--no-cache", "--select", "document.table-shape", write("a.txt", apart)).out

"""table-totals: totals of rows and columns, sub-totals, evident sums, equations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Recto, Write


def bars(text: str) -> str:
    """A Markdown table from rows of cells parted by blanks; `.` is an empty cell."""
    head, *rows = [row.split() for row in text.splitlines()]
    lines = [head, ["-"] * len(head), *rows]
    return "".join(
        "| " + " | ".join(cell.replace(".", " ") if cell == "." else cell for cell in row) + " |\n" for row in lines
    )


def totals(recto: Recto, path: Path) -> list[str]:
    result = recto("check", "--no-cache", "--select", "document.table-totals", path)
    assert result.status < 2, result.out + result.err
    return [line.split(": ", 2)[2].rpartition(" [")[0] for line in result.lines if "table-totals" in line]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x a b\nn 1 2\ns 3 4\nTotal 4 7", "“Total” of “b” says 7, but 2 + 4 is 6."),
        ("x a b total\nn 1 2 3\ns 30 4 34\nw 5 6 12", "“total” of “w” says 12, but 5 + 6 is 11."),
        ("x a b\nTotal 10 13\nn 4 5\ns 6 7", "“Total” of “b” says 13, but 5 + 7 is 12."),
        ("x a b\nn 1 2\ns 3 4\nSubtotal 4 6\ne 5 6\nw 7 8\nSubtotal 12 15\nTotal 16 20", "“Subtotal” of “b” says 15, but 6 + 8 is 14."),
        ("x a b\nn 1 2\ns 3 4\nSubtotal 4 6\ne 5 6\nw 7 8\nSubtotal 12 14\nTotal 16 21", "“Total” of “b” says 21"),
        ("x a b\nn 1,200 2\ns 3,400 4\nTotal 4,700 6", "“Total” of “a” says 4,700, but 1,200 + 3,400 is 4,600."),
        ("x a b\nn (5) 2\ns 30 -\nw . 4\nTotal 26 6", "“Total” of “a” says 26, but (5) + 30 is 25."),
        ("x a\nn 100\ns 117\nw 25\nTotal 252", "“Total” of “a” says 252, but 100 + 117 + 25 is 242."),
        ("x a\nn 1874\ns 4217\nTotal 4091", "“Total” of “a” says 4091, but 1874 + 4217 is 6091."),
        ("项目 一季度 二季度\n收入 １，２００ 13\n支出 800 9\n七、合计 2000 23", "“二季度”“七、合计”为23"),
        ("x a b c\n1月 1 2 3\n2月 5 4 9\n3月 6 7 13\n4月 7 8 15\n5月 9 9 19", "“c” of “5月” says 19, but 9 + 9 is 18."),
        ("x a\n" + "n 9\n" * 8 + "Total 73", "“Total” of “a” says 73, but 9 + 9 + 9 + 9 + … + 9 is 72."),
        ("x a b total\nn 1 2 3\ns 30 4 35\ntotal 31 6 38", "“total” of “s” says 35, but 30 + 4 is 34."),
    ],
    ids=[
        "a row", "a column", "a total at the top", "a sub-total", "a grand total", "thousands",
        "brackets, dashes and blanks", "one column, little off", "one column, one digit off", "Chinese", "no label",
        "many parts", "one figure in a row and a column",
    ],
)  # fmt: skip
def test_a_total_that_is_off(recto: Recto, write: Write, text: str, said: str) -> None:
    language = ["--lang", "zh"] if "为" in said else []
    result = recto("check", "--no-cache", *language, "--select", "document.table-totals", write("a.md", bars(text)))
    found = [line for line in result.lines if "table-totals" in line]
    assert len(found) == 1
    assert said in found[0]


@pytest.mark.parametrize(
    "text",
    [
        "x a b\nn 1 2\ns 3 4\nTotal 4 6",
        "x a average\nn 10 2\ns 30 4\ne 2 2\nTotal 42 8\nAverage 14 3",
        "x a b 率\nn 10 2 5%\ns 30 4 7%\nTotal 40 6 6%",
        "x a\nfirst 100\nsecond 80\nthird 60\nTotal 4,012",
        "x a\nn 3km\ns 5kg\nTotal 9",
        "x a\nn ~3\ns 5\nTotal 9",
        "x a b\nn 3.33 1\ns 3.33 1\nw 3.33 1\nTotal 10.00 3",
        "x 2019 2020 2021\nn 1 2 3\ns 3 4 7",
        "x a\np50 0.01\np95 0.04\ntotal 3.86",
        "x a b\nn . .\nTotal 5 6",
        "x a b\nn 1 2\ns 3 4\nTotal 9 19",
        "x a b\nnone yet known",
    ],
    ids=[
        "it adds up", "an average", "a rate", "the first three of many", "units", "about", "rounding", "no totals",
        "measures", "nothing to add up", "no sum at all", "words alone",
    ],
)  # fmt: skip
def test_what_is_no_defect(recto: Recto, write: Write, text: str) -> None:
    assert not totals(recto, write("a.md", bars(text)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "项目\t一季度\t二季度\t合计\n收入\t12\t13\t25\n支出\t8\t9\t16\n",
            ["“合计” of “支出” says 16, but 8 + 9 is 17."],
        ),
        ("项目\t2020\t2021\t合计\n收入\t12\t13\t25\n支出\t8\t9\t16\n", ["“合计” of “支出” says 16, but 8 + 9 is 17."]),
        (
            "情况\t\t自然人\t企业\t总计\n一、新收\t5\t6\t11\n二、结转\t1\t2\t3\n三、办理\t公开\t4\t4\t8\n\t不公开\t2\t5\t7\n\t其他\t30\t7\t38\n",
            ["“总计” of “其他” says 38, but 30 + 7 is 37."],
        ),
        ("甲\t1\t乙\n丙\t丁\n1\t戊\t己\t庚\n", []),
        ("甲\t乙\n丙\t丁\n", []),
        ("项目\t2019\t2020\n", []),
        ("1\t甲\n乙\t1\t丙\n", []),
    ],
    ids=[
        "tabs",
        "years for a header",
        "merged cells",
        "nothing under each other",
        "no figures",
        "years alone",
        "figures at the front",
    ],
)
def test_plain_text(recto: Recto, write: Write, text: str, said: list[str]) -> None:
    assert totals(recto, write("a.txt", text)) == said


RULE = """\
extends: table-totals
message: '{what}: {stated}, {computed}'
equations: [新收 + 结转 = 办结 + 转下年]
"""


def check(recto: Recto, write: Write, rule: str, text: str) -> list[str]:
    write("styles/mine/rule.yaml", rule)
    path = write("a.md", text)
    result = recto("check", "--rules-path", path.parent / "styles", "--select", "mine.rule", path)
    assert result.status < 2, result.out + result.err
    return [line.split(": ", 2)[2].rpartition(" [")[0] for line in result.lines]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "项 甲 乙\n一、本年新收 5 6\n二、上年结转 1 1\n三、办结 4 4\n四、转下年 2 2",
            ["“新收 + 结转 = 办结 + 转下年” of “乙”: 4 + 2, 7"],
        ),
        ("项 新收 结转 办结 转下年\n甲 5 1 4 2\n乙 6 1 4 2", ["“新收 + 结转 = 办结 + 转下年” of “乙”: 4 + 2, 7"]),
        (
            "项 新收 结转 办结 转下年 新收 结转 办结 转下年\n甲 5 1 4 2 6 1 4 2",
            ["“新收 + 结转 = 办结 + 转下年” of “甲”: 4 + 2, 7"],
        ),
        ("项 甲\n新收 5\n结转 .\n办结 4\n转下年 2", []),
        ("项 甲\n新收 5\n结转 1\n办结 4", []),
    ],
    ids=["rows", "columns", "columns that recur", "an empty cell", "a name that is not there"],
)
def test_an_equation(recto: Recto, write: Write, text: str, said: list[str]) -> None:
    assert check(recto, write, RULE, bars(text)) == said


def test_a_bad_equation_is_refused(recto: Recto, write: Write) -> None:
    rule = write("styles/mine/rule.yaml", RULE.replace("=", "+", 1).replace("=", "-"))
    result = recto("check", "--rules-path", rule.parent.parent, write("a.md", ""))
    assert result.status == 2
    assert "is no equation" in result.out + result.err


def test_a_tolerance(recto: Recto, write: Write) -> None:
    rule = "extends: table-totals\nmessage: '{cells}'\nlabels: [total]\ntolerance: {}\n"
    text = bars("x a b\nn 1 2\ns 3 4\nTotal 4 7")
    assert check(recto, write, rule.replace("{}", "0.5"), text) == ["lines 3–4"]
    assert not check(recto, write, rule.replace("{}", "1"), text)


def test_a_table_of_nothing_but_totals_is_let_pass(recto: Recto, write: Write) -> None:
    assert not totals(recto, write("a.md", bars("x a\n" + "Total 1\n" * 400)))

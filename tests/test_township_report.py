"""The report that started the project, and what the linter says of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pytest
    from conftest import Recto

DEFECTS = [
    ("document.repeated-heading", 7, 1, [5]),
    ("gongwen.heading-style", 9, 1, [53]),
    ("gongwen.name-mismatch", 13, 44, [3]),
    ("gongwen.name-mismatch", 13, 58, [3]),
    ("gongwen.meetings", 15, 80, [3]),
    ("gongwen.heading-style", 17, 1, [53]),
    ("gongwen.heading-style", 25, 1, [53]),
    ("gongwen.law-title", 27, 9, []),
    ("gongwen.heading-style", 29, 1, [53]),
    ("gongwen.name-mismatch", 31, 3, [3]),
    ("gongwen.issuer-code", 31, 25, [3, 13]),
    ("document.repeated-content", 33, 1, [9]),
    ("zh.width", 81, 11, [82, 83, 91, 95, 100, 103]),
    ("document.table-shape", 91, 1, [76]),
    ("document.stray-markup", 117, 30, [117, 117]),
    ("zh.broken-paragraph", 121, 1, []),
]
MOST = 25  # more than a reviewer would read through


def rows(recto: Recto, *arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(recto("check", "--output-format", "json", *arguments).out)
    return found


def places(found: list[dict[str, Any]]) -> list[tuple[str, int, int]]:
    return [(row["rule"], row["line"], row["column"]) for row in found]


def test_it_has_these_defects_and_no_others(recto: Recto, report_path: str) -> None:
    assert recto("check", report_path).status == 1
    found = [
        (row["rule"], row["line"], row["column"], [other["line"] for other in row.get("related", ())])
        for row in rows(recto, report_path)
    ]
    assert found == DEFECTS
    assert len(found) <= MOST


def test_the_repeated_run_is_one_diagnostic(recto: Recto, report_path: str) -> None:
    run = next(row for row in rows(recto, report_path) if row["kind"] == "repeated-content")
    assert (run["line"], run["end_line"], run["end_column"]) == (33, 55, 227)
    assert (run["related"][0]["line"], run["related"][0]["end_line"]) == (9, 31)
    assert run["message"] == (
        "Repeats lines 9–31 (12 blocks, 100% alike; 1 difference: “(四) ” (line 29) / “（四）” (line 53)). "
        "14 more in this copy are explained by it."
    )


def test_the_empty_section_is_named(recto: Recto, report_path: str) -> None:
    assert rows(recto, report_path)[0]["message"] == (
        "“一、总体情况” stands at line 5 already, and that section is empty."
    )


def test_the_ladder_is_told(recto: Recto, report_path: str) -> None:
    heading = rows(recto, report_path)[1]
    assert heading["message"] == (
        "“(一) ” is half-width and followed by a blank; the official ladder is 一、（一）1.（1）."
    )
    assert heading["fix"]["edits"][0]["text"] == "（一）"
    assert heading["fix"]["safe"] is False


def test_the_names_are_told_without_taking_sides(recto: Recto, report_path: str) -> None:
    name = rows(recto, report_path)[2]
    assert name["message"] == "The title says “大章镇”, here it says “纸房镇” (both belong to 嵩县)."
    assert (name["end_column"], name["byte_column"]) == (47, 130)


def test_it_speaks_chinese(recto: Recto, report_path: str) -> None:
    messages = [row["message"] for row in rows(recto, "--lang", "zh", report_path)]
    assert messages[0] == "标题“一、总体情况”与第5行重复，且该标题下没有内容。"
    assert messages[1] == "“(一) ”为半角括号、序号后有空格；公文结构层次序数依次为“一、（一）1.（1）”。"
    assert messages[2] == "标题为“大章镇”，此处为“纸房镇”（两者同属嵩县）。"
    assert messages[11] == (
        "与第9–31行重复（12段，相似度100%；1处不同：第29行“(四) ”，第53行“（四）”）。"
        "此外，重复部分中另有14条诊断均由此引起，不再逐条列出。"
    )


def test_a_chinese_locale_is_enough(recto: Recto, report_path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "标题为“大章镇”" in recto("check", report_path).out


def test_the_document_pack_alone_knows_no_ladder(recto: Recto, report_path: str) -> None:
    found = rows(recto, "--pack", "document", report_path)
    assert places(found) == [
        ("document.repeated-heading", 7, 1),
        ("document.repeated-content", 33, 1),
        ("document.heading-style", 53, 1),
        ("document.table-shape", 91, 1),
        ("document.stray-markup", 117, 30),
    ]
    assert "unlike 7 other headings" in found[2]["message"]


def test_what_is_folded_can_be_shown(recto: Recto, report_path: str) -> None:
    found = rows(recto, "--no-fold", report_path)
    assert len(found) > MOST - 5
    later = [(row["rule"], row["line"], row["column"]) for row in found if row["line"] > 33]
    assert ("gongwen.name-mismatch", 37, 44) in later
    assert ("document.repeated-heading", 53, 1) in later
    assert "explained" not in next(row for row in found if row["kind"] == "repeated-content")["message"]


def test_nothing_is_said_of_forms_of_address(recto: Recto, report_path: str) -> None:
    for row in rows(recto, "--no-fold", "--ignore", "document.stray-markup", report_path):
        assert not any(word in row["message"] for word in ("我镇", "全镇", "一是", "二是"))


def test_full_output_shows_places_and_headings(recto: Recto, report_path: str) -> None:
    out = recto("check", "--output-format", "full", report_path).out
    assert (
        "examples/township-report-2021.txt:31:3: error: "
        "The title says “大章镇”, here it says “纸房镇” (both belong to 嵩县). [gongwen.name-mismatch]\n"
        "   ┆ 一、总体情况 › (四) 政府信息管理情况\n"
        "31 │ 依托纸房镇党政办公室，建立统一的政府信息资源库，纸政、纸发等规范性文件统一通…\n"
        "   │     ^^^^^^\n"
        "   ├ examples/township-report-2021.txt:3:1: the name that the document is about\n"
        " 3 │ 大章镇人民政府2021年政府信息公开工作年度报告\n"
        "   │ ------\n"
        "   = Check which of the two is right, and correct the other.\n"
    ) in out

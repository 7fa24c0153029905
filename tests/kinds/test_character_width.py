"""Half-width marks in Chinese text: what is told one by one, together, or as a hint."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Recto, Write

LINE = "各村要备齐手续,于月底前上报，不得拖延，也不得瞒报。\n\n"


def width(recto: Recto, path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(
        recto("check", "--select", "zh.width", "--output-format", "json", path).out
    )
    return [one for one in found if one["rule"] == "zh.width"]


def test_many_are_told_together(recto: Recto, write: Write) -> None:
    (found,) = width(recto, write("a.txt", LINE * 12))
    assert (found["line"], found["level"], len(found["related"])) == (1, "warning", 11)


def test_more_of_them_than_of_the_right_ones_are_a_hint(recto: Recto, write: Write) -> None:
    (found,) = width(recto, write("a.txt", LINE.replace("，", ",") * 2))
    assert (found["column"], found["level"], len(found["related"])) == (8, "suggestion", 5)


def test_a_mark_beside_figures_alone_is_theirs(recto: Recto, write: Write) -> None:
    assert not width(recto, write("a.txt", "坐标为12,35，比分是3:1。\n"))


def test_brackets_around_markup_are_told_and_not_mended(recto: Recto, write: Write) -> None:
    (found,) = width(recto, write("a.md", "附件(见**下表**)已经印发，请查收。\n"))
    assert found["message"].startswith("“(见下表)”")
    assert "fix" not in found


def test_brackets_within_brackets(recto: Recto, write: Write) -> None:
    found = width(recto, write("a.txt", "附件（共两份）已报送(含镇(街道)意见)。\n"))
    assert [one["column"] for one in found] == [11, 14]


def test_brackets_without_their_partner_are_another_matter(recto: Recto, write: Write) -> None:
    assert not width(recto, write("a.txt", "附件)已报送(见下。\n"))


def test_code_within_brackets_is_shown(recto: Recto, write: Write) -> None:
    (found,) = width(recto, write("a.md", "附件(见 `a.txt` 一表)已经印发，请查收。\n"))
    assert found["message"] == "“(见 a.txt 一表)” should be “（见 a.txt 一表）” in Chinese text."


def test_what_was_decoded_wrongly_is_not_read(recto: Recto, write: Write) -> None:
    assert not width(recto, write("a.txt", "各村要备齐手续,于月底前上报\ufffd。\n\n各村均已上报，不得瞒报。\n"))

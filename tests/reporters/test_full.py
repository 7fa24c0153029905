"""Carets stand under the place, whatever the width of the characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Recto, Write


RULE = "extends: existence\nmessage: 'found %s'\ntokens: [here, 此处]\n"


def picture(recto: Recto, write: Write, text: str) -> list[str]:
    write("styles/mine/here.yaml", RULE)
    path = write("a.txt", text)
    arguments = ("--rules-path", path.parent / "styles", "--output-format", "full", "--select", "mine.here", path)
    return recto("check", *arguments).lines[1:]


def test_wide_and_narrow_characters(recto: Recto, write: Write) -> None:
    assert picture(recto, write, "中文😀x here\n") == ["1 │ 中文😀x here", "  │         ^^^^", ""]
    assert picture(recto, write, "x此处\n") == ["1 │ x此处", "  │  ^^^^", ""]


def test_tabs_and_control_characters_are_shown_as_blanks(recto: Recto, write: Write) -> None:
    assert picture(recto, write, "a\x1b[31m here\n") == ["1 │ a [31m here", "  │        ^^^^", ""]


def test_a_long_line_is_cut_around_the_place(recto: Recto, write: Write) -> None:
    text = "，".join(["零一二三四五六七八九"] * 60) + "在此处" + "甲乙丙丁" * 100
    line, carets, _ = picture(recto, write, text)
    assert line.startswith("1 │ …")
    assert line.endswith("…")
    shown = line.removeprefix("1 │ ")
    before = shown.index("此处")
    narrow = shown[:before].count("…")
    assert carets == "  │ " + " " * (2 * before - narrow) + "^^^^"
    assert len(shown) < 60


def test_a_clean_document_prints_nothing(recto: Recto, write: Write) -> None:
    write("styles/mine/here.yaml", RULE)
    path = write("a.txt", "x\n")
    assert recto("check", "--output-format", "full", path).out == ""

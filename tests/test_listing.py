"""`recto rules` and `recto explain`, for people at a terminal and for programs."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest
from wcwidth import wcswidth

from linter.cli.listing import folded, page

if TYPE_CHECKING:
    from conftest import Recto, Write


@pytest.fixture
def terminal(recto: Recto, monkeypatch: pytest.MonkeyPatch) -> Recto:
    """The command on a terminal of 60 columns."""
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True, raising=False)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("NO_COLOR", "1")
    return recto


def test_a_line_a_rule_where_programs_read(recto: Recto) -> None:
    (line,) = recto("rules", "--pack", "links").lines
    assert line.startswith("links.name-mismatch  warning/suggestion        An entry made from the one beside it")


def test_by_packs_and_folded_where_people_read(recto: Recto) -> None:
    lines = recto("rules", "--output-format", "full", "--pack", "links", "--pack", "zh").lines
    assert lines[:2] == ["links · Links", "  links.name-mismatch  warning/suggestion"]
    assert "" in lines
    assert any(line.startswith("zh · ") for line in lines)


def test_a_terminal_gets_what_people_read(terminal: Recto) -> None:
    lines = terminal("rules", "--lang", "zh").lines
    assert lines[0] == "annual-report · 政府信息公开工作年度报告"
    assert all(wcswidth(line) <= 60 for line in lines)
    lines = terminal("explain", "--lang", "zh", "gongwen.wording").lines
    assert lines[0] == "gongwen.wording"
    assert "- 类别：substitution" in lines
    assert "    截止2020年底，共公开信思68余条，参加50多余人，投入约30万元左右，于3月l日完成。" in lines


def test_colours_where_they_are_wanted(recto: Recto, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    out = recto("rules", "--output-format", "full", "--pack", "links").out
    assert "\x1b[1mlinks.name-mismatch\x1b[0m  \x1b[1;33mwarning\x1b[0m/\x1b[1;36msuggestion\x1b[0m" in out


def test_names_alone(recto: Recto) -> None:
    assert recto("rules", "--output-format", "names", "--pack", "links").out == "links.name-mismatch\n"


def test_rules_for_programs(recto: Recto) -> None:
    (row,) = json.loads(recto("rules", "--output-format", "json", "--pack", "links").out)
    assert row == {
        "rule": "links.name-mismatch",
        "pack": "links",
        "kind": "neighbour-link",
        "level": {"likely": "warning", "hint": "suggestion"},
        "description": "An entry made from the one beside it often keeps a link of its neighbour's.",
        "help": "Check which of the two the link belongs to, and correct the other.",
        "source": "",
        "url": "",
        "across": False,
        "formerly": [],
    }


def test_the_configuration_of_reports_is_not_that_of_lists(recto: Recto, write: Write) -> None:
    config = write("recto.yaml", "output-format: sarif\n")
    assert recto("rules", "--config", config, "--pack", "links").out.startswith("links.name-mismatch  ")


def test_a_pack_without_a_title(recto: Recto, write: Write) -> None:
    path = write("styles/mine/very.yaml", "extends: existence\nmessage: x\ntokens: [very]\n")
    write("styles/mine/pack.yaml", "applies: [{language: en}]\n")
    arguments = ("--rules-path", path.parent.parent, "--pack", "mine", "--output-format", "full")
    assert recto("rules", *arguments).out == "mine\n  mine.very  warning\n"


def test_markdown_as_people_read_it() -> None:
    markdown = "# a.rule\n\n- **Level**: `warning`\n\n````text\n```sh\n**x**\n```\n````\n\nSome `code` here.\n"
    assert page(markdown, is_coloured=False) == (
        "a.rule\n\n- Level: warning\n\n    ```sh\n    **x**\n    ```\n\nSome code here.\n"
    )
    assert "\x1b[1mLevel\x1b[0m: \x1b[1;36mwarning\x1b[0m" in page(markdown, is_coloured=True)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("one two three", ["one two", "three"]),
        ("extraordinarily long", ["extraordinarily", "long"]),
        ("甲乙丙丁，戊己", ["甲乙丙", "丁，戊己"]),
        ("甲乙“丙丁”戊", ["甲乙“丙", "丁”戊"]),
        ("见GBK/T，另行", ["见", "GBK/T，", "另行"]),
    ],
)
def test_no_line_is_wider_than_the_terminal_nor_begins_with_a_closing_mark(text: str, lines: list[str]) -> None:
    assert list(folded(text, 8)) == lines

"""Colours where they are wanted, and statistics."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest

from linter.outside.environment import wants_colour
from linter.rows.terminal import plain

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Recto, Write

RULE = "extends: existence\nlevel: {level}\nmessage: 'found %s'\ntokens: [{token}]\n"
SGR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def path(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A document with two warnings and an error; no variable speaks of colours."""
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    write("styles/mine/here.yaml", RULE.format(level="warning", token="here"))
    write("styles/mine/there.yaml", RULE.format(level="error", token="there"))
    write("recto.yaml", "rules-path: [styles]\nselect: [mine]\n")
    return write("a.txt", "It is here and here.\n\nAnd there.\n")


@pytest.mark.parametrize("output_format", ["full", "grouped", "concise"])
def test_colours_change_nothing_but_colours(recto: Recto, path: Path, output_format: str) -> None:
    bare = recto("check", "--output-format", output_format, path)
    assert "\x1b" not in bare.out
    coloured = recto("check", "--color", "always", "--output-format", output_format, path).out
    assert "\x1b[1;31m" in coloured
    assert "\x1b[1;33m" in coloured
    assert SGR.sub("", coloured) == bare.out


@pytest.mark.parametrize("output_format", ["vim", "emacs", "json", "github", "sarif"])
def test_what_programs_read_has_no_colours(recto: Recto, path: Path, output_format: str) -> None:
    assert "\x1b" not in recto("check", "--color", "always", "--output-format", output_format, path).out


def test_a_terminal_has_colours(recto: Recto, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert "\x1b[1;33m^^^^\x1b[0m" in recto("check", path).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\n  │       ^^^^\n" in recto("check", path).out


def test_a_file_has_colours_only_when_asked(
    recto: Recto, path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    file = tmp_path / "report"
    recto("check", "--output-format", "full", "-o", file, path)
    assert "\x1b" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("choice", "variables", "is_terminal", "wanted"),
    [
        ("", {}, True, True),
        ("", {}, False, False),
        ("auto", {}, True, True),
        ("", {"TERM": "dumb"}, True, False),
        ("", {"NO_COLOR": "1"}, True, False),
        ("", {"NO_COLOR": ""}, True, True),
        ("", {"FORCE_COLOR": "1"}, False, True),
        ("", {"FORCE_COLOR": "0"}, True, False),
        ("", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
@pytest.mark.usefixtures("path")
def test_who_decides_on_colours(
    monkeypatch: pytest.MonkeyPatch, choice: str, variables: dict[str, str], *, is_terminal: bool, wanted: bool
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert wants_colour(choice, is_terminal=is_terminal) == wanted


def test_options_may_stand_in_a_variable(recto: Recto, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECTO_COLOR", "always")
    monkeypatch.setenv("RECTO_QUIET", "1")
    result = recto("check", path)
    assert "\x1b[1;33m" in result.out
    assert result.err == ""


def test_what_is_not_seen_is_a_blank() -> None:
    assert plain("a\tb\x1b\x9b\u202e\u2028\ud800\u200b") == "a b      "
    kept = "中文\u3000😀\U000f0000\U0002ebf0 क\u200dष"  # a letter of a font's own, a rare one, one that is joined
    assert plain(kept) == kept


def test_statistics_stand_in_the_place_of_the_report(recto: Recto, path: Path) -> None:
    result = recto("check", "--statistics", path)
    assert result.lines == ["2  warning  mine.here", "1  error    mine.there"]
    assert result.status == 1
    assert result.err == "3 diagnostics in 1 file (1 error, 2 warnings)\n"
    coloured = recto("check", "--statistics", "--color", "always", path).out
    assert SGR.sub("", coloured) == result.out != coloured


def test_statistics_stand_beside_a_report_for_programs(recto: Recto, path: Path) -> None:
    report = recto("check", "--output-format", "json", path)
    result = recto("check", "--output-format", "json", "--statistics", "--color", "always", path)
    assert result.out == report.out
    assert result.err == "2  warning  mine.here\n1  error    mine.there\n"


def test_statistics_of_nothing(recto: Recto, write: Write) -> None:
    assert recto("check", "--statistics", "-q", write("b.txt", "Nothing.\n")) == (0, "", "")

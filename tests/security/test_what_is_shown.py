"""Names of files, texts and rules that would drive a terminal or a build's log."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from linter.reporters import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Recto, Write

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such names there")

NAME = os.fsdecode(b"a\x1b[31m\xc2\x9b\r\n::error::\xe2\x80\xae\xff.md")
UNSEEN = set("\x1b\x9b\r\x07\u202e\u2066")
RULE = 'extends: existence\nmessage: "\\e]0;%s\\a"\nhelp: "\\e[2J"\ndescription: "\\u202e"\ntokens: [very]\n'


@pytest.fixture
def folder(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / NAME).write_text("# Pumps\n\nA very\x1b[31m\x9b\u202e good pump.\n", encoding="utf-8")
    write("styles/mine/rule.yaml", RULE + 'tests:\n- {name: "\\e", input: "very\\e", want: ["\\e"]}\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("output_format", FORMATS)
def test_a_report(folder: Path, recto: Recto, output_format: str) -> None:
    result = recto("check", "-v", "--rules-path", "styles", "--output-format", output_format, ".")
    assert result.status == 1
    assert not UNSEEN & set(result.err)
    assert "\n::" not in result.err
    if output_format != "html":  # which a browser shows, and no terminal
        assert not UNSEEN & set(result.out)
    if output_format == "github":
        assert all(line.startswith(("::notice file=a", "::warning file=a")) for line in result.lines)
    assert folder.is_dir()


@pytest.mark.parametrize(
    "words",
    [
        ("check", f"no{NAME}"),
        ("check", "--config", NAME, "."),
        ("check", "--rules-path", NAME, "."),
        ("check", "--baseline", NAME, "."),
        ("check", "--select", NAME, "."),
        ("check", f"--{NAME}"),
        ("baseline", "--", f"no{NAME}"),
        ("explain", NAME),
        (NAME,),
    ],
    ids=lambda words: " ".join(words[:2]).encode("unicode_escape").decode(),
)
def test_a_complaint(folder: Path, recto: Recto, words: tuple[str, ...]) -> None:
    result = recto(*words)
    assert result.status == 2
    assert not UNSEEN & set(result.out + result.err)
    assert "\n::" not in result.out + result.err
    assert folder.is_dir()


@pytest.mark.parametrize(
    "words", [("rules",), ("explain", "mine.rule"), ("test", "styles")], ids=lambda words: words[0]
)
def test_what_is_said_of_rules(folder: Path, recto: Recto, words: tuple[str, ...]) -> None:
    options = () if words[0] == "test" else ("--rules-path", "styles")
    result = recto(*words, *options)
    assert "mine.rule" in result.out
    assert not UNSEEN & set(result.out + result.err)
    assert folder.is_dir()


@pytest.mark.parametrize("name", ["mi\x1bne/rule.yaml", "mine/ru\u202ele.yaml", "mi\nne/pack.yaml"])
def test_a_rule_whose_name_cannot_be_printed(folder: Path, recto: Recto, write: Write, name: str) -> None:
    write(f"more/{name}", RULE)
    result = recto("check", "--statistics", "--rules-path", "more", ".")
    assert result.status == 2
    assert "a name that cannot be printed; rename it" in result.err
    assert not UNSEEN & set(result.out + result.err)
    assert folder.is_dir()

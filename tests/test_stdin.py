"""Standard input, as editors and pipes use it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest
    from conftest import Recto

TWICE = "# A\n\n## 一、基本情况\n\n## 一、基本情况\n\n本年度共受理来信三十二件。\n"


class Input:
    """Standard input that holds these bytes."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_it_is_linted_as_the_file_that_it_would_be(recto: Recto, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Input(TWICE.encode()))
    result = recto("check", "-", "--stdin-filename", "docs/a.md")
    assert result.status == 1
    assert result.lines[0].startswith("docs/a.md:5:4: error: “一、基本情况” stands at line 3 already")


def test_without_a_name_it_is_plain_text(recto: Recto, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Input("一、甲\n\n一、甲\n\n正文。\n".encode()))
    assert recto("check", "-").lines[0].startswith("-:3:1: error")


def test_what_is_no_text_is_told(recto: Recto, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Input(b"\0"))
    result = recto("check", "-")
    assert result.status == 2
    assert result.lines == ["-:1:1: error: A binary file. [recto.unreadable]"]

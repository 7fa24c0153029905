"""Offsets, lines and columns."""

from __future__ import annotations

import pytest

from linter.document import Block, Document, Run
from linter.fixes.edits import fixed_text
from linter.outside.environment import message_language
from linter.rule import in_language
from linter.source import Position, Source, Span


def test_columns_count_characters_bytes_and_utf16_units() -> None:
    source = Source("a.txt", "a\r\n中😀x\n")
    assert source.position(source.text.index("x")) == Position(2, 3, 8, 4)


def test_columns_far_into_a_long_line_in_whatever_order() -> None:
    text = "short\n" + "a中😀" * 3000
    source = Source("a.txt", text)
    for offset in (9000, 6, 5000, 1030, 4000, len(text)):
        before = text[6:offset]
        sizes = (len(before) + 1, len(before.encode()) + 1, len(before.encode("utf-16-le")) // 2 + 1)
        assert source.position(offset) == Position(2, *sizes)


def test_lines_end_at_a_line_feed_alone() -> None:
    source = Source("a.txt", "a\rb\fc\x85d\u2028e\r\nf")
    assert source.line_span(1) == Span(0, 9)
    assert source.line_span(2) == Span(11, 12)
    assert source.position(12).line == 2


def test_a_place_between_two_characters() -> None:
    block = Block(
        ("paragraph",),
        "ab c",
        (Run(0, 5, 2, verbatim=True), Run(2, 7, 3, verbatim=False), Run(3, 10, 1, verbatim=True)),
    )
    assert block.locate(1, 1) == Span(6, 6)
    assert block.locate(0, 3) == Span(5, 10)
    assert block.locate(2, 4) == Span(7, 11)


def test_an_offset_before_all_blocks_is_in_none() -> None:
    source = Source("a.txt", "\n\nab\n\n")
    document = Document(source, None, (Block(("paragraph",), "ab", (Run(0, 2, 2, verbatim=True),)),), ())
    assert document.block_at(0) is None
    assert document.block_at(3) == 0
    assert document.block_at(6) is None
    assert document.path_to(0) == ()
    assert document.section_of(0) is None


def test_without_fixes_the_text_stays() -> None:
    assert fixed_text(Source("a.txt", "ab\r\n"), [], unsafe=True) == "ab\r\n"


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ({"LC_ALL": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW"}, "zh"),
        ({"LC_ALL": "C", "LANG": "zh_CN"}, "en"),
        ({}, "en"),
    ],
    ids=["LC_ALL", "LANG", "LC_ALL wins", "none"],
)
def test_the_language_of_messages(monkeypatch: pytest.MonkeyPatch, locale: dict[str, str], language: str) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in locale.items():
        monkeypatch.setenv(name, value)
    assert message_language() == language


def test_words_in_another_language_are_better_than_none() -> None:
    assert in_language({"zh": "甲"}, "en") == "甲"
    with pytest.raises(LookupError):
        in_language({}, "en")

"""The language of a text is told by its script."""

from __future__ import annotations

import pytest

from linter.engines.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("今年修建水渠三条，受益农田两千亩。", "zh", id="chinese"),
        pytest.param("使用Python编写程序和文档", "zh", id="chinese-with-a-latin-word"),
        pytest.param("水路を三本つくりました。", "ja", id="japanese"),
        pytest.param("올해 수로를 세 개 만들었습니다.", "ko", id="korean"),
        pytest.param("Three channels were built this year.", "en", id="english"),
        pytest.param("The word 水渠 means channel.", "en", id="english-with-two-han-characters"),
        pytest.param("The word みず means water in that language", "en", id="english-with-kana"),
        pytest.param("1234 — 5678", "und", id="digits"),
        pytest.param("Три канала", "und", id="a-script-that-is-not-told"),
        pytest.param("", "und", id="nothing"),
    ],
)
def test_language_is_told_by_script(text: str, language: str) -> None:
    assert language_of(text) == language


def test_only_the_beginning_of_a_long_text_is_looked_at() -> None:
    assert language_of("水" * 20_000 + " word" * 30_000) == "zh"

"""Syllables of English words."""

from __future__ import annotations

import pytest

from linter.engines.syllables import syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("it", 1), ("late", 1), ("wanted", 2), ("boxes", 2), ("makes", 1), ("people", 2), ("People", 2),
        ("cafe", 2), ("understand", 3), ("undone", 2), ("biology", 4), ("carefully", 3), ("table", 2), ("nation", 2),
        ("readability", 5), ("rhythm", 2), ("汉", 1), ("мир", 1), ("x" * 100_000, 1),
    ],
)  # fmt: skip
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count

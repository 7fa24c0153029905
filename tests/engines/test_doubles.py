"""What stands twice in direct succession."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.engines.doubles import Double, doubled_characters, doubles, texts_with_doubled_words


@pytest.mark.parametrize(
    ("sequence", "found"),
    [
        ("abc", []),
        ("abb", [(1, 1, 2)]),
        ("aaab", [(0, 1, 3)]),
        ("ababc", [(0, 2, 2)]),
        ("xabcabcy", [(1, 3, 2)]),
        ("xabcabca", [(1, 3, 2, 1)]),
        ("abcdabcd", []),
        ("aabbaabb", [(0, 1, 2), (2, 1, 2), (4, 1, 2), (6, 1, 2)]),
        ("bcbcaa", [(0, 2, 2), (4, 1, 2)]),
        ("", []),
    ],
)
def test_doubles(sequence: str, found: list[tuple[int, ...]]) -> None:
    assert doubles(sequence, 3) == [Double(*one) for one in found]


@given(st.text("ab", max_size=30))
def test_each_double_is_one_piece_again_and_again_and_none_overlap(sequence: str) -> None:
    last = 0
    for double in doubles(sequence, 4):
        piece = sequence[double.start : double.start + double.length]
        assert sequence[double.start : double.end] == piece * double.times
        assert double.times > 1
        assert double.start >= last
        last = double.end


@given(st.lists(st.text("ab .,", max_size=12), max_size=5))
def test_no_text_with_doubled_words_is_missed(texts: list[str]) -> None:
    spaced = {number for number, text in enumerate(texts) if doubles(text.replace(",", " ").split(), 3)}
    dotted = {number for number in spaced if "." in texts[number]}
    assert spaced - dotted <= texts_with_doubled_words(texts, 3)


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["the pump", "The the pump, the shed", "in it (in it)"], {1, 2}),
        (["the pump.", "pump the"], set()),
        (["It runs. It runs. So", "12 12", "é\u00e8 é\u00e8"], {0, 2}),
        (["one one two two", "two"], {0}),
        ([], set()),
        (["a \0x", "pump"], {0, 1}),
    ],
)
def test_texts_with_doubled_words(texts: list[str], found: set[int]) -> None:
    assert texts_with_doubled_words(texts, 2) == found


def test_doubled_characters() -> None:
    assert list(doubled_characters("我们已经检修了检修了，看看")) == ["检修了", "看"]
    assert not list(doubled_characters("the the"))

"""Title Case and sentence case."""

from __future__ import annotations

import pytest

from linter.engines.letter_case import case_of, in_case, telling_words

SMALL = ("and", "of", "the")


@pytest.mark.parametrize(
    ("text", "words", "case"),
    [
        ("How to water the garden", "to water garden", "sentence"),
        ("Wells and Springs of the Garden", "Springs Garden", "title"),
        ("Wells and springs of the Garden", "springs Garden", None),
        ("Wells", "", None),
        ("The API of HTTP/2 and x86", "", None),
        ("Story 1: Water, gate - House", "gate", "sentence"),
        ("Pumps (Old and New) “In April” run-in text Half-Done", "run text Half", None),
        ("Our Old Key Derivation Function (KDF)", "Old", "title"),
        ("Old Key Words of it (KDF)", "Key Words it", None),
        ("A don't b  they’re here", "don they here", "sentence"),
        ("Why? Because", "", None),
        ("Pumps in the house（水泵）", "in house", "sentence"),
        ("从 logits 到概率", "", None),
    ],
)
def test_the_words_that_tell(text: str, words: str, case: str | None) -> None:
    found = list(telling_words(text, 0, SMALL))
    assert " ".join(word.text for word in found) == words
    assert all(text[word.start : word.end] == word.text for word in found)
    assert case_of(found) == case


def test_an_ordinal_is_no_first_word() -> None:
    assert [word.text for word in telling_words("2. Wells below", 3, ())] == ["below"]


@pytest.mark.parametrize(
    ("case", "written"), [("title", "How To Water the Garden"), ("sentence", "How to water the garden")]
)
def test_written_in_another_case(case: str, written: str) -> None:
    text = "How to Water the garden"
    assert in_case(text, list(telling_words(text, 0, SMALL)), case) == written

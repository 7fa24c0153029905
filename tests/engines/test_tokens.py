"""Words as a spelling checker takes them."""

from __future__ import annotations

import pytest

from linter.engines.tokens import tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One, (two) [three]: “four” $five!", ["One", "two", "three", "four", "five"]),
        ("Don’t say 'it' 12 --", ["Don't", "say", "it"]),
        ("使用recieve接口（API）。", ["recieve", "API"]),
        ("\ufffc and \ufffcs", ["and"]),
        ("read-only a/b", ["read-only", "a/b"]),
        ("x" * 65, []),
        ("", []),
    ],
    ids=["marks", "apostrophes", "Han parts words", "code", "joined words", "no word is so long", "nothing"],
)
def test_tokens(text: str, words: list[str]) -> None:
    found = list(tokens(text))
    assert [token.word for token in found] == words
    assert [text[token.start : token.end].replace("’", "'") for token in found] == words

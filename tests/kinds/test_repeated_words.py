"""repetition with the keys that no built-in rule sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Check


@pytest.mark.parametrize(
    ("keys", "text", "said"),
    [
        ("tokens: ['[^\\s]+']", "12 12 pumps", ["1:1: warning: 12 twice"]),
        ("tokens: ['[^\\s]+']\nalpha: true", "12 12 pumps", []),
        ("tokens: ['\\w+']\nalpha: true", "12 12 pumps pumps", ["1:7: warning: pumps twice"]),
        ("tokens: ['\\w+']", "Pump pump", []),
        ("tokens: ['\\w+']\nignorecase: true", "Pump pump", ["1:1: warning: Pump twice"]),
        ("tokens: ['\\w+']", "so, so", []),
        ("tokens: ['\\w+']", "so so so", ["1:1: warning: so twice"]),
        ("tokens: ['\\w+']\nexceptions: [^so]", "so so", []),
        ("tokens: [进行]", "正在进行进行检修", ["1:3: warning: 进行 twice"]),
        ("tokens: ['\\w+']\nlongest: 2", "one two one two", ["1:1: warning: one two twice"]),
        ("tokens: ['\\w+']\nlongest: 2", "one two three one two three", []),
        ("tokens: ['\\w+']\nlongest: 2", "one two, one two", []),
        ("tokens: ['\\w+']\nlongest: 3", "one two. one two. one", ["1:1: warning: one two. twice"]),
        ("tokens: ['\\p{Han}']\nlongest: 3\nalpha: true", "已经检修了检修了", ["1:3: warning: 检修了 twice"]),
        ("tokens: ['[ぁ-ん]+?']\nlongest: 2\nalpha: true", "するする", ["1:1: warning: する twice"]),
        ("tokens: ['\\w+']\nallow: [so so good]", "so so good, so so", ["1:13: warning: so twice"]),
    ],
    ids=[
        "any", "letters alone", "numbers among letters", "case", "no case", "a comma between", "three", "exceptions", "nothing between",
        "a phrase", "too long", "a comma within", "a sentence", "Han", "Kana", "allowed text",
    ],
)  # fmt: skip
def test_repetition(check: Check, keys: str, text: str, said: list[str]) -> None:
    assert check(f"extends: repetition\nmessage: '%s twice'\n{keys}\n", text) == said


GRADES = """extends: repetition
level: {sure: error, likely: warning, hint: suggestion}
message: '%s twice'
tokens: ['\\w+']
sure: [the]
likely: ['[a-z]+']
hint: ['[A-Z]+']
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the the pump", ["1:1: error: the twice"]),
        ("pump pump", ["1:1: warning: pump twice"]),
        ("OK OK", ["1:1: suggestion: OK twice"]),
        ("OK OK, then OK OK", []),
        ("12 12", []),
    ],
    ids=["sure", "likely", "hint", "a word", "none"],
)
def test_the_rule_says_how_sure_a_repetition_is(check: Check, text: str, said: list[str]) -> None:
    assert check(GRADES, text) == said

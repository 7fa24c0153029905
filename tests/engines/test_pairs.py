"""Marks that come in pairs."""

from __future__ import annotations

import pytest

from linter.engines.pairs import unpaired

PAIRS = ("（）", "()", "【】", "[]", "《》", "“”")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("(a [b] c)", []),
        ("(a", [(0, "unclosed", ")")]),
        ("alone)", [(5, "unopened", "(")]),
        ("《甲（乙》丙）", [(2, "crossed", "）")]),
        ("《甲（乙》丙", [(2, "unclosed", "）")]),
        ("（甲)", [(2, "mixed", "）")]),
        ("包括：1）甲；2）乙", []),
        ("（包括：1）甲；2）乙）", []),
        ("i) one, ii) two", []),
        ("see [0, 1) or (0, 1]", []),
        ("see [0, 1) (or", [(11, "unclosed", ")")]),
        ("happy :-) or sad :(", []),
        ("(see http://a.org/b_(c))", []),
        ("see http://a.org/b_(c)) now", [(22, "unopened", "(")]),
        ("costs $a)b$ or \\(", []),
    ],
)
def test_unpaired(text: str, found: list[tuple[int, str, str]]) -> None:
    assert unpaired(text, PAIRS) == found

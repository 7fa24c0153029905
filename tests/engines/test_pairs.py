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
        ("1.) one, 1a) two (always 12s) or 36s)", [(36, "unopened", "(")]),
        ("*) a footnote", []),
        ("a *) b", [(3, "unopened", "(")]),
        ("see [0, 1) or (0, 1]", []),
        ("see [0, 1) (or", [(11, "unclosed", ")")]),
        ("in ]0,2] or ]0, 2[ or [a, b[", []),
        ("(10kb - 25kb] and [1 kb–2 kb)", []),
        ("in [0, n-1) or [0, n-(h-1)), so", []),
        ("a (float, range (0, 1.0], default 0.9) or", []),
        ("a [b, c[0] or", [(2, "unclosed", "]")]),
        ("since v1.13) and", [(11, "unopened", "(")]),
        ("happy :-) or sad :(", []),
        ("glad :) (see the docs ;) and (thanks ;)", []),
        ("(see the docs ;) and (more", [(21, "unclosed", ")")]),
        ("(see http://a.org/b_(c))", []),
        ("see http://a.org/b_(c)) now", [(22, "unopened", "(")]),
        ("costs $a)b$ or \\(", []),
    ],
)
def test_unpaired(text: str, found: list[tuple[int, str, str]]) -> None:
    assert unpaired(text, PAIRS) == found

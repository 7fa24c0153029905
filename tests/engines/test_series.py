"""What comes next in a series of ordinals, and where a series breaks."""

from __future__ import annotations

import pytest

from linter.engines.ordinals import parse_ordinal
from linter.engines.series import breaks, following, han_text, renumbered, roman_text


@pytest.mark.parametrize(
    ("ordinal", "expected"),
    [
        ("一、x", "二、"),
        ("（十） x", "（十一）"),
        ("(3)x", "(4)"),
        ("1.9 x", "1.10"),
        ("⑳x", "㉑"),
        ("第十九章 x", "第二十章"),
        ("第3节 x", "第4节"),
        ("IV. x", "V."),
        ("Part IX x", "Part X"),
        ("Appendix A x", "Appendix B"),
        ("b) x", "c)"),
        ("B. x", "C."),
    ],
)
def test_following(ordinal: str, expected: str) -> None:
    parsed = parse_ordinal(ordinal)
    assert parsed
    assert following(parsed) == expected


@pytest.mark.parametrize(
    ("ordinal", "number", "expected"), [("二、x", 1, "一、"), ("C. x", 1, "A."), ("Part III x", 1, "Part I")]
)
def test_renumbered(ordinal: str, number: int, expected: str) -> None:
    parsed = parse_ordinal(ordinal)
    assert parsed
    assert renumbered(parsed, number) == expected


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "一"), (10, "十"), (20, "二十"), (21, "二十一"), (100, "一百"), (103, "一百零三"), (115, "一百一十五")],
)
def test_chinese_numerals(number: int, text: str) -> None:
    assert han_text(number) == text


def test_roman_numerals() -> None:
    assert [roman_text(number) for number in (4, 9, 48, 99)] == ["IV", "IX", "XLVIII", "XCIX"]


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ([1, 2, 4, 5], [(2, "gap")]),
        ([1, 2, 2, 3], [(2, "repeat")]),
        ([1, 2, 3, 1, 2], [(3, "restart")]),
        ([1, 2, 2, 4], [(2, "repeat")]),
        ([1, 2, 4, 3, 5], [(2, "gap")]),
        ([1, 2, 1, 3], [(2, "restart")]),
        ([1, 2, 3, 4, 3, 4], [(4, "back")]),
        ([7, 8, 9], []),
        ([1, 1, 1], []),
        ([2, 5, 9], []),
        ([3], []),
        ([1, 3], [(1, "gap")]),
        ([1, 4], []),
        ([2, 4], []),
    ],
    ids=[
        "gap",
        "repeat",
        "restart",
        "one wrong",
        "two swapped",
        "one put in",
        "back",
        "another start",
        "always 1",
        "an excerpt",
        "one",
        "a pair",
        "too far",
        "a pair of others",
    ],
)
def test_breaks(values: list[int], found: list[tuple[int, str]]) -> None:
    assert breaks(values) == found

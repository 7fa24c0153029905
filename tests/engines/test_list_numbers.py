from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.engines.list_numbers import Level, List, ListCounter, written
from linter.engines.ordinals import han_number


@pytest.mark.parametrize(
    ("number_format", "values"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {1: "01", 12: "12", 100: "100"}),
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九"}),
        ("chineseCountingThousand", {101: "一百零一", 110: "一百一十", 1001: "一千零一", 1010: "一千零一十", 2000: "二千"}),
        ("japaneseCounting", {12: "十二"}),
        ("ideographDigital", {0: "〇", 10: "一〇", 23: "二三"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {12: "亥"}),
        ("ideographZodiacTraditional", {1: "甲子", 61: "甲子"}),
        ("upperRoman", {4: "IV", 1994: "MCMXCIV", 0: "0", 4000: "4000"}),
        ("lowerRoman", {9: "ix"}),
        ("upperLetter", {1: "A", 27: "AA", 28: "BB", 781: "781"}),
        ("lowerLetter", {26: "z", 0: "0"}),
        ("decimalEnclosedCircle", {1: "①", 50: "㊿", 51: "51"}),
        ("decimalEnclosedCircleChinese", {3: "③"}),
        ("decimalFullWidth", {12: "１２"}),
        ("none", {1: ""}),
        ("bullet", {1: ""}),
        ("klingonCounting", {7: "7"}),
        ("chineseCounting ", {-1: "-1"}),
        ("chineseCounting", {0: "0", 10000: "10000"}),
    ],
)  # fmt: skip
def test_numbers_as_word_writes_them(number_format: str, values: dict[int, str]) -> None:
    assert {value: written(value, number_format) for value in values} == values


@given(st.integers(1, 9999))
def test_a_chinese_number_is_read_again(value: int) -> None:
    assert han_number(written(value, "chineseCountingThousand")) == value


OUTLINE = {
    0: Level(text="%1、", number_format="chineseCounting"),
    1: Level(text="（%2）", number_format="chineseCounting"),
    2: Level(text="%3."),
}


def drawn(levels: dict[int, Level], *depths: int, starts: dict[int, int] | None = None) -> list[str]:
    counter, numbers = ListCounter(), List("a", "s", levels, starts or {})
    return [counter.next(numbers, depth) for depth in depths]


def test_a_lower_level_begins_anew_under_each_higher_one() -> None:
    assert drawn(OUTLINE, 0, 1, 1, 2, 2, 1, 2, 0, 1) == [
        "一、", "（一）", "（二）", "1.", "2.", "（三）", "1.", "二、", "（一）",
    ]  # fmt: skip


def test_numbers_of_several_levels_stand_together() -> None:
    levels = {
        0: Level(text="%1", number_format="upperRoman"),
        1: Level(text="%1.%2"),
        2: Level(text="%1.%2.%3", legal=True),
    }
    assert drawn(levels, 0, 1, 1, 2) == ["I", "I.1", "I.2", "1.2.1"]


def test_a_level_that_is_left_out_counts_as_begun() -> None:
    assert drawn({0: Level(text="%1"), 1: Level(text="%1.%2")}, 1, 1, 0) == ["1.1", "1.2", "2"]
    assert drawn(OUTLINE, 0, 2, 1, 2) == ["一、", "1.", "（二）", "1."]


@pytest.mark.parametrize(
    ("restart", "said"),
    [(None, ["1", "2", "1", "1"]), (0, ["1", "2", "3", "4"]), (1, ["1", "2", "3", "1"])],
    ids=["after any", "never", "after the first"],
)
def test_where_a_level_begins_anew(restart: int | None, said: list[str]) -> None:
    levels = {0: Level(), 1: Level(), 2: Level(text="%3", restart=restart)}
    assert [text for text in drawn(levels, 0, 1, 2, 2, 1, 2, 0, 1, 2) if text] == said


def test_a_list_goes_on_with_another_of_its_sequence_unless_it_has_a_start() -> None:
    levels = {0: Level(text="%1.")}
    one, other, third = List("1", "s", levels, {}), List("2", "s", levels, {0: 5}), List("3", "t", levels, {})
    counter = ListCounter()
    said = [counter.next(numbers, 0) for numbers in (one, one, other, other, one, third)]
    assert said == ["1.", "2.", "5.", "6.", "7.", "1."]


def test_a_level_that_is_not_defined_has_no_ordinal() -> None:
    assert drawn({0: Level(text="%1%4")}, 3, 0) == ["", "11"]

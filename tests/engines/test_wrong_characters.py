"""Characters put for others that sound or look like them."""

from __future__ import annotations

import pytest

from linter.engines.wrong_characters import Slip, WrongCharacters

WORDS = WrongCharacters(
    slips=[("管理", "管里 惯理"), ("责任", "责认")],
    phrases=[("持之以恒",), ("故步自封", "固步自封"), ("自主创业",)],
    alike=[("zhi", "之知"), ("gu", "故固顾"), ("zhu", "主住")],
    words=lambda: [("习", "惯"), ("认", "为"), ("地", "自")],
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("加强管里。", [Slip(2, 4, "管理")]),
        ("压实责认", [Slip(2, 4, "责任")]),
        ("习惯理应如此，职责认为", []),
        ("持知以恒", [Slip(0, 4, "持之以恒")]),
        ("持他以恒，持之以恒，持知已恒，以恒", []),
        ("固步自封，顾步自封", [Slip(5, 9, "故步自封")]),
        ("属地自住创业，自住创业", [Slip(2, 6, "自主创业"), Slip(7, 11, "自主创业")]),
        ("管", []),
    ],
    ids=["a word", "at the end", "other words", "a phrase", "not like it", "right as well", "in a phrase", "too short"],
)
def test_find(text: str, found: list[Slip]) -> None:
    assert sorted(WORDS.find(text)) == found


def test_a_first_character_that_ends_a_word_before_it_is_no_slip() -> None:
    words = WrongCharacters([], [("属地管理",)], [("shu", "属主")], lambda: [("自", "主")])
    assert not list(words.find("自主地管理"))
    assert list(words.find("主地管理")) == [Slip(0, 4, "属地管理")]

import pytest

from linter.engines.sounds import sound_alike


@pytest.mark.parametrize("pair", ["男南", "景井", "渡度", "驼陀", "乔桥"])
def test_characters_that_a_keyboard_offers_side_by_side_sound_alike(pair: str) -> None:
    assert sound_alike(*pair)


@pytest.mark.parametrize(
    ("one", "other"), [("门", "山"), ("南", "南"), ("庵", "奄"), ("圳", "a"), ("", "南"), ("南北", "南"), ("𠮷", "吉")]
)
def test_others_rare_ones_and_what_is_no_single_character_do_not(one: str, other: str) -> None:
    assert not sound_alike(one, other)

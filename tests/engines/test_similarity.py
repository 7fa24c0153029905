"""How alike two texts are, and where they differ."""

from __future__ import annotations

import pytest

from linter.engines.similarity import difference, similarity


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("修建水渠三条", "修建水渠三条", 1.0, id="equal"),
        pytest.param("水", "水", 1.0, id="equal-and-short"),
        pytest.param("", "", 1.0, id="equal-and-empty"),
        pytest.param("水", "渠", 0.0, id="too-short-for-a-piece"),
        pytest.param("abcd", "abce", 0.5, id="half-of-the-pieces"),
        pytest.param("修建水渠", "植树造林", 0.0, id="nothing-in-common"),
        pytest.param("abc", "abc" * 4, 0.0, id="lengths-too-far-apart"),
        pytest.param("aaaa", "aaa", 2 / 3, id="repeated-pieces-count"),
    ],
)
def test_similarity_is_the_share_of_common_pieces(one: str, other: str, expected: float) -> None:
    assert similarity(one, other) == pytest.approx(expected)
    assert similarity(other, one) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("柳河镇党委", "松山镇党委", ("柳河", "松山"), id="han-beginning"),
        pytest.param("修建水渠", "修建水库", ("渠", "库"), id="han-end"),
        pytest.param("水渠三条", "水渠条", ("三", ""), id="left-out"),
        pytest.param("the old house", "the odd house", ("old", "odd"), id="whole-words-with-a-shared-letter"),
        pytest.param("new stones", "new bones", ("stones", "bones"), id="whole-words-with-a-shared-end"),
        pytest.param("in 2021 and", "in 2024 and", ("2021", "2024"), id="whole-numbers"),
        pytest.param("planting", "watering", ("planting", "watering"), id="one-word-each"),
        pytest.param("same", "same", ("", ""), id="no-difference"),
        pytest.param("水水", "水水水", ("", "水"), id="repeated-character-is-shared-once"),
        pytest.param("", "new", ("", "new"), id="nothing-on-one-side"),
    ],
)
def test_difference_is_told_in_whole_words(one: str, other: str, expected: tuple[str, str]) -> None:
    assert difference(one, other) == expected


def test_digits_beside_han_are_words_of_their_own() -> None:
    assert difference("2021年度", "2021版本") == ("年度", "版本")

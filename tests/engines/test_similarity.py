"""How alike two texts are, and where they differ."""

from __future__ import annotations

import pytest

from linter.engines.similarity import difference, nearest, similarity


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("修建水渠三条", "修建水渠三条", 1.0, id="equal"),
        pytest.param("", "", 1.0, id="equal-and-empty"),
        pytest.param("水", "渠", 0.0, id="nothing-in-common"),
        pytest.param("abcd", "abce", 0.75, id="three-of-four"),
        pytest.param("abcd", "abcdefgh", 2 / 3, id="the-half-of-the-other"),
        pytest.param("ab" * 9_000, "ab" * 8_000 + "cd" * 1_000, 8 / 9, id="too-long-but-begun-alike"),
    ],
)
def test_similarity_is_the_share_of_what_stands_in_both(one: str, other: str, expected: float) -> None:
    assert similarity(one, other) == pytest.approx(expected)
    assert similarity(other, one) == pytest.approx(expected)


def test_what_is_less_than_wanted_is_nothing() -> None:
    assert similarity("abcd", "abce", 0.8) == 0.0
    assert similarity("abcd", "abcdefgh", 0.7) == 0.0
    assert similarity("ab" * 9_000, "ab" * 8_000 + "cd" * 1_000, 0.9) == 0.0


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


def test_the_nearest_of_some_names() -> None:
    assert nearest("depth-of-wells", ["cost", "depths-of-wells"], 0.7) == "depths-of-wells"
    assert not nearest("depth-of-wells", ["cost"], 0.7)
    assert not nearest("name1", [f"name{number}" for number in range(2000)], 0.7)
    assert not nearest("long" * 2000, ["cost"], 0.7)

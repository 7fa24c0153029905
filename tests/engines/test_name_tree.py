"""A tree of names tells which names there are and how two are related."""

from __future__ import annotations

import pytest

from linter.engines.name_tree import UNRELATED, NameTree, kinship

TREE = """\
# Invented places
东省
\t北市
\t\t柳县:山镇,河镇,柳林街道=柳林
\t\t松县:河镇,云雾山镇
\t南市
\t\t竹县:石镇
\t-
\t\t-:直镇,属镇

西省
\t西市:远镇
"""


@pytest.fixture(scope="module")
def tree() -> NameTree:
    return NameTree(TREE)


def test_a_name_is_read_with_all_its_parents(tree: NameTree) -> None:
    assert tree.readings("山镇") == [("东省", "北市", "柳县")]


def test_a_name_that_stands_twice_has_two_readings(tree: NameTree) -> None:
    assert tree.readings("河镇") == [("东省", "北市", "柳县"), ("东省", "北市", "松县")]


def test_a_parent_on_a_higher_level_closes_the_levels_below(tree: NameTree) -> None:
    assert tree.readings("远镇") == [("西省", "西市")]


@pytest.mark.parametrize("name", ["", "乌有镇", "-", "# Invented places"])
def test_what_is_no_name_in_the_tree_has_no_reading(tree: NameTree, name: str) -> None:
    assert tree.readings(name) == []


def test_parents_are_names_too(tree: NameTree) -> None:
    assert tree.readings("柳县") == [("东省", "北市")]
    assert tree.readings("东省") == [()]


def test_a_short_name_stands_for_the_full_one(tree: NameTree) -> None:
    assert tree.full_name("柳林") == "柳林街道"
    assert tree.short_names("柳林街道") == ["柳林"]
    assert tree.readings("柳林") == tree.readings("柳林街道") != []


def test_a_full_name_is_its_own(tree: NameTree) -> None:
    assert tree.full_name("山镇") == "山镇"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("前往石镇", "石镇", id="at-the-end"),
        pytest.param("云雾山镇", "云雾山镇", id="the-longest-wins"),
        pytest.param("山镇", "山镇", id="from-the-first-character-on"),
        pytest.param("山镇人", None, id="not-at-the-end"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_the_longest_name_before_a_place_is_found(tree: NameTree, text: str, found: str | None) -> None:
    start = tree.ending_at(text, len(text))
    assert (None if start is None else text[start:]) == found


def test_an_empty_tree_finds_nothing() -> None:
    assert NameTree("").ending_at("山镇", 2) is None


@pytest.mark.parametrize(
    ("one", "other", "degree", "parent"),
    [
        pytest.param("山镇", "河镇", "sibling", "柳县", id="same-county-in-one-reading"),
        pytest.param("山镇", "云雾山镇", "cousin", "北市", id="same-city"),
        pytest.param("山镇", "石镇", "relative", "东省", id="same-province"),
        pytest.param("柳县", "西省", "other-level", "", id="a-parent-and-no-parent"),
        pytest.param("北市", "西市", "unrelated", "", id="nothing-shared"),
        pytest.param("松县", "柳县", "sibling", "北市", id="parents-of-one-level"),
        pytest.param("直镇", "属镇", "sibling", "东省", id="shared-level-without-a-name"),
    ],
)
def test_two_names_are_as_near_as_their_nearest_parent(
    tree: NameTree, one: str, other: str, degree: str, parent: str
) -> None:
    assert kinship(tree.readings(one), tree.readings(other)) == (degree, parent)


def test_names_far_apart_in_a_deep_tree_are_relatives() -> None:
    assert kinship([tuple("abcdef")], [tuple("axyzuv")]) == ("relative", "a")


def test_a_name_without_readings_is_unrelated(tree: NameTree) -> None:
    assert kinship([], tree.readings("山镇")) == UNRELATED
    assert kinship(tree.readings("山镇"), []) == UNRELATED


def test_kinship_does_not_depend_on_who_is_asked_first() -> None:
    near, far = [("a", "b")], [("a", "b", "c")]
    assert kinship(near, far) == kinship(far, near)


@pytest.mark.parametrize(("text", "start", "end"), [("柳县山镇", 0, 2), ("柳县山镇", 2, 4), ("柳县", 1, None)])
def test_the_longest_name_from_a_place_on_is_found(tree: NameTree, text: str, start: int, end: int | None) -> None:
    assert tree.ending_of(text, start) == end

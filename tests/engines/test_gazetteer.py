"""Places at every level, as they are written."""

from __future__ import annotations

import pytest

from linter.engines.gazetteer import Gazetteer
from linter.engines.name_tree import NameTree
from linter.engines.patterns import late_pattern
from linter.engines.place_pairs import misplaced

TREE = """\
东省
\t北市
\t\t柳县:山镇,河镇,柳林民族乡=柳林乡
\t\t松县:河镇,云山镇
\t南山族自治州
\t\t竹县:石镇
\t-
\t\t直市:直镇
西省
\t西海市
\t\t梅县:远镇
\t水市
\t\t-:水镇
上京市
\t-
\t\t城关区:宫镇
"""


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return Gazetteer(NameTree(TREE), [(late_pattern("山族自治州$"), "州")], late_pattern("[省市州]$"))


ENDS = late_pattern("[省市州县区]|西海")


def found(places: Gazetteer, text: str) -> list[tuple[str, tuple[str, ...]]]:
    pairs = misplaced(text, places, ENDS, ["街道", "镇", "乡", "市"])
    return [(text[pair.parent.start : pair.child.end], pair.right) for pair in pairs]


@pytest.mark.parametrize(
    ("text", "pair", "right"),
    [
        pytest.param("位于西省北市", "西省北市", ("东省",), id="a-city-in-a-province"),
        pytest.param("西省北的", "", (), id="one-character-is-no-name"),
        pytest.param("东省西海岸", "东省西海", ("西省",), id="a-bare-city"),
        pytest.param("西海市柳县", "西海市柳县", ("北市",), id="a-county-in-a-city"),
        pytest.param("西省直市", "西省直市", ("东省",), id="a-county-that-answers-to-its-province"),
        pytest.param("西海市直市", "西海市直市", ("东省",), id="the-province-where-there-is-no-city"),
        pytest.param("竹县河镇", "竹县河镇", ("柳县", "松县"), id="a-town-that-two-counties-have"),
        pytest.param("松县山镇", "松县山镇", ("柳县",), id="a-town-in-a-county"),
        pytest.param("松县柳林乡", "松县柳林乡", ("柳县",), id="the-short-name-of-a-town"),
        pytest.param("东省上京市", "东省上京市", (), id="a-place-of-the-top-has-no-parent"),
    ],
)
def test_a_pair_that_does_not_exist(places: Gazetteer, text: str, pair: str, right: tuple[str, ...]) -> None:
    assert found(places, text) == ([(pair, right)] if pair else [])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("东省北市柳县山镇", id="right"),
        pytest.param("东省南州竹县", id="right-and-shortened"),
        pytest.param("上京市城关区", id="right-without-a-city"),
        pytest.param("东省竹县", id="right-with-a-level-left-out"),
        pytest.param("柳县云镇", id="unknown"),
        pytest.param("松县山乡", id="unknown-with-this-ending"),
        pytest.param("柳县山街道", id="unknown-with-that-ending"),
        pytest.param("东省西省", id="a-list-of-two"),
        pytest.param("东省上京", id="a-bare-place-of-the-top"),
        pytest.param("北市山镇", id="a-level-left-out-below"),
        pytest.param("西海市远镇", id="a-town-behind-its-city"),
        pytest.param("水市", id="the-end"),
    ],
)
def test_a_pair_that_is_let_pass(places: Gazetteer, text: str) -> None:
    assert found(places, text) == []


def test_names_that_follow_each_other_tell_one_place(places: Gazetteer) -> None:
    chain = places.chain_at("松县河镇人民政府", 0)
    assert chain is not None
    assert chain.places == [("东省", "北市", "松县", "河镇")]


def test_a_chain_ends_where_a_name_does_not_lie_in_the_one_before(places: Gazetteer) -> None:
    chain = places.chain_at("竹县河镇", 0)
    assert chain is not None
    assert chain.places == [("东省", "南山族自治州", "竹县")]


def test_no_name_no_chain(places: Gazetteer) -> None:
    assert places.chain_at("人民政府", 0) is None


def test_the_places_in_another(places: Gazetteer) -> None:
    assert places.below(("东省", "北市")) == {"柳县", "松县", "山镇", "河镇", "柳林民族乡", "柳林乡", "云山镇"}


def test_the_places_that_a_text_names(places: Gazetteer) -> None:
    assert list(places.named_in("在西海的竹县和山镇开会")) == [
        ("东省", "南山族自治州", "竹县"),
        ("东省", "北市", "柳县", "山镇"),
    ]

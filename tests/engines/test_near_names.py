"""Names that are one slip away from another one."""

from __future__ import annotations

import pytest

from linter.engines.near_names import near_names


@pytest.mark.parametrize(
    ("text", "name", "ending", "found"),
    [
        pytest.param("在四家镇和四家子镇", "四家子镇", "镇", ["四家镇"], id="missing"),
        pytest.param("家子镇", "四家子镇", "镇", ["家子镇"], id="missing-at-the-start"),
        pytest.param("四家子子镇", "四家子镇", "镇", ["四家子子镇"], id="added"),
        pytest.param("我是县水力局的", "我县水利局", "局", [], id="two-slips"),
        pytest.param("甲县水力局", "甲县水利局", "局", ["甲县水力局"], id="changed"),
        pytest.param("四子家镇", "四家子镇", "镇", ["四子家镇"], id="swapped"),
        pytest.param("甲县水力局，乙县水利局", "甲县水利局", "局", ["甲县水力局", "乙县水利局"], id="several"),
        pytest.param("四家子乡", "四家子镇", "镇", [], id="another-ending"),
        pytest.param("本四家子镇", "四家子镇", "镇", [], id="the-name-itself"),
        pytest.param("新镇", "大镇", "镇", [], id="too-short"),
        pytest.param("东镇", "西河街道", "镇", [], id="no-such-ending"),
        pytest.param("", "四家子镇", "镇", [], id="nothing"),
    ],
)
def test_slips(text: str, name: str, ending: str, found: list[str]) -> None:
    assert [text[near.start : near.end] for near in near_names(text, name, ending)] == found


def test_what_stands_for_what_is_told() -> None:
    (near,) = near_names("甲县水力局", "甲县水利局", "局")
    assert (near.written, near.meant) == ("力", "利")
    (near,) = near_names("四家镇", "四家子镇", "镇")
    assert (near.written, near.meant) == ("", "子")

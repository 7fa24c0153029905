"""Places under a wrong parent, and codes that do not come from the issuer: what else is looked at."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Check, Recto, Write

TITLE = "栾川县潭头镇人民政府关于防汛工作的报告\n\n"


def found(recto: Recto, write: Write, rule: str, text: str) -> list[dict[str, Any]]:
    path = write("a.txt", text)
    rows: list[dict[str, Any]] = json.loads(
        recto("check", "--select", f"gongwen.{rule}", "--output-format", "json", path).out
    )
    return [row for row in rows if row["rule"] == f"gongwen.{rule}"]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        pytest.param("湖北省张家界市", "error", id="in-full"),
        pytest.param("湖北张家界市", "error", id="one-name-in-full"),
        pytest.param("湖北张家界", "warning", id="both-bare"),
        pytest.param("宜阳县潭头镇", "warning", id="a-town"),
        pytest.param("通州区太平镇", "suggestion", id="a-town-that-many-counties-have"),
    ],
)
def test_the_fuller_the_names_the_surer(recto: Recto, write: Write, text: str, level: str) -> None:
    (row,) = found(recto, write, "place-hierarchy", f"代表来自{text}。\n")
    assert row["level"] == level


def test_many_right_parents_are_not_all_named(recto: Recto, write: Write) -> None:
    (row,) = found(recto, write, "place-hierarchy", "代表来自通州区太平镇。\n")
    assert row["message"].endswith(" and others.")
    assert "fix" not in row


def test_the_only_right_parent_is_offered(recto: Recto, write: Write) -> None:
    (row,) = found(recto, write, "place-hierarchy", "代表来自四川省重庆市。\n")
    assert (row["fix"]["edits"][0]["text"], row["fix"]["safe"]) == ("重庆市", False)


def test_a_place_that_was_moved_and_one_that_the_user_knows(check: Check) -> None:
    rule = (
        "extends: place-names\nmessage: '{other} {name}: {right}'\nnames: gongwen/data/places.txt.xz\n"
        "parent: '[市]'\nextra: [洛阳市叶县]\nmoved: gongwen/data/moved.tsv\n"
    )
    assert check(rule, "洛阳市叶县、四平市公主岭市、洛阳市舞钢市。\n") == [
        "1:15: warning: 洛阳市 舞钢市: 平顶山市舞钢市"
    ]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param("根据《通知》（庙政办〔2021〕3号）执行。", ["庙政办"], id="a-government-nobody-has-named"),
        pytest.param(
            "根据《洛宁县人民政府通知》（宁政〔2021〕3号）执行。", [], id="a-government-that-is-named-beside-it"
        ),
        pytest.param("根据《通知》（庙民字〔2021〕3号）执行。", [], id="a-department-may-be-anywhere"),
        pytest.param("我镇制定了《方案》（庙民字〔2021〕3号）。", ["庙民字"], id="unless-it-is-ones-own"),
        pytest.param("根据国发〔2021〕3号和中办发〔2021〕2号执行。", [], id="what-everybody-knows"),
        pytest.param("以“庙政发”文号印发。", ["庙政发"], id="words-about-a-code"),
        pytest.param("水发、教发等文件按时办理。", [], id="words-about-departments"),
    ],
)
def test_codes_in_the_text(recto: Recto, write: Write, text: str, codes: list[str]) -> None:
    rows = found(recto, write, "issuer-code", TITLE + text + "\n")
    assert [text[row["column"] - 1 : row["end_column"] - 1] for row in rows] == codes
    assert all(row["level"] == "warning" for row in rows)


def test_a_county_may_speak_of_its_towns(recto: Recto, write: Write) -> None:
    text = "栾川县人民政府关于文号的通知\n\n潭政发〔2021〕3号和冷政发〔2021〕2号已废止，庙政发〔2021〕1号、甲政发〔2021〕1号另行通知。\n"
    assert [row["column"] for row in found(recto, write, "issuer-code", text)] == [40]


def test_a_name_that_many_places_bear_tells_nothing(recto: Recto, write: Write) -> None:
    text = "甲政发〔2021〕3号\n\n太平镇人民政府关于防汛工作的通知\n\n各村：现通知如下。\n"
    assert not found(recto, write, "issuer-code", text)
    assert found(recto, write, "issuer-code", text + "\n抄送：枣阳市人民政府。\n")


def test_the_signature_tells_who_issued_it(recto: Recto, write: Write) -> None:
    text = "关于防汛工作的通知\n\n庙政发〔2021〕3号\n\n各村：现通知如下。\n\n栾川县潭头镇人民政府\n\n2021年3月2日\n"
    (row,) = found(recto, write, "issuer-code", text)
    assert (row["level"], [other["line"] for other in row["related"]]) == ("error", [7])


def test_no_issuer_no_foreign_code(recto: Recto, write: Write) -> None:
    assert not found(recto, write, "issuer-code", "关于防汛工作的通知\n\n庙政发〔2021〕3号\n\n各村：现通知如下。\n")


def test_a_neighbour_that_the_text_names_makes_a_code_sure(recto: Recto, write: Write) -> None:
    text = TITLE + "庙里的庙子镇、庙子镇党政办。\n\n以“庙政发”文号印发。\n"
    (row,) = found(recto, write, "issuer-code", text)
    assert row["level"] == "error"
    assert [(other["line"], other["column"]) for other in row["related"]] == [(1, 1), (3, 4)]


def test_history_is_told_by_the_sentence(recto: Recto, write: Write) -> None:
    text = "1985年四川省重庆市成立了公司。四川省重庆市现有分公司。\n"
    assert [row["column"] for row in found(recto, write, "place-hierarchy", text)] == [18]

"""Words that a document uses of itself: what else tells its kind and its issuer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Recto, Write


def found(recto: Recto, write: Write, rule: str, text: str) -> list[dict[str, Any]]:
    path = write("a.txt", text)
    rows: list[dict[str, Any]] = json.loads(
        recto("check", "--select", f"gongwen.{rule}", "--output-format", "json", path).out
    )
    return [row for row in rows if row["rule"] == f"gongwen.{rule}"]


def columns(recto: Recto, write: Write, rule: str, text: str) -> list[tuple[int, int]]:
    return [(row["line"], row["column"]) for row in found(recto, write, rule, text)]


def test_the_kind_of_the_title_is_offered_where_it_is_one(recto: Recto, write: Write) -> None:
    (row,) = found(recto, write, "document-kind", "潭头镇资产管理办法\n\n第一条 本细则适用于全镇。\n")
    assert (row["fix"]["edits"][0]["text"], row["fix"]["safe"]) == ("本办法", False)
    (row,) = found(recto, write, "document-kind", "关于印发《资产办法》的通知\n\n各村：本细则适用于全镇。\n")
    assert "fix" not in row


def test_a_title_in_the_text_lends_its_kind(recto: Recto, write: Write) -> None:
    text = (
        "潭头镇防汛方案\n\n"
        + "各村轮流值守。\n\n" * 6
        + "潭头镇值班制度\n\n各村轮流值守。\n\n本制度、本方案、本办法施行。\n"
    )
    assert columns(recto, write, "document-kind", text) == [(19, 9)]


def test_an_attached_paper_stands_alone(recto: Recto, write: Write) -> None:
    text = (
        "潭头镇防汛方案\n\n"
        + "各村轮流值守。\n\n" * 6
        + "附件\n\n潭头镇值班制度\n\n各村值守。\n\n本制度和本方案施行。\n"
    )
    assert columns(recto, write, "document-kind", text) == [(21, 5)]


def test_above_the_first_title_there_is_nothing_to_compare(recto: Recto, write: Write) -> None:
    assert not found(recto, write, "document-kind", "各村：本办法施行。\n\n潭头镇防汛方案\n\n各村值守。\n")


def test_a_list_of_attachments_names_kinds(recto: Recto, write: Write) -> None:
    text = "潭头镇关于防汛的通知\n\n各村：本预案施行。\n\n附件：1.潭头镇防汛预案\n"
    assert not found(recto, write, "document-kind", text)


@pytest.mark.parametrize(
    ("organ", "text", "wrong"),
    [
        pytest.param("潭头镇人民政府", "我市将召开会议。", ["我市"], id="a-parent-where-there-is-no-own-word"),
        pytest.param("潭头镇人民政府", "我市将召开会议，我镇参加。", [], id="a-parent-beside-ones-own-word"),
        pytest.param("潭头镇人民政府", "按照我市部署开展工作。", [], id="a-parent-that-is-followed"),
        pytest.param(
            "潭头镇人民政府",
            "申请人可向县政府及县政府办公室提交申请。",
            ["向县政府及县政府办公室"],
            id="a-parent-that-receives",
        ),
        pytest.param("栾川县人民政府", "申请人可向县政府及县政府办公室提交申请。", [], id="the-county-receives"),
        pytest.param("栾川县水利局", "申请人可向县政府及县政府办公室提交申请，我局答复。", [], id="of-ones-own-level"),
        pytest.param("栾川县水利局", "我局、我县部署，我镇落实。", ["我镇"], id="a-lower-place"),
        pytest.param("水利局", "我县和我镇部署，我局落实。", [], id="no-place-is-named"),
        pytest.param("嵩县第一中学", "我校招生，我院协助。", ["我院"], id="another-sort-of-organ"),
        pytest.param("栾川县城市管理局", "我市、我县、我局。", [], id="a-city-in-the-name-of-an-office"),
    ],
)
def test_the_issuer_tells_what_it_may_call_itself(
    recto: Recto, write: Write, organ: str, text: str, wrong: list[str]
) -> None:
    rows = found(recto, write, "self-reference", f"{organ}关于防汛工作的报告\n\n{text}\n")
    said = [text[row["column"] - 1 : row["end_column"] - 1] for row in rows]
    assert said == wrong


@pytest.mark.parametrize(
    ("text", "columns_"),
    [
        pytest.param("我镇开会，我镇总结，我乡参加。", [11], id="the-most-frequent"),
        pytest.param("我镇开会，我乡参加。", [], id="none-is"),
        pytest.param("我镇开会，我镇总结。", [], id="one-word-alone"),
        pytest.param("我镇开会，我镇总结，我乡参加，我乡学习。", [], id="two-are"),
        pytest.param("申请区政府信息公开。", [], id="a-claim-alone"),
    ],
)
def test_without_an_issuer(recto: Recto, write: Write, text: str, columns_: list[int]) -> None:
    rows = found(recto, write, "self-reference", f"关于防汛\n\n{text}\n")
    assert [row["column"] for row in rows] == columns_


def test_a_word_is_told_once(recto: Recto, write: Write) -> None:
    text = "潭头镇资产管理办法\n\n第一条 本细则适用于全镇。\n\n第二条 本细则由镇政府解释。\n"
    (row,) = found(recto, write, "document-kind", text)
    assert [(other["line"], other["column"]) for other in row["related"]] == [(1, 8), (5, 5)]

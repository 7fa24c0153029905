"""sum-mismatch: parts and wholes, percentages, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Recto, Write


def said(recto: Recto, path: Path) -> list[str]:
    result = recto("check", "--no-cache", "--select", "document.sum-mismatch", path)
    assert result.status < 2, result.out + result.err
    return [line.split(": ", 1)[1].rpartition(" [")[0] for line in result.lines if "sum-mismatch" in line]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全年共办理56件，分别为甲30件（占54%）、乙20件。", "warning: 30件 + 20件 is 50, not 56件."),
        (
            "全年共办理五十六件，分别是甲三十件和乙二十件，比上年增长5%。",
            "warning: 三十件 + 二十件 is 50, not 五十六件.",
        ),
        ("共有3类56件。其中甲类60件。", "warning: 60件 is more than 56件."),
        ("投入1.5亿元，其中北区2.5亿元。", "warning: 2.5亿元 is more than 1.5亿元."),
        ("共56件，其中甲30件、乙30件。", "suggestion: 30件 + 30件 is 60, more than 56件."),
        ("They have 9 pumps, including 6 old pumps and 4 new ones.", "suggestion: 6 + 4 is 10, more than 9."),
        ("It ran on 1 of 3 days (35%).", "warning: 1 / 3 is 33.3%, not 35%."),
        ("It ran on 1 out of the 3 days (33.5%).", "warning: 1 / 3 is 33.33%, not 33.5%."),
        ("共120件，其中甲30件，占比35%，乙20件。", "warning: 30件 / 120件 is 25.0%, not 35%."),
        ("Of `1` they have 45 members, made up of 20 women and 24 men.", "warning: 20 + 24 is 44, not 45."),
    ],
)
def test_figures_that_do_not_agree(recto: Recto, write: Write, text: str, found: str) -> None:
    assert said(recto, write("a.md", text + "\n")) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "全年共办理56件，分别为甲36件、乙20件。",
        "全年共办理56件，分别为甲30件、乙20件等。",
        "全年共办理56件，分别为甲30件、乙20件，另有丙6件。",
        "全年共办理56件，分别为甲30人、乙20人。",
        "全年共办理约56件，分别为甲30件、乙20件。",
        "共有3类56件。甲类60件。",
        "时限三十日，其中甲九十日。",
        "共56件，其中甲类较多，比上年增加70件。".replace("，比", "；比"),
        "The 12 teams, consisting of 3 men and 2 women, met on 3 days.",
        "The vector has length 5, comprising 1, 2 and 4.",
        "It ran on 1 of 3 days (33%), or 2 of 3 (67%), and 5 of 0 (1%).",
        "It ran on 30 of 120 days, that is 20% more.",
        "共120件，其中甲30件，占全市的35%。",
        "Members are 5, 6 and 7 of them, namely a.",
        "共56件，其中甲件数增长7%、3%。",
    ],
)
def test_what_is_let_pass(recto: Recto, write: Write, text: str) -> None:
    assert not said(recto, write("a.md", text + "\n"))


def test_a_sentence_that_nobody_adds_up(recto: Recto, write: Write) -> None:
    assert not said(recto, write("a.md", "共56件，其中" + "甲30件、" * 300 + "。\n"))


def test_a_tolerance_and_a_rule_of_few_words(recto: Recto, write: Write) -> None:
    path = write("a.md", "We have 9 pumps, in all 6 old pumps and 4 new ones.\n")
    for tolerance, count in ((0, 1), (1, 0)):
        rule = f"extends: sum-mismatch\nmessage: '{{parts}}'\ncomplete: [in all]\ntolerance: {tolerance}\n"
        write("styles/mine/rule.yaml", rule)
        result = recto("check", "--rules-path", path.parent / "styles", "--select", "mine.rule", path)
        assert len(result.lines) == count

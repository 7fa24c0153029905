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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("新收62件，比上年的50件增加12件，增长25.0%。", "warning: (62件 - 50件) / 50件 is 24.0%, not 25.0%."),
        ("新收40件，比上年的50件减少12件，下降20.0%。", "warning: 50件 - 40件 is 10, not 12件."),
        ("新收40件，比上年的50件减少10件，下降25.0%。", "warning: (50件 - 40件) / 50件 is 20.0%, not 25.0%."),
        ("收入由12500元提高到13800元，增长11.4%。", "warning: (13800元 - 12500元) / 12500元 is 10.4%, not 11.4%."),
        ("覆盖率由76.8%提高到80%，提高2.2个百分点。", "warning: 80% - 76.8% is 3.2, not 2.2个百分点."),
        ("收入62件，同比增加12件，增长20.0%。", "warning: 12件 / (62件 - 12件) is 24.0%, not 20.0%."),
        ("收入50件，同比减少12件，下降24.0%。", "warning: 12件 / (50件 + 12件) is 19.4%, not 24.0%."),
        ("收入36.8亿元，为预算35亿元的103.2%。", "warning: 36.8亿元 / 35亿元 is 105.1%, not 103.2%."),
        ("发现隐患310处，已整改298处，整改率98.1%。", "warning: 298处 / 310处 is 96.1%, not 98.1%."),
        ("新收172条，其中甲61条、乙58条、丙43条。", "warning: 61条 + 58条 + 43条 is 162, not 172条."),
        ("新收172条。按内容分，甲61条，乙58条，丙43条。", "warning: 61条 + 58条 + 43条 is 162, not 172条."),
        ("人口94.5万人，其中甲41.3万人、乙51.2万人。", "suggestion: 41.3万人 + 51.2万人 is 92.5万, not 94.5万人."),
        ("24家企业中，增长的17家，下降的8家。", "suggestion: 17家 + 8家 is 25, more than 24家."),
        ("出口12.6万吨、货值1.06亿美元，其中甲5.1万吨、乙4.3万吨、丙3.4万吨。", "warning: 5.1万吨 + 4.3万吨 + 3.4万吨 is 12.8万, not 12.6万吨."),
        ("新收83条，其中甲29条、乙33条、镇村两级16条。", "warning: 29条 + 33条 + 16条 is 78, not 83条."),
        ("新收19处，其中甲6处、乙14处、丙4处，均已修复。", "suggestion: 6处 + 14处 + 4处 is 24, more than 19处."),
        ("规模以上收入63.8亿元，上年为59.2亿元，增长9.4%。", "warning: (63.8亿元 - 59.2亿元) / 59.2亿元 is 7.8%, not 9.4%."),
        ("新收21条，其中甲4条、乙5条、丙4条、丁0条、戊5条。", "warning: 4条 + 5条 + 4条 + 0条 + 5条 is 18, not 21条."),
    ],
)  # fmt: skip
def test_growth_rates_and_parts_that_were_meant_to_be_all(recto: Recto, write: Write, text: str, found: str) -> None:
    assert said(recto, write("a.txt", text + "\n")) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "面积302.6万亩，比上年增加1.4万亩，其中大豆138.5万亩，玉米142.2万亩，其他21.9万亩。",
        "收入460400万元，为预算452000万元的101.9%，比上年的428600万元增长7.4%，其中税收261800万元、非税198600万元。",
        "新收62件，其中网上30件、当面32件，较上年的50件增加12件，增长24%。",
        "新收62件（其中网上30件（含微信10件）、当面32件），办结60件，办结率96.8%。",
        "特困1486人，其中集中412人、分散1074人，集中供养率27.7%。",
        "党员862名，其中女215名、少数民族12名、大专310名。",
        "按可比口径，收入62件，比上年的50件增长30%。",
        "合同期限三年，其中试用期六个月。",
        "收入55亿元，占全市270亿元的80%；支出5.6亿元，下降3%。",
        "比重为68.4%，比上年提高1.2个百分点，民间投资增长7.1%。",
        "新收172条，其中甲61条、乙58条、丙43条等。",
        "新收人员12人，比上年的3.5%增长2人。",
    ],
)
def test_figures_that_go_together(recto: Recto, write: Write, text: str) -> None:
    assert not said(recto, write("a.txt", text + "\n"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全年办理案件86件，其中一般程序案件24件、简易程序案件52件。", ["warning: 24件 + 52件 is 76, not 86件."]),
        ("全年办理案件86件，其中一般程序案件24件、简易程序案件62件。", []),
        ("现有教师86人，其中男30人、女46人等。", []),
        ("组长1名、副组长2名、成员5名，共9名。", ["warning: 1名 + 2名 + 5名 is 8, not 9名."]),
        ("组长1名、副组长2名、成员5名，共8名。", []),
        ("组长1名、副组长2名，共8名；其中甲3名、乙2名、丙1名，共9名。甲3名，乙2名，还有丙1名，共9名。", []),
        ("甲3名、乙2名在编；丙1名、丁2名（戊1名除外，另见名册所列情况说明），共9名。共9次。", []),
        ("新收申请4件，上年结转1件，其中予以公开3件、部分公开1件。", []),
        ("现有56人，其中甲组三户30人、乙组26人。", []),
        ("23个村和2个社区中，有18个村、1个社区完成任务。", []),
        ("户籍人口160.3万人，常住人口94.5万人，其中城镇41.3万人、乡村52.2万人。", ["warning: 41.3万人 + 52.2万人 is 93.5万, not 94.5万人."]),
        ("三年共检查860家，其中2020年260家、2021年290家、2022年330家。", ["warning: 260家 + 290家 + 330家 is 880, not 860家."]),
        ("共约谈干部36人，其中乡干部8人、站所干部13人、村干部17人。", ["warning: 8人 + 13人 + 17人 is 38, not 36人."]),
    ],
)  # fmt: skip
def test_halves_totals_and_what_is_listed_together(recto: Recto, write: Write, text: str, found: list[str]) -> None:
    assert said(recto, write("a.txt", text + "\n")) == found

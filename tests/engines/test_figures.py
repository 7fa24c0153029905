from __future__ import annotations

from decimal import Decimal

import pytest

from linter.engines.figures import Figure, figures, slack, whole_figure, written_like


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1,234.5 km", "1234.5", "km"),
        ("12％", "12", "%"),
        ("¥3.2万元", "32000", "¥元"),
        ("(15)", "-15", ""),
        ("（1,000）", "-1000", ""),
        ("-5", "-5", ""),
        ("-$5", "-5", "$"),
        ("+5", "5", ""),
        ("1 980 W", "1980", "w"),
        ("１，２３４．５", "1234.5", ""),
        ("12 (5%)", "12", ""),
        ("22 hours", "22", "hour"),
        ("12*", "12", ""),
        ("1.5 million", "1500000", ""),
        ("12亿", "1200000000", ""),
        ("3千米", "3", "千米"),
        ("5 kg/h", "5", "kg/h"),
    ],
)
def test_a_cell(text: str, value: str, unit: str) -> None:
    figure = whole_figure(text)
    assert figure is not None
    assert (figure.value, figure.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "text", ["", "north", "0x10", "1,5", "2020-01-02", "10:30", "~5", "5 - 7", "1e5", "3/4", "1.2.3", "9" * 30, "(5"]
)
def test_what_is_no_figure(text: str) -> None:
    assert whole_figure(text) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("共办理56件，其中主动公开30件", [("56", "件"), ("30", "件")]),
        ("三十二件，一百二十万元", [("32", "件"), ("1200000", "元")]),
        ("一亿零五十万人，两百个，万一", [("100500000", "人"), ("200", "个")]),
        ("十万件，三件，三万亿元", [("100000", "件"), ("3", "件"), ("3000000000000", "元")]),
        ("第一是，一一对应，几十个，十几个，数百人，二〇二一", []),
        ("10-20 v1.2.3 2020-01-02 a5 5.x", [("5", "")]),
        ("30 of 120 (25 %), 25 per cent", [("30", ""), ("120", ""), ("25", "%"), ("25", "%")]),
        ("2亿3000万元", [("230000000", "元")]),
        ("$5,000, 5,000,000 and 30km", [("5000", "$"), ("5000000", ""), ("30", "km")]),
    ],
)
def test_running_text(text: str, said: list[tuple[str, str]]) -> None:
    assert [(f"{figure.value:f}", figure.unit) for figure in figures(text)] == said


def test_where_a_figure_stands() -> None:
    (figure,) = figures("全年共三十二件。")
    assert figure == Figure(Decimal(32), "件", 3, 7)


@pytest.mark.parametrize(("text", "step"), [("12", "0"), ("1.50", "0.01"), ("1.5万", "1000"), ("12万", "10000")])
def test_the_last_digit(text: str, step: str) -> None:
    figure = whole_figure(text)
    assert figure is not None
    assert figure.step == Decimal(step)


def test_rounded_figures_may_miss_their_sum_by_half_a_digit_each() -> None:
    rounded = [figure for text in ("1.3", "1.3", "2.7") if (figure := whole_figure(text))]
    assert slack(rounded) == Decimal("0.15")
    assert slack([]) == 0


@pytest.mark.parametrize(
    ("model", "text"), [("1.5亿元", "2.5亿"), ("3万", "25000万"), ("1,000", "250,000,000"), ("7", "250000000")]
)
def test_written_as_another(model: str, text: str) -> None:
    assert written_like(Decimal(250000000), model) == text

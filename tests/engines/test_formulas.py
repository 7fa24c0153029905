"""Formulas of rules."""

from __future__ import annotations

import pytest

from linter.engines.formulas import FormulaError, parse_formula

FIGURES = {"words": 12.0, "heading.h1": 2.0, "none": 0.0}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("words / heading.h1", 6), ("words % 5", 2), ("-words + 1", -11), ("+1.5", 1.5), ("2 ** 3", 8),
        ("words\n  * 2\n", 24), ("math.sqrt(words + 4)", 4), ("math.max(words, 20)", 20), ("math.pow(words, 2)", 144),
        ("math.pi > 3 && math.e < 3", 1), ("words < 1 || words >= 12", 1), ("words != 12", 0), ("words == 12", 1),
        ("words <= 11 or none > 0", 0), ("!none == 1", 1), ("!(words > 1)", 0), ("not words > 100", 1), ("true_", None),
    ],
)  # fmt: skip
def test_a_value(text: str, value: float | None) -> None:
    if value is None:
        with pytest.raises(FormulaError, match="there is no variable"):
            parse_formula(text, FIGURES)
    else:
        assert parse_formula(text, FIGURES)(FIGURES) == value


@pytest.mark.parametrize(
    "text",
    [
        "1 / none",
        "words % none",
        "2 ** 5000",
        "math.pow(2, -5000)",
        "10.0 ** 999",
        "(-8) ** 0.5",
        "math.log(none)",
        "math.exp(1000)",
    ],
)
def test_no_value(text: str) -> None:
    formula = parse_formula(text, FIGURES)
    with pytest.raises((ArithmeticError, ValueError)):
        formula(FIGURES)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (" ", "is empty"),
        ("words +", "is no formula"),
        ("1 ? 2 : 3", "is no formula"),
        ("~words", "is no formula"),
        ("\0", "is no formula"),
        ("(" * 500 + ")" * 500, "is no formula"),
        ("-" * 999 + "1", "is no formula|at most 200 parts"),
        ("1" + " + 1" * 240, "at most 200 parts"),
        ("1" * 1001, "at most 1000 characters"),
        ("1" * 400, "too large"),
        ("1j", "cannot stand"),
        ("'a'", "cannot stand"),
        ("1, 2", "cannot stand"),
        ("words // 2", "cannot stand"),
        ("1 < words < 3", "cannot stand"),
        ("words in words", "cannot stand"),
        ("lambda: 1", "cannot stand"),
        ("open(words)", "cannot stand"),
        ("(1).real", "there is no variable"),
        ("words.__class__", "there is no variable"),
        ("math.tau", "there is no variable"),
        ("math.system(1)", "no function 'math.system'"),
        ("math.sqrt(1, 2)", "takes 1 argument"),
        ("math.sqrt(x=1)", "cannot stand"),
        ("math.sqrt(*words)", "cannot stand"),
    ],
)
def test_what_is_no_formula(text: str, reason: str) -> None:
    with pytest.raises(FormulaError, match=reason):
        parse_formula(text, FIGURES)

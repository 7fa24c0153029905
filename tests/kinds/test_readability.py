"""readability: the mean of grades for English text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Check

HARD = "Organizational accountability necessitates comprehensive documentation of considerations.\n"


def rule(metrics: str, grade: str = "7", keys: str = "") -> str:
    return f"extends: readability\nmessage: 'grade %s'\nmetrics: [{metrics}]\ngrade: {grade}\n{keys}"


@pytest.mark.parametrize(
    ("metrics", "value"),
    [
        ("Gunning Fog", "37.09"), ("Coleman-Liau", "48.85"), ("Flesch-Kincaid", "39.40"), ("SMOG", "17.12"),
        ("Automated Readability", "37.24"), ("Gunning Fog, SMOG", "27.10"),
    ],
)  # fmt: skip
def test_the_grade_of_a_document(check: Check, metrics: str, value: str) -> None:
    assert check(rule(metrics), HARD, "a.md") == [f"1:1: warning: grade {value}"]


@pytest.mark.parametrize(
    ("metrics", "text"),
    [
        ("SMOG", "We go to the sea.\n"),
        ("SMOG", "# Only a heading about accountability\n"),
        ("", HARD),
        ("SMOG", "各村委会要加强对公共文化设施的管理，及时公开有关信息。\n"),
    ],
    ids=["easy", "no prose", "no formula", "not English"],
)
def test_what_is_let_pass(check: Check, metrics: str, text: str) -> None:
    assert check(rule(metrics), text, "a.md") == []


def test_each_paragraph_where_the_scope_says_so(check: Check) -> None:
    text = f"We go to the sea.\n\n{HARD}"
    assert check(rule("SMOG", keys="scope: paragraph\n"), text, "a.md") == ["3:1: warning: grade 17.12"]


def test_a_formula_of_another_name_is_refused(check: Check) -> None:
    with pytest.raises(AssertionError, match="'metrics' must be one of Gunning Fog, Coleman-Liau"):
        check(rule("LIX"), HARD)

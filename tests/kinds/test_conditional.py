"""conditional: text that asks for other text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Check

DEFINED = (
    "extends: conditional\nmessage: 'x %s'\nfirst: '\\b[A-Z]{3,5}\\b'\n"
    "second: '(?:[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)|\\b([A-Z]{3,5}): [A-Z]'\n"
)
PRESENT = "extends: conditional\nmessage: 'x %s'\nfirst: '\\bshall\\b'\nsecond: 'unless|除非'\n"


@pytest.mark.parametrize(
    ("keys", "text", "said"),
    [
        ("", "The World Bank Group (WBG) lends.\n\nThe WBG lends.\n", []),
        ("", "The WBG lends.\n\nThe World Bank Group (WBG) lends.\n", ["1:5: warning: x WBG"]),
        ("", "The WBG, the World Bank Group (WBG), lends.\n", []),
        ("", "WBG: World Bank Group. Of the WBG and the NFL.\n", ["1:43: warning: x NFL"]),
        ("", "The NFL and the NFL.\n", ["1:5: warning: x NFL", "1:17: warning: x NFL"]),
        ("exceptions: [NFL]", "The NFL and the NBA.\n", ["1:17: warning: x NBA"]),
        ("exceptions: [nfl]", "The NFL.\n", ["1:5: warning: x NFL"]),
        ("exceptions: ['(?i)nfl']", "The NFL.\n", []),
        ("exceptions: [NF]", "The NFL.\n", ["1:5: warning: x NFL"]),
        ("exceptions: [nfl europe]", "The NFL Europe and the NFL.\n", ["1:24: warning: x NFL"]),
        ("ignorecase: true", "The nfl.\n", []),
    ],
    ids=[
        "defined", "defined too late", "defined in the same block", "another group", "each", "an exception",
        "exceptions mind case", "unless they say so", "and are whole words", "an exception of two words",
        "case is never ignored",
    ],
)  # fmt: skip
def test_what_the_groups_of_the_second_match_is_known(check: Check, keys: str, text: str, said: list[str]) -> None:
    assert check(f"{DEFINED}{keys}\n", text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("You shall go, unless it rains.\n\nYou shall.\n", ["3:5: warning: x shall"]),
        ("除非下雨，否则 shall 适用。\n\n在此 shall 适用。\n", ["3:4: warning: x shall"]),
        ("You may go.\n", []),
    ],
)
def test_without_groups_the_second_must_stand_in_the_same_block(check: Check, text: str, said: list[str]) -> None:
    assert check(PRESENT, text) == said


def test_markup_hides_no_definition_and_moves_no_place(check: Check) -> None:
    text = "The World **Bank** Group ([WBG](x)) lends.\n\n`NFL` 与**世行（WBG）**和 **NBA** 无关。\n"
    assert check(DEFINED, text, "a.md") == ["3:23: warning: x NBA"]

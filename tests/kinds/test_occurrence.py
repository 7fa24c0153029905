"""occurrence: how often something stands in a block."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Check, Recto, Write

RULE = "extends: occurrence\nmessage: 'x %d'\n"


@pytest.mark.parametrize(
    ("keys", "text", "said"),
    [
        ("token: ','\nmax: 2", "a, b, c, d\n\na, b, c\n", ["1:2: warning: x 3"]),
        ("token: so\nmax: 1", "some so\n", ["1:1: warning: x 2"]),
        ("token: so\nmax: 1", "So so\n", []),
        ("token: so\nmax: 1\nignorecase: true", "So so\n", ["1:1: warning: x 2"]),
        ("token: ，\nmax: 1", "甲，乙\n\n甲，乙，丙\n", ["3:2: warning: x 2"]),
        ("token: so\nmin: 2", "so\n\nso so\n", ["1:1: warning: x 1"]),
        ("token: so\nmin: 1", "not\n\nso\n\nnor\n", ["1:1: warning: x 0"]),
        ("token: so\nmin: 1\nmax: 2", "so so\n", []),
        ("token: so", "so so\n", []),
        ("token: '(?=o)'\nmin: 1", "oo\n", ["1:1: warning: x 0"]),
    ],
    ids=[
        "too many", "inside words", "case", "ignored case", "Chinese", "too few", "none, told once", "within limits",
        "no limits", "what is empty does not count",
    ],
)  # fmt: skip
def test_what_is_counted(check: Check, keys: str, text: str, said: list[str]) -> None:
    assert check(f"{RULE}{keys}\n", text) == said


@pytest.mark.parametrize(
    ("token", "text", "said"),
    [
        (".", "`ab` **c**d\n", ["1:8: warning: x 5"]),
        (r"\s", "a b c d\n", []),
        (".", "`abcd`\n", []),
    ],
    ids=["the first letter that is no code", "blanks", "code"],
)
def test_the_place_is_the_first_that_a_reader_sees(check: Check, token: str, text: str, said: list[str]) -> None:
    assert check(f"{RULE}token: '{token}'\nmax: 2\n", text, "a.md") == said


def test_what_a_scope_lacks_is_told_at_the_start_and_related_to_its_blocks(recto: Recto, write: Write) -> None:
    write("styles/mine/rule.yaml", f"{RULE}token: so\nmin: 1\nscope: heading\n")
    path = write("a.md", "Text.\n\n# Not\n\n## So so\n\n# Nor\n")
    arguments = ("--rules-path", path.parent / "styles", "--select", "mine.rule", "--output-format", "json", path)
    (row,) = json.loads(recto("check", *arguments).out)
    assert (row["line"], row["column"], row["message"]) == (1, 1, "x 0")
    assert [(other["line"], other["column"]) for other in row["related"]] == [(3, 3), (7, 3)]

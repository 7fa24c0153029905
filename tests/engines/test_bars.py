from __future__ import annotations

import pytest

from linter.engines.bars import broken_row, cells_in, is_rule, unruled


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("| a | b |", 2),
        ("a | b", 2),
        ("> | a | b | c |", 3),
        (r"| a \| b | c |", 2),
        ("text", 1),
        ("|", 1),
        (r"a | b \|", 2),
    ],
)
def test_cells(line: str, cells: int) -> None:
    assert cells_in(line) == cells


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("|---|:-:|", True),
        ("--- | ---", True),
        ("> | - | - |", True),
        ("---", False),
        ("| a | - |", False),
        ("a", False),
    ],
)
def test_a_line_of_dashes(line: str, is_one: bool) -> None:  # noqa: FBT001 - what is expected
    assert is_rule(line) is is_one


HEAD = ["| a | b |", "|---|---|"]


@pytest.mark.parametrize(
    ("rows", "following", "found"),
    [
        ([*HEAD, "| 1 | 2", "3 |"], [], (2, 3)),
        ([*HEAD, "| 1 | 2"], ["<b>3</b> |", "| 4 | 5 |"], (2, 3)),
        ([*HEAD, "| 1 | 2"], ["", "3 |"], (2, 4)),
        ([*HEAD, "| 1 | 2", "3", "4 |", "| 5 | 6 |"], [], (2, 4)),
        ([*HEAD, "| 1 | 2"], ["", "Text."], None),
        ([*HEAD, "| 1 | 2", "| 3 | 4 |"], [], None),
        ([*HEAD, "| 1 | 2", "3 |", "4 | 5 |"], [], None),
        ([*HEAD, "1 | 2", "3 |"], [], None),
        (["| a | b", "|---|---|", "3 |"], [], None),
        ([*HEAD, "| 1 | 2 |"], [], None),
    ],
)
def test_a_broken_row(rows: list[str], following: list[str], found: tuple[int, int] | None) -> None:
    assert broken_row(rows, following) == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["| a | b | c |", "|---|---|", "| 1 | 2 | 3 |"], (0, 3, 2)),
        (["text", "a | b", "---|---|---"], (1, 2, 3)),
        (["| a | b |", "|---|---|"], None),
        (["| a | b |", "| 1 | 2 |", "| 3 | 4 |"], (0, 2, 0)),
        (["| a | b |", "| 1 | 2 |"], None),
        (["| a | b |", "| 1 | 2 | 3 |", "| 3 | 4 |"], None),
        (["a | b", "c", "d"], None),
    ],
)
def test_what_keeps_lines_from_being_a_table(lines: list[str], found: tuple[int, int, int] | None) -> None:
    assert unruled(lines) == found

"""table-shape with the key that no built-in rule sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Recto

    Write = Callable[[str, str], Path]


def check(recto: Recto, write: Write, rule: str, text: str, name: str = "a.txt") -> list[str]:
    write("styles/mine/rule.yaml", rule)
    path = write(name, text)
    result = recto("check", "--rules-path", path.parent / "styles", "--select", "mine.rule", path)
    assert result.status < 2, result.out + result.err
    return [line.split(":", 1)[1].rpartition(" [")[0] for line in result.lines]


HEAD = "| a | b |\n| - | - |\n"


@pytest.mark.parametrize(
    ("keys", "said"),
    [("", ["3:11: warning: 3, 2", "4:11: warning: 3, 2"]), ("ignore-header: true", ["5:3: warning: 2, 3"])],
)
def test_the_header_may_not_count(recto: Recto, write: Write, keys: str, said: list[str]) -> None:
    rule = f"extends: table-shape\nmessage: '{{cells}}, {{columns}}'\n{keys}\n"
    rows = "| 1 | 2 | 3 |\n| 4 | 5 | 6 |\n| 7 | 8 |\n"
    assert check(recto, write, rule, HEAD + rows, "a.md") == said


def test_rows_that_are_too_short_are_told_once(recto: Recto, write: Write) -> None:
    rule = "extends: table-shape\nmessage: '{cells}, {columns}{others}'\n"
    assert check(recto, write, rule, HEAD + "| 1 |\n| 2 | 3 |\n| 4 |\n", "a.md") == [
        "3:3: warning: 1, 2, and 1 more row is too short"
    ]

"""A habit is told once."""

from __future__ import annotations

from linter.engines.habits import told_once


def test_from_so_many_on_the_first_stands_for_all() -> None:
    assert told_once("abc", 3) == ("a", "bc")
    assert told_once("ab", 3) == ("ab", ())
    assert told_once("", 3) == ("", ())

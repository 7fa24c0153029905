"""Which diagnostics touch a changed line."""

from __future__ import annotations

import pytest

from linter.broken import unreadable
from linter.diagnostic import Diagnostic, Related
from linter.narrowing.changed import WHOLE, Lines, lines_between, lines_by_file, touching
from linter.source import Position

BROKEN = unreadable("a.md", {"en": "x"}, "en")


def at(line: int, last: int, column: int = 5) -> Diagnostic:
    start, end = Position(line, 1, 1, 1), Position(last, column, column, column)
    return BROKEN._replace(rule="m.a", start=start, end=end)


@pytest.mark.parametrize(
    ("found", "lines", "touches"),
    [
        (at(3, 3), (range(3, 4),), True),
        (at(3, 3), (range(1, 3), range(4, 9)), False),
        (at(3, 6), (range(5, 6),), True),
        (at(3, 4, column=1), (range(4, 5),), False),
        (at(3, 3, column=1), (range(3, 4),), True),
        (at(3, 4), (range(4, 4),), True),
        (at(3, 3), (range(3, 3),), False),
        (at(3, 3), (range(4, 4),), False),
        (at(999, 999), WHOLE, True),
        (at(1, 1), (), False),
    ],
)
def test_a_place_touches_the_lines_that_it_stands_on(found: Diagnostic, lines: Lines, *, touches: bool) -> None:
    assert touching([found], {"a.md": lines}) == [found] * touches


def test_a_related_place_counts_in_its_own_file() -> None:
    place = Position(7, 1, 1, 1)
    found = at(1, 1)._replace(related=(Related("b.md", place, place, "", None),))  # type: ignore[arg-type]
    assert touching([found], {"a.md": (), "b.md": (range(7, 8),)}) == [found]
    assert touching([found], {"a.md": (range(7, 8),), "b.md": ()}) == []
    assert touching([found], {"a.md": ()}) == []


def test_what_went_wrong_is_kept() -> None:
    assert touching([BROKEN], {"a.md": ()}) == [BROKEN]


def test_lines_that_look_like_headers_are_none() -> None:
    patch = (
        b"diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n"
        b"@@ -1,2 +1 @@ x\n-++ x\n-end\n\\ No newline at end of file\n+++ b/c.md\n\\ No newline at end of file\n"
        b"@@ -9,0 +8,2 @@\n+@@ -1 +1 @@\n++\n"
        b"@@ -12,3 +12,0 @@\n-1\n-2\n-3\n"
        b'--- "a/q\\"\\t.md"\n+++ "b/\\345\\261\\200 \\"\\t.md"\t\n@@ -0,0 +1 @@\n+1\n'
    )
    assert lines_by_file(patch) == {
        b"a.md": (range(1, 2), range(8, 10), range(13, 13)),
        '局 "\t.md'.encode(): (range(1, 2),),
    }


@pytest.mark.parametrize(
    ("new", "lines"),
    [
        ("a\r\nb\r\nc", ()),
        ("a\nB\nc", (range(2, 3),)),
        ("a\nc", (range(2, 2),)),
        ("x\na\nb\nc\n", (range(1, 2), range(5, 6))),
    ],
)
def test_two_texts(new: str, lines: Lines) -> None:
    assert lines_between("a\nb\nc", new) == lines

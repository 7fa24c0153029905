"""Templates of named and unnamed entries."""

from __future__ import annotations

import pytest

from linter.engines.template import Named, Room, align, read_template, renamed


def test_a_template_is_read() -> None:
    template = read_template(["*", "## A", "?", "+", "? B", "# Why? ?"])
    assert template.named == (
        Named("A", 2, is_optional=False),
        Named("B", 0, is_optional=True),
        Named("Why?", 1, is_optional=True),
    )
    assert template.rooms == (Room(0, None), Room(2, None), Room(0, 0), Room(0, 0))
    assert template.room(-1, 3) == Room(2, None)
    assert template.room(1, 2) == Room(0, 0)


@pytest.mark.parametrize(
    ("options", "places", "anchors"),
    [
        ([[0], [1], [2]], (0, 1, 2), [(0, 0), (1, 1), (2, 2)]),
        ([[2], [0], [1]], (2, 0, 1), [(1, 0), (2, 1)]),
        ([[0, 1], [0, 1], [0, 1]], (0, 1, None), [(0, 0), (1, 1)]),
        ([[], [3]], (None, 3), [(1, 3)]),
        ([], (), []),
    ],
)
def test_as_many_in_order_as_can_be(
    options: list[list[int]], places: tuple[int | None, ...], anchors: list[tuple[int, int]]
) -> None:
    found = align(options, 4)
    assert found.places == places
    assert found.anchors == anchors


def test_the_most_alike_is_the_renamed_one() -> None:
    alignment = align([[0], [], [], [3]], 4)
    names, series = ["summary", "motivation", "costs", "end"], ["summary", "motivated", "motivations", "end"]
    assert renamed(alignment, names, series, 0.7) == {1: 2}

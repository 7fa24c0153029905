"""The outline told from numbers."""

from __future__ import annotations

import pytest

from linter.engines.ordinals import parse_ordinal
from linter.engines.outline import Entry, odd_levels


@pytest.mark.parametrize(
    ("headings", "odd"),
    [
        ("3:1. 3:2. 2:3. 3:4.", [(2, 1, 3)]),
        ("2:1. 3:2. 3:3. 3:4.", [(0, 1, 3)]),
        ("2:第一章 3:第一节 2:第二章 4:第三章", [(3, 2, 2)]),
        ("2:第一章 3:第一节 3:第二章", [(2, 0, 2)]),
        ("2:一、 3:（一） 3:（二） 3:二、", [(3, 0, 2)]),
        ("2:1. 3:- 3:2.", []),
        ("3:1. 2:2.", []),
        ("2:1. 3:1. 2:2. 2:3.", []),
        ("2:1. 3:1. 3:2. 2:2. 3:1.", []),
        ("2:1. 3:2. 4:3. 2:4.", []),
        ("2:1. 2:2. 3:3. 3:4.", []),
        ("2:1.1 2:1.2 3:1.3 3:2.1", [(2, 1, 2)]),
        ("", []),
    ],
    ids=[
        "above the others",
        "the first one",
        "the last one",
        "a chapter beside a section",
        "under a lower rank",
        "nothing of lower rank between",
        "going up",
        "a part with the number of its chapter",
        "chapters and parts of one style",
        "three levels",
        "two and two",
        "decimals",
        "nothing",
    ],
)
def test_a_level_unlike_the_series(headings: str, odd: list[tuple[int, int, int]]) -> None:
    pairs = [heading.split(":") for heading in headings.split()]
    entries = [Entry(int(depth), parse_ordinal(f"{text} x")) for depth, text in pairs]
    assert list(odd_levels(entries)) == odd

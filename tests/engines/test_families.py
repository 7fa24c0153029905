"""Numbers in families: which are lacking, and which is nearest."""

from __future__ import annotations

import pytest

from linter.engines.families import Value, families_of


@pytest.mark.parametrize(
    ("values", "value", "lacking", "nearest"),
    [
        ([(1,), (2,), (4,)], (3,), True, (2,)),
        ([(1,), (2,), (4,)], (4,), False, (4,)),
        ([(1,), (2,)], (9,), True, (2,)),
        ([(1,), (2,)], (2, 1), False, None),
        ([(3,), (4,)], (1,), False, (3,)),
        ([(13, 10), (13, 12)], (13, 11), True, (13, 10)),
        ([(13, 10), (13, 12)], (13, 17), False, (13, 12)),
        ([(1, 1), (2, 1)], (3, 1), True, None),
    ],
    ids=["a gap", "there", "past the end", "another level", "a part", "a gap in a part", "past a part", "a new family"],
)
def test_families(values: list[Value], value: Value, lacking: bool, nearest: Value | None) -> None:  # noqa: FBT001
    families = families_of(values)
    assert families.lack(value) is lacking
    assert families.nearest(value) == nearest

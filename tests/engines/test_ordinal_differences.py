"""How ordinals differ, in words."""

from __future__ import annotations

import pytest

from linter.engines.ordinal_differences import as_far_as, differences
from linter.engines.ordinals import parse_ordinal, writing


@pytest.mark.parametrize(
    ("own", "wanted", "features", "said"),
    [
        ("(1) x", "（1）x", ("width", "blank"), "half-width and followed by a blank"),
        ("(1) x", "（1）x", ("blank",), "followed by a blank"),
        ("1、x", "1. x", ("point",), "followed by “、”"),
        ("1．甲", "1.甲", ("point",), ""),
        ("（1）x", "（1）、x", ("point",), "without a point"),
        ("1. x", "（1）x", ("width",), "without brackets"),
    ],
)
def test_as_far_as_the_features_go(own: str, wanted: str, features: tuple[str, ...], said: str) -> None:
    one, other = parse_ordinal(own), parse_ordinal(wanted)
    assert one is not None
    assert other is not None
    target = as_far_as(features, writing(one), writing(other))
    assert differences(writing(one), target)["en"] == said

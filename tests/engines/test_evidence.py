"""Evidence becomes a probability."""

from __future__ import annotations

import pytest

from linter.engines.evidence import probability

WEIGHTS = {"bias": -1.0, "near": 2.0, "far": -3.0}


def test_what_speaks_for_and_against_is_weighed() -> None:
    assert probability({"near": 0.5, "far": 0.0}, WEIGHTS) == pytest.approx(0.5)
    assert probability({"near": 1.0, "far": 0.0}, WEIGHTS) > 0.7
    assert probability({"near": 1.0, "far": 1.0}, WEIGHTS) < 0.2


def test_nothing_is_beyond_a_probability() -> None:
    assert 0.0 <= probability({"near": -1e9}, WEIGHTS) < probability({"near": 1e9}, WEIGHTS) <= 1.0

"""Evidence weighed together: named features, each with its weight, make one probability."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def probability(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The logistic function of the weighted sum; `weights` has one for each feature, and `bias`."""
    total = weights["bias"] + sum(weights[name] * value for name, value in features.items())
    return 1 / (1 + exp(-max(-50.0, min(50.0, total))))

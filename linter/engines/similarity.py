"""How alike two texts are, and where they differ, in time linear in their length."""

from __future__ import annotations

from collections import Counter
from os.path import commonprefix

_SHINGLE = 3  # code points


def similarity(one: str, other: str) -> float:
    """Share of three-character pieces that the two have in common, from 0 to 1 (Dice's coefficient)."""
    if one == other:
        return 1.0
    if min(len(one), len(other)) * 3 < max(len(one), len(other)):
        return 0.0
    left, right = _shingles(one), _shingles(other)
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 0.0


def _shingles(text: str) -> Counter[str]:
    return Counter(text[start : start + _SHINGLE] for start in range(len(text) - _SHINGLE + 1))


def difference(one: str, other: str) -> tuple[str, str]:
    """What is left of each text without the beginning and the end that they share."""
    start = len(commonprefix([one, other]))
    one, other = one[start:], other[start:]
    end = len(commonprefix([one[::-1], other[::-1]]))
    return one[: len(one) - end], other[: len(other) - end]

"""How alike two texts are, and where they differ, in time linear in their length."""

from __future__ import annotations

from collections import Counter

_SHINGLE = 3  # code points
_HAN = "\u2e80"  # from here on, characters are not spelt together to words


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
    """What is left of each text without the beginning and the end that they share, in whole words."""
    start = _shared_length(one, other)
    while start and _inside_word(one, start) | _inside_word(other, start):
        start -= 1
    end = _shared_length(one[start:][::-1], other[start:][::-1])
    while end and _inside_word(one, len(one) - end) | _inside_word(other, len(other) - end):
        end -= 1
    return one[start : len(one) - end], other[start : len(other) - end]


def _shared_length(one: str, other: str) -> int:
    """How many code points the two begin with alike."""
    shortest = min(len(one), len(other))
    return next((place for place in range(shortest) if one[place] != other[place]), shortest)


def _inside_word(text: str, place: int) -> bool:
    """Whether `place` lies between two letters of an alphabet or two digits; Han characters stand alone."""
    pair = text[place - 1 : place + 1]
    return len(pair) > 1 and pair.isalnum() and max(pair) < _HAN

"""How alike two texts are, and where they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_HAN = "\u2e80"  # from here on, characters are not spelt together to words
_MOST = 1_000  # names of which the nearest is looked for
_LONGEST = 5_000  # code points that are compared one with all; the time grows with their square


def similarity(one: str, other: str, least: float = 0.0) -> float:
    """Share of the code points of the two that stand in both in the same order, from 0 to 1.

    What is less than `least` is 0, as is the similarity of two very long texts between what they begin and end with.
    """
    if one == other:
        return 1.0
    total = len(one) + len(other)
    if 2 * min(len(one), len(other)) < least * total:
        return 0.0
    if max(len(one), len(other)) > _LONGEST:
        start = shared_length(one, other)
        end = shared_length(one[start:][::-1], other[start:][::-1])
        share = 2 * (start + end) / total
        return share if share >= least else 0.0
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - deferred: start-up

    return Indel.normalized_similarity(one, other, score_cutoff=least)


def difference(one: str, other: str) -> tuple[str, str]:
    """What is left of each text without the beginning and the end that they share, in whole words."""
    start = shared_length(one, other)
    while start and _inside_word(one, start) | _inside_word(other, start):
        start -= 1
    end = shared_length(one[start:][::-1], other[start:][::-1])
    while end and _inside_word(one, len(one) - end) | _inside_word(other, len(other) - end):
        end -= 1
    return one[start : len(one) - end], other[start : len(other) - end]


def shared_length(one: str, other: str) -> int:
    """How many code points the two begin with alike."""
    shortest = min(len(one), len(other))
    return next((place for place in range(shortest) if one[place] != other[place]), shortest)


def _inside_word(text: str, place: int) -> bool:
    """Whether `place` lies between two letters of an alphabet or two digits; Han characters stand alone."""
    pair = text[place - 1 : place + 1]
    return len(pair) > 1 and pair.isalnum() and max(pair) < _HAN


def nearest(name: str, names: Collection[str], least: float) -> str:
    """The one of `names` that is most like `name`; nothing where none is alike by `least`, or there are very many."""
    if len(names) > _MOST:
        return ""
    from rapidfuzz import process  # noqa: PLC0415 - deferred: start-up
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - deferred: start-up

    short = [other for other in names if len(other) <= _LONGEST] if len(name) <= _LONGEST else []
    found = process.extractOne(name, short, scorer=Indel.normalized_similarity, score_cutoff=least)
    return found[0] if found else ""

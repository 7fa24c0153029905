"""Slips of the pen: a rare word that is a frequent one with a letter missing, added, changed, or two swapped."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from linter.engines.similarity import shared_length
from linter.engines.spellings import Spelling

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_OFTEN = 5  # times that a word stands before a rare one can be its misspelling
_SHORTEST, _LONGEST = 7, 40  # letters of the word
_MISSING = 9  # letters of a word that may have lost or gained one; two swapped or one doubled are plain in shorter ones
_CHANGED = 10  # where one stands for another: many pairs of shorter words differ so
_HEAD, _TAIL = 2, 3  # letters that agree at the ends, where prefixes and endings stand
_MOST = 30  # words that begin or end alike, so that time stays linear


def by_letter(plain: Mapping[str, int]) -> Iterator[Spelling]:
    """Pairs of a word that stands once and a frequent one, a single slip apart, far from their ends."""
    near: dict[str, list[str]] = defaultdict(list)
    for usual, times in plain.items():
        if times >= _OFTEN and _SHORTEST <= len(usual) <= _LONGEST:
            for length in range(len(usual) - 1, len(usual) + 2):
                for half in _halves(usual, length):
                    near[half].append(usual)
    if not near:
        return
    for word, times in plain.items():
        if times == 1 and _SHORTEST <= len(word) <= _LONGEST:
            one, other = _halves(word, len(word))
            candidates = (*near.get(one, ())[:_MOST], *near.get(other, ())[:_MOST])
            if usual := next((usual for usual in candidates if is_slip(word, usual)), ""):
                yield Spelling(word, usual, _OFTEN)


def _halves(word: str, length: int) -> tuple[str, str]:
    """The two halves of `word`, one of which it shares with each word of `length` letters that is one slip away."""
    half = length // 2
    return word[:half], word[half + 1 - length :]


def is_slip(word: str, usual: str) -> bool:
    """Whether `word` is `usual` with one slip of the pen that hardly gives another word."""
    if not -1 <= len(word) - len(usual) <= 1:
        return False
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - deferred: start-up

    if OSA.distance(word, usual, score_cutoff=1) != 1:
        return False
    start = shared_length(word, usual)
    end = shared_length(word[start:][::-1], usual[start:][::-1])
    around = word[max(0, start - _HEAD) : start] + word[len(word) - end : len(word) - end + _TAIL]
    if len(around) < _HEAD + _TAIL or "-" in around[_HEAD - 1 :]:
        return False
    written, meant = word[start : len(word) - end], usual[start : len(usual) - end]
    least = _MISSING if len(written) != len(meant) else _CHANGED
    is_doubled = len(written) > len(meant) and written == word[start - 1]
    is_swap = len(written) == len(meant) > 1
    return (written + meant).isalpha() and (is_doubled or is_swap or max(len(word), len(usual)) >= least)

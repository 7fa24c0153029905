"""Pieces of a sequence that stand twice in direct succession: `a b a b`."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import eq
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

# For the bytes of UTF-8: capitals made small, marks between words made blank.
_PLAIN = bytes(range(256)).lower().translate(bytes.maketrans(b',;:!?"()[]', b" " * 10))
_LETTER = re.compile(rb"[a-z\xc3-\xee]")  # how a word starts in UTF-8, as far as that can be told quickly
_END = b"\0"  # starts the word that ends a text
_HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
_UNSPACED = re.compile(rf"([{_HAN}]{{1,8}}?|[，。；：、？！])\1")


class Double(NamedTuple):
    """`sequence[start : start + length * times]` is one piece of `length` elements, written `times` times.

    `more` elements go on in the same way: each of so many pieces that begin further on is doubled as well.
    """

    start: int
    length: int
    times: int
    more: int = 0

    @property
    def end(self) -> int:
        """Where the last of them ends."""
        return self.start + self.length * self.times


def doubles(sequence: Sequence[Hashable], longest: int) -> list[Double]:
    """The pieces of up to `longest` elements, in order; of two that overlap, the shorter one."""
    found: list[Double] = []
    taken = bytearray(len(sequence))
    for length in range(1, longest + 1):
        same = _same_after(sequence, length)
        start = same.find(b"\1" * length)
        while start >= 0:
            stop = same.find(b"\0", start)
            stop = len(same) if stop < 0 else stop
            times, more = divmod(stop - start, length)
            double = Double(start, length, times + 1, more)
            if not any(taken[start : double.end]):
                taken[start : double.end] = b"\1" * (double.end - start)
                found.append(double)
            start = same.find(b"\1" * length, stop)
    return sorted(found)


def texts_with_doubled_words(texts: Sequence[str], longest: int) -> set[int]:
    """The numbers of the texts where up to `longest` words may stand twice in a row.

    Quick, as all texts are tried at once: no double is missed that has only blanks, a comma or the like in it.
    """
    together = "".join(f"{text}\n\0{number}\n" for number, text in enumerate(texts))
    if together.count("\0") > len(texts):
        return set(range(len(texts)))
    words = together.replace(".\n", "\n").replace(". ", " ").encode(errors="replace").translate(_PLAIN).split()
    return {number for length in range(1, longest + 1) for number in _numbers(words, length)}


def _numbers(words: list[bytes], length: int) -> Iterator[int]:
    """The number at the end of each text that has a double of this length."""
    same = _same_after(words, length)
    start = same.find(b"\1" * length)
    while start >= 0:
        if all(map(_LETTER.match, words[start : start + length])):
            while not words[start].startswith(_END):
                start += 1
            yield int(words[start][1:])
        start = same.find(b"\1" * length, start + 1)


@lru_cache(maxsize=4096)  # of the blocks of a document, for the rules that ask one after the other
def doubled_characters(text: str) -> tuple[str, ...]:
    """What of up to eight Han characters, or which Chinese point, stands twice in a row."""
    return () if text.isascii() else tuple(match[1] for match in _UNSPACED.finditer(text))


def _same_after(sequence: Sequence[Hashable], length: int) -> bytes:
    """For each element, 1 where the one `length` places on is the same, else 0."""
    return bytes(map(eq, sequence, sequence[length:]))

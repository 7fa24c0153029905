"""Numbers of parts that a text announces: the following four steps, 以下三个方面."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.engines.ordinals import han_number
from linter.engines.patterns import any_of, late, late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from linter.engines.patterns import Pattern

_LONGEST = 160  # code points before the parts in which the announcement stands
_BEFORE = 24  # code points before an announcement that may say it is a rough one


# A part that says which one it is: Phase 2, 二阶段, 第二步.
_NAMED = late(r"[\W_]*(?:\p{Latin}+[ ](?P<digits>\d{1,2})\b|第?(?P<han>[一二三四五六七八九十]{1,3})(?=\p{Han}))")


class Announcement(NamedTuple):
    """The number of parts stated at `text[start:end]`."""

    start: int
    end: int
    stated: int


class Announcements(NamedTuple):
    """How to see announcements; made by `compile_announcements`."""

    whole: Pattern
    number: Pattern
    numerals: Mapping[str, int]
    approximate: Pattern | None

    def before(self, text: str, end: int) -> Announcement | None:
        """The announcement of two parts or more that ends at `end`, blanks apart."""
        offset = max(0, end - _LONGEST)
        text = text[offset:end].rstrip()
        found = self.whole.search(text) if self.number.search(text) else None
        if found is None:
            return None
        words = text[max(0, found.start() - _BEFORE) : found.end()]
        stated = self.value_of(found["count"])
        if stated < 2 or (self.approximate and self.approximate.search(words)):  # noqa: PLR2004
            return None
        return Announcement(offset + found.start("count"), offset + found.end(), stated)

    def value_of(self, text: str) -> int:
        """What a number that a pattern has found stands for."""
        if text.isdecimal():
            return int(text)
        return self.numerals[text.lower()] if text.lower() in self.numerals else han_number(text)


class Holes:
    """What stands in patterns for what: {count} for a number, in digits or as a numeral, and {noun} for a noun."""

    def __init__(self, nouns: Iterable[str], numerals: Mapping[str, int]) -> None:
        words = [rf"\b{word}" if word.isascii() else word for word in sorted(numerals, key=len, reverse=True)]
        self.number = "|".join([r"(?<![\d.])(?<![\p{L}--\p{Han}])\d{1,2}", "[一二三四五六七八九十]{1,3}", *words])
        self._noun = f"(?:{any_of(nouns)})"

    def filled(self, pattern: str, counts: Iterable[str] = ("count",)) -> str:
        """The pattern with numbers in the holes named `counts`, each in a group of that name."""
        for count in counts:
            pattern = pattern.replace(f"{{{count}}}", f"(?P<{count}>{self.number})")
        return pattern.replace("{noun}", self._noun)


def compile_announcements(
    patterns: Iterable[str], nouns: Iterable[str], numerals: Mapping[str, int], approximate: str
) -> Announcements:
    """Compile patterns in which {count} stands for a number, in digits or as a numeral, and {noun} for a noun."""
    holes = Holes(nouns, numerals)
    return Announcements(
        late_pattern(holes.filled(any_of(patterns)), ignore_case=True),
        late_pattern(holes.number, ignore_case=True),
        numerals,
        late_pattern(approximate, ignore_case=True) if approximate else None,
    )


def last_named(parts: Sequence[str]) -> int | None:
    """The highest number that the parts give themselves, where each does: one phase may take two of them."""
    named = [_NAMED.match(part) for part in parts]
    numbers = [int(one["digits"]) if one["digits"] else han_number(one["han"]) for one in named if one]
    return max(numbers, default=None) if len(numbers) == len(parts) else None

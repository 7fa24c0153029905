"""Series of ordinals: what comes next, and where one breaks."""

from __future__ import annotations

from itertools import pairwise
from string import ascii_lowercase, ascii_uppercase
from typing import TYPE_CHECKING, Literal, NamedTuple

from linter.engines.patterns import late

if TYPE_CHECKING:
    from collections.abc import Sequence

    from linter.engines.ordinals import Ordinal

Defect = Literal["gap", "repeat", "restart", "back"]

_SEVERAL = 4  # values that show which one is wrong
_PAIR = (1, 3)  # the shortest series with a gap
_HAN = "〇一二三四五六七八九"
_CIRCLED = "".join(map(chr, [*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0)]))  # ① to ㊿
_NUMBER = late(
    rf"\d+(?=\D*$)|[〇零一二三四五六七八九十百千]+|[{_CIRCLED}]|(?<![A-Za-z])(?:[IVXLC]+|[A-Za-z])(?![A-Za-z])"
)
_ROMAN = (
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


class Break(NamedTuple):
    """Item `place` of a series does not follow the one before it."""

    place: int
    defect: Defect


def breaks(values: Sequence[int]) -> list[Break]:
    """Where a series does not go on by one; none where less than half of it does, as it is no series then.

    Two values are one with a single number left out between them: 1, 3. Where one value alone is wrong, or two have
    changed places, that is all there is to say: 1, 2, 2, 4.
    """
    if misnumbered := _misnumbered(values):
        return [misnumbered]
    steps = list(pairwise(values))
    found = [
        Break(place, _defect(one, other))
        for place, (one, other) in enumerate(steps, 1)
        if other != one + 1 and not (place > 1 and values[place - 2 : place + 1 : 2] == [other - 2, other])
    ]
    return found if 2 * len(found) <= len(steps) or steps == [_PAIR] else []


def _misnumbered(values: Sequence[int]) -> Break | None:
    """The first value that is not the next one, if all others are in order once it is, is gone or has changed places."""
    place = next((place for place, (one, other) in enumerate(pairwise(values), 1) if other != one + 1), 0)
    if not place or len(values) < _SEVERAL:
        return None
    right = values[place - 1] + 1
    mended = [*values[:place], right, *values[place + 1 :]]
    without = [*values[:place], *values[place + 1 :]]
    swapped = [*without[: place + 1], values[place], *without[place + 1 :]]
    is_one = any(all(other == one + 1 for one, other in pairwise(series)) for series in (mended, without, swapped))
    return Break(place, _defect(values[place - 1], values[place])) if is_one else None


def _defect(one: int, other: int) -> Defect:
    if other > one:
        return "gap"
    if other == one:
        return "repeat"
    return "restart" if other == 1 else "back"


def following(ordinal: Ordinal) -> str:
    """The ordinal that comes after this one, written in the same way, without the blanks after it."""
    return renumbered(ordinal, ordinal.value[-1] + 1)


def renumbered(ordinal: Ordinal, number: int) -> str:
    """The ordinal with another last number, written in the same way, without the blanks after it."""
    text = ordinal.text.rstrip()
    *_, written = _NUMBER.finditer(text)
    return text[: written.start()] + _write(written[0], ordinal.value[-1], number) + text[written.end() :]


def _write(model: str, value: int, number: int) -> str:
    """The number in the numerals of `model`, which says `value`."""
    if model.isdecimal():
        return str(number)
    if model in _CIRCLED:
        return _CIRCLED[number - 1 : number]
    if not model.isascii():
        return han_text(number)
    letters = ascii_lowercase if model.islower() else ascii_uppercase
    if model == letters[value - 1 : value]:
        return letters[number - 1 : number]
    return roman_text(number)


def han_text(number: int) -> str:
    """The Chinese numeral of a number below 1000: 二十一, 一百零三."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_HAN[hundreds]}百" if hundreds else ""
    if tens:
        text += "十" if tens == 1 and not hundreds else f"{_HAN[tens]}十"
    elif hundreds and ones:
        text += "零"
    return text + (_HAN[ones] if ones else "")


def roman_text(number: int) -> str:
    """The Roman numeral of a number."""
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text

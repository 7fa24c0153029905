"""Numbers of lists as word processors draw them: counted over levels, and written in one of Word's number formats."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.engines.patterns import late

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

BULLET = "bullet"

_PLACE = late(r"%([1-9])")
_HAN_DIGITS = "零一二三四五六七八九"
_HAN_UNITS = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN, _MOST_HAN, _MOST_LETTERS = 3999, 9999, 780
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


class Level(NamedTuple):
    """A level of a list: its first number, Word's name of its number format, and the text with `%1` for a number.

    It begins anew after a paragraph of level `restart` (from 1; 0: never; None: of any level above it). `legal` has all
    numbers in Arabic digits.
    """

    start: int = 1
    number_format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False


class List(NamedTuple):
    """A list: lists of one `sequence` are counted on, but for the levels where this one begins at a number of `starts`."""

    name: Hashable
    sequence: Hashable
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


class ListCounter:
    """Where each list of a text stands; a level that is left out counts as begun."""

    def __init__(self) -> None:
        self._counts: dict[Hashable, dict[int, int]] = {}
        self._begun: set[tuple[Hashable, int]] = set()

    def next(self, of: List, depth: int) -> str:
        """What stands before the next paragraph on level `depth` (from 0); nothing before a bullet's."""
        level = of.levels.get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(of.sequence, {})
        if depth in of.starts and (of.name, depth) not in self._begun:
            counts[depth] = of.starts[depth]
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else level.start
        self._begun.add((of.name, depth))
        for above, skipped in of.levels.items():
            if above < depth:
                counts.setdefault(above, of.starts.get(above, skipped.start))
        for below in [number for number in counts if number > depth]:
            if _restarts(of.levels.get(below, Level()), depth):
                del counts[below]
        return "" if level.number_format == BULLET else _drawn(level, of, counts)


def _restarts(level: Level, after: int) -> bool:
    return level.restart is None or after < level.restart


def _drawn(level: Level, of: List, counts: Mapping[int, int]) -> str:
    def number(place: int) -> str:
        other = of.levels.get(place, Level())
        return written(counts.get(place, other.start), "decimal" if level.legal else other.number_format)

    return _PLACE.sub(lambda match: number(int(match[1]) - 1), level.text)


def written(value: int, number_format: str) -> str:
    """`value` in one of Word's number formats; in Arabic digits where the format or the value is beyond us."""
    write = _FORMATS.get(number_format)
    return (write(value) if write else "") or ("" if number_format in ("none", BULLET) else str(value))


def _han(value: int) -> str:
    if not 0 < value <= _MOST_HAN:
        return ""
    text = ""
    for unit, name in _HAN_UNITS:
        digit, value = divmod(value, unit)
        if digit:
            text += ("" if unit == 10 and digit == 1 and not text else _HAN_DIGITS[digit]) + name  # noqa: PLR2004
        elif text and value:
            text = text.rstrip("零") + "零"
    return text


def _roman(value: int) -> str:
    if not 0 < value <= _MOST_ROMAN:
        return ""
    text = ""
    for size, letters in _ROMAN:
        text += letters * (value // size)
        value %= size
    return text


def _letters(value: int) -> str:
    if not 0 < value <= _MOST_LETTERS:
        return ""
    times, letter = divmod(value - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def _one_of(signs: str) -> Callable[[int], str]:
    return lambda value: signs[value - 1] if 0 < value <= len(signs) else ""


def _cycle(value: int) -> str:
    return _STEMS[(value - 1) % 10] + _BRANCHES[(value - 1) % 12]


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda value: f"{value:02}",
    "decimalFullWidth": lambda value: str(value).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda value: str(value).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _one_of(_CIRCLED),
    "decimalEnclosedCircleChinese": _one_of(_CIRCLED),
    "decimalEnclosedParen": _one_of("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    "decimalEnclosedFullstop": _one_of("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
    "chineseCounting": _han,
    "chineseCountingThousand": _han,
    "taiwaneseCounting": _han,
    "taiwaneseCountingThousand": _han,
    "japaneseCounting": _han,
    "ideographDigital": lambda value: "".join("〇一二三四五六七八九"[int(digit)] for digit in str(abs(value))),
    "japaneseDigitalTenThousand": lambda value: "".join(
        "〇一二三四五六七八九"[int(digit)] for digit in str(abs(value))
    ),
    "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
    "ideographZodiacTraditional": _cycle,
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerLetter": _letters,
}

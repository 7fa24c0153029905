"""Ordinals at the start of a line: 一、 （一） 1. 1.2 （1） ① 第一章 Article 3 IV. A. a) and how each is written."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

import regex

from linter.engines.patterns import late

_HAN_DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_EDGES = "()（）.．、:： \t\u3000"

# The styles from the highest level of a document to the lowest, as far as custom orders them.
RANK = (
    "第编", "第篇", "第部分", "Part", "第章", "Chapter", "Appendix", "第节", "Section", "第条", "Article",
    "roman", "一", "A", "（一）", "1", "1.1", "1.1.1", "1.1.1.1", "（1）", "1）", "①", "a",
)  # fmt: skip

_HAN = "[〇零一二三四五六七八九十百]"
_BLANK = r"[ \t\u3000]*"
# What follows a number that measures something: 10.5公里 is no chapter.
_UNIT = (
    r"(?:[年月元万亿倍米吨亩％%]|日(?!常)|度(?!量)|个(?!人)|公里|公顷|公斤|平方|立方|千米|千克|毫|厘米|百分点|劳动节"
    r"|billion|million|thousand|per\s?cent)"
)
_WORDS = r"(?P<word>Part|Chapter|Appendix|Section|Article)\ (?P<word_number>\d{1,4}|[IVXLC]{1,8}|[A-Z])"
_ORDINAL = late(
    rf"""(?:
        第{_BLANK}(?P<di>{_HAN}{{1,7}}|\d{{1,4}}){_BLANK}(?P<unit>编|篇|部分|章|节|条)(?!第)
      | (?P<han>{_HAN}{{1,5}})[、．.]
      | [（(](?P<han_bracket>{_HAN}{{1,5}})[）)][、．.]?
      | [（(](?P<arabic_bracket>\d{{1,3}})[）)][、．.]?
      | (?P<arabic_close>\d{{1,3}})[）)]
      | (?P<circled>[①-⑳㉑-㉟㊱-㊿])
      | (?P<decimal>\d{{1,3}}(?:[.．]\d{{1,3}}){{1,4}})(?:[.．、](?!\d))?(?=[ \t\u3000]|\p{{Han}})(?!{_BLANK}{_UNIT})
      | (?P<arabic>\d{{1,3}})(?:[、．](?!\d)|\.(?!\d|[a-z]))
      | {_WORDS}(?:[.:](?=\ )|(?=\ )|$)
      | (?P<roman>[IVX]{{1,8}})\.(?=\ )
      | (?P<upper>[A-Z])\.(?=\ )
      | (?P<lower>[a-z])[.)](?=\ )
    ){_BLANK}""",
    regex.VERBOSE | regex.VERSION1,
)


_POINT = late(r"[.\-–]")


class Ordinal(NamedTuple):
    """What a heading or an item is numbered with.

    `value` has one number a level (`2.1` is `(2, 1)`), `style` is one of `RANK`, or the word of a label (Table 3), `text`
    is what is written, with the blanks after it.
    """

    value: tuple[int, ...]
    style: str
    text: str


class Writing(NamedTuple):
    """How an ordinal is written.

    `width` is that of its brackets (`half`, `full`, `mixed`, or none), `point` what stands after it, `blank` whether
    a blank follows, `brackets` whether it stands in a pair (`()`), before one alone (`)`), or in none.
    """

    width: str
    point: str
    blank: bool
    brackets: str


def parse_ordinal(text: str) -> Ordinal | None:
    """The ordinal that `text` starts with, or None."""
    match = _ORDINAL.match(text)
    if match is None:
        return None
    parts = {name: value for name, value in match.groupdict().items() if value is not None}
    value, style = _value_and_style(parts)
    return Ordinal(value, style, match[0])


def parse_number(text: str) -> tuple[int, ...]:
    """The value of a number alone, with one number a level: 3, 10-2, B.1, 三."""
    return tuple(_letter(part) if part.isascii() and part.isalpha() else _number(part) for part in _POINT.split(text))


def _value_and_style(parts: dict[str, str]) -> tuple[tuple[int, ...], str]:
    match parts:
        case {"di": number, "unit": unit}:
            return (_number(number),), f"第{unit}"
        case {"word": word, "word_number": number}:
            return (
                _letter(number) if word == "Appendix" and len(number) == 1 and number.isalpha() else _number(number),
            ), word
        case {"decimal": number}:
            value = tuple(int(part) for part in number.replace("．", ".").split("."))
            return value, ".".join("1" * min(len(value), 4))
    ((name, number),) = parts.items()
    return (_letter(number) if name in ("upper", "lower") else _number(number),), _STYLES[name]


_STYLES = {
    "han": "一",
    "han_bracket": "（一）",
    "arabic_bracket": "（1）",
    "arabic_close": "1）",
    "circled": "①",
    "arabic": "1",
    "roman": "roman",
    "upper": "A",
    "lower": "a",
}


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    if text[0] in _HAN_DIGITS or text[0] in _HAN_UNITS:
        return han_number(text)
    if len(text) == 1 and not text.isascii():
        return int(unicodedata.numeric(text))
    if all(letter in _ROMAN for letter in text):
        return _roman_number(text)
    return _letter(text)


def _letter(text: str) -> int:
    return ord(text.lower()) - ord("a") + 1


def han_number(text: str) -> int:
    """The value of a Chinese numeral up to 9999: 二十一 is 21, 一百零三 is 103, 二〇 is 20."""
    if not any(character in _HAN_UNITS for character in text):
        return int("".join(str(_HAN_DIGITS[character]) for character in text))
    total = digit = 0
    for character in text:
        if character in _HAN_UNITS:
            total += (digit or 1) * _HAN_UNITS[character]
            digit = 0
        else:
            digit = _HAN_DIGITS[character]
    return total + digit


def _roman_number(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def writing(ordinal: Ordinal) -> Writing:
    """How `ordinal` is written."""
    text = ordinal.text.rstrip(" \t\u3000")
    half = "(" in text or ")" in text
    full = "（" in text or "）" in text
    width = "mixed" if half and full else "half" if half else "full" if full else ""
    brackets = "(" * (text[0] in "(（") + ")" * any(mark in text for mark in ")）")
    return Writing(width, text[-1] if text[-1] in ".．、:：" else "", len(text) < len(ordinal.text), brackets)


def write(ordinal: Ordinal, wanted: Writing) -> str:
    """The ordinal written another way; its number stays."""
    number = ordinal.text.strip(_EDGES)
    opening, closing = ("（", "）") if wanted.width == "full" else ("(", ")")
    blank = (ordinal.text[len(ordinal.text.rstrip(" \t\u3000")) :] or " ") if wanted.blank else ""
    before = opening if "(" in wanted.brackets else ""
    after = closing if ")" in wanted.brackets else ""
    return f"{before}{number}{after}{wanted.point}{blank}"

"""The ordinals that a browser draws before the items of a list."""

from __future__ import annotations

from linter.engines.patterns import late

_STYLE = late(
    r"list-style(?:-type)?\s*:[^;]*?\b(?P<style>none|decimal|cjk-ideographic|simp-chinese-informal|trad-chinese-informal|(?:lower|upper)-(?:alpha|latin|roman))\b"
)
_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_HAN = "零一二三四五六七八九"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MOST_LETTERS = 26
_MOST_ROMAN = 3999
_MOST_HAN = 99


def style_of(kind: str, css: str) -> str:
    """How a list is numbered, by its attributes `type` and `style`."""
    found = _STYLE.search(css.lower())
    return found["style"] if found else _TYPES.get(kind.strip(), "decimal")


def drawn(number: int, style: str) -> str:
    """The ordinal as it is shown, with what stands after it: `1. `, `a. `, `IV. `, `十二、`."""
    if style == "none":
        return ""
    if style.endswith(("informal", "ideographic")) and 0 < number <= _MOST_HAN:
        return f"{_han(number)}、"
    if style.endswith(("alpha", "latin")) and 0 < number <= _MOST_LETTERS:
        return f"{_cased(chr(ord('a') + number - 1), style)}. "
    if style.endswith("roman") and 0 < number <= _MOST_ROMAN:
        return f"{_cased(_roman(number), style)}. "
    return f"{number}. "


def _cased(letters: str, style: str) -> str:
    return letters.upper() if style.startswith("upper") else letters


def _han(number: int) -> str:
    tens, ones = divmod(number, 10)
    before = "" if tens == 0 else "十" if tens == 1 else f"{_HAN[tens]}十"
    return before + (_HAN[ones] if ones else "")


def _roman(number: int) -> str:
    letters = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        letters += sign * count
    return letters

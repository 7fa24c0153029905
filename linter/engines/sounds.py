"""Chinese characters that sound alike, which a keyboard for pinyin offers side by side."""

from __future__ import annotations

_FIRST, _LAST = 0xB0A1, 0xD7F9  # the common characters in GB 2312, in the order of their sounds
_ROW = 94  # characters in a row of the standard
_NEAR = 24  # characters between two that sound alike, or nearly


def sound_alike(one: str, other: str) -> bool:
    """Whether two different characters are common ones that stand near each other in the order of their sounds."""
    places = [_place(one), _place(other)]
    return one != other and None not in places and abs((places[0] or 0) - (places[1] or 0)) <= _NEAR


def _place(character: str) -> int | None:
    try:
        code = character.encode("gb2312")
    except UnicodeEncodeError:
        return None
    if len(character) != 1 or not _FIRST <= int.from_bytes(code) <= _LAST:
        return None
    return (code[0] - 0xA1) * _ROW + code[1] - 0xA1

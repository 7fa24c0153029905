"""What a person is shown on a terminal: text that cannot drive it, in colours where they are wanted."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Paint = Callable[[str, str], str]

_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}  # controls, marks of format, halves of characters, ends of lines
_JOINERS = "\u200c\u200d"  # they change nothing but how letters look
_STYLES = {"error": "1;31", "warning": "1;33", "suggestion": "1;36", "path": "1", "faint": "2"}  # SGR parameters


def plain(text: str) -> str:
    """The text with a blank for each character that is not seen: tabs and other controls, marks of direction, halves.

    A character that is not known yet, or that a font of one's own has, stays.
    """
    return text if text.isprintable() else "".join(map(_seen, text))


def _seen(character: str) -> str:
    return " " if unicodedata.category(character) in _UNSEEN and character not in _JOINERS else character


def painter(*, is_coloured: bool) -> Paint:
    """A function that gives a text a style: a level, `path` or `faint`."""
    return _painted if is_coloured else lambda text, _: text


def _painted(text: str, style: str) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"

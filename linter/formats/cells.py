"""How wide a text looks."""

from __future__ import annotations

from linter.engines.patterns import late

_WIDE = late(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\u3000-\u303f\uff00-\uff60]")


def cells_of(text: str) -> int:
    """Display width in cells, near enough to judge a line's length."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))

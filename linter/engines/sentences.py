"""Where the sentences of a text end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_END = re.compile(r"""[。！？]+[”’」』）]*|[.!?]+["'”’)\]]*(?=\s)""")
_NO_END = re.compile(r"(?:\b[^\W\d_]|\b(?:e\.g|i\.e|etc|vs|cf|Dr|Mr|Mrs|Ms|St|No|Fig|Sec|approx|resp))\.\Z")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The start and end of each sentence of `text`; blanks between two belong to neither.

    Western marks end a sentence before a blank, unless an abbreviation or a single letter wears them.
    """
    start = 0
    for mark in _END.finditer(text):
        end = mark.end()
        if mark[0] == "." and _NO_END.search(text, max(start, end - 8), end):
            continue
        if text[start:end].strip():
            yield _inner(text, start, end)
        start = end
    if text[start:].strip():
        yield _inner(text, start, len(text))


def _inner(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return end - len(piece.lstrip()), start + len(piece.rstrip())

"""A place in the words that a reader sees."""

from __future__ import annotations

from typing import NamedTuple

_LEAD = 24  # code points on either side of the place
_LONGEST = 60  # code points of the place itself


class Quotation(NamedTuple):
    """A place with a little of what stands around it in its block."""

    before: str
    text: str
    after: str


def quoted(text: str, start: int, end: int) -> Quotation | None:
    """The quotation of `text[start:end]`, of the whole text where that is nothing; None where there is no text."""
    if not text:
        return None
    if end <= start:
        start, end = 0, len(text)
    first, last = max(0, start - _LEAD), min(len(text), end + _LEAD)
    before = "…" * (first > 0) + text[first:start]
    if end - start > _LONGEST:
        return Quotation(before, text[start : start + _LONGEST] + "…", "")
    return Quotation(before, text[start:end], text[end:last] + "…" * (last < len(text)))

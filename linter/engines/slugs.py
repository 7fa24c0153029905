"""The names by which a page's headings can be linked to."""

from __future__ import annotations

from linter.engines.patterns import late

_DROPPED = late(r"[^\p{L}\p{M}\p{N}\p{Pc}\- ]")
_SIGNIFICANT = late(r"[\p{L}\p{M}\p{N}]+")


def slug(text: str) -> str:
    """The anchor that GitHub gives a heading: small letters, no punctuation, hyphens for blanks."""
    return _DROPPED.sub("", text.strip().lower()).replace(" ", "-")


def skeleton(text: str) -> str:
    """The letters and digits of a heading or an anchor, in small letters: what all ways to make anchors agree on."""
    return "".join(_SIGNIFICANT.findall(text.casefold()))

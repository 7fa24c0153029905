"""The form in which two texts are compared: how they read, whatever the width, the case and the blanks."""

from __future__ import annotations

import re
import unicodedata

# What NFKC leaves as it is and most texts consist of; only the rest is handed to it, which is slow.
_CHANGING = re.compile("[^\x00-\x7f\u2010\u2012-\u2016\u2018-\u2023\u2027\u3001-\u3029\u4e00-\u9fff]+")
_COMBINING = re.compile("[\u0300-\u036f\u1100-\u11ff\u3099\u309a]")  # joins the character before it


def normal_form(text: str) -> str:
    """NFKC, case folded, all white space removed."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text) if _COMBINING.search(text) else _CHANGING.sub(_normalized, text)
    return "".join(text.casefold().split())


def _normalized(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0])

"""The form in which two texts are compared: how they read, whatever the width, the case and the blanks."""

from __future__ import annotations

import unicodedata


def normal_form(text: str) -> str:
    """NFKC, case folded, all white space removed."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return "".join(text.casefold().split())

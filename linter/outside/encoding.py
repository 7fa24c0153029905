"""Text → bytes, as they stood in the file that the text was read from."""

from __future__ import annotations

_MARK = "\ufeff"


def encoded(text: str, encoding: str, old_text: str, data: bytes) -> bytes | None:
    """`text` as bytes; None where the encoding does not give back the bytes `data` for the text that was read from them.

    Where it does, what is the same in both texts is the same in bytes: a byte order mark is kept, and its order.
    """
    for name in (encoding, f"{encoding}-le", f"{encoding}-be"):
        try:
            for mark in ("", _MARK):
                if (mark + old_text).encode(name) == data:
                    return (mark + text).encode(name)
        except (LookupError, UnicodeEncodeError):
            continue
    return None

"""Where a piece stands in a text, as often as it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def occurrences(text: str, piece: str) -> Iterator[int]:
    """Each offset at which `piece`, which is not empty, begins; those that overlap as well."""
    place = text.find(piece)
    while place >= 0:
        yield place
        place = text.find(piece, place + 1)

"""An action that the editor is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lsprotocol.types import TextEdit


class Offer(NamedTuple):
    """Its title and its edits, of the document itself or of the file `uri`."""

    title: str
    edits: list[TextEdit]
    is_preferred: bool = False
    uri: str = ""

"""An open document, as the editor keeps it."""

from __future__ import annotations

from lsprotocol.types import TextDocumentContentChangePartial, TextDocumentItem
from pygls.workspace import PositionCodec, TextDocument

from linter.lsp.text import Text


class Buffer(TextDocument):
    """The library's document breaks lines where no editor does (at form feeds, say); this one counts as editors do."""

    def __init__(self, item: TextDocumentItem, codec: PositionCodec) -> None:
        super().__init__(item.uri, item.text, item.version, item.language_id, position_codec=codec)
        self.content = Text(item.text, codec.encoding or "utf-16")

    @property
    def source(self) -> str:
        """The whole text."""
        return self.content.text

    def apply_change(self, change: object) -> None:
        """Take one change of the editor's, of a part or of everything."""
        if isinstance(change, TextDocumentContentChangePartial):
            self.content = self.content.changed(change.range, change.text)
        else:
            self.content = Text(str(getattr(change, "text", "")), self.content.encoding)

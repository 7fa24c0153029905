"""The files of a run, read again when they are compared with each other."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from linter.formats import parse
from linter.outside.files import read_source

if TYPE_CHECKING:
    from linter.document import Document
    from linter.source import Source

_HELD = 32  # documents at hand


class Library:
    """Documents by path; `encodings` are those that the files were first read with."""

    def __init__(self, encodings: dict[str, str | None]) -> None:
        self._source = lru_cache(maxsize=_HELD)(lambda path: read_source(path, encodings[path]))
        self._document = lru_cache(maxsize=_HELD)(lambda path: parse(self.source(path)))

    def source(self, path: str) -> Source:
        """The text of a file; raises `UnreadableError`."""
        return self._source(path)

    def document(self, path: str) -> Document:
        """The same, parsed."""
        return self._document(path)

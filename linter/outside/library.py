"""The documents of a run, read again when they are compared with each other, mended or shown."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from linter.formats import parse
from linter.outside.files import read_source

if TYPE_CHECKING:
    from collections.abc import Callable

    from linter.document import Document
    from linter.source import Source

_HELD = 32  # documents at hand


class Library:
    """Documents by path; `encoding_of` tells what a file was first read with. `kept` are texts that stand in no file."""

    def __init__(self, encoding_of: Callable[[str], str | None]) -> None:
        self.kept: dict[str, Source] = {}
        self._source = lru_cache(maxsize=_HELD)(lambda path: read_source(path, encoding_of(path)))
        self._document = lru_cache(maxsize=_HELD)(lambda path: parse(self.source(path)))

    def source(self, path: str) -> Source:
        """The text of a file; raises `UnreadableError`."""
        return self.kept.get(path) or self._source(path)

    def keep(self, source: Source) -> None:
        """Hold on to a text that cannot be read again."""
        self.kept[source.path] = source

    def document(self, path: str) -> Document:
        """The same, parsed."""
        return self._document(path)

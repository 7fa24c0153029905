"""Hunspell dictionaries, read with spylls when the first word is looked up."""

from __future__ import annotations

import os
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from linter.errors import LinterError
from linter.outside.reading import read_file

if TYPE_CHECKING:
    from collections.abc import Callable

_AMERICAN = ("data", "en", "en_US")  # where spylls keeps the dictionary that comes with it
_AT_HAND = 50_000  # words


class Dictionary:
    """The words of two files, a .dic and its .aff; without them, American English."""

    def __init__(self, files: tuple[str, str] | None = None) -> None:
        self._files = files

    def knows(self, word: str) -> bool:
        """Whether the word is spelled right; raises `LinterError` where the dictionary cannot be read."""
        return self._lookup(word)

    @cached_property
    def _lookup(self) -> Callable[[str], bool]:
        try:
            from spylls import hunspell  # noqa: PLC0415 - an optional library
        except ImportError as error:
            raise LinterError("checking spelling needs spylls: pip install 'recto[spelling]'") from error
        own = os.path.join(os.path.dirname(hunspell.__file__), *_AMERICAN)
        words, affixes = self._files or (f"{own}.dic", f"{own}.aff")
        try:
            return lru_cache(_AT_HAND)(_read(words, affixes).lookup)
        except Exception as error:  # the library raises whatever a broken file makes it stumble over
            raise LinterError(f"this dictionary cannot be read with its .aff file: {error}", words) from error


def _read(words: str, affixes: str) -> Any:
    from spylls import hunspell  # noqa: PLC0415 - an optional library
    from spylls.hunspell import readers  # noqa: PLC0415 - an optional library

    aff, context = readers.read_aff(_reader(read_file(affixes), "windows-1252"))
    dic = readers.read_dic(_reader(read_file(words), context.encoding), aff=aff, context=context)
    return hunspell.Dictionary(aff, dic)


def _reader(data: bytes, encoding: str) -> Any:
    """What the library reads lines from, which leaves no file open."""
    import io  # noqa: PLC0415 - deferred: start-up

    from spylls.hunspell.readers.file_reader import BaseReader  # noqa: PLC0415 - an optional library

    def opened(encoding: str) -> io.TextIOWrapper:
        return io.TextIOWrapper(io.BytesIO(data), encoding, errors="surrogateescape")

    reader = BaseReader(opened(encoding))
    reader.reset_encoding = lambda encoding: reader.reset_io(opened(encoding))
    return reader

"""Bytes → sources."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from linter.formats import format_of
from linter.outside.declared import declared_encoding
from linter.outside.decoding import BinaryFileError, MissingReaderError, UnreadableError, decode
from linter.source import Source

if TYPE_CHECKING:
    from typing import BinaryIO

__all__ = [
    "MAX_FILE_SIZE",
    "BinaryFileError",
    "MissingReaderError",
    "UnreadableError",
    "read_bytes",
    "read_source",
    "read_stdin",
    "source_of",
    "stdin_bytes",
]

MAX_FILE_SIZE = 20_000_000  # bytes
STDIN = "-"


def read_source(path: str, encoding: str | None = None) -> Source:
    """The text of a file; raises `UnreadableError`."""
    return source_of(path, read_bytes(path), encoding)


def read_stdin(filename: str | None = None, encoding: str | None = None) -> Source:
    """The text on standard input, as if it stood in `filename`; raises `UnreadableError`."""
    return source_of(filename or STDIN, stdin_bytes(), encoding)


def stdin_bytes() -> bytes:
    """What stands on standard input; raises `UnreadableError`."""
    return _read(sys.stdin.buffer)


def read_bytes(path: str) -> bytes:
    """What stands in a file; raises `UnreadableError`."""
    try:
        with open(path, "rb") as stream:
            return _read(stream)
    except FileNotFoundError as error:
        raise UnreadableError({"en": "There is no such file.", "zh": "文件不存在。"}) from error
    except OSError as error:
        raise UnreadableError(
            {"en": f"Cannot be read: {error.strerror}.", "zh": f"无法读取：{error.strerror}。"}
        ) from error


def source_of(path: str, data: bytes, encoding: str | None = None) -> Source:
    """The source that a file of `data` is; raises `UnreadableError`."""
    format_name = format_of(path)
    if format_name == "docx":
        from linter.outside.word.lines import source_from  # noqa: PLC0415 - deferred: start-up

        return source_from(path, data)
    if format_name == "pdf":
        from linter.outside.pdf import source_from as source_from_pdf  # noqa: PLC0415 - deferred: start-up

        return source_from_pdf(path, data)
    declared = declared_encoding(data) if format_name == "html" else None
    text, encoding = decode(data, encoding, declared)
    return Source(path, text, format_name, encoding=encoding)


def _read(stream: BinaryIO) -> bytes:
    data = stream.read(MAX_FILE_SIZE + 1)
    if len(data) > MAX_FILE_SIZE:
        size = MAX_FILE_SIZE // 1_000_000
        raise UnreadableError({"en": f"Larger than {size} MB.", "zh": f"超过{size} MB。"})
    return data

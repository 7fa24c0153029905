"""Paths and bytes → sources."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from linter.formats import SUFFIXES, format_of
from linter.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from linter.rule import Words

MAX_FILE_SIZE = 20_000_000  # bytes


class UnreadableError(Exception):
    """A file that cannot be read; `reason` says why in each language."""

    def __init__(self, reason: Words) -> None:
        super().__init__(reason["en"])
        self.reason = reason


def find_files(paths: Iterable[str]) -> list[str]:
    """The files to lint, sorted and each once: what is named, and the documents in the folders that are named."""
    found: set[str] = set()
    for path in paths:
        found.update(_walk(path) if os.path.isdir(path) else [os.path.normpath(path)])
    return sorted(found)


def _walk(folder: str) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and name != "node_modules"]
        for name in names:
            if not name.startswith(".") and os.path.splitext(name)[1].lower() in SUFFIXES:
                yield os.path.normpath(os.path.join(place, name))


def read_source(path: str) -> Source:
    """The text of a file; raises `UnreadableError`."""
    try:
        with open(path, "rb") as stream:
            data = stream.read(MAX_FILE_SIZE + 1)
    except FileNotFoundError as error:
        raise UnreadableError({"en": "There is no such file.", "zh": "文件不存在。"}) from error
    except OSError as error:
        raise UnreadableError(
            {"en": f"Cannot be read: {error.strerror}.", "zh": f"无法读取：{error.strerror}。"}
        ) from error
    return Source(path, _decode(data), format_of(path))


def _decode(data: bytes) -> str:
    if len(data) > MAX_FILE_SIZE:
        size = MAX_FILE_SIZE // 1_000_000
        raise UnreadableError({"en": f"Larger than {size} MB.", "zh": f"超过{size} MB。"})
    if b"\0" in data:
        raise UnreadableError({"en": "A binary file.", "zh": "二进制文件。"})
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        words = {
            "en": f"Not UTF-8: line {line} holds bytes that are no text in it. Convert the file to UTF-8.",
            "zh": f"不是UTF-8编码：第{line}行有无法解码的字节。请转换为UTF-8。",
        }
        raise UnreadableError(words) from error

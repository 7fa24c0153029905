"""What the command writes to files."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from linter.errors import LinterError
from linter.formats import format_of
from linter.outside.decoding import UnreadableError
from linter.outside.files import read_bytes
from linter.rule import in_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from linter.diagnostic import Diagnostic

COMMENTS = "docx-comments"
"""The output format that is a copy of the document."""


def write_report(text: str, path: str, documents: Iterable[str]) -> None:
    """Write to a file that is none of the documents; raises `LinterError`."""
    _write(text.encode("utf-8", "backslashreplace"), path, documents)


def need_one_docx(paths: Sequence[str], output: str | None) -> None:
    """Raise `LinterError` unless comments can be written with these paths on the command line."""
    if not output:
        raise LinterError(f"{COMMENTS} writes a copy of the document: name it with -o FILE")
    if len(paths) != 1 or format_of(paths[0]) != "docx":
        raise LinterError(f"{COMMENTS} takes one document, a docx; here it is {' '.join(paths)}")


def write_commented(document: str, diagnostics: Iterable[Diagnostic], path: str, language: str) -> None:
    """Write a copy of a docx with the diagnostics as comments; raises `LinterError`."""
    try:
        data = read_bytes(document)
        from linter.outside.word.comments import commented  # noqa: PLC0415 - deferred: start-up

        copy = commented(data, diagnostics, language)
    except UnreadableError as error:
        raise LinterError(in_language(error.reason, language), document) from error
    _write(copy, path, [document])


def write_text(text: str, path: str) -> None:
    """Write a file of the command's own; raises `LinterError`."""
    _write(text.encode(), path, ())


def _write(data: bytes, path: str, documents: Iterable[str]) -> None:
    if os.path.exists(path) and any(os.path.exists(each) and os.path.samefile(path, each) for each in documents):
        raise LinterError("this is the document itself; name another file to write to", path)
    try:
        with open(path, "wb") as stream:
            stream.write(data)
    except OSError as error:
        raise LinterError(f"cannot be written: {error.strerror}", path) from error

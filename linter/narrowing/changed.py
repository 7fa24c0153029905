"""Lines that have changed since a revision, and the diagnostics that touch one of them."""

from __future__ import annotations

import re
import sys
from ast import literal_eval
from typing import TYPE_CHECKING

from linter.broken import BROKEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from linter.diagnostic import Diagnostic
    from linter.source import Position

Lines = tuple[range, ...]
"""Lines from 1; an empty range is the seam before its line, from which lines were taken out."""

WHOLE: Lines = (range(1, sys.maxsize),)

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_FILE = b"+++ "


def touching(diagnostics: Iterable[Diagnostic], changes: Mapping[str, Lines]) -> list[Diagnostic]:
    """The diagnostics of which a place, their own or a related one, touches a changed line of its file.

    A place touches a seam where it stands on both sides of it. What went wrong with a file is always kept.
    """
    return [found for found in diagnostics if found.rule in BROKEN or _touches(found, changes)]


def _touches(found: Diagnostic, changes: Mapping[str, Lines]) -> bool:
    places = [(found.path, found.start, found.end), *((one.path, one.start, one.end) for one in found.related)]
    return any(_holds(lines, start, end) for path, start, end in places for lines in changes.get(path, ()))


def _holds(lines: range, start: Position, end: Position) -> bool:
    last = end.line - 1 if end.column == 1 and end.line > start.line else end.line
    return lines.start <= last and start.line < lines.stop


def lines_by_file(patch: bytes) -> dict[bytes, Lines]:
    """The changed lines of each file in what `git diff --unified=0` writes; files by their new names in bytes.

    A file of whose text nothing was changed has no lines.
    """
    found: dict[bytes, list[range]] = {}
    lines = iter(patch.split(b"\n"))
    name = b""
    for line in lines:
        if line.startswith(_FILE):
            name = _name(line.removeprefix(_FILE))
        elif hunk := _HUNK.match(line):
            old, first, new = (int(number) if number else 1 for number in hunk.groups())
            hunks = found.setdefault(name, [])
            hunks.append(range(first, first + new) if new else range(first + 1, first + 1))
            _skip(lines, old + new)
    return {name: tuple(hunks) for name, hunks in found.items()}


def lines_between(old: str, new: str) -> Lines:
    """The changed lines of a text that was another one before; line ends are no change."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - deferred: start-up

    before, after = ([line.removesuffix("\r") for line in text.split("\n")] for text in (old, new))
    codes = SequenceMatcher(None, before, after).get_opcodes()
    return tuple(range(first + 1, last + 1) for code, _, _, first, last in codes if code != "equal")


def _name(written: bytes) -> bytes:
    """The name as it is; git quotes one with special characters as C does, and ends one with blanks by a tab."""
    written = written.removesuffix(b"\t")
    if written.startswith(b'"'):
        written = str(literal_eval(written.decode("latin-1"))).encode("latin-1")
    return written.removeprefix(b"b/")


def _skip(lines: Iterator[bytes], count: int) -> None:
    """Pass over the lines of a hunk, which may look like anything."""
    while count and (line := next(lines, None)) is not None:
        count -= not line.startswith(b"\\")

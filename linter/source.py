"""A text as it stands in its file, and the way from offsets to lines and columns."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from linter.layout import Flaw, LineShape

_STEP = 1024  # code points of a long line that are counted but once


class Span(NamedTuple):
    """Half-open range of code-point offsets into `Source.text`."""

    start: int
    end: int


class Position(NamedTuple):
    """A place for people and programs; all four count from 1.

    `column` counts code points, `byte_column` UTF-8 bytes, `utf16_column` UTF-16 code units.
    """

    line: int
    column: int
    byte_column: int
    utf16_column: int


class _Size(NamedTuple):
    """The size of a text in UTF-8 bytes and in UTF-16 code units."""

    utf8: int
    utf16: int


def _joined(one: _Size, other: _Size) -> _Size:
    return _Size(one.utf8 + other.utf8, one.utf16 + other.utf16)


def _size(text: str) -> _Size:
    if text.isascii():
        return _Size(len(text), len(text))
    return _Size(len(text.encode("utf-8", "surrogatepass")), len(text.encode("utf-16-le", "surrogatepass")) // 2)


class Source:
    """The text of one file, unchanged, line ends and all; a line ends at a line feed and at nothing else.

    A byte order mark is no part of the text; `encoding` says what the bytes were. Where the text was made from a file
    that is none, `layout` says what each line of it is.
    """

    def __init__(  # noqa: PLR0913 - a source has these parts
        self,
        path: str,
        text: str,
        format: str = "text",  # noqa: A002 - the field's own word
        *,
        encoding: str = "utf-8",
        layout: tuple[LineShape, ...] = (),
        flaws: tuple[Flaw, ...] = (),
    ) -> None:
        self.path = path
        self.text = text
        self.format = format
        self.encoding = encoding
        self.layout = layout
        self.flaws = flaws
        self._counted: dict[int, list[_Size]] = {}

    @cached_property
    def line_starts(self) -> list[int]:
        """Offset of the first code point of each line; built when the first position is asked for."""
        starts = [0]
        end = self.text.find("\n")
        while end >= 0:
            starts.append(end + 1)
            end = self.text.find("\n", end + 1)
        return starts

    def line_number(self, offset: int) -> int:
        """Line of `offset`, from 1."""
        return bisect_right(self.line_starts, offset)

    def line_span(self, line: int) -> Span:
        """Where line `line` (from 1) stands, without its line end."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] - 1 if line < len(self.line_starts) else len(self.text)
        if self.text.endswith("\r", start, end):
            end -= 1
        return Span(start, end)

    @property
    def line_end(self) -> str:
        """What ends the first line, and so a line that is put in."""
        return "\r\n" if self.line_span(1).end + 2 == self.text.find("\n") + 1 else "\n"

    def line_before(self, offset: int) -> str:
        """What stands on the line of `offset` before it."""
        return self.text[self.text.rfind("\n", 0, offset) + 1 : offset]

    def indent(self, offset: int) -> int:
        """How many blanks the line of `offset` begins with, at most up to it."""
        before = self.line_before(offset)
        return len(before) - len(before.lstrip())

    def offset(self, position: Position) -> int:
        """The offset of a position in this text."""
        return self.line_starts[position.line - 1] + position.column - 1

    def position(self, offset: int) -> Position:
        """Line and columns of `offset`; the offset may be the end of the text."""
        line = self.line_number(offset)
        start = self.line_starts[line - 1]
        step = (offset - start) // _STEP
        size = _joined(self._sizes(line, step)[step], _size(self.text[start + step * _STEP : offset]))
        return Position(line, offset - start + 1, size.utf8 + 1, size.utf16 + 1)

    def _sizes(self, line: int, step: int) -> list[_Size]:
        """The sizes of what stands in `line` before each of its steps up to `step`, each counted once."""
        sizes = self._counted.setdefault(line, [_Size(0, 0)])
        start = self.line_starts[line - 1]
        for number in range(len(sizes), step + 1):
            sizes.append(_joined(sizes[-1], _size(self.text[start + (number - 1) * _STEP : start + number * _STEP])))
        return sizes

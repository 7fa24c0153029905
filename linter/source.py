"""A text as it stands in its file, and the way from offsets to lines and columns."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple


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


class Source:
    """The text of one file, unchanged, line ends and all; a line ends at a line feed and at nothing else.

    A byte order mark is no part of the text; `encoding` says what the bytes were.
    """

    def __init__(
        self,
        path: str,
        text: str,
        format: str = "text",  # noqa: A002 - the field's own word
        *,
        encoding: str = "utf-8",
    ) -> None:
        self.path = path
        self.text = text
        self.format = format
        self.encoding = encoding

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
        if self.text[start:end].endswith("\r"):
            end -= 1
        return Span(start, end)

    def position(self, offset: int) -> Position:
        """Line and columns of `offset`; the offset may be the end of the text."""
        line = self.line_number(offset)
        before = self.text[self.line_starts[line - 1] : offset]
        return Position(
            line=line,
            column=len(before) + 1,
            byte_column=len(before.encode("utf-8", "surrogatepass")) + 1,
            utf16_column=len(before.encode("utf-16-le", "surrogatepass")) // 2 + 1,
        )

"""A text as the editor counts it: lines from 0, columns in the units that were agreed on."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from lsprotocol.types import Position, PositionEncodingKind, Range

_LINE_END = re.compile(r"\r\n|\r|\n")
_CODECS = {PositionEncodingKind.Utf8: ("utf-8", 1), PositionEncodingKind.Utf16: ("utf-16-le", 2)}


class Text:
    """An unchanging text; offsets count code points. A line ends at a line feed, a carriage return or both."""

    def __init__(self, text: str, encoding: PositionEncodingKind | str = PositionEncodingKind.Utf16) -> None:
        self.text = text
        self.encoding = PositionEncodingKind(encoding)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(end.end() for end in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> Position:
        """The place of an offset."""
        line = bisect_right(self._starts, offset) - 1
        return Position(line, self._units(self.text[self._starts[line] : offset]))

    def range(self, start: int, end: int) -> Range:
        """The range of a span."""
        return Range(self.position(start), self.position(end))

    def offset(self, position: Position) -> int:
        """The offset of a place; what lies behind the end of a line or of the text is that end."""
        if position.line >= len(self._starts):
            return len(self.text)
        start, end = self.line_span(position.line)
        line = self.text[start:end]
        if line.isascii() or self.encoding == PositionEncodingKind.Utf32:
            return start + min(position.character, len(line))
        units = 0
        for number, character in enumerate(line):
            if units >= position.character:
                return start + number
            units += self._units(character)
        return end

    def line_span(self, line: int) -> tuple[int, int]:
        """Where a line (from 0) begins and ends, without its line end; the last one for a line that there is not."""
        line = min(line, len(self._starts) - 1)
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self.text)
        start = self._starts[line]
        return start, start + len(self.text[start:end].rstrip("\r\n"))

    @property
    def lines(self) -> list[str]:
        """The lines, without their ends."""
        return _LINE_END.split(self.text)

    def line_range(self, line: int) -> Range:
        """A line (from 0) without the blanks around it."""
        start, end = self.line_span(line)
        shown = self.text[start:end]
        return self.range(end - len(shown.lstrip()), start + len(shown.rstrip()) if shown.strip() else end)

    def changed(self, place: Range, new: str) -> Text:
        """The text with `new` in place of what stands there."""
        start, end = self.offset(place.start), self.offset(place.end)
        return Text(self.text[:start] + new + self.text[end:], self.encoding)

    def _units(self, text: str) -> int:
        if text.isascii() or self.encoding not in _CODECS:
            return len(text)
        codec, size = _CODECS[self.encoding]
        return len(text.encode(codec, "surrogatepass")) // size

"""A line of text that was made from a docx, and where in the file each piece of it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from linter.layout import LineShape
    from linter.outside.word.package import Element


class Piece(NamedTuple):
    """Where text stands in its line, and the element that it comes from.

    That is the `w:t` itself or the sign; the paragraph for an ordinal that is drawn and for a place without text; the
    reference for the text of a note, and the box for that in a text box.
    """

    start: int
    length: int
    node: Element


class Line(NamedTuple):
    """The text of a line, what the line is, and the pieces that tile the text, but for the tabs between cells."""

    text: str
    shape: LineShape
    pieces: tuple[Piece, ...]


class LineBuilder:
    """A line on the way."""

    def __init__(self) -> None:
        self.length = 0
        self._texts: list[str] = []
        self._pieces: list[Piece] = []

    def add(self, text: str, node: Element) -> None:
        """Text that comes from an element."""
        self._pieces.append(Piece(self.length, len(text), node))
        self.add_gap(text)

    def add_gap(self, text: str) -> None:
        """Text that comes from none."""
        self._texts.append(text)
        self.length += len(text)

    def build(self, shape: LineShape, anchor: Element = None) -> Line:
        """The line, which comes from `anchor` as a whole where there is one."""
        pieces = tuple(self._pieces) if anchor is None else (Piece(0, self.length, anchor),)
        return Line("".join(self._texts), shape, pieces)

"""The lines of a plain text, and the paragraphs and tables that they make up."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.engines.ordinals import parse_ordinal
from linter.engines.patterns import late
from linter.formats.by_shape import Paragraph
from linter.formats.cells import cells_of
from linter.formats.line_blocks import joined
from linter.source import Span

if TYPE_CHECKING:
    from linter.source import Source

_WRAPPED = 56  # display cells: a line shorter than this was ended by its writer
_RAGGED = 1.5  # so many times as wide as the line before it is no line of the same paragraph
_SENTENCE_END = late(r"[。！？；：”]$")
_BULLET = late(r"[-*•·+]\s")
_BYTE_ORDER_MARK = "\ufeff"


class Line(NamedTuple):
    """A line that is not blank: its text without white space on either side, and that text's offset in the source.

    `row` is the line with the tabs around the text, which stand for empty cells where it is a table's row;
    `indented` tells whether white space stood before the text.
    """

    start: int
    text: str
    row: Span
    indented: bool

    @property
    def end(self) -> int:
        """Offset of the end of the text."""
        return self.start + len(self.text)

    @property
    def is_row(self) -> bool:
        """Whether tabs divide it into cells; one behind an ordinal or before a paragraph does not."""
        before, after = self.start - self.row.start, self.row.end - self.end
        if before > 1 or after:
            return True
        ordinal = parse_ordinal(self.text)
        return "\t" in self.text[len(ordinal.text) if ordinal else 0 :]


class Rows(NamedTuple):
    """The lines of one table."""

    lines: list[Line]


def lines_of(source: Source) -> list[Line | None]:
    """The lines of `source`; a blank one is None."""
    lines: list[Line | None] = []
    for start in source.line_starts:
        end = source.text.find("\n", start)
        written = source.text[start : end if end >= 0 else len(source.text)]
        text = written.strip().strip(_BYTE_ORDER_MARK).strip()
        lines.append(_line(start, written, text) if text else None)
    return lines


def _line(start: int, written: str, text: str) -> Line:
    place = written.index(text)
    before, after = written[:place], written[place + len(text) :]
    row = Span(
        start + (before.index("\t") if "\t" in before else place),
        start + place + len(text) + after.rfind("\t") + 1,
    )
    return Line(start + place, text, row, indented=place > 0)


def pieces_of(lines: list[Line | None]) -> list[Paragraph | Rows]:
    """Put lines together: rows to tables, also across one blank line; wrapped lines to paragraphs."""
    pieces: list[Paragraph | Rows] = []
    number = 0
    while number < len(lines):
        line = lines[number]
        if line is None:
            number += 1
            continue
        rows = _rows_from(lines, number)
        group = rows or _wrapped_from(lines, number)
        pieces.append(Rows([row for row in group if row]) if rows else _paragraph([row for row in group if row]))
        number += len(group)
    return pieces


def _rows_from(lines: list[Line | None], number: int) -> list[Line | None]:
    """The lines of the table that starts at `number`, a blank line within it as None; [] where there is none."""
    end = number
    for place in range(number, len(lines)):
        line = lines[place]
        if line is not None and not line.is_row:
            break
        if line is None and lines[place - 1] is None:
            break
        if line is not None:
            end = place + 1
    rows = [line for line in lines[number:end] if line]
    return lines[number:end] if len(rows) > 1 or (rows and rows[0].text.count("\t") > 1) else []


def _wrapped_from(lines: list[Line | None], number: int) -> list[Line | None]:
    """The lines of the paragraph that starts at `number`."""
    end = number + 1
    while end < len(lines) and _continues(lines[end - 1], lines[end]):
        end += 1
    return lines[number:end]


def _continues(line: Line | None, following: Line | None) -> bool:
    if line is None or following is None or following.is_row or following.indented > line.indented:
        return False
    width = cells_of(line.text)
    if _SENTENCE_END.search(line.text) or width < _WRAPPED or cells_of(following.text) > _RAGGED * width:
        return False
    return not parse_ordinal(following.text) and not _BULLET.match(following.text)


def _paragraph(lines: list[Line]) -> Paragraph:
    block = joined([(line.text, line.start) for line in lines])
    return Paragraph(block.text, block.runs)

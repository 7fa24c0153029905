"""The lines of a plain text, and the paragraphs and tables that they make up."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from linter.document import Run
from linter.engines.ordinals import parse_ordinal

if TYPE_CHECKING:
    from linter.source import Source

_WRAPPED = 56  # display cells: a line shorter than this was ended by its writer
_WIDE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\u3000-\u303f\uff00-\uff60]")
_SENTENCE_END = regex.compile(r"[。！？；：”]$")
_BULLET = regex.compile(r"[-*•·+]\s")
_BLANKS = " \t\u3000\r\f\v\ufeff"


class Line(NamedTuple):
    """A line from its first to its last character that is no blank, with tabs at the end where it is a table's row.

    `start` and `end` are offsets in the source; `indented` tells whether blanks stood before it.
    """

    start: int
    end: int
    text: str
    indented: bool

    @property
    def is_row(self) -> bool:
        """Whether a tab divides it into cells."""
        return "\t" in self.text


class Paragraph(NamedTuple):
    """Lines that are read as one: the readable text and its runs."""

    text: str
    runs: tuple[Run, ...]

    @property
    def cells(self) -> int:
        """Display width of the text."""
        return cells_of(self.text)


class Rows(NamedTuple):
    """The lines of one table."""

    lines: list[Line]


def cells_of(text: str) -> int:
    """Display width, near enough to judge a line's length."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def lines_of(source: Source) -> list[Line | None]:
    """The lines of `source`; a blank one is None."""
    lines: list[Line | None] = []
    for start in source.line_starts:
        end = source.text.find("\n", start)
        written = source.text[start : end if end >= 0 else len(source.text)]
        text = (
            written.rstrip(" \r\f\v\u3000").lstrip(_BLANKS.replace("\t", ""))
            if "\t" in written
            else written.strip(_BLANKS)
        )
        if not text.strip(_BLANKS):
            lines.append(None)
            continue
        if "\t" not in text.strip("\t"):
            text = text.lstrip("\t")
        begin = start + written.index(text)
        lines.append(Line(begin, begin + len(text), text, indented=begin > start))
    return lines


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
    inner_tabs = rows[0].text.strip("\t").count("\t") if rows else 0
    return lines[number:end] if len(rows) > 1 or inner_tabs > 1 else []


def _wrapped_from(lines: list[Line | None], number: int) -> list[Line | None]:
    """The lines of the paragraph that starts at `number`."""
    end = number + 1
    while end < len(lines) and _continues(lines[end - 1], lines[end]):
        end += 1
    return lines[number:end]


def _continues(line: Line | None, following: Line | None) -> bool:
    if line is None or following is None or following.is_row or following.indented > line.indented:
        return False
    if _SENTENCE_END.search(line.text) or cells_of(line.text) < _WRAPPED:
        return False
    return not parse_ordinal(following.text) and not _BULLET.match(following.text)


def _paragraph(lines: list[Line]) -> Paragraph:
    """Join lines: between Han characters with nothing, else with one blank that stands for the line break."""
    text = ""
    runs: list[Run] = []
    for line in lines:
        written = line.text.rstrip("\t")
        if text and not (_WIDE.match(text[-1]) and _WIDE.match(written[0])):
            end = runs[-1].source_start + runs[-1].source_length
            runs.append(Run(len(text), end, line.start - end, verbatim=False))
            text += " "
        runs.append(Run(len(text), line.start, len(written), verbatim=True))
        text += written
    return Paragraph(text, tuple(runs))

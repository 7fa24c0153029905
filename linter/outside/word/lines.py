"""The parts of a docx → lines: a paragraph each, or a row of a table; then the notes."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.list_numbers import ListCounter
from linter.layout import Flaw, LineShape
from linter.outside.word.grid import edges, goes_on, span, width
from linter.outside.word.line import Line, LineBuilder
from linter.outside.word.numbering import Numbering, before
from linter.outside.word.package import W, read_parts
from linter.outside.word.paragraphs import CELL, PARAGRAPH, ROW, TABLE, contents, read_paragraph
from linter.outside.word.styles import Styles, is_on
from linter.source import Source

if TYPE_CHECKING:
    from linter.layout import Role
    from linter.outside.word.package import Element, Parts
    from linter.outside.word.paragraphs import Content

MOST_COLUMNS = 63  # of a table that Word opens

_TABLE_PARTS = frozenset({TABLE, ROW, CELL})


class Reading(NamedTuple):
    """The lines of a document, at least one, and what was wrong with it."""

    lines: tuple[Line, ...]
    flaws: tuple[Flaw, ...]


def source_from(path: str, data: bytes) -> Source:
    """The text of a docx; raises `UnreadableError`."""
    lines, flaws = read_lines(read_parts(data))
    text = "\n".join(line.text for line in lines)
    return Source(path, text, "docx", layout=tuple(line.shape for line in lines), flaws=flaws)


def read_lines(parts: Parts) -> Reading:
    """All that is read, in the order of reading."""
    reader = _Reader(parts)
    body = parts.document.find(f"{W}body")
    if body is not None:
        reader.read(body, _Story(ListCounter()))
    reader.read_notes()
    return Reading(tuple(reader.lines) or (Line("", LineShape("paragraph"), ()),), tuple(reader.flaws))


class _Story(NamedTuple):
    """A text of its own: its lists, what all of it hangs on, and what its paragraphs are, if they are all the same."""

    counter: ListCounter
    anchor: Element = None
    role: Role | None = None


class _Paragraph(NamedTuple):
    """A paragraph that is seen: its element, its role, the ordinal before it, and what is read of it."""

    element: Element
    shape: LineShape
    ordinal: str
    content: Content

    def add_to(self, builder: LineBuilder) -> None:
        """Write it into a line."""
        builder.add(self.ordinal, self.element)
        for text, node in self.content.pieces:
            builder.add(text, node)


class _Reader:
    """What has been read of a document."""

    def __init__(self, parts: Parts) -> None:
        self.lines: list[Line] = []
        self.flaws: list[Flaw] = []
        self._styles = Styles(parts.styles)
        self._numbering = Numbering(parts.numbering, self._styles)
        self._tables = 0
        self._boxes: deque[Element] = deque()
        self._in_boxes = ListCounter()
        self._notes: dict[tuple[str, str | None], Element] = {}
        self._told = {"footnote": _by_id(parts.footnotes), "endnote": _by_id(parts.endnotes)}

    def read(self, container: Element, story: _Story) -> None:
        """All paragraphs and tables in a container, each with the text boxes that hang on it after it."""
        for block in contents(container, PARAGRAPH, TABLE):
            self._read_block(block, story)
            while self._boxes:
                box = self._boxes.popleft()
                inside = story._replace(counter=self._in_boxes, anchor=box if story.anchor is None else story.anchor)
                for inner in contents(box, PARAGRAPH, TABLE):
                    self._read_block(inner, inside)

    def read_notes(self) -> None:
        """The notes, in the order in which they are referred to."""
        counters = {kind: ListCounter() for kind in self._told}
        for (kind, name), reference in list(self._notes.items()):
            note = self._told[kind].get(name)
            if note is not None:
                self.read(note, _Story(counters[kind], reference, "footnote"))

    def _read_block(self, block: Element, story: _Story) -> None:
        if block.tag == TABLE:
            self._read_table(block, story)
        elif paragraph := self._seen(block, story):
            builder = LineBuilder()
            paragraph.add_to(builder)
            self.lines.append(builder.build(paragraph.shape, story.anchor))

    def _seen(self, element: Element, story: _Story) -> _Paragraph | None:
        """The paragraph, unless nothing is seen of it."""
        properties = element.find(f"{W}pPr")
        style = self._styles.style_of(properties)
        content = read_paragraph(element, self._styles, style)
        self._boxes.extend(content.boxes)
        for reference in content.notes:
            kind = "footnote" if reference.tag == f"{W}footnoteReference" else "endnote"
            self._notes.setdefault((kind, reference.get(f"{W}id")), reference)
        if not content.pieces and properties is not None and self._is_unseen(properties, style):
            return None
        role, depth = self._styles.shape(properties)
        drawn = self._numbering.draw(properties, story.counter)
        if role == "paragraph" and drawn and drawn.is_bullet:
            role = "item"
        shape = LineShape(story.role) if story.role else LineShape(role, depth)
        return _Paragraph(element, shape, before(drawn, content.text), content)

    def _is_unseen(self, properties: Element, style: str | None) -> bool:
        """Whether the mark at the end of a paragraph is deleted or hidden."""
        mark = properties.find(f"{W}rPr")
        deleted = mark is not None and mark.find(f"{W}del") is not None
        return deleted or self._styles.is_hidden(properties, style)

    def _read_table(self, table: Element, story: _Story) -> None:
        self._tables += 1
        is_narrow = True
        for row in contents(table, ROW):
            properties = row.find(f"{W}trPr")
            if properties is not None and any(properties.find(f"{W}{name}") is not None for name in ("del", "hidden")):
                continue
            columns = width(row)
            if is_narrow and columns > MOST_COLUMNS:
                is_narrow = False
                self.flaws.append(_too_wide(len(self.lines) + 1, self._tables, columns))
            header = None if properties is None else properties.find(f"{W}tblHeader")
            is_header = header is not None and is_on(header.get(f"{W}val"), default=True)
            shape = LineShape("row", table=self._tables, is_header=is_header)
            self.lines.append(self._row(row, story, is_filled=columns <= MOST_COLUMNS).build(shape, story.anchor))

    def _row(self, row: Element, story: _Story, *, is_filled: bool) -> LineBuilder:
        """The cells; where it `is_filled`, with an empty one for each column that a merged cell reaches into."""
        builder = LineBuilder()
        before, after = edges(row.find(f"{W}trPr")) if is_filled else (0, 0)
        builder.add_gap("\t" * before)
        for place, cell in enumerate(contents(row, CELL)):
            if place:
                builder.add_gap("\t")
            self._add_cell(builder, cell, story)
            if is_filled:
                builder.add_gap("\t" * (span(cell) - 1))
        builder.add_gap("\t" * after)
        return builder

    def _add_cell(self, builder: LineBuilder, cell: Element, story: _Story) -> None:
        start = builder.length
        if goes_on(cell):
            return
        for element in contents(cell, PARAGRAPH, through=_TABLE_PARTS):
            paragraph = self._seen(element, story)
            if paragraph is None:
                continue
            if builder.length > start and (paragraph.ordinal or paragraph.content.pieces):
                builder.add_gap(" ")
            paragraph.add_to(builder)


def _by_id(root: Element) -> dict[str | None, Element]:
    return {} if root is None else {note.get(f"{W}id"): note for note in root}


def _too_wide(line: int, table: int, columns: int) -> Flaw:
    return Flaw(
        line,
        {
            "en": f"Table {table} has {columns} columns here, and Word opens no table of more than {MOST_COLUMNS}.",
            "zh": f"第{table}个表格在此处有{columns}列，而 Word 的表格最多{MOST_COLUMNS}列。",
        },
    )

"""Markdown (CommonMark with tables, footnotes, strikethrough and task lists), through pyromark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import regex
from pyromark import Options, events_with_range

from linter.document import Block, Comment, Document, Run, Table
from linter.engines.ordinals import parse_ordinal
from linter.engines.patterns import late
from linter.formats.block_builder import BlockBuilder
from linter.formats.front_matter import read_front_matter
from linter.source import Span

if TYPE_CHECKING:
    from linter.source import Source

_OPTIONS = Options.ENABLE_TABLES | Options.ENABLE_FOOTNOTES | Options.ENABLE_STRIKETHROUGH | Options.ENABLE_TASKLISTS
_SURROGATE = late(r"[\ud800-\udfff]")
_COMMENT = late(r"<!--(?P<text>.*?)-->", regex.DOTALL)
_LINE_BREAK = late(r"<br\s*/?>", regex.IGNORECASE)
_PIPE = late(r"(?<!\\)\|")
_INLINES = {
    "Strong": "strong",
    "Emphasis": "emphasis",
    "Strikethrough": "strikethrough",
    "Link": "link",
    "Image": "alt",
}
_CONTAINERS = {"Item": "item", "BlockQuote": "quote", "FootnoteDefinition": "footnote"}


def parse(source: Source) -> Document:
    """Read Markdown.

    Block scopes: heading with its level, paragraph, item, quote, footnote, table with cell or header; code and html,
    which hold no text. A paragraph that is bold from end to end is of scope bold besides.
    """
    front_matter = read_front_matter(source.text)
    reader = _Reader(source.text, front_matter.end)
    for event, place in events_with_range(reader.body, options=_OPTIONS):
        reader.read(event, place["start"], place["end"])
    title = next((block for block in reader.blocks if block.depth == 1), front_matter.entries.get("title"))
    return Document(
        source,
        title,
        tuple(reader.blocks),
        tuple(reader.tables),
        front_matter.entries,
        (*front_matter.comments, *reader.comments),
        front_matter.keys,
    )


class _Open(NamedTuple):
    """A mark that is open: the scope, where it began in the block's text, and where it leads."""

    scope: str
    start: int
    target: str


class _Reader:
    """Turns the parser's events into blocks, one after the other."""

    def __init__(self, text: str, start: int) -> None:
        self.body = _SURROGATE.sub("\ufffd", text[start:])
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self.comments: list[Comment] = []
        self._text = text
        self._offsets = _Offsets(self.body, start)
        self._block: BlockBuilder | None = None
        self._marks: list[_Open] = []
        self._around: list[str] = []
        self._open_lists: list[bool] = []  # whether each is numbered
        self._item: int | None = None  # where the item starts whose first block is still to come
        self._rows: list[tuple[Block, ...]] = []
        self._cells: list[Block] = []
        self._row = (0, 0)
        self._table_start = 0
        self._skipped = ""  # code or html, whose text is not read

    def read(self, event: Any, start: int, end: int) -> None:
        """Take one event; `start` and `end` are UTF-8 bytes of the body."""
        if isinstance(event, str):
            self._read_mark(event, start, end)
            return
        ((name, value),) = event.items()
        if name == "Start":
            self._start(value, start, end)
        elif name == "End":
            self._end(value, end)
        elif not self._skipped:
            self._read_inline(name, value, start, end)

    def _read_mark(self, event: str, start: int, end: int) -> None:
        if event != "Rule" and self._block:
            place = self._offsets.at(start)
            self._block.add_break(place, self._offsets.at(end) - place)

    def _read_inline(self, name: str, value: Any, start: int, end: int) -> None:
        if name in ("Text", "Code", "InlineMath", "DisplayMath"):
            block = self._block or self._begin(("paragraph",), start)
            place, stop = self._offsets.at(start), self._offsets.at(end)
            if name == "Text":
                block.add(value, place, stop - place, verbatim=self._text[place:stop] == value)
            else:
                self._add_code(block, value, place, stop)
        elif name == "InlineHtml":
            self._read_html(start, end, value)

    def _add_code(self, block: BlockBuilder, value: str, place: int, stop: int) -> None:
        """Add code without its backticks, as verbatim as it is."""
        inside = self._text.find(value, place, stop)
        first = block.length
        if inside >= 0:
            block.add(value, inside, len(value), verbatim=True)
        else:
            block.add(value, place, stop - place, verbatim=False)
        block.mark("code", block.length - len(value) if block.length > first else first)

    def _read_html(self, start: int, end: int, written: str) -> None:
        place = self._offsets.at(start)
        stop = self._offsets.at(end)
        if self._block and _LINE_BREAK.fullmatch(written):
            self._block.add_break(place, stop - place)
        self._add_comments(place, stop)

    def _add_comments(self, start: int, stop: int) -> None:
        for found in _COMMENT.finditer(self._text, start, stop):
            self.comments.append(Comment(found["text"].strip(), Span(*found.span())))

    def _start(self, tag: Any, start: int, end: int) -> None:
        name, value = (tag, {}) if isinstance(tag, str) else next(iter(tag.items()))
        if name in _INLINES:
            block = self._block or self._begin(("paragraph",), start)
            self._marks.append(_Open(_INLINES[name], block.length, value.get("dest_url", "")))
            return
        self._finish()
        match name:
            case "Heading" if not self._around:
                self._begin(("heading", f"heading.h{value['level'][1]}"), start)
            case "Heading" | "Paragraph":
                self._begin(("paragraph",), start)
            case "Table" | "TableHead" | "TableRow" | "TableCell":
                self._start_table_part(name, start, end)
            case "List":
                self._open_lists.append(value is not None)
            case "Item" | "BlockQuote" | "FootnoteDefinition":
                self._around.append(_CONTAINERS[name])
                self._item = self._offsets.at(start) if name == "Item" else self._item
            case "CodeBlock" | "HtmlBlock":
                self._skip(name, start, end)

    def _start_table_part(self, name: str, start: int, end: int) -> None:
        match name:
            case "Table":
                self._rows, self._table_start = [], self._offsets.at(start)
            case "TableCell":
                self._begin(self._cell_scopes, start)
            case _:
                self._cells, self._row = [], (self._offsets.at(start), self._offsets.at(end))

    @property
    def _cell_scopes(self) -> tuple[str, str]:
        return "table", "table.cell" if self._rows else "table.header"

    def _skip(self, name: str, start: int, end: int) -> None:
        """Note that code or html stands here, without reading it."""
        place = self._offsets.at(start)
        length = self._offsets.at(end) - place
        scope = "code" if name == "CodeBlock" else "html"
        self.blocks.append(Block((scope,), "", (Run(0, place, length, verbatim=False),)))
        if scope == "html":
            self._add_comments(place, place + length)
        self._skipped = name

    def _begin(self, scopes: tuple[str, ...], start: int) -> BlockBuilder:
        if scopes == ("paragraph",) and self._around:
            scopes = tuple(dict.fromkeys(reversed(self._around)))
        place = self._offsets.at(start)
        self._block = BlockBuilder(scopes, place)
        self._marks = []
        if self._item is not None and "item" in scopes:
            self._number(self._block, self._item, place)
        return self._block

    def _number(self, block: BlockBuilder, start: int, place: int) -> None:
        """Give the first block of an item the ordinal that is written before it."""
        written = self._text[start:place].lstrip()
        ordinal = parse_ordinal(written) if self._open_lists[-1] else None
        if ordinal:
            block.ordinal = ordinal
            block.add(ordinal.text, place - len(written), len(ordinal.text), verbatim=True)

    def _end(self, tag: Any, end: int) -> None:
        name = tag if isinstance(tag, str) else next(iter(tag))
        if name in _INLINES:
            self._close_mark()
        elif name == "Heading":
            self._finish(0 if self._around else int(tag["Heading"][1]))
        elif name in ("Table", "TableHead", "TableRow", "TableCell"):
            self._end_table_part(name, end)
        elif name in ("CodeBlock", "HtmlBlock"):
            self._skipped = ""
        else:
            self._finish()
            self._leave(name)

    def _close_mark(self) -> None:
        if self._block and self._marks:
            mark = self._marks.pop()
            self._block.mark(mark.scope, mark.start, mark.target)

    def _leave(self, name: str) -> None:
        """Step out of a list or of what stands around blocks."""
        if name == "List":
            self._open_lists.pop()
        elif name in _CONTAINERS:
            self._around.pop()
            self._item = None

    def _end_table_part(self, name: str, end: int) -> None:
        match name:
            case "TableCell":
                self._finish_cell()
            case "Table":
                place = Span(self._table_start, self._offsets.at(end))
                self.tables.append(Table(tuple(self._rows), 1, place))
            case _:
                self._finish_row()

    def _finish(self, depth: int = 0) -> None:
        """Close the block that is open, if there is one with something to read."""
        builder, self._block = self._block, None
        if builder is None:
            return
        block = builder.build(depth)
        if depth:
            block = block._replace(ordinal=parse_ordinal(block.text))
        elif not block.text:
            return
        elif _is_bold(block):
            block = block._replace(scopes=(*block.scopes, "bold"))
        if self._item is not None and "item" in block.scopes:
            self._item = None
        self.blocks.append(block)

    def _finish_cell(self) -> None:
        builder, self._block = self._block, None
        if builder:
            self._cells.append(builder.build())

    def _finish_row(self) -> None:
        """Keep the cells that the source has: the parser drops what is too much and makes up what is missing."""
        written = _written_cells(self._text, *self._row)
        row = self._cells[: len(written)]
        for start, text in written[len(row) :]:
            row.append(Block(self._cell_scopes, text, (Run(0, start, len(text), verbatim=True),)))
        self._rows.append(tuple(row))
        self.blocks.extend(row)


class _Offsets:
    """Code points for UTF-8 bytes. Neighbouring places are asked for one after the other, so it counts from the last."""

    def __init__(self, body: str, base: int) -> None:
        self._data = b"" if body.isascii() else body.encode()
        self._byte = 0
        self._character = base
        self._base = base

    def at(self, byte: int) -> int:
        """The offset in the source of byte `byte` of the body."""
        if not self._data:
            return self._base + byte
        if byte >= self._byte:
            self._character += len(self._data[self._byte : byte].decode())
        else:
            self._character -= len(self._data[byte : self._byte].decode())
        self._byte = byte
        return self._character


def _is_bold(block: Block) -> bool:
    """Whether the paragraph is bold from end to end."""
    whole = ("strong", 0, len(block.text))
    return block.scopes == ("paragraph",) and any(inline[:3] == whole for inline in block.inlines)


def _written_cells(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """The cells of a row as they stand in the source, each with its offset."""
    row = text[start:end].rstrip()
    first = len(row) - len(row.lstrip())
    if row.startswith("|", first):
        first += 1
    if row.endswith("|") and not row.endswith("\\|") and len(row) > first:
        row = row[:-1]
    cells = []
    for written in _PIPE.split(row[first:]):
        blank = len(written) - len(written.lstrip())
        cells.append((start + first + blank, written.strip()))
        first += len(written) + 1
    return cells

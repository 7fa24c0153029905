"""The pieces of a document that can stand in it twice: sentences, headings, rows of tables, fences of code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple
from weakref import WeakKeyDictionary

from linter.engines.normal_form import normal_form
from linter.engines.sentences import sentences
from linter.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Block, Document

Sort = Literal["heading", "prose", "item", "quote", "row", "code"]

_SORTS: dict[str, Sort] = {"item": "item", "quote": "quote", "footnote": "quote", "code": "code", "html": "code"}
_HINT = 24  # code points that two sentences begin or end with alike, to be compared
_MOSTLY = 0.5  # of a unit; what is more of a link than that is told apart by where it leads

_MADE: WeakKeyDictionary[Document, tuple[Unit, ...]] = WeakKeyDictionary()


class Unit(NamedTuple):
    """From offset `start` in the text of block `first` to offset `end` in that of block `last`.

    `key` is what two units that read the same have in common.
    """

    first: int
    last: int
    start: int
    end: int
    key: str
    sort: Sort

    def place(self, document: Document) -> Span:
        """Where it stands in the source."""
        first, last = document.blocks[self.first], document.blocks[self.last]
        if self.sort == "code":
            return first.span
        return Span(first.locate(self.start, self.start + 1).start, last.locate(self.end - 1, self.end).end)

    def text(self, document: Document) -> str:
        """What a reader sees, an item with its ordinal."""
        blocks = document.blocks
        if self.first < self.last:
            return " | ".join(block.text for block in blocks[self.first : self.last + 1])
        return blocks[self.first].text[self.start : self.end]

    @property
    def is_text(self) -> bool:
        """Whether it says something by itself, which a heading and a fence do not."""
        return self.sort not in ("heading", "code")

    @property
    def hints(self) -> tuple[str, ...]:
        """What a near copy has as well, unless both its ends were changed."""
        if self.sort == "code" or len(self.key) < 2 * _HINT:
            return ()
        return f"{self.key[:_HINT]}…", f"…{self.key[-_HINT:]}"

    def starts_block(self, document: Document) -> bool:
        """Whether nothing but an ordinal stands before it."""
        return self.start <= document.blocks[self.first].wording_start


def units(document: Document) -> tuple[Unit, ...]:
    """Every unit of the document, in reading order; made once, for as long as the document is there."""
    if document not in _MADE:
        _MADE[document] = tuple(_units(document))
    return _MADE[document]


def _units(document: Document) -> Iterator[Unit]:
    rows = (row for table in document.tables for row in table.rows if row)
    number = 0
    while number < len(document.blocks):
        block = document.blocks[number]
        last = number
        if "table" in block.scopes:
            row = next(rows)
            last = number + len(row) - 1
            key = "|".join(_key(cell, 0, len(cell.text)) for cell in row)
            yield Unit(number, last, 0, len(row[-1].text), key, "row")
        elif block.depth:
            yield Unit(number, number, 0, len(block.text), "#" + block.compared, "heading")
        elif block.text:
            yield from _sentences(number, block)
        else:
            span = block.span
            yield Unit(number, number, 0, 0, "`" + document.source.text[span.start : span.end], "code")
        number = last + 1


def _sentences(number: int, block: Block) -> Iterator[Unit]:
    sort: Sort = next((_SORTS[scope] for scope in reversed(block.scopes) if scope in _SORTS), "prose")
    offset = block.wording_start
    for start, end in sentences(block.wording):
        if key := _key(block, offset + start, offset + end):
            yield Unit(number, number, offset + start, offset + end, key, sort)


def _key(block: Block, start: int, end: int) -> str:
    key = normal_form(block.text[start:end])
    if not block.inlines:
        return key
    targets = [inline for inline in block.inlines if inline.target and start <= inline.start and inline.end <= end]
    if sum(inline.end - inline.start for inline in targets) <= _MOSTLY * (end - start):
        return key
    return " ".join([key, *(inline.target.casefold() for inline in targets)])

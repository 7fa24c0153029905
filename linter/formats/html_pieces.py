"""The events of an HTML page → headings, paragraphs, items, tables and code, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.document import Run, Table
from linter.formats.by_shape import Paragraph
from linter.formats.html_lines import Drawn, Lines
from linter.formats.html_ordinals import drawn, style_of
from linter.formats.html_tables import Cell, Row, grid, is_data, span_of
from linter.formats.html_tree import HEADINGS
from linter.source import Span

if TYPE_CHECKING:
    from linter.document import Block
    from linter.formats.html_body import Body
    from linter.formats.html_tree import Element, Event, Page

_MARKS = {
    "a": "link",
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "cite": "emphasis",
    "dfn": "emphasis",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
    "del": "strikethrough",
    "s": "strikethrough",
    "strike": "strikethrough",
}
_SCOPES = {"li": "item", "blockquote": "quote"}
_LISTS = frozenset({"ol", "ul", "menu", "dir"})
_CODE = frozenset({"pre", "listing", "plaintext"})


def pieces_of(page: Page, body: Body) -> list[Paragraph | Table]:
    """The pieces of the body of a page, without the furniture in it."""
    reader = _Reader(page, body)
    element = page.elements[body.element]
    reader.read(element.first, element.last)
    return reader.pieces


class _List(NamedTuple):
    """A list that is open: how it is numbered, its next number, and the step to the one after it."""

    element: int
    style: str
    number: int
    step: int


class _Reader:
    """Turns the events of a page into pieces, one after the other."""

    def __init__(self, page: Page, body: Body) -> None:
        self.pieces: list[Paragraph | Table] = []
        self._page = page
        self._furniture = body.furniture - {body.element}
        self._lines = Lines(page.text)
        self._around: list[int] = []  # items and quotes, the innermost last
        self._counts = {"item": 0, "quote": 0}
        self._lists: list[_List] = []
        self._item: Drawn | None = None
        self._whole = 0  # the heading, caption or cell that is one block whatever stands in it
        self._start = 0
        self._table = 0
        self._rows: list[Row] = []

    def read(self, first: int, last: int) -> None:
        """Read these events."""
        number = first
        while number < last:
            event = self._page.events[number]
            number = self._take(event) or number + 1
        self._finish(self._page.events[last - 1].end)

    def _take(self, event: Event) -> int:
        """Read an event; the number of the next one, if that is not the one after it."""
        element = self._page.elements[event.element]
        if event.kind == "open":
            if not element.is_read or event.element in self._furniture:
                self._pass_over(element)
                return element.last
            return self._open(event.element, element)
        if event.kind == "close":
            self._close(event.element, element, event)
        elif event.kind == "text":
            self._lines.add_text(event.start, event.end)
        else:
            self._lines.add_reference(event.start, event.end)
        return 0

    def _pass_over(self, element: Element) -> None:
        if not element.is_inline:
            self._part(element.tag.start)

    def _part(self, place: int) -> None:
        """End a paragraph here, or a line of what is one block."""
        if self._whole:
            self._lines.add_break(place, place)
        else:
            self._finish(place)

    def _open(self, number: int, element: Element) -> int:
        name = element.name
        if name in _MARKS:
            if name != "a" or element.is_linked:
                self._lines.open(_MARKS[name], element.get("href") if name == "a" else "")
        elif name == "br":
            self._lines.add_break(*element.tag)
        elif not element.is_inline:
            self._part(element.tag.start)
            if name in _CODE and not self._whole:
                return self._add_code(element)
            self._open_block(number, element)
        return 0

    def _open_block(self, number: int, element: Element) -> None:
        name = element.name
        if name in _SCOPES:
            self._around.append(number)
            self._counts[_SCOPES[name]] += 1
            if name == "li":
                self._item = self._drawn(element)
        elif name in _LISTS:
            self._item = None
            self._lists.append(_list(number, element))
        elif name == "table" and not self._table and is_data(self._page, element):
            self._table, self._rows = number, []
        elif self._table and name == "tr":
            self._rows.append(Row([], element.tag, is_header=_is_header(self._page, element)))
        elif self._is_whole(name):
            self._begin_whole(number, element)

    def _is_whole(self, name: str) -> bool:
        if self._table:
            return name in ("caption", "td", "th")
        return name == "caption" or (name in HEADINGS and not self._around)

    def _begin_whole(self, number: int, element: Element) -> None:
        if not self._whole:
            self._whole, self._start = number, element.tag.end

    def _drawn(self, element: Element) -> Drawn | None:
        """The ordinal that is drawn before an item."""
        if not self._lists or not self._lists[-1].style:
            return None
        numbered = self._lists[-1]
        number = _whole_number(element.get("value"), numbered.number)
        self._lists[-1] = numbered._replace(number=number + numbered.step)
        return Drawn(drawn(number, numbered.style), element.tag)

    def _add_code(self, element: Element) -> int:
        end = self._page.events[element.last - 1].end
        run = Run(0, element.tag.start, end - element.tag.start, verbatim=False)
        self.pieces.append(Paragraph("", (run,), scopes=("code",)))
        return element.last

    def _close(self, number: int, element: Element, event: Event) -> None:
        name = element.name
        if name in _MARKS:
            if name != "a" or element.is_linked:
                self._lines.close(_MARKS[name])
        elif number == self._whole:
            self._finish_whole(element)
        elif not element.is_inline and name != "br":
            self._part(event.start)
            self._leave(number, event)

    def _leave(self, number: int, event: Event) -> None:
        """Step out of what stands around blocks."""
        if self._around and self._around[-1] == number:
            self._counts[_SCOPES[self._page.elements[self._around.pop()].name]] -= 1
            self._item = None
        elif self._lists and self._lists[-1].element == number:
            self._lists.pop()
        elif number == self._table:
            start = self._page.elements[number].tag.start
            table = grid(self._rows, Span(start, event.end))
            if table:
                self.pieces.append(table)
            self._table = 0

    def _finish(self, place: int) -> None:
        """Close the paragraphs that are open."""
        if not self._lines.has_text or self._table:
            self._lines.drop()
            return
        for block in self._lines.take(self._scopes, place, drawn=self._item):
            self.pieces.append(_paragraph(block._replace(indent=len(self._lists))))
            self._item = None

    @property
    def _scopes(self) -> tuple[str, ...]:
        if not self._around:
            return ("paragraph",)
        inner = _SCOPES[self._page.elements[self._around[-1]].name]
        outer = "quote" if inner == "item" else "item"
        return (inner, outer) if self._counts[outer] else (inner,)

    def _finish_whole(self, element: Element) -> None:
        """Close a heading, a caption or a cell."""
        self._whole = 0
        name = element.name
        if name in ("td", "th"):
            if not self._rows:
                self._rows.append(Row([], element.tag, is_header=False))
            header = name == "th" or self._rows[-1].is_header
            scopes = ("table", "table.header" if header else "table.cell")
            (block,) = self._lines.take(scopes, self._start, whole=True)
            self._rows[-1].cells.append(Cell(block, *span_of(element), is_header=header))
            return
        (block,) = self._lines.take(("paragraph",), self._start, whole=True)
        if block.text:
            self.pieces.append(_paragraph(block)._replace(depth=int(name[1]) if name in HEADINGS else 0))


def _paragraph(block: Block) -> Paragraph:
    return Paragraph(block.text, block.runs, 0, block.scopes, block.inlines, block.ordinal, block.indent)


def _list(number: int, element: Element) -> _List:
    if element.name != "ol":
        return _List(number, "", 0, 0)
    step = -1 if "reversed" in element.attributes else 1
    return _List(
        number, style_of(element.get("type"), element.get("style")), _whole_number(element.get("start"), 1), step
    )


def _whole_number(written: str, otherwise: int) -> int:
    try:
        return int(written[:9])
    except ValueError:
        return otherwise


def _is_header(page: Page, row: Element) -> bool:
    """Whether a row stands in the head of its table, or has no cells but headers."""
    if page.elements[row.parent].name == "thead":
        return True
    cells = [
        page.elements[event.element].name
        for event in page.events[row.first : row.last]
        if event.kind == "open" and page.elements[event.element].name in ("td", "th")
    ]
    return bool(cells) and "td" not in cells

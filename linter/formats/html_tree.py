"""The elements of an HTML page: what each holds, with the end tags that may be left out, whatever was left open."""

from __future__ import annotations

from typing import NamedTuple

from linter.engines.patterns import late
from linter.formats.html_tokens import Attribute, attributes_of, tokens_of
from linter.source import Span

_VOID = frozenset({
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link",
    "meta", "param", "source", "track", "wbr",
})  # fmt: skip
_UNREAD = frozenset({
    "audio", "button", "canvas", "datalist", "head", "iframe", "math", "noembed", "noframes", "noscript",
    "object", "option", "rp", "rt", "script", "select", "style", "svg", "template", "textarea", "title", "video",
    "xmp",
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
    "tt", "u", "var", "wbr", "img", "nobr", "ruby", "rb", "rt", "rtc", "rp", "picture", "source", "svg", "math",
    "button", "input", "select", "textarea", "object", "iframe", "canvas", "audio", "video", "map", "area",
    "script", "style", "template", "noscript", "link", "meta",
})  # fmt: skip
_IN_HEAD = frozenset({
    "base", "link", "meta", "noscript", "script", "style", "template", "title",
})  # fmt: skip
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"td", "th", "caption"})
_ROW_GROUPS = frozenset({"thead", "tbody", "tfoot", "colgroup"})
_ENDING_PARAGRAPHS = HEADINGS | frozenset({
    "address", "article", "aside", "blockquote", "center", "details", "dir", "div", "dl", "fieldset",
    "figcaption", "figure", "footer", "form", "header", "hr", "main", "menu", "nav", "ol", "p", "pre", "section",
    "table", "ul",
})  # fmt: skip
_ENDED_BY_NEXT = {"li": ("li", "ol", "ul"), "dt": ("dt", "dl"), "dd": ("dt", "dl")}  # itself, and what holds it
_HIDING = late(r"display\s*:\s*none|visibility\s*:\s*hidden")


class Event(NamedTuple):
    """A tag, a text or a reference in the source, and the element that it opens, closes or stands in.

    An end tag that was left out stands where it is implied, and has no length.
    """

    kind: str
    start: int
    end: int
    element: int


class Element:
    """An element: `events[first:last]` of its page stand in it, its own tags among them.

    What is not `is_read` is not shown, or is no text of the page; `holds_table` is said of tables in tables.
    """

    __slots__ = (
        "_attributes",
        "_page",
        "first",
        "holds_table",
        "is_linked",
        "is_read",
        "last",
        "name",
        "parent",
        "tag",
    )

    def __init__(self, page: Page, name: str, parent: int, tag: Span) -> None:
        self.name = name
        self.parent = parent
        self.tag = tag
        self.first = self.last = len(page.events)
        self.is_read = True
        self.is_linked = False
        self.holds_table = False
        self._page = page
        self._attributes: dict[str, Attribute] | None = None

    @property
    def attributes(self) -> dict[str, Attribute]:
        """What stands in the start tag."""
        if self._attributes is None:
            has_any = self.tag.end - self.tag.start > len(self.name) + 2
            self._attributes = attributes_of(self._page.text, self.tag) if has_any else {}
        return self._attributes

    def get(self, name: str) -> str:
        """The value of an attribute, the empty string without one."""
        found = self.attributes.get(name)
        return found.value if found else ""

    @property
    def is_inline(self) -> bool:
        """Whether it is a part of a line."""
        return self.name in _INLINE


class Page:
    """All elements of a page, the first of them the page itself, and its events and comments in the order of the source."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.elements: list[Element] = []
        self.events: list[Event] = []
        self.comments: list[Span] = []


def read_page(text: str) -> Page:
    """The tree of a page; linear in its size, and in no need of a deep stack."""
    page = Page(text)
    tree = _Tree(page)
    for kind, start, end, name in tokens_of(text):
        if kind == "open":
            tree.open(name, start, end)
        elif kind == "close":
            tree.close(name, start, end)
        elif kind == "comment":
            page.comments.append(Span(start, end))
        else:
            tree.add(kind, start, end)
    tree.pop_to(0, len(text), len(text))
    return page


class _Frame:
    """What is open in a cell, or in a table outside of its cells: no end tag of another reaches into it.

    `places` are the places on the stack by name, the last one last.
    """

    def __init__(self, sort: str, base: int) -> None:
        self.sort = sort
        self.base = base
        self.places: dict[str, list[int]] = {}

    def last(self, name: str) -> int:
        places = self.places.get(name)
        return places[-1] if places else -1


class _Tree:
    """The elements that are open, the innermost last."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._stack: list[int] = []
        self._ended: set[int] = set()
        self._frames = [_Frame("", 0)]
        self._push("", 0, 0)

    def add(self, kind: str, start: int, end: int) -> None:
        """Text, or a reference to a character."""
        if self._top.name == "head" and not self._page.text[start:end].isspace():
            self.pop_to(len(self._stack) - 1, start, start)
        self._page.events.append(Event(kind, start, end, self._stack[-1]))

    @property
    def _top(self) -> Element:
        return self._page.elements[self._stack[-1]]

    def open(self, name: str, start: int, end: int) -> None:
        """A start tag."""
        frame = self._frames[-1]
        if name in ("html", "body") and frame.last(name) >= 0:
            return
        if self._top.name == "head" and name not in _IN_HEAD:
            self.pop_to(len(self._stack) - 1, start, start)
        self._end_before(name, start)
        self._push(name, start, end)
        if name in _VOID or (self._page.text.endswith("/>", start, end) and self._page.text.startswith("<?xml")):
            self.pop_to(len(self._stack) - 1, end, end)
        elif name == "table":
            self._frames.append(_Frame("table", len(self._stack) - 1))
        elif name in _CELLS and self._frames[-1].sort == "table":
            self._frames.append(_Frame("cell", len(self._stack) - 1))

    def _end_before(self, name: str, start: int) -> None:
        """End what a start tag ends."""
        if name in _ENDING_PARAGRAPHS and not self._hides_last("p"):
            self._end_last("p", start)
        if name in _CELLS or name == "tr" or name in _ROW_GROUPS:
            self._end_table_parts(name, start)
        elif name == "table" and self._frames[-1].sort == "table":
            self.pop_to(self._frames[-1].base, start, start)
        elif name in _ENDED_BY_NEXT:
            itself, *around = _ENDED_BY_NEXT[name]
            frame = self._frames[-1]
            names = ("dt", "dd") if itself == "dt" else (itself,)
            outer = max(map(frame.last, around))
            place = next((place for place in map(frame.last, names) if place > outer), -1)
            if place >= 0:
                self.pop_to(place, start, start)
        elif name in HEADINGS and self._top.name in HEADINGS:
            self.pop_to(len(self._stack) - 1, start, start)
        elif name in ("a", "option"):
            self._end_last(name, start)

    def _hides_last(self, name: str) -> bool:
        """Whether what is open is not shown, in an element of this name that is."""
        place = self._frames[-1].last(name)
        return place >= 0 and not self._top.is_read and self._page.elements[self._stack[place]].is_read

    def _end_table_parts(self, name: str, start: int) -> None:
        if self._frames[-1].sort == "cell":
            self.pop_to(self._frames[-1].base, start, start)
        frame = self._frames[-1]
        if name in ("td", "th"):
            for other in ("td", "th", "caption"):
                if frame.last(other) > frame.last("tr"):
                    self.pop_to(frame.last(other), start, start)
        elif name == "tr":
            self._end_last("tr", start)
        elif frame.sort == "table":
            self.pop_to(frame.base + 1, start, start)

    def _end_last(self, name: str, start: int) -> None:
        place = self._frames[-1].last(name)
        if place >= 0:
            self._end(place, start, start)

    def close(self, name: str, start: int, end: int) -> None:
        """An end tag; one that ends nothing is passed over."""
        if name in ("html", "body"):
            return
        if name in _CELLS or name in _ROW_GROUPS or name in ("tr", "table"):
            self._close_table_part(name, start, end)
            return
        frame = self._frames[-1]
        place = frame.last(name)
        if place < 0 and name in HEADINGS:
            place = max(map(frame.last, HEADINGS))
        if place >= 0:
            self._end(place, start, end)

    def _close_table_part(self, name: str, start: int, end: int) -> None:
        frame = self._frames[-1]
        if frame.sort == "cell" and (name not in _CELLS or name == self._page.elements[self._stack[frame.base]].name):
            if name in _CELLS:
                self.pop_to(frame.base, start, end)
                return
            frame = self._frames[-2]
        if name == "table":
            if frame.sort == "table":
                self.pop_to(frame.base, start, end)
        elif frame.last(name) >= 0:
            self.pop_to(frame.last(name), start, end)

    def _end(self, place: int, start: int, end: int) -> None:
        """End the element at `place` of the stack, and what is open in it unless that is a block in a part of a line."""
        number = self._stack[place]
        if not (self._page.elements[number].is_inline and self._frames[-1].last("#block") > place):
            self.pop_to(place, start, end)
            return
        self._frames[-1].places[self._page.elements[number].name].pop()
        self._note_end(number, start, end)
        self._ended.add(number)

    def _push(self, name: str, start: int, end: int) -> None:
        page, number = self._page, len(self._page.elements)
        parent = self._stack[-1] if self._stack else 0
        element = Element(page, name, parent, Span(start, end))
        page.elements.append(element)
        above = page.elements[parent]
        element.is_read = above.is_read and name not in _UNREAD and not _is_hidden(element)
        element.is_linked = above.is_linked or (name == "a" and "href" in element.attributes)
        if name == "table" and len(self._frames) > 1:
            table = self._frames[-1] if self._frames[-1].sort == "table" else self._frames[-2]
            page.elements[self._stack[table.base]].holds_table = True
        frame = self._frames[-1]
        for key in (name,) if element.is_inline else (name, "#block"):
            frame.places.setdefault(key, []).append(len(self._stack))
        self._stack.append(number)
        page.events.append(Event("open", start, end, number))

    def pop_to(self, place: int, start: int, end: int) -> None:
        """End all that is open from `place` of the stack on."""
        while len(self._stack) > place:
            number = self._stack.pop()
            if len(self._frames) > 1 and len(self._stack) == self._frames[-1].base:
                self._frames.pop()
            element, frame = self._page.elements[number], self._frames[-1]
            if not element.is_inline:
                frame.places["#block"].pop()
            if number in self._ended:
                self._ended.discard(number)
                continue
            frame.places[element.name].pop()
            last = len(self._stack) == place
            self._note_end(number, start, end if last else start)

    def _note_end(self, number: int, start: int, end: int) -> None:
        self._page.events.append(Event("close", start, end, number))
        self._page.elements[number].last = len(self._page.events)


def _is_hidden(element: Element) -> bool:
    attributes = element.attributes
    if not attributes:
        return False
    if "hidden" in attributes or element.get("type").lower() == "hidden":
        return True
    return "style" in attributes and _HIDING.search(element.get("style").lower()) is not None

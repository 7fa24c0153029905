"""HTML → tokens with exact places, cut as a browser cuts them and in linear time, whatever is left open.

The standard library's parser is not used: its versions differ, it is quadratic on open tags, gives no place for the end
of a tag, raises on `<![x`, and reads all that follows an open `&#` as text.
"""

from __future__ import annotations

from html import unescape
from html.entities import html5
from typing import TYPE_CHECKING, Literal, NamedTuple

import regex

from linter.engines.patterns import late
from linter.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = late(
    r"""  <!--(?:-?>|(?P<comment>.*?)(?:--!?>|\Z))
      |   <(?P<name>[A-Za-z][^\s/>]*+)(?:[^=>]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+(?:>|\Z)
      |   </(?P<closed>[A-Za-z][^\s/>]*+)[^>]*+(?:>|\Z)
      |   <[!?/][^>]*+(?:>|\Z)
      |   (?P<reference>&(?:\#(?:\d{1,9}|[xX][0-9a-fA-F]{1,8})|[A-Za-z][A-Za-z0-9]{1,31});?)
    """,
    regex.VERBOSE | regex.DOTALL,
)
_ATTRIBUTE = late(
    r"""(?P<name>[^\s"'>/=][^\s>/=]*+)(?:\s*+=\s*+(?:"(?P<value>[^"]*+)"|'(?P<value>[^']*+)'|(?P<value>[^\s>"'][^\s>]*+)))?+"""
)
_RAW = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes"})
_PLAIN = frozenset({"title", "textarea"})  # text with references, but without tags

Kind = Literal["text", "reference", "open", "close", "comment"]


class Token(NamedTuple):
    """A piece of the source: text, a reference to a character, a tag with its name in lower case, or a comment."""

    kind: Kind
    start: int
    end: int
    name: str = ""


class Attribute(NamedTuple):
    """The value of an attribute, with its references read, and where it stands."""

    value: str
    place: Span


def tokens_of(text: str) -> Iterator[Token]:
    """The tokens of a page; what stands in scripts and styles is none, nor are declarations."""
    is_xml = text.startswith("<?xml")
    place = 0
    while found := _TOKEN.search(text, place):
        start, end = found.span()
        if start > place:
            yield Token("text", place, start)
        place = end
        group = found.lastgroup
        if group == "name":
            name = found["name"].lower()
            yield Token("open", start, end, name)
            if (name in _RAW or name in _PLAIN) and not (is_xml and text.endswith("/>", start, end)):
                place = _end_of(text, name, end)
                if name in _PLAIN:
                    yield from _plain(text, end, place)
        elif group == "closed":
            yield Token("close", start, end, found["closed"].lower())
        elif group == "reference":
            place = start + _length(found["reference"])
            yield Token("reference" if place > start + 1 else "text", start, place)
        elif group == "comment":
            yield Token("comment", start, end)
    if place < len(text):
        yield Token("text", place, len(text))


def _length(written: str) -> int:
    """How much of what may be a reference is one, with its ampersand: some names need no semicolon; 1 for none."""
    if written[1] == "#":
        return len(written)
    return next((size for size in range(len(written), 1, -1) if written[1:size] in html5), 1)


def _end_of(text: str, name: str, start: int) -> int:
    """Where the end tag of an element stands that holds no other tag."""
    closing = late(rf"</{name}(?=[\s/>])", regex.IGNORECASE).search(text, start)
    return closing.start() if closing else len(text)


def _plain(text: str, start: int, end: int) -> Iterator[Token]:
    place = start
    for found in _TOKEN.finditer(text, start, end):
        if found.lastgroup == "reference":
            if found.start() > place:
                yield Token("text", place, found.start())
            place = found.start() + _length(found["reference"])
            yield Token("reference" if place > found.start() + 1 else "text", found.start(), place)
    if place < end:
        yield Token("text", place, end)


def attributes_of(text: str, tag: Span) -> dict[str, Attribute]:
    """The attributes of a tag by their names in lower case, the first of each name."""
    found: dict[str, Attribute] = {}
    start = tag.start + 1
    while start < tag.end and text[start] not in " \t\r\n\f/>":
        start += 1
    for attribute in _ATTRIBUTE.finditer(text, start, tag.end):
        name = attribute["name"].lower()
        if name not in found:
            place = Span(*attribute.span("value")) if attribute["value"] is not None else Span(tag.start, tag.start)
            found[name] = Attribute(unescape(attribute["value"] or ""), place)
    return found


def referred(written: str) -> str:
    """The characters that a reference stands for, none for some control characters."""
    return unescape(written)

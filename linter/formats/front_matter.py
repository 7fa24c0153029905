"""The data between two lines of `---` at the start of a document, as blocks by key."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from linter.document import Block, Comment, Run
from linter.engines.patterns import late
from linter.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_FENCED = late(r"---[ \t]*\r?\n(?P<lines>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)")
_ENTRY = late(r"^(?P<key>[\p{L}_][\p{L}\p{N}_.-]*):[ \t]+(?P<value>\S.*?)[ \t]*\r?$", regex.MULTILINE)
_COMMENT = late(r"""^(?:[^"'#\r\n]*[ \t])?(?P<mark>\#[ \t]*)(?P<text>.*?)[ \t]*\r?$""", regex.MULTILINE)
_KEY = late(r"""^(?P<key>[^\s#:"'{}\[\],&*!|>%@`-][^:\n]*?)[ \t]*:(?=[ \t\r\n])""", regex.MULTILINE)
_QUOTED = late(r"""(?P<mark>["'])(?P<inside>.*)(?P=mark)$""")


class FrontMatter(NamedTuple):
    """The entries of one line each, the keys at the margin, the comments, and the offset where the document goes on."""

    entries: dict[str, Block]
    keys: tuple[Block, ...]
    comments: tuple[Comment, ...]
    end: int


def read_front_matter(text: str) -> FrontMatter:
    """Read what stands between the fences; without them there is nothing."""
    fenced = _FENCED.match(text)
    if fenced is None:
        return FrontMatter({}, (), (), 0)
    lines = fenced.span("lines")
    return FrontMatter(
        dict(_entries(text, *lines)), tuple(_keys(text, *lines)), tuple(_comments(text, *lines)), fenced.end()
    )


def _comments(text: str, start: int, end: int) -> Iterator[Comment]:
    """What a mark at the margin or behind a blank starts, where no quotation may hold the mark."""
    for found in _COMMENT.finditer(text, start, end):
        yield Comment(found["text"], Span(found.start("mark"), found.end("text")))


def _entries(text: str, start: int, end: int) -> Iterator[tuple[str, Block]]:
    for entry in _ENTRY.finditer(text, start, end):
        value, place = entry["value"], entry.start("value")
        if quoted := _QUOTED.match(value):
            value, place = quoted["inside"], place + 1
        scopes = ("front-matter", f"front-matter.{entry['key'].lower()}")
        yield entry["key"].lower(), Block(scopes, value, (Run(0, place, len(value), verbatim=True),))


def _keys(text: str, start: int, end: int) -> Iterator[Block]:
    for found in _KEY.finditer(text, start, end):
        run = Run(0, found.start(), len(found["key"]), verbatim=True)
        yield Block(("front-matter", "front-matter.key"), found["key"], (run,))

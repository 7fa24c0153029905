"""first-heading: a document that does not begin with its title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

import regex

from linter.engines.patterns import late, shorten
from linter.rule import Doc, Match
from linter.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Block, Document
    from linter.rule import Check, Field, Grade, Lists, Rule

FIELDS = ("text", "defect")
GRADES: tuple[Grade, ...] = ("likely", "hint")
SCOPE: tuple[str, ...] = ("heading",)

_MOSTLY = 0.5  # of a block; more than that of links and pictures is what a page has around its text
_HTML_HEADING = late(r"<h(?P<level>[1-6])[\s>]", regex.IGNORECASE)
_ADDRESS = late(r"https?://\S+")


class Params(NamedTuple):
    """What a rule of this kind says."""

    front_matter: Annotated[
        tuple[str, ...],
        Doc("The keys of the front matter that hold a title.", "文首元数据中表示标题的键。"),
    ] = ("title",)


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """At most one match: likely where the title comes later, a hint where there is none."""
    params = Params(**rule.params)

    def check(document: Document) -> Iterator[Match]:
        if not document.marked or any(key in document.front_matter for key in params.front_matter):
            return
        first = _first(document)
        if first is None or first.depth == 1 or "title" in first.scopes:
            return
        title = next((block for block in document.blocks if block.depth == 1), None)
        if document.sections or {"paragraph", "html"} & {*first.scopes}:  # a bare list or table is a piece of something
            yield _match(document, first, title)

    return check


def _first(document: Document) -> Block | None:
    """What the document begins with: its first heading, of HTML too, or the text that stands before it."""
    for block in document.blocks:
        if "html" in block.scopes:
            found = _HTML_HEADING.search(_source(document, block))
            if found:
                return None if found["level"] == "1" else block
        elif block.depth or not _is_furniture(block):
            return block
    return None


def _is_furniture(block: Block) -> bool:
    """Whether the block is code, or more of links and pictures than of words: badges, languages, the file's new place."""
    linked = sum(inline.end - inline.start for inline in block.inlines if inline.scope in ("link", "alt"))
    linked = linked or sum(len(found[0]) for found in _ADDRESS.finditer(block.text))
    return linked >= _MOSTLY * len(block.text)


def _source(document: Document, block: Block) -> str:
    return document.source.text[block.span.start : block.span.end]


def _match(document: Document, first: Block, title: Block | None) -> Match:
    if title:
        defect: Field = {"en": "stands before the title", "zh": "位于文档标题之前"}
    elif first.depth:
        defect = {"en": "is the first heading, but not of the first level", "zh": "是第一个标题，但不是一级标题"}
    else:
        defect = {"en": "stands where the title is expected", "zh": "位于应为文档标题之处"}
    start, end = first.span
    line_end = document.source.text.find("\n", start, end)
    place = Span(start, end if line_end < 0 else line_end)
    text = first.text or _source(document, first).strip()
    return Match(
        place,
        {"text": shorten(" ".join(text.split())), "defect": defect},
        (title.span,) if title else (),
        grade="likely" if title else "hint",
    )

"""A table of contents, and the headings that stand at another level than it says."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.prevailing import prevailing
from linter.engines.slugs import skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Block, Document

_SEVERAL, _MOST = 3, 0.8  # headings of one level, and what share of the entries below each other


class Entry(NamedTuple):
    """An entry of a table of contents, how far it is indented, and the heading that it leads to."""

    block: Block
    column: int
    heading: Block


class Elsewhere(NamedTuple):
    """An entry whose heading is of another level than those of the entries indented like it, of which `model` is one."""

    entry: Entry
    model: Entry


def elsewhere(document: Document) -> Iterator[Elsewhere]:
    """The entries of the document's tables of contents whose headings stand at an unexpected level."""
    for table in _tables(document):
        columns: dict[int, list[Entry]] = {}
        for entry in table:
            columns.setdefault(entry.column, []).append(entry)
        for entries in columns.values() if len(columns) > 1 else ():  # a flat one says nothing about levels
            usual = prevailing([entry.heading.depth for entry in entries])
            if usual and usual.number >= _SEVERAL and usual.share >= _MOST:
                yield from (
                    Elsewhere(entry, entries[usual.first]) for entry in entries if entry.heading.depth != usual.value
                )


def _tables(document: Document) -> Iterator[list[Entry]]:
    """Items one after the other that are links to headings of the page; what is named twice is left out."""
    text = document.source.text
    if "](#" not in text:
        return
    headings = {skeleton(section.heading.text): section.heading for section in document.sections}
    named = Counter(skeleton(section.heading.text) for section in document.sections)
    table: list[Entry] = []
    for block in document.blocks:
        target = _target(block)
        if target is None:
            if table:
                yield table
            table = []
        elif named[target] == 1:
            start = block.span.start
            table.append(Entry(block, len(document.source.line_before(start)), headings[target]))
    if table:
        yield table


def _target(block: Block) -> str | None:
    """What the item leads to, if it is a link to an anchor and nothing else."""
    if block.scopes[0] != "item" or not block.inlines:
        return None
    link = next((inline for inline in block.inlines if inline.target.startswith("#")), None)
    if link is None or link.start > block.wording_start or link.end < len(block.text.rstrip()):
        return None
    return skeleton(link.target)

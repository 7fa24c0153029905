"""Points counted in the text, in one paragraph or at the beginning of several: 一是…二是…, 第一，…第二，…."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.counted.miscount import Miscount
from linter.engines.ordinals import parse_number, parse_ordinal
from linter.engines.patterns import find_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Block, Document
    from linter.engines.announcements import Announcements
    from linter.engines.ordinals import Ordinal
    from linter.engines.patterns import Pattern
    from linter.source import Span

_APART = 8  # blocks that the last point may take up
_STYLES = ("（一）", "1", "（1）")  # of paragraphs that are neither headings nor items of a list
_WORD = "word"
_FIRST = "（(123456789"


class Points(NamedTuple):
    """How points are written: with a group `number`, or as words, of which the one in the group `first` begins."""

    numbered: Pattern | None
    words: Pattern | None


class Point(NamedTuple):
    """A point and its block; the `value` of a word that only goes on is 0."""

    number: int
    start: int
    value: int
    style: str
    section: int
    place: Span


def miscounted_points(document: Document, announcements: Announcements, points: Points) -> Iterator[Miscount]:
    """The announcements of points of which there are more or fewer, as far as these go on from a first one."""
    blocks = document.blocks
    for series in series_of(document, points):
        number, end = series[0].number, series[0].start
        if not blocks[number].text[:end].strip() and number:
            number, end = number - 1, len(blocks[number - 1].text)
        block = blocks[number]
        if block.depth or "table" in block.scopes or len(series) == 1:
            continue
        announcement = announcements.before(block.prose, end)
        if announcement and announcement.stated != len(series) and not _goes_on(document, series[-1]):
            yield Miscount(block, *announcement, len(series), tuple(point.place for point in series), is_clear=True)


def _goes_on(document: Document, last: Point) -> bool:
    """Whether a heading or an item further on has the next number."""
    following = document.blocks[last.number + 1 : last.number + 1 + _APART]
    ordinals = [block.ordinal for block in following if block.ordinal]
    return any(ordinal.style == last.style and ordinal.value == (last.value + 1,) for ordinal in ordinals)


def series_of(document: Document, points: Points) -> Iterator[list[Point]]:
    """The points of each section that go on from a first one, those of one style."""
    open_series: dict[str, list[Point]] = {}
    for point in _points(document, points):
        series = open_series.get(point.style)
        goes_on = series and point.section == series[-1].section and point.value in (0, series[-1].value + 1)
        if series and not goes_on:
            yield open_series.pop(point.style)
        if point.value == 1 or goes_on:
            open_series.setdefault(point.style, []).append(point)
    yield from open_series.values()


def _points(document: Document, points: Points) -> Iterator[Point]:
    section = 0
    numbered, worded = (_blocks_with(document, pattern) for pattern in points)
    for number, block in enumerate(document.blocks):
        section += block.depth > 0
        if block.text and not block.depth and "table" not in block.scopes:
            ordinal = _ordinal(block)
            if ordinal and ordinal.style in _STYLES:
                place = block.locate(0, len(ordinal.text))
                yield Point(number, 0, ordinal.value[-1], ordinal.style, section, place)
            for found in find_all(points.words, block.text) if points.words and number in worded else ():
                yield Point(
                    number, found.start(), int(bool(found["first"])), _WORD, section, block.locate(*found.span())
                )
            for found in find_all(points.numbered, block.text) if points.numbered and number in numbered else ():
                ordinal = parse_ordinal(found[0])
                style = ordinal.style if ordinal else found[0].replace(found["number"], "")
                place = block.locate(*found.span())
                yield Point(number, found.start(), parse_number(found["number"])[-1], style, section, place)


def _ordinal(block: Block) -> Ordinal | None:
    """What a paragraph begins with that is numbered, and was taken for no item."""
    return parse_ordinal(block.text[:12]) if "paragraph" in block.scopes and block.text[0] in _FIRST else None


def _blocks_with(document: Document, pattern: Pattern | None) -> set[int | None]:
    """The numbers of the blocks in whose source the pattern is found: one search of a text for one of each block."""
    return {document.block_at(found.start()) for found in find_all(pattern, document.source.text)} if pattern else set()

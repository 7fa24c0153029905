"""What a document numbers: its headings, the items of its lists, its captions and points, each in series."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.engines.ordinals import RANK, Ordinal, parse_number, parse_ordinal
from linter.engines.patterns import TIME_LIMIT, find_all
from linter.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Block, Document
    from linter.engines.labels import Labels
    from linter.engines.patterns import Pattern

_ARTICLES = ("第条", "Article")  # counted on through the whole of a law, and quoted one by one
_LOCAL = ("steps", "examples", "parts")  # counted anew in each section, while tables and figures run through
_UNMARKED = ("一", "（一）")
_CHINESE = frozenset("第（(一二三四五六七八九十")
_BLANKS = " \t\u3000"
_STATUTE = 5  # articles; fewer may be quoted from one
_LONGEST_ORDINAL = 12  # code points
_FARTHEST = 5  # what is more numbers away than that goes on with no series


class Numbered(NamedTuple):
    """A heading, an item, a caption or a point: its block and the number of that, what numbers it, and where."""

    number: int
    block: Block
    ordinal: Ordinal
    place: Span

    @property
    def last(self) -> int:
        """The number on its own level."""
        return self.ordinal.value[-1]


Series = list[Numbered]


def numbered(number: int, block: Block, ordinal: Ordinal) -> Numbered:
    """A block that starts with its ordinal."""
    return Numbered(number, block, ordinal, block.locate(0, len(ordinal.text.rstrip())))


def heading_series(document: Document) -> list[Series]:
    """The numbered headings of one parent and one style; one of a higher style starts anew.

    So does one without a number, unless the numbers go on behind it.
    """
    found: list[Series] = []
    open_series: dict[int | None, dict[str, Series]] = {}
    paused: set[int | None] = set()  # parents whose last child has no number
    for section in document.sections:
        siblings = open_series.setdefault(section.parent, {})
        ordinal = section.heading.ordinal
        if ordinal is None:
            paused.add(section.parent)
            continue
        rank = RANK.index(ordinal.style)
        is_anew = section.parent in paused and _starts_anew(siblings.get(ordinal.style), ordinal)
        paused.discard(section.parent)
        for style in [style for style in siblings if RANK.index(style) > rank or is_anew]:
            del siblings[style]
        if ordinal.style not in _ARTICLES:
            series = siblings.get(ordinal.style)
            if series is None or series[-1].ordinal.value[:-1] != ordinal.value[:-1]:
                series = siblings[ordinal.style] = []
                found.append(series)
            series.append(numbered(section.first, section.heading, ordinal))
    return found


def _starts_anew(series: Series | None, ordinal: Ordinal) -> bool:
    return series is None or not 0 < ordinal.value[-1] - series[-1].last <= _FARTHEST


def list_series(document: Document) -> list[Series]:
    """The items of numbered lists; what does not start at 1 goes on with the items before it.

    Those are the last ones in the same section that are indented as deep and numbered in the same style, whatever
    stands between them. In plain text, where only its shape tells a heading from an item, a heading may be one too.
    """
    found: list[Series] = []
    open_series: dict[tuple[int, str, tuple[int, ...]], Series] = {}
    around: int | None = None
    for item in _items(document):
        section = document.section_of(item.number)
        if document.marked and section and section.first != around:
            open_series, around = {}, section.first
        ordinal = item.ordinal
        column = _column(document, item)
        open_series = {key: series for key, series in open_series.items() if not _is_below(key, column, ordinal)}
        key = (column, ordinal.style, ordinal.value[:-1])
        series = open_series.get(key)
        if series is None or item.last <= 1 or abs(item.last - series[-1].last) > _FARTHEST:
            series = open_series[key] = []
            found.append(series)
        series.append(item)
    return [series for series in found if any(not item.block.depth for item in series)]


def _column(document: Document, item: Numbered) -> int:
    if item.block.indent is not None:
        return item.block.indent
    return len(document.source.line_before(item.place.start))


def _items(document: Document) -> Iterator[Numbered]:
    for number, block in enumerate(document.blocks):
        ordinal = block.ordinal
        if ordinal and ordinal.style not in _ARTICLES and not (document.marked and block.depth):
            yield numbered(number, block, ordinal)


def _is_below(key: tuple[int, str, tuple[int, ...]], column: int, ordinal: Ordinal) -> bool:
    return key[0] > column or (key[0] == column and RANK.index(key[1]) > RANK.index(ordinal.style))


def paragraph_series(document: Document) -> list[Series]:
    """The paragraphs of a marked document that begin with a Chinese ordinal, as headings do that nobody marked."""
    found: list[Series] = []
    open_series: dict[str, Series] = {}
    for number, block in enumerate(document.blocks if document.marked else ()):
        ordinal = _chinese_ordinal(block) if block.scopes == ("paragraph",) else None
        if block.depth or (ordinal and ordinal.style in _ARTICLES):
            open_series = {}
        if ordinal and ordinal.style in _UNMARKED:
            rank = RANK.index(ordinal.style)
            open_series = {style: series for style, series in open_series.items() if RANK.index(style) <= rank}
            if ordinal.style not in open_series or ordinal.value == (1,):
                open_series[ordinal.style] = []
                found.append(open_series[ordinal.style])
            open_series[ordinal.style].append(numbered(number, block, ordinal))
    return found


def article_series(document: Document) -> list[Series]:
    """The articles of each statute, from a first one on; those that are only spoken of have no blank behind them."""
    found: list[Series] = []
    for number, block in enumerate(document.blocks):
        ordinal = _chinese_ordinal(block) if block.text[:1] == "第" and "quote" not in block.scopes else None
        if ordinal and ordinal.style == "第条" and ordinal.text[-1] in _BLANKS and "table" not in block.scopes:
            if ordinal.value == (1,):
                found.append([])
            if found:
                found[-1].append(numbered(number, block, ordinal))
    return [series for series in found if len(series) >= _STATUTE]


def _chinese_ordinal(block: Block) -> Ordinal | None:
    return parse_ordinal(block.text[:_LONGEST_ORDINAL]) if block.text[:1] in _CHINESE else None


def captions(document: Document, labels: Labels) -> Iterator[tuple[str, Numbered]]:
    """The headings, captions and paragraphs that a label starts, in reading order, each with its sort."""
    for number, block in enumerate(document.blocks):
        if "html" in block.scopes:
            for tagged in labels.in_markup(document.source.text, *block.span):
                yield tagged.sort, Numbered(number, block, tagged.ordinal, Span(tagged.start, tagged.end))
        elif block.text and not block.ordinal:
            label = labels.of_heading(block.text) if block.depth else labels.of_caption(block.text)
            if label and _is_read(block):
                yield label.sort, Numbered(number, block, label.ordinal, block.locate(label.start, label.end))


def _is_read(block: Block) -> bool:
    """Whether the block may be a caption: no cell, no link to one, not the words for a picture."""
    marked = any(inline.scope in ("alt", "link") and inline.start == 0 for inline in block.inlines)
    return "table" not in block.scopes and not marked


def caption_series(document: Document, labels: Labels) -> list[Series]:
    """The captions of one label in turn; a first one starts anew, and so does a section where it counts for itself."""
    found: list[Series] = []
    open_series: dict[tuple[object, ...], Series] = {}
    for sort, caption in captions(document, labels):
        ordinal = caption.ordinal
        key = (ordinal.style, ordinal.value[:-1], caption.block.scopes, _around(document, sort, caption))
        series = open_series.get(key)
        if series is None or caption.last == 1:
            series = open_series[key] = []
            found.append(series)
        series.append(caption)
    return found


def _around(document: Document, sort: str, caption: Numbered) -> int | None:
    section = document.section_of(caption.number)
    if section is None or not (caption.block.depth or sort in _LOCAL):
        return None
    return section.parent if caption.block.depth else section.first


def point_series(document: Document, pattern: Pattern) -> list[Series]:
    """The points that a text counts (一是…二是…), as the group `number` of `pattern` finds them; a first starts anew."""
    found: list[Series] = []
    if pattern.search(document.source.text, timeout=10 * TIME_LIMIT) is None:
        return found
    series: Series | None = None
    for number, block in enumerate(document.blocks):
        if block.depth:
            series = None
        for point in find_all(pattern, block.text) if block.text else ():
            ordinal = Ordinal(parse_number(point["number"]), "point", point[0])
            if ordinal.value == (1,):
                series = []
                found.append(series)
            if series is not None:
                series.append(Numbered(number, block, ordinal, block.locate(*point.span())))
    return found

"""The year that a document is about, and the places that speak of another year as of its own."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

import regex

from linter.engines.patterns import late
from linter.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.dated.reading import Dated, Reading
    from linter.document import Block, Document
    from linter.engines.contexts import Contexts
    from linter.engines.patterns import Pattern

_LINES = 2  # that a title may go on over
_LONGEST_LINE = 40  # code points
_FEW = 2  # headings of another year: with more of them the document has more than one
_BEFORE = 40  # code points before a link that tell what it leads to
_DEFINITION = late(r"^ {0,3}\[(?P<label>[^\]\n]+)\]:[ \t]*<?(?P<target>\S+?)>?[ \t]*$", regex.MULTILINE)
_WORD = late(r"\p{L}{4,}")


class Own(NamedTuple):
    """Contexts of a year, and what introduces a link to an earlier edition.

    `title` is where a title says what it is about, `first` where it says what it looks back on before it looks ahead, `same` where the text says the document's own year, `ahead` where it
    speaks of a year that is not over.
    """

    title: Contexts
    first: Contexts
    same: Contexts
    ahead: Contexts
    past: Pattern | None


class Link(NamedTuple):
    """A link whose target names the year `year` at `span`; `before` is the target up to there."""

    year: int
    span: Span
    before: str
    text: str


def subject_of(document: Document, reading: Reading, own: Own) -> Dated | None:
    """The one year that the title names, or goes on to name in its next lines, or the title in the front matter.

    Of a title that names two, one after the other, it may be the first: 2021年工作总结和2022年工作计划.
    """
    for block in (document.title, *_next_lines(document), document.front_matter.get("title")):
        dates = list(reading.read_block(-1, block)) if block else []
        years = list(dict.fromkeys(dated.date.year for dated in dates))
        if len(years) == 1:
            return next((dated for dated in dates if _holds(own.title, dated)), None)
        if len(years) > 1:
            looks_back = years[1:] == [years[0] + 1] and _holds(own.first, dates[0])
            return dates[0] if looks_back else None
    return None


def _next_lines(document: Document) -> list[Block]:
    """The short lines behind the title that end in no mark: an issuer stands on one, what it issues on the next."""
    place = next((number for number, block in enumerate(document.blocks) if block is document.title), None)
    following = document.blocks[place + 1 : place + 1 + _LINES] if place is not None else ()
    return list(takewhile(lambda block: len(block.text) <= _LONGEST_LINE and block.text[-1:].isalpha(), following))


def strangers(document: Document, dates: list[Dated], subject: Dated, own: Own) -> Iterator[Dated]:
    """The dates in another year than the subject's that stand where only the document's own year can."""
    year = subject.date.year
    for dated in dates:
        if dated.block is document.title or dated.date.year == year:
            continue
        if _holds(own.same, dated) or (dated.date.year < year and _holds(own.ahead, dated)):
            yield dated
    yield from _headings(dates, year)


def _holds(contexts: Contexts, dated: Dated) -> bool:
    return contexts.hold(dated.block.prose, dated.date.year_start, dated.date.year_end)


def _headings(dates: list[Dated], year: int) -> list[Dated]:
    """The few headings that are a month or a day of a year beside the document's, and not the month next to it."""
    headings = [dated for dated in dates if dated.block.depth and not dated.date.is_year and dated.date.is_possible]
    outside = [
        dated
        for dated in headings
        if (dated.date.year == year - 1 and dated.date.months[0] < 12)  # noqa: PLR2004 - December
        or (dated.date.year == year + 1 and dated.date.months[1] > 1)
    ]
    bare = [dated for dated in outside if dated.date.end - dated.date.start == len(dated.block.text.strip())]
    return bare if len(outside) <= _FEW else []


def stale_links(document: Document, subject: Dated, own: Own) -> Iterator[Link]:
    """Links into the year before, where the document links to the same place of its own year, or is named for it."""
    year = subject.date.year
    if str(year - 1) not in document.source.text:
        return
    links = list(_links(document, (year - 1, year)))
    current = {link.before for link in links if link.year == year}
    words = document.title.text.casefold() if document.title else subject.block.text.casefold()
    for link in links:
        if link.year == year or (own.past and own.past.search(link.text)):
            continue
        *_, last = ["", *_WORD.findall(link.before.partition("://")[2])]
        if link.before in current or (last and last.casefold() in words):
            yield link


def _links(document: Document, years: tuple[int, int]) -> Iterator[Link]:
    text = document.source.text
    pattern = regex.compile(rf"(?<!\d)(?P<year>{years[0]}|{years[1]})(?![-_/.]?\d)")
    for found in _DEFINITION.finditer(text):
        yield from _years(pattern, found["target"], found.start("target"), found["label"])
    for block in document.blocks:
        for inline in block.inlines:
            if inline.target and pattern.search(inline.target):
                start = _written_at(text, block, inline.end, inline.target)
                if start is not None:
                    around = block.text[max(0, inline.start - _BEFORE) : inline.end]
                    yield from _years(pattern, inline.target, start, around)


def _written_at(text: str, block: Block, end: int, target: str) -> int | None:
    """Where the target of an inline link is written: behind its text."""
    place = block.locate(end - 1, end).end
    start = text.find(target, place, place + len(target) + 4)
    return start if start >= 0 else None


def _years(pattern: regex.Pattern[str], target: str, start: int, text: str) -> Iterator[Link]:
    found = list(pattern.finditer(target))
    if len(found) == 1 and not pattern.search(text):
        (year,) = found
        span = Span(start + year.start(), start + year.end())
        yield Link(int(year[0]), span, target[: year.start()], text)

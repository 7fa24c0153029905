"""When a document was written: the day under its signature or in its front matter, else the year that it is of."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.dates import DateForms
from linter.engines.patterns import late

if TYPE_CHECKING:
    from linter.dated.reading import Dated
    from linter.document import Block, Document
    from linter.engines.dates import Date
    from linter.engines.patterns import Pattern
    from linter.source import Source, Span

_OPENING = 12  # blocks in which a document has its number
_NUMBER = late(r"[〔\[【（(﹝]\s*(?=(?:19|20)\d\d\s*[〕\]】）)﹞]\s*第?\d+\s*号)")
_AROUND_DATE = late(r"[\s\u3000（）()。．.]*")
_DELIVERED = late(r"\s*(?:[-—－–]{1,3}|[（(〔])\s*(?:19|20)\d\d年")
_AROUND = "（）()〔〕—-*_ \u3000\t\r\n"
_LONGEST_LINE = 80  # code points of the line that says where it was read out
_YEAR = late(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FORMS = DateForms()
_LONGEST = 40  # code points of a line that is nothing but a date, and of what stands around it
_LATER = 181  # days of the next year in which the report on a year is still written


class Written(NamedTuple):
    """The first and the last day on which it can have been written (as `date.toordinal` counts), and where that is said."""

    earliest: int
    latest: int
    place: Span

    def is_after(self, year: int) -> bool:
        """Whether the year was over."""
        return self.earliest >= date(year, 12, 31).toordinal()


def written(document: Document, over: Pattern | None) -> Written | None:
    """When it was written; a title that `over` is found in looks back on the year that it names."""
    return _signed(document) or _titled(document, over) or _delivered(document) or _numbered(document)


def written_on(document: Document, dates: list[Dated]) -> Dated | None:
    """The day under a document, or under its title: the latest that stands alone in its line, if these agree on the year."""
    days = [dated for dated in dates if dated.date.day and dated.date.is_possible]
    alone = [dated for dated in days if "table" not in dated.block.scopes and _stands_alone(document.source, dated)]
    if len({dated.date.year for dated in alone}) != 1:
        return None
    return max(alone, key=lambda dated: dated.date.latest)


def _stands_alone(source: Source, dated: Dated) -> bool:
    start, end = source.line_span(source.line_number(dated.span.start))
    return source.text[start:end].strip(_AROUND) == dated.text


def speaks_of_before(text: str, year: int) -> bool:
    """Whether a text names that year, or one before it."""
    return any(int(found[0]) <= year for found in _YEAR.finditer(text))


def _signed(document: Document) -> Written | None:
    """The last line that is nothing but a day, else such an entry of the front matter."""
    for block in (*reversed(document.blocks), *document.front_matter.values()):
        day = _first(block.text) if len(block.text) <= _LONGEST else None
        if day and day.day and _AROUND_DATE.fullmatch(block.text[: day.start] + block.text[day.end :]):
            return _within(day, block)
    return None


def _titled(document: Document, over: Pattern | None) -> Written | None:
    day = _first(document.title.text) if document.title else None
    if document.title is None or day is None:
        return None
    when = _within(day, document.title)
    if over and over.search(document.title.text):
        return when._replace(earliest=when.latest, latest=when.latest + _LATER)
    return when._replace(earliest=day.in_year(day.year - 1).latest)


def _delivered(document: Document) -> Written | None:
    """The day below the title on which it was read out or adopted: ——2023年1月6日在…会议上, （2023年1月6日…通过）."""
    for block in document.blocks[:_OPENING]:
        day = _first(block.text) if _DELIVERED.match(block.text) and len(block.text) <= _LONGEST_LINE else None
        if day and day.day:
            return _within(day, block)
    return None


def _numbered(document: Document) -> Written | None:
    """The year in the number of the document."""
    for block in document.blocks[:_OPENING]:
        found = _NUMBER.search(block.text) if len(block.text) <= _LONGEST else None
        year = _first(block.text, found.end()) if found else None
        if year:
            return _within(year, block)
    return None


def _first(text: str, start: int = 0) -> Date | None:
    """The first date of the calendar in a text, from `start` on."""
    return next((day for day in _FORMS.find(text) if day.is_possible and day.start >= start), None)


def _within(day: Date, block: Block) -> Written:
    return Written(day.earliest, day.latest, block.locate(day.start, day.end))

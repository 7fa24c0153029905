"""When a document was written: the day under its signature or in its front matter, else the year of its number or of its title."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.engines.dates import DateForms
from linter.engines.patterns import late

if TYPE_CHECKING:
    from linter.document import Block, Document
    from linter.engines.dates import Date
    from linter.engines.patterns import Pattern
    from linter.source import Span

_OPENING = 12  # blocks in which a document has its number
_NUMBER = late(r"[〔\[【（(﹝]\s*(?=(?:19|20)\d\d\s*[〕\]】）)﹞]\s*第?\d+\s*号)")
_AROUND_DATE = late(r"[\s\u3000（）()。．.]*")
_FORMS = DateForms()
_LONGEST = 40  # code points of a line that is nothing but a date, and of what stands around it
_WRITTEN_LATER = 181  # days of the next year in which the report on a year is still written


class Written(NamedTuple):
    """The first and the last day on which it can have been written (as `date.toordinal` counts), and where that is said."""

    earliest: int
    latest: int
    place: Span

    @property
    def is_day(self) -> bool:
        """Whether the day is known."""
        return self.earliest == self.latest


def written(document: Document, over: Pattern | None) -> Written | None:
    """When it was written; a title that `over` is found in looks back on the year that it names."""
    return _signed(document) or _titled(document, over) or _numbered(document)


def _signed(document: Document) -> Written | None:
    """The last line that is nothing but a day, else such an entry of the front matter."""
    for block in (*reversed(document.blocks), *document.front_matter.values()):
        if len(block.text) <= _LONGEST and (date := _only_date(block)) and date.day:
            return Written(date.earliest, date.latest, block.locate(date.start, date.end))
    return None


def _only_date(block: Block) -> Date | None:
    date = next(iter(_FORMS.find(block.text)), None)
    if date is None or not date.is_possible:
        return None
    rest = block.text[: date.start] + block.text[date.end :]
    return date if _AROUND_DATE.fullmatch(rest) else None


def _titled(document: Document, over: Pattern | None) -> Written | None:
    if document.title is None:
        return None
    date = next((date for date in _FORMS.find(document.title.text) if date.is_possible), None)
    if date is None:
        return None
    place = document.title.locate(date.year_start, date.year_end)
    if over and over.search(document.title.text):
        return Written(date.latest, date.latest + _WRITTEN_LATER, place)
    return Written(date.in_year(date.year - 1).latest, date.latest, place)


def _numbered(document: Document) -> Written | None:
    for block in document.blocks[:_OPENING]:
        if (found := _NUMBER.search(block.text)) and len(block.text) <= _LONGEST:
            date = next(iter(_FORMS.find(block.text[found.end() :])), None)
            if date:
                place = block.locate(found.end() + date.start, found.end() + date.end)
                return Written(date.earliest, date.latest, place)
    return None

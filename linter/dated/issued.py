"""What a document says of its issue: the year in its number, the day of writing, the day of printing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.dated.contradictions import Contradiction
from linter.dated.reading import Dated
from linter.dated.written import written_on
from linter.engines.dates import Date
from linter.engines.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.dated.times import Times
    from linter.document import Document

_OPENING = 12  # blocks in which a document has its number
_LONGEST = 40  # code points of a line
_JANUARY = 1
_OWN_NUMBER = late(r"\s*\p{Han}{2,12}[〔\[【（(﹝](?P<year>(?:19|20)\d\d)[〕\]】）)﹞]第?\d{1,4}号\s*(?:签发人.*)?")


def against_issue(document: Document, dates: list[Dated], times: Times) -> Iterator[Contradiction]:
    """A number of another year than the day of writing, a day of printing before it."""
    written = written_on(document, dates)
    if written is None:
        return
    for number, block in enumerate(document.blocks[:_OPENING]):
        found = _OWN_NUMBER.fullmatch(block.text) if len(block.text) <= _LONGEST else None
        if found:
            start, end = found.span("year")
            year = int(found["year"])
            is_turn = written.date.months[0] == _JANUARY and year == written.date.year - 1
            if year != written.date.year and not is_turn:
                yield Contradiction(Dated(number, block, Date(start, end, year, start, end)), "numbered", written)
            break
    for dated in dates:
        where = dated.block.text, dated.date.start, dated.date.end
        is_day = len(dated.block.text) <= _LONGEST and dated.date.day and dated.date.is_possible
        if is_day and times.printed.hold(*where) and dated.date.latest < written.date.earliest:
            yield Contradiction(dated, "earlier", written)

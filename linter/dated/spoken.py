"""Years that the words around them contradict: what their heading names, and last year, this year, next year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.dated.contradictions import Contradiction
from linter.dated.written import written_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.dated.reading import Dated, Reading
    from linter.dated.times import Times
    from linter.document import Document

_NEAR = 6  # code points
_SPRING = 3  # month up to which the year before is told of


def against_headings(document: Document, dates: list[Dated], reading: Reading, times: Times) -> Iterator[Contradiction]:
    """Years that are spoken of as still to come, under a heading that names another."""
    for dated in dates:
        if not dated.date.is_year or dated.block.depth:
            continue
        if times.plan.hold(dated.block.prose, dated.date.year_start, dated.date.year_end):
            section = document.section_of(dated.number)
            while section:
                named = list(reading.read_block(section.first, section.heading))
                if len(named) == 1 and named[0].date.is_year:
                    if named[0].date.year == dated.date.year + 1:
                        yield Contradiction(dated, "subject", named[0], named[0].date.year)
                    break
                section = document.parent(section)


def under_headings(document: Document, dates: list[Dated], reading: Reading, times: Times) -> Iterator[Contradiction]:
    """Under a heading that looks back on a year, that year compared with; under one that plans a year, earlier deadlines."""
    for section in document.sections:
        heading = section.heading
        named = list(reading.read_block(section.first, heading))
        if len(named) != 1 or not named[0].date.is_year or heading is document.title:
            continue
        year, ahead = named[0].date.year, times.to_come.search(heading.text) is not None
        back = not ahead and times.telling.search(heading.text) is not None
        for dated in (one for one in dates if section.first < one.number < section.end and (back or ahead)):
            text, date = dated.block.prose, dated.date
            if back and date.year == year and times.compared.hold(text, date.year_start, date.year_end):
                yield Contradiction(dated, "itself", named[0], year - 1)
            elif ahead and date.year == year - 1 and times.due.hold(text, date.start, date.end):
                yield Contradiction(dated, "due", named[0], year)


def against_words(
    document: Document, dates: list[Dated], subject: Dated | None, times: Times
) -> Iterator[Contradiction]:
    """Years in brackets behind last year, this year or next year, which that of the document contradicts."""
    written = written_on(document, dates)
    now = [one for one in (subject, written) if one]
    years = {one.date.year for one in now}
    if written and written.date.months[0] <= _SPRING and (subject or times.tells(document)):
        years.add(written.date.year - 1)
    for dated in dates if now else ():
        before = dated.block.prose[max(0, dated.date.start - _NEAR) : dated.date.start]
        for pattern, step in times.relative if before.endswith(("（", "(")) else ():
            if pattern.search(before) and dated.date.year - step not in years:
                yield Contradiction(dated, "relative", now[0], now[0].date.year + step)

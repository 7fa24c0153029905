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

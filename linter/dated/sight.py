"""All that contradicts the dates of a document, in the order in which one reading of a date wins over another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.dated.caused import against_cause
from linter.dated.contradictions import (
    Contradiction,
    by_calendar,
    by_distance,
    by_label,
    by_order,
    by_period,
    by_weekday,
)
from linter.dated.deadlines import against_writing, against_writing_without_year
from linter.dated.impossible import impossible_dates
from linter.dated.issued import against_issue
from linter.dated.ranges import mislasting, misspanned, reversed_days
from linter.dated.reckoned import against_names
from linter.dated.series import entries_of, series_of
from linter.dated.spoken import against_headings, against_words, under_headings
from linter.dated.subject import strangers, subject_of
from linter.dated.summed_up import against_end_of_year, against_stretch, against_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from linter.dated.reading import Dated, Reading
    from linter.dated.reckoned import Names
    from linter.dated.subject import Own
    from linter.dated.times import Times
    from linter.document import Document
    from linter.engines.patterns import Pattern


class Sight(NamedTuple):
    """How a rule sees the dates of a document."""

    reading: Reading
    own: Own
    between: Pattern | None
    compared: Pattern | None
    forward: Pattern | None
    yearly: Pattern | None
    times: Times
    names: Names
    earlier: Mapping[str, tuple[str, ...]]
    horizon: int

    def subject_of(self, document: Document) -> Dated | None:
        """The year that the title names."""
        return subject_of(document, self.reading, self.own)

    def contradictions(self, document: Document, subject: Dated | None) -> Iterator[Contradiction]:
        """What contradicts a date; one place may be told of more than once."""
        dates = self.reading.read(document)
        yield from self._by_themselves(document, dates)
        yield from self._against_time(document, dates, subject)
        if subject:
            yield from by_weekday(self.reading.read_days(document, subject.date.year), subject)
            yield from against_end_of_year(document, dates, subject, self.times)
            yield from against_stretch(document, dates, subject, self.times)
            yield from against_title(document, dates, subject, self.times)
            for dated in strangers(document, dates, subject, self.own):
                yield Contradiction(dated, "subject", subject, subject.date.year)

    def _by_themselves(self, document: Document, dates: list[Dated]) -> Iterator[Contradiction]:
        front_matter = self.reading.read_front_matter(document)
        yield from by_calendar([*front_matter.values(), *dates])
        yield from impossible_dates(document)
        yield from by_period(dates, self.between, self.compared, self.yearly)
        yield from reversed_days(document)
        yield from mislasting(dates, self.times.lasting)
        yield from misspanned(document, self.times.spanned)
        yield from by_label(front_matter, self.earlier)
        yield from against_names(document, self.names)
        for series in series_of(document, dates, self.forward):
            yield from by_order(series)
        yield from by_distance(dates, entries_of(dates), self.horizon)

    def _against_time(self, document: Document, dates: list[Dated], subject: Dated | None) -> Iterator[Contradiction]:
        yield from against_writing(document, dates, subject, self.times)
        yield from against_writing_without_year(document, dates, self.reading, self.times)
        yield from against_cause(document, dates, self.times)
        yield from against_issue(document, dates, self.times)
        yield from against_headings(document, dates, self.reading, self.times)
        yield from under_headings(document, dates, self.reading, self.times)
        yield from against_words(document, dates, subject, self.times)

"""Days that the day of writing contradicts: deadlines that were over, events that were not, a year not yet at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.dated.contradictions import Contradiction
from linter.dated.written import written_on
from linter.engines.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.dated.reading import Dated, Reading
    from linter.dated.times import Times
    from linter.document import Document
    from linter.engines.contexts import Contexts

_MONTH = 31  # days
_HALF_YEAR = 181
_YEAR = 366
_SPRING = 3  # month up to which the year before is told of
_AUTUMN = 10  # month: what sums up a year is written in its last months at the earliest
_LONGEST_CLAUSE = 80  # code points before a date
_LONGEST_HEADING = 40
_BY = 3  # code points that say that it is a deadline, with the comma behind them
_CLAUSE_END = late(r"[，。；,;]|\Z")
_CLAUSE_START = late(r"[^，。；,;：:]*\Z")
_UNTIL = late(
    r"[^，。；\d]{0,8}(?:\d{1,2}[:：时点]\d{0,2}分?)?(?:起)?(?:至|到|[—－～~–-]{1,2})"
    r"(?:(?P<year>(?:19|20)\d\d)年)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日"
)


def against_writing(
    document: Document, dates: list[Dated], subject: Dated | None, times: Times
) -> Iterator[Contradiction]:
    """Days by which something is to be done, in a year before that of the writing; a day of writing before the year is over."""
    written = written_on(document, dates)
    if written and subject and times.whole.hold(subject.block.text, subject.date.year_start, subject.date.year_end):
        early = (written.date.year, written.date.months[0]) < (subject.date.year, _AUTUMN)
        if early and written.date.year >= subject.date.year - 1:
            yield Contradiction(written, "unwritten", subject, subject.date.year + 1)
            return
    now = min((one for one in (written, subject) if one), key=lambda one: one.date.year, default=None)
    is_spring = now is not None and now is written and not subject and now.date.months[0] <= _SPRING
    for dated in dates if now and not is_spring else ():
        if now and dated.date.year < now.date.year and _is_due(dated, times.due, times):
            yield Contradiction(dated, "due", now)
    if written:
        yield from _against_day(document, dates, written, times)


def _against_day(document: Document, dates: list[Dated], written: Dated, times: Times) -> Iterator[Contradiction]:
    tells = times.tells(document)
    contexts = (times.promised,) if tells else (times.promised, times.due)
    for dated in dates:
        if not dated.date.is_possible or dated is written:
            continue
        grace = _MONTH if tells or not dated.date.day else 0
        if dated.date.latest + grace < written.date.earliest:
            if any(_is_due(dated, one, times) for one in contexts):
                yield Contradiction(dated, "due", written)
            elif (
                not tells
                and dated.date.day
                and _is_labelled(document, dated, times)
                and _lasts_until(dated) < written.date.earliest
            ):
                yield Contradiction(dated, "gone", written)
        is_later = dated.date.earliest > written.date.latest
        if is_later and times.held.hold(dated.block.prose, dated.date.start, dated.date.end):
            yield Contradiction(dated, "later", written)


def against_writing_without_year(
    document: Document, dates: list[Dated], reading: Reading, times: Times
) -> Iterator[Contradiction]:
    """Days without a year that are over by a few months at the most when something is to be done by them."""
    written = written_on(document, dates)
    if written is None or times.tells(document):
        return
    for dated in reading.read_yearless(document, written.date.year):
        gone = written.date.earliest - dated.date.latest
        if 0 < gone < _HALF_YEAR and _is_due(dated, times.due, times):
            yield Contradiction(dated, "due", written)


def _is_labelled(document: Document, dated: Dated, times: Times) -> bool:
    """Whether the day is when something takes place: 会议时间：2024年3月15日, or under the heading 一、会议时间."""
    label = dated.block.text[: dated.date.start]
    if label[dated.block.wording_start :].strip():
        return len(label) <= _LONGEST_HEADING and times.label.search(label) is not None
    section = document.section_of(dated.number)
    is_first = section is not None and section.first + 1 == dated.number
    return section is not None and is_first and times.label.search(section.heading.text) is not None


def _lasts_until(dated: Dated) -> int:
    """The last day of the period that begins on that day, in the same year where none is written."""
    until = _UNTIL.match(dated.block.prose, dated.date.end)
    if until is None:
        return dated.date.latest
    month, day = int(until["month"] or dated.date.months[0]), int(until["day"])
    year = int(until["year"] or dated.date.year)
    end = dated.date._replace(year=year, months=(month, month), day=day)
    return end.latest if end.is_possible and day else dated.date.latest + _YEAR


def _is_due(dated: Dated, contexts: Contexts, times: Times) -> bool:
    text = dated.block.prose
    if dated.date.is_year or not contexts.hold(text, dated.date.start, dated.date.end):
        return False
    start = _CLAUSE_START.search(text, max(0, dated.date.start - _LONGEST_CLAUSE), dated.date.start).start()  # type: ignore[union-attr] # both always match
    end = _CLAUSE_END.search(text, min(len(text), dated.date.end + _BY)).start()  # type: ignore[union-attr]
    return not times.done.search(text, start, end)

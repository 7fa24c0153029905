"""When a document was written, and the dates that this contradicts: deadlines that were over, a year that was not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.dated.contradictions import Contradiction
from linter.engines.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.dated.reading import Dated, Reading
    from linter.document import Document
    from linter.engines.contexts import Contexts
    from linter.engines.patterns import Pattern
    from linter.source import Source

_OPENING = 4  # blocks in which a title may stand
_LONGEST_TITLE = 60  # code points
_MONTH = 31  # days
_NEAR = 6  # code points
_SPRING = 3  # month up to which the year before is told of
_AUTUMN = 10  # month: what sums up a year is written in its last months at the earliest
_AROUND = "（）()〔〕—-*_ \u3000\t\r\n"
_LONGEST_CLAUSE = 80  # code points before a date
_BY = 3  # code points that say that it is a deadline, with the comma behind them
_CLAUSE_END = late(r"[，。；,;]|\Z")
_CLAUSE_START = late(r"[^，。；,;：:]*\Z")


class Times(NamedTuple):
    """What a document says of its time.

    `over` are titles of what is written when its year is over, `whole` those of them that cover all of the year; `plan`
    are contexts of a year that is still to come, `due` those of a day by which something is to be done, `promised` of one
    by which it will be, and `done` is found in a clause that says it was. `compared` are contexts of a year with which
    its own is compared, `relative` says before a year in brackets how far off it is. `held` are contexts of a day on
    which something was done, `telling` is found in titles of what tells what was.
    """

    over: Contexts
    whole: Contexts
    plan: Contexts
    due: Contexts
    promised: Contexts
    done: Pattern
    compared: Contexts
    relative: tuple[tuple[Pattern, int], ...]
    held: Contexts
    telling: Pattern


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
    if now and now is written and not subject and now.date.months[0] <= _SPRING:
        return
    for dated in dates if now else ():
        if now and dated.date.year < now.date.year and _is_due(dated, times.due, times):
            yield Contradiction(dated, "due", now)
    for dated in dates if written else ():
        over = written and dated.date.is_possible and dated.date.latest + _MONTH < written.date.earliest
        contexts = (times.promised,) if _tells(document, times) else (times.promised, times.due)
        if written and over and any(_is_due(dated, one, times) for one in contexts):
            yield Contradiction(dated, "due", written)
        where = dated.block.prose, dated.date.start, dated.date.end
        if written and dated.date.is_possible and dated.date.earliest > written.date.latest and times.held.hold(*where):
            yield Contradiction(dated, "later", written)


def _tells(document: Document, times: Times) -> bool:
    """Whether it tells what was, so that a day by which something had to be done may well be over."""
    opening = document.blocks[:_OPENING]
    titles = [block.text for block in opening if len(block.text) <= _LONGEST_TITLE and block.text[-1:].isalpha()]
    return any(times.telling.search(title) for title in titles)


def _is_due(dated: Dated, contexts: Contexts, times: Times) -> bool:
    text = dated.block.prose
    if dated.date.is_year or not contexts.hold(text, dated.date.start, dated.date.end):
        return False
    start = _CLAUSE_START.search(text, max(0, dated.date.start - _LONGEST_CLAUSE), dated.date.start).start()  # type: ignore[union-attr] # both always match
    end = _CLAUSE_END.search(text, min(len(text), dated.date.end + _BY)).start()  # type: ignore[union-attr]
    return not times.done.search(text, start, end)


def against_end_of_year(
    document: Document, dates: list[Dated], subject: Dated, times: Times
) -> Iterator[Contradiction]:
    """The year of a document that sums it up, where it speaks of what is to come; the year before, where it begins."""
    year = subject.date.year
    if not times.over.hold(subject.block.text, subject.date.year_start, subject.date.year_end):
        return
    for dated in dates:
        if dated.block is document.title or dated.date.year != year:
            continue
        where = dated.block.prose, dated.date.year_start, dated.date.year_end
        if dated.date.is_year and times.plan.hold(*where):
            yield Contradiction(dated, "ahead", subject, year + 1)
        elif times.compared.hold(*where):
            yield Contradiction(dated, "itself", subject, year - 1)
    first = next((dated for dated in dates if "paragraph" in dated.block.scopes), None)
    if first and _opens(document, first) and first.date.year == year - 1:
        years = {dated.date.year for dated in dates if dated.number == first.number}
        if year not in years:
            yield Contradiction(first, "subject", subject, year)


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
    if written and written.date.months[0] <= _SPRING:
        years.add(written.date.year - 1)
    for dated in dates if now else ():
        before = dated.block.prose[max(0, dated.date.start - _NEAR) : dated.date.start]
        for pattern, step in times.relative if before.endswith(("（", "(")) else ():
            if pattern.search(before) and dated.date.year - step not in years:
                yield Contradiction(dated, "relative", now[0], now[0].date.year + step)


def _opens(document: Document, dated: Dated) -> bool:
    """Whether the first paragraph begins with this year and a comma: 2021年，全镇….."""
    before = document.blocks[: dated.number]
    is_first = not any("paragraph" in block.scopes and len(block.text) > 2 * len(dated.text) + 20 for block in before)
    following = dated.block.text[dated.date.end : dated.date.end + 1]
    return (
        is_first and dated.date.is_year and dated.date.start <= dated.block.wording_start and following in ("，", ",")
    )

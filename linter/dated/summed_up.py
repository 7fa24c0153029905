"""A document that sums up a year, and the places that take another year for it, or it for one that is still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.dated.contradictions import Contradiction
from linter.engines.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.dated.reading import Dated
    from linter.dated.times import Times
    from linter.document import Document

_ECHO = 4  # code points of the title that follow a year again
_CUE = 16  # code points before such a year
_SENTENCE = late(r"[^。；！？]*")
_OTHER = late(r"上年|去年|同期|相比|[比较]|以来")
_BEGINS = ("", "。", "；", "：", "　", " ")


def against_end_of_year(
    document: Document, dates: list[Dated], subject: Dated, times: Times
) -> Iterator[Contradiction]:
    """The year of a document that sums it up, where it speaks of what is to come; the year before, where it begins."""
    year = subject.date.year
    if not times.over.hold(subject.block.text, subject.date.year_start, subject.date.year_end):
        return
    for dated in dates:
        where = dated.block.prose, dated.date.year_start, dated.date.year_end
        if dated.block is document.title:
            continue
        if dated.date.year == year:
            if dated.date.is_year and (times.plan.hold(*where) or _is_to_come(document, dated, times)):
                yield Contradiction(dated, "ahead", subject, year + 1)
            elif times.compared.hold(*where):
                yield Contradiction(dated, "itself", subject, year - 1)
        elif abs(dated.date.year - year) == 1 and times.summed.hold(*where) and not _is_beside(dated, year):
            yield Contradiction(dated, "subject", subject, year)
    yield from _opening(document, dates, year, subject)


def _is_to_come(document: Document, dated: Dated, times: Times) -> bool:
    """Whether a sentence about that year stands under a heading for what is to come: 下步打算, 2021年是…，我们将…."""
    if dated.block.text[dated.date.start - 1 : dated.date.start] not in _BEGINS and dated.date.start:
        return False
    section = document.section_of(dated.number)
    if (
        section is None
        or section.heading in (dated.block, document.title)
        or not times.to_come.search(section.heading.text)
    ):
        return False
    return times.opens.match(dated.block.prose, dated.date.year_end) is not None


def _is_beside(dated: Dated, year: int) -> bool:
    """Whether its sentence names that year as well, or compares."""
    text = dated.block.prose
    start = max(text.rfind(stop, 0, dated.date.start) for stop in "。；！？") + 1
    sentence = _SENTENCE.match(text, start)
    return sentence is not None and (str(year) in sentence[0] or _OTHER.search(sentence[0]) is not None)


def _opening(document: Document, dates: list[Dated], year: int, subject: Dated) -> Iterator[Contradiction]:
    first = next((dated for dated in dates if "paragraph" in dated.block.scopes), None)
    if first and _opens(document, first) and first.date.year == year - 1:
        title = subject.block.text[subject.date.year_end :]
        years = {dated.date.year for dated in dates if dated.number == first.number and not _echoes(dated, title)}
        if year not in years:
            yield Contradiction(first, "subject", subject, year)


def _opens(document: Document, dated: Dated) -> bool:
    """Whether the first paragraph begins with this year and a comma: 2021年，全镇….."""
    before = document.blocks[: dated.number]
    is_first = not any("paragraph" in block.scopes and len(block.text) > 2 * len(dated.text) + 20 for block in before)
    following = dated.block.text[dated.date.end : dated.date.end + 1]
    return (
        is_first and dated.date.is_year and dated.date.start <= dated.block.wording_start and following in ("，", ",")
    )


def against_title(document: Document, dates: list[Dated], subject: Dated, times: Times) -> Iterator[Contradiction]:
    """Years next to that of the title, before the same words as there: 为做好2021年招生工作, under 2022年招生工作的通知."""
    title = subject.block.text[subject.date.year_end :]
    for dated in dates:
        if dated.block in (document.title, subject.block) or abs(dated.date.year - subject.date.year) != 1:
            continue
        before = dated.block.prose[max(0, dated.date.start - _CUE) : dated.date.start]
        if _echoes(dated, title) and times.echo.search(before) and not dated.block.depth:
            yield Contradiction(dated, "subject", subject, subject.date.year)


def against_stretch(document: Document, dates: list[Dated], subject: Dated, times: Times) -> Iterator[Contradiction]:
    """The part of the year that the title tells of, of a year next to it, in a paragraph that does not name both."""
    told = times.stretch.match(subject.block.text, subject.date.year_end)
    if told is None or not times.telling.search(subject.block.text):
        return
    year = subject.date.year
    for dated in dates:
        block = dated.block
        if block in (document.title, subject.block) or block.depth or abs(dated.date.year - year) != 1:
            continue
        same = times.stretch.match(block.prose, dated.date.year_end)
        begins = not block.text[: dated.date.start].strip() or block.text[dated.date.start - 1] in _BEGINS
        if same and same[0] == told[0] and begins and str(year) not in block.text and not _is_beside(dated, year):
            yield Contradiction(dated, "subject", subject, year)


def _echoes(dated: Dated, title: str) -> bool:
    """Whether the words behind a year, as many as show what it is about, stand in the title behind its year."""
    words = dated.block.text[dated.date.year_end :].lstrip("年 ").removeprefix("度")[:_ECHO]
    return dated.date.is_year and len(words) == _ECHO and words in title

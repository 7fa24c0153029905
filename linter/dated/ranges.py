"""Periods that end before they start where a year is not written again, or that last another time than is said."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from linter.dated.contradictions import Contradiction
from linter.dated.reading import Dated
from linter.engines.dates import Date
from linter.engines.ordinals import han_number
from linter.engines.patterns import find_all, late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Document
    from linter.engines.patterns import Pattern

_LEAP_YEAR = 2000
_LATE, _EARLY = 8, 6  # months: what starts so late in a year may end so early in the next
_YEAR = 12  # months
_ROUND = 1  # months by which the end of a period may be off
_GAP = 60  # code points
_MOST = 30  # years or months that somebody sets for a period
_RANGE = late(
    r"(?<![\d.])(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:[（(][^（）()]{1,4}[）)])?(?:[上下]午)?(?:\d{1,2}[:：时点](?:\d{1,2}分?)?)?起?"
    r"(?:至|到|[—－–～~-]{1,2})(?P<last_month>\d{1,2})月(?P<last_day>\d{1,2})日"
)
_UNTIL = late(r"[至到—－–～~-]")
_STOPS = "。；！？"


def reversed_days(document: Document) -> Iterator[Contradiction]:
    """Days of one year that end a period before it starts: 5月19日至4月20日; not over the turn of the year."""
    if "月" not in document.source.text:
        return
    for number, block in enumerate(document.blocks):
        for found in find_all(_RANGE, block.prose) if "月" in block.text else ():
            month, last_month = int(found["month"]), int(found["last_month"])
            one = _dated(number, block, (found.start("month"), found.end("day") + 1), month, int(found["day"]))
            span = (found.start("last_month"), found.end())
            other = _dated(number, block, span, last_month, int(found["last_day"]))
            turns = month >= _LATE and last_month <= _EARLY
            if one.date.is_possible and other.date.is_possible and not turns and other.date.latest < one.date.earliest:
                yield Contradiction(other, "reversed", one)


def _dated(number: int, block: object, span: tuple[int, int], month: int, day: int) -> Dated:
    start, end = span
    return Dated(number, block, Date(start, end, _LEAP_YEAR, start, start, (month, month), day))  # type: ignore[arg-type]


def misspanned(document: Document, spanned: Pattern) -> Iterator[Contradiction]:
    """Years that are not as far apart as the words beside them say: 2022—2022学年, 三年行动（2021—2025年）."""
    for number, block in enumerate(document.blocks):
        for found in find_all(spanned, block.prose):
            first, last = int(found["first"]), int(found["last"])
            written = found.groupdict().get("count")
            years = {1} if written is None else {_number(written) - 1, _number(written)}
            if last - first not in years and 0 <= last - first <= _MOST:
                one, other = (
                    Dated(number, block, Date(*found.span(group), int(found[group]), *found.span(group)))
                    for group in ("first", "last")
                )
                yield Contradiction(other, "lasting", one)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else han_number(text.replace("两", "二"))


def mislasting(dates: list[Dated], lasting: Pattern) -> Iterator[Contradiction]:
    """Ends of periods that are not as far from their start as the sentence says: 自2020年6月1日起…有效期五年，至2024年…."""
    for one, other in pairwise(dates):
        if one.number != other.number or not (one.date.day and other.date.day):
            continue
        text = one.block.prose
        if not (one.date.is_possible and other.date.is_possible) or other.date.start - one.date.end > _GAP:
            continue
        gap = text[one.date.end : other.date.start]
        if any(stop in gap for stop in _STOPS) or not _UNTIL.search(gap):
            continue
        stop = min((at for mark in _STOPS if (at := text.find(mark, other.date.end)) >= 0), default=len(text))
        found = lasting.search(text, one.date.end, min(stop, other.date.end + _GAP))
        if found is None:
            continue
        count = _number(found["count"])
        stated = count * (_YEAR if found["unit"] == "年" else 1)
        if 0 < count <= _MOST and abs(_months(one.date, other.date) - stated) > _ROUND:
            yield Contradiction(other, "lasting", one)


def _months(one: Date, other: Date) -> float:
    """The months from one day to the other."""
    return (other.year - one.year) * _YEAR + other.months[0] - one.months[0] + (other.day - one.day) / 30

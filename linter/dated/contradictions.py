"""What contradicts a date: the calendar, the other end of its period, its neighbours, the year of the title."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from linter.engines.chronology import misdated, swapped
from linter.engines.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from linter.dated.reading import Dated
    from linter.dated.series import Series
    from linter.engines.dates import Date
    from linter.engines.patterns import Pattern

_GAP = 60  # code points between two dates that belong together
_YEAR = 366  # days
_TURN = (1, 12)  # months in which a document may well name days of the year beside its own
_SENTENCE_END = late(r"\.(?!\d)|[。；;！？]")

Sort = Literal[
    "impossible",
    "weekday",
    "reversed",
    "no-period",
    "too-long",
    "itself",
    "order",
    "far",
    "earlier",
    "subject",
    "ahead",
    "unwritten",
    "due",
    "later",
    "named",
    "relative",
    "gone",
    "caused",
    "numbered",
    "lasting",
    "stale",
]


class Contradiction(NamedTuple):
    """A date, the date `other` that contradicts it, and the year in which it would not, where there is one."""

    dated: Dated
    sort: Sort
    other: Dated | None = None
    year: int | None = None


def by_calendar(dates: list[Dated]) -> Iterator[Contradiction]:
    """Days that are not, and days that do not fall on their weekday."""
    for dated in dates:
        if not dated.date.is_possible:
            yield Contradiction(dated, "impossible")
        elif _is_off(dated.date):
            years = (dated.date.year + 1, dated.date.year - 1)
            year = next((year for year in years if not _is_off(dated.date.in_year(year))), None)
            yield Contradiction(dated, "weekday", None, year)


def by_weekday(days: list[Dated], subject: Dated) -> Iterator[Contradiction]:
    """Days without a year that do not fall on their weekday in the subject's year, nor at its turn in the next."""
    for dated in days:
        near = [dated.date.in_year(dated.date.year + step) for step in (-1, 1)]
        turn = dated.date.months[0] in _TURN and not all(map(_is_off, near))
        if _is_off(dated.date) and not turn:
            yield Contradiction(dated, "weekday", subject)


def _is_off(date: Date) -> bool:
    return date.weekday is not None and date.weekday != date.real_weekday


def by_period(
    dates: list[Dated], between: Pattern | None, compared: Pattern | None, yearly: Pattern | None
) -> Iterator[Contradiction]:
    """Periods that end before they start, or as they start, or after more than a year, and years compared with themselves."""
    for place, (one, other) in enumerate(pairwise(dates)):
        gap = one.block.text[one.date.end : other.date.start]
        if one.number != other.number or len(gap) > _GAP or not (one.date.is_possible and other.date.is_possible):
            continue
        same = one.date.is_year and other.date.is_year and one.date.year == other.date.year
        if between and between.fullmatch(gap):
            if other.date.latest < one.date.earliest:
                year = one.date.year if other.date.in_year(one.date.year).latest >= one.date.earliest else None
                yield Contradiction(other, "reversed", one, year)
            elif same:
                yield Contradiction(other, "no-period", one)
            elif _lasts_too_long(one, other, yearly):
                yield Contradiction(other, "too-long", one)
        elif same and compared and _are_compared(dates[place - 1] if place else None, one, other, compared):
            yield Contradiction(other, "itself", one)


def _lasts_too_long(one: Dated, other: Dated, yearly: Pattern | None) -> bool:
    """Whether what lasts a year at most, as the words before it say, ends more than a year later."""
    if yearly is None or not (one.date.day and other.date.day) or other.date.latest - one.date.earliest <= _YEAR:
        return False
    return yearly.search(one.block.text, max(0, one.date.start - _GAP), one.date.start) is not None


def _are_compared(before: Dated | None, one: Dated, other: Dated, compared: Pattern) -> bool:
    """Whether the two are compared with each other, and not the first, or both, with a third."""
    text = one.block.text
    first = max(0, one.date.start - _GAP)
    if before and before.number == one.number and not _SENTENCE_END.search(text, before.date.end, one.date.start):
        return False
    return (
        not _SENTENCE_END.search(text, one.date.end, other.date.start)
        and compared.search(text, one.date.end, other.date.start) is not None
        and compared.search(text, first, one.date.start) is None
    )


def by_label(entries: Mapping[str, Dated], earlier: Mapping[str, tuple[str, ...]]) -> Iterator[Contradiction]:
    """Entries of front matter that lie before the one that they cannot lie before."""
    for one, other in ((entries.get(key), entries.get(later)) for key, keys in earlier.items() for later in keys):
        if one and other and one.date.is_possible and other.date.is_possible and other.date.latest < one.date.earliest:
            yield Contradiction(other, "earlier", one)


def by_order(series: Series) -> Iterator[Contradiction]:
    """Dates out of the order of their series."""
    dates = series.dates
    for place, year, neighbour in misdated([dated.date for dated in dates], forward=series.forward):
        yield Contradiction(dates[place], "order", dates[neighbour], year)


def by_distance(dates: list[Dated], entries: list[Dated], horizon: int) -> Iterator[Contradiction]:
    """Entries after the year `horizon` that two digits swapped put among the other dates, or right after them."""
    within = [dated for dated in dates if dated.date.year <= horizon]
    if not within:
        return
    latest = max(within, key=lambda dated: dated.date.year)
    earliest = min(dated.date.year for dated in within)
    for dated in entries:
        if dated.date.year > horizon:
            for year in swapped(dated.date.year):
                if earliest <= year <= latest.date.year + 1:
                    yield Contradiction(dated, "far", latest, year)

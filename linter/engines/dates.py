"""Dates in running text: where one is written, the days that it may mean, and whether there is such a day."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from linter.engines.ordinals import han_number
from linter.engines.patterns import any_of, find_all, late, late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from linter.engines.patterns import Pattern

_BEFORE = 48  # code points before a year in which the rest of a date may stand
_MONTHS = 12
_ERA = (1900, 2099)  # a bare number outside is no year

_HAN = "〇零○一二三四五六七八九"
_HAN_NUMBER = "(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_YEAR = late(rf"(?<!\d)[12]\d{{3}}(?!\d)|(?<![{_HAN}])[{_HAN}]{{4}}(?=\s*年)")
_ADDRESS = late(r"\b[a-z]{2,10}://[^\s<>\"'）)」』】，。；]+|\bwww\.[^\s<>\"'）)，。；]+")
_NUMERIC = late(
    r"(?P<mark>[-/])(?P<month>0?[1-9]|[1-9]\d)(?P=mark)(?P<day>0?[1-9]|[1-9]\d)(?=T\d\d|(?![A-Za-z0-9_/]|[-.:]\d))"
    r"|\.(?P<month>0?[1-9]|1[012])\.(?P<day>0?[1-9]|[12]\d|3[01])(?![A-Za-z0-9_/]|[-.:]\d)"
    r"|(?P<mark>[-/])(?P<month>0\d|1[012])(?![A-Za-z0-9_/]|[-.:]\d)"
)
_CHINESE = late(
    rf"\s{{0,2}}年(?:\s{{0,2}}(?P<month>\d{{1,2}}|{_HAN_NUMBER})\s{{0,2}}月(?:份|底|初|末)?"
    rf"(?:\s{{0,2}}(?P<day>\d{{1,2}}|{_HAN_NUMBER})\s{{0,2}}[日号])?)?"
)
_NO_YEAR_BEFORE = late(r"(?<=[\w.,/#$€£¥%&=+:@]|(?<!\d{4}\s?)[-–—]|(?<!\p{Lu}\w*\s)No\.? ?)")
_NO_YEAR_AFTER = late(r"[\w%/=&+@]|[-.,:]\d|-\p{L}|\s?(?:x|×|MB|KB|GB|ms|px|bytes?|bits?|times|lines)\b")


class Date(NamedTuple):
    """A date at `text[start:end]`, as exact as it is written.

    `months` are the first and the last month that it may mean, `day` is 0 where none is written, `weekday` counts from
    0, Monday. `year_start` and `year_end` are where the year stands.
    """

    start: int
    end: int
    year: int
    year_start: int
    year_end: int
    months: tuple[int, int] = (1, _MONTHS)
    day: int = 0
    weekday: int | None = None

    @property
    def is_year(self) -> bool:
        """Whether it is nothing but a year."""
        return self.months == (1, _MONTHS)

    @property
    def is_possible(self) -> bool:
        """Whether the calendar has such a date."""
        first, last = self.months
        return 1 <= first <= last <= _MONTHS and self.day <= _length(self.year, last)

    @property
    def earliest(self) -> int:
        """The first day that it may mean, counted as `date.toordinal` does; of a possible date."""
        return date(self.year, self.months[0], self.day or 1).toordinal()

    @property
    def latest(self) -> int:
        """The last day that it may mean."""
        month = self.months[1]
        return date(self.year, month, self.day or _length(self.year, month)).toordinal()

    @property
    def real_weekday(self) -> int:
        """The weekday of a possible date with a day, from 0, Monday."""
        return (self.earliest - 1) % 7

    def in_year(self, year: int) -> Date:
        """The same day of another year; the last of February where that year has no 29th."""
        day = min(self.day, _length(year, self.months[1]))
        return self._replace(year=year, day=day)


def _length(year: int, month: int) -> int:
    following = date(year + month // _MONTHS, month % _MONTHS + 1, 1)
    return (following - date(year, month, 1)).days


class DateForms:
    """How dates are written; numbers and Chinese numerals are always read.

    `months` are twelve patterns for the names of months, `weekdays` seven for those of days from Monday, and `parts`
    has patterns for parts of a year with the months that they may mean, `1-4`.
    """

    def __init__(
        self, months: Sequence[str] = (), weekdays: Sequence[str] = (), parts: Mapping[Any, str] | None = None
    ) -> None:
        self._months = [late_pattern(pattern) for pattern in months]
        self._weekdays = [late_pattern(pattern) for pattern in weekdays]
        self._parts = [(late_pattern(pattern), _range(text)) for pattern, text in (parts or {}).items()]
        self._month = any_of(months) or "(?!)"
        self._weekday = any_of(weekdays) or "(?!)"
        self._part = any_of(parts or {}) or "(?!)"

    def find(self, text: str) -> Iterator[Date]:
        """The dates in `text`, in order; what stands in an address is none."""
        if "://" in text or "www." in text:
            text = _ADDRESS.sub(lambda found: "\ufffc" * len(found[0]), text)
        free = 0  # where the date before this one ends
        for found in _YEAR.finditer(text):
            if found.start() >= free and (read := self._read(text, free, *found.span())):
                free = read.end
                yield read

    def find_without_year(self, text: str, year: int) -> Iterator[Date]:
        """The days in `text` that are written with a weekday and without a year, as days of `year`."""
        for found in find_all(self._yearless, text) if self._weekdays else ():
            month = _number(found["month"]) if found["month"] else self._month_named(found["name"])
            weekday = _named(self._weekdays, found["weekday"])
            start, end = found.span()
            read = Date(start, end, year, start, start, (month, month), _number(found["day"]), weekday)
            if read.is_possible:
                yield read

    def _read(self, text: str, free: int, start: int, end: int) -> Date | None:
        year = Date(start, end, _number(text[start:end]), start, end)
        if not year.year:
            return None
        read = self._after(text, year) or self._before(text, free, year)
        if read is None:
            return year if _may_be_year(text, year) else None
        return self._with_weekday(text, free, read) if read.day and read.is_possible else read

    def _after(self, text: str, year: Date) -> Date | None:
        """With what is written after the year: 2023-02-06, 2023年2月6日, 2023-Feb-06, 2023年上半年."""
        chinese = _CHINESE.match(text, year.end)
        found = chinese or (not _joined(text, year.start) and _NUMERIC.match(text, year.end))
        if found and found["month"]:
            month = _number(found["month"])
            return year._replace(end=found.end(), months=(month, month), day=_number(found["day"] or "0"))
        if found:
            part = self._after_part.match(text, found.end())
            end = part.end() if part else found.end()
            return year._replace(end=end, months=self._months_of_part(part["part"]) if part else year.months)
        if self._months and (found := self._after_name.match(text, year.end)):
            if found["part"]:
                return year._replace(end=found.end(), months=self._months_of_part(found["part"]))
            month = self._month_named(found["name"])
            return year._replace(end=found.end(), months=(month, month), day=int(found["day"] or 0))
        return None

    def _before(self, text: str, free: int, year: Date) -> Date | None:
        """With what is written before the year: 6 February 2023, Feb 6, 2023, Early 2023."""
        if not self._months:
            return None
        first = max(free, year.start - _BEFORE)
        found = self._before_name.search(text, first, year.start)
        if found is None:
            return None
        if found["part"]:
            return year._replace(start=found.start(), months=self._months_of_part(found["part"]))
        month = self._month_named(found["name"])
        return year._replace(start=found.start(), months=(month, month), day=int(found["day"] or 0))

    def _with_weekday(self, text: str, free: int, day: Date) -> Date:
        if not self._weekdays:
            return day
        if found := self._before_weekday.search(text, max(free, day.start - _BEFORE), day.start):
            return day._replace(start=found.start(), weekday=_named(self._weekdays, found["weekday"]))
        if found := self._after_weekday.match(text, day.end):
            return day._replace(end=found.end(), weekday=_named(self._weekdays, found["weekday"]))
        return day

    def _month_named(self, name: str) -> int:
        return _named(self._months, name) + 1

    def _months_of_part(self, name: str) -> tuple[int, int]:
        return next(months for pattern, months in self._parts if pattern.fullmatch(name))

    @cached_property
    def _after_part(self) -> Pattern:
        return late_pattern(rf"\s?的?(?P<part>{self._part})")

    @cached_property
    def _after_name(self) -> Pattern:
        return late_pattern(
            rf"[- ]?(?P<part>{self._part})(?!\w|[ -]\d)"
            rf"|[-/ ](?P<name>{self._month})(?:[-/ ](?P<day>\d{{1,2}})(?!\w))?(?!\w|[ ,]{{1,2}}\d)"
        )

    @cached_property
    def _before_name(self) -> Pattern:
        day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
        return late_pattern(
            rf"(?<!\w)(?:(?<!\.){day}(?: of)?[-/ .]{{1,2}}(?P<name>{self._month})[-/ .,]{{1,2}}"
            rf"|(?P<name>{self._month})\.?[- ](?:\d{{1,2}}(?:st|nd|rd|th)?\s?(?:[-–]|to|and|&)\s?)?{day}[-, ]{{1,2}}"
            rf"|(?P<name>{self._month})(?:\.|,|\s|-){{1,2}}(?:of )?"
            rf"|(?P<part>{self._part})(?: (?:of|in))?[- ])\Z"
        )

    @cached_property
    def _yearless(self) -> Pattern:
        day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
        named = rf"(?:(?P<name>{self._month})\.? {day}|{day}(?: of)? (?P<name>{self._month}))(?!\w)"
        weekday = rf"(?P<weekday>{self._weekday})"
        no_year = r"(?!\.?,? ?[12]\d{3}(?!\d))"
        return late_pattern(
            rf"(?<!\w){weekday}[,.]? ?(?:the )?{named}{no_year}|(?<![\w.]){named}{no_year} ?[(（] ?{weekday}(?= ?[)）])"
            rf"|(?<![\d年] ?)(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日 ?[(（]? ?{weekday}"
        )

    @cached_property
    def _before_weekday(self) -> Pattern:
        return late_pattern(rf"(?<!\w)(?P<weekday>{self._weekday})[,.]?\s?(?:the )?\Z")

    @cached_property
    def _after_weekday(self) -> Pattern:
        weekday = rf"(?P<weekday>{self._weekday})"
        return late_pattern(
            rf"\s?[(（\[]\s?{weekday}(?:\s?[)）\]]|(?=[,，]))|(?:,? |，)?{weekday}(?![A-Za-z0-9_]|[, ]{{1,2}}[\p{{Lu}}\d])"
        )


def _joined(text: str, start: int) -> bool:
    """Whether the number goes on to the left: a version, a path, an identifier."""
    before = text[start - 1 : start]
    return (before.isalnum() and before.isascii()) or (before != "" and before in "_/.-=&%#")


def _may_be_year(text: str, year: Date) -> bool:
    if not _ERA[0] <= year.year <= _ERA[1]:
        return False
    return not (_NO_YEAR_BEFORE.match(text, year.start) or _NO_YEAR_AFTER.match(text, year.end))


def _number(written: str) -> int:
    """The number that digits, a Chinese numeral, or a year written in Chinese digits stand for."""
    return int(written) if written.isdecimal() else han_number(written.replace("○", "〇"))


def _range(text: str) -> tuple[int, int]:
    first, _, last = text.partition("-")
    return int(first), int(last or first)


def _named(patterns: Sequence[Pattern], name: str) -> int:
    return next(place for place, pattern in enumerate(patterns) if pattern.fullmatch(name))

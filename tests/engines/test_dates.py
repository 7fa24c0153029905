from __future__ import annotations

import pytest

from linter.engines.dates import Date, DateForms

MONTHS = (
    "Jan(?:uary)?", "Feb(?:ruary)?", "Mar(?:ch)?", "Apr(?:il)?", "May", "June?", "July?", "Aug(?:ust)?",
    "Sept?(?:ember)?", "Oct(?:ober)?", "Nov(?:ember)?", "Dec(?:ember)?",
)  # fmt: skip
WEEKDAYS = ("Mon(?:day)?|星期一", "Tue(?:sday)?|星期二", "Wed", "Thu", "Fri", "Sat", "Sun(?:day)?|星期日")
FORMS = DateForms(MONTHS, WEEKDAYS, {"[Ee]arly|年?初": "1-4", "Q1": "1-3", "下半年": "7-12"})


def read(text: str) -> list[tuple[str, int, tuple[int, int], int]]:
    return [(text[date.start : date.end], date.year, date.months, date.day) for date in FORMS.find(text)]


@pytest.mark.parametrize(
    ("text", "written", "year", "month", "day"),
    [
        ("on 2023-02-06 we", "2023-02-06", 2023, 2, 6),
        ("on 2023/2/6.", "2023/2/6", 2023, 2, 6),
        ("at 2023-02-06T08:00", "2023-02-06", 2023, 2, 6),
        ("于2021.3.5印发", "2021.3.5", 2021, 3, 5),
        ("in 2022-11 and", "2022-11", 2022, 11, 0),
        ("on 6 February 2023", "6 February 2023", 2023, 2, 6),
        ("on the 6th of February 2023", "6th of February 2023", 2023, 2, 6),
        ("on Feb 6, 2023", "Feb 6, 2023", 2023, 2, 6),
        ("on February 6th 2023", "February 6th 2023", 2023, 2, 6),
        ("on Feb 5-6, 2023", "Feb 5-6, 2023", 2023, 2, 6),
        ("on 06-Feb-2023", "06-Feb-2023", 2023, 2, 6),
        ("2.7.7 May 2014", "May 2014", 2014, 5, 0),
        ("in February, 2023", "February, 2023", 2023, 2, 0),
        ("2024-January", "2024-January", 2024, 1, 0),
        ("2024 Jan 05", "2024 Jan 05", 2024, 1, 5),
        ("在2023年2月6日", "2023年2月6日", 2023, 2, 6),
        ("在 2023 年 2 月", "2023 年 2 月", 2023, 2, 0),
        ("二〇二一年十二月三十一日", "二〇二一年十二月三十一日", 2021, 12, 31),
        ("二零二一年二月二十日", "二零二一年二月二十日", 2021, 2, 20),
        ("二○二一年三月", "二○二一年三月", 2021, 3, 0),
        ("2023年5月二三十日", "2023年5月", 2023, 5, 0),
    ],
)  # fmt: skip
def test_how_a_date_is_written(text: str, written: str, year: int, month: int, day: int) -> None:
    assert read(text) == [(written, year, (month, month), day)]


@pytest.mark.parametrize(
    ("text", "written", "months"),
    [
        ("2023年十一二月再议", "2023年", (1, 12)),
        ("in 2023, and", "2023", (1, 12)),
        ("在2023年，", "2023年", (1, 12)),
        ("in Early 2007", "Early 2007", (1, 4)),
        ("Early in 2007", "Early in 2007", (1, 4)),
        ("by Q1 2023", "Q1 2023", (1, 3)),
        ("by 2023 Q1.", "2023 Q1", (1, 3)),
        ("2023年下半年", "2023年下半年", (7, 12)),
    ],
)
def test_a_year_or_a_part_of_one(text: str, written: str, months: tuple[int, int]) -> None:
    ((found, _, meant, _),) = read(text)
    assert (found, meant) == (written, months)


@pytest.mark.parametrize(
    "text",
    [
        "version 2021.3.5.1",
        "build-2021-03-05",
        "see https://example.org/2023/02/03/x and www.example.org/2023-02-03",
        "2000 bytes, $2000, 2000%, 1.2021, v2021",
        "in 1066 and 2500",
        "〇〇〇〇年",
        "part 12021 of 20211",
        "2021.13.45",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert read(text) == []


def test_the_ends_of_a_span_of_years() -> None:
    assert [year for _, year, _, _ in read("from 2020 to 2021, 2021–2022")] == [2020, 2021, 2021, 2022]


def test_a_month_belongs_to_the_year_after_it() -> None:
    assert [written for written, *_ in read("KubeCon 2023 May 5, 2024")] == ["2023", "May 5, 2024"]


@pytest.mark.parametrize(
    ("text", "written", "weekday"),
    [
        ("on Monday, 2023-02-06,", "Monday, 2023-02-06", 0),
        ("Tue 7 Feb 2023", "Tue 7 Feb 2023", 1),
        ("2023-02-07 (Tue) and", "2023-02-07 (Tue)", 1),
        ("2023年2月6日（星期一）", "2023年2月6日（星期一）", 0),
        ("2023年2月6日星期日上午", "2023年2月6日星期日", 6),
        ("2023-02-07, Monday Feb 13", "2023-02-07", None),
        ("2023-02-07", "2023-02-07", None),
    ],
)
def test_a_weekday_belongs_to_the_day_beside_it(text: str, written: str, weekday: int | None) -> None:
    (date,) = FORMS.find(text)
    assert (text[date.start : date.end], date.weekday) == (written, weekday)


def test_days_without_a_year() -> None:
    text = (
        "Wed, 5 March; March 6th (Thu); 3月7日（星期二）; Mon, March 8, 2024; 2024年3月9日（星期一）; Mon February 30"
    )
    found = [(text[date.start : date.end], date.weekday) for date in FORMS.find_without_year(text, 2025)]
    assert found == [("Wed, 5 March", 2), ("March 6th (Thu", 3), ("3月7日（星期二", 1)]


def test_without_names_only_numbers_are_read() -> None:
    forms = DateForms()
    text = "5 May 2023, Monday 2023-05-05, 2023年5月"
    assert [text[date.start : date.end] for date in forms.find(text)] == ["2023", "2023-05-05", "2023年5月"]
    assert list(forms.find_without_year("Monday 5 May", 2023)) == []


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("2023-02-28", True), ("2024-02-29", True), ("2023-02-29", False), ("2023-04-31", False), ("2023-13-01", False),
        ("2023年13月", False), ("2023-12-31", True),
    ],
)  # fmt: skip
def test_what_the_calendar_has(text: str, *, possible: bool) -> None:
    (date,) = FORMS.find(text)
    assert date.is_possible is possible


def test_the_days_that_a_date_may_mean() -> None:
    month = Date(0, 7, 2024, 0, 4, (2, 2))
    assert (month.earliest, month.latest) == (738917, 738945)
    assert month.latest - month.earliest == 28
    assert month._replace(day=29).in_year(2023).day == 28
    assert not month.is_year

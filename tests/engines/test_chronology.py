from __future__ import annotations

import pytest

from linter.engines.chronology import misdated, swapped
from linter.engines.dates import DateForms

FORMS = DateForms()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2022-10 2022-11 2022-12 2022-01", [(3, 2023, 2)]),
        ("2022-01 2022-12 2022-11 2022-10", [(0, 2023, 1)]),
        ("2022-10 2022-11 2022-01 2023-02", [(2, 2023, 1)]),
        ("2021-10 2021-11 2012-12 2022-01", [(2, 2021, 1)]),
        ("2023-01 2023-02 2032-03 2023-04", [(2, 2023, 3)]),
        ("2021-07 2022-08 2022-03 2022-06 2023-01", [(1, 2021, 2)]),
        ("2019-01 2019-06 2019-10 2019-01 2019-03 2020-05 2020-06", [(3, 2020, 2), (4, 2020, 2)]),
        ("2022-07 2022-09 2022-11 2022-10 2022-12 2022-01", [(5, 2023, 4)]),
        ("2022-10 2022-11 2022-12 2023-01", []),
        ("2023-01 2022-12 2022-11 2022-10", []),
        ("2022-10 2022-12 2022-11 2023-01", []),
        ("2019-03 2022-05 2017-08 2020-02 2018-11", []),
        ("2019-03 2020-05 2015-08 2021-02", []),
        ("2022-11 2022-01", []),
        ("2022-01 2022-01 2022-01 2022-01", []),
        ("", []),
    ],
    ids=[
        "at the end", "at the end, latest first", "inside", "digits swapped", "too late", "a year too late",
        "two of them", "after one written down late", "in order", "latest first", "written down late", "no order", "no slip", "two do not tell",
        "all equal", "none",
    ],
)  # fmt: skip
def test_which_dates_are_out_of_order(text: str, found: list[tuple[int, int, int]]) -> None:
    assert [tuple(one) for one in misdated(list(FORMS.find(text)))] == found


def test_two_dates_tell_where_time_is_known_to_run_forward() -> None:
    assert [tuple(one) for one in misdated(list(FORMS.find("2011-02-24 2010-03-05")), forward=True)] == [(1, 2011, 0)]
    assert misdated(list(FORMS.find("2011-02-24 2011-03-05")), forward=True) == []


def test_swapped_digits() -> None:
    assert sorted(swapped(2032)) == [2023, 2302]
    assert swapped(2000) == []

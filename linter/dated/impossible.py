"""Dates that are none: a year of five digits, a day without a year that no month has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.dated.contradictions import Contradiction
from linter.dated.reading import Dated
from linter.engines.dates import Date
from linter.engines.patterns import find_all, late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Document

_LEAP_YEAR = 2000
_LONG_YEAR = late(r"(?<![\d.])(?:19|20)\d{3,4}年(?!\p{Han}{0,2}号)")
_DAY = late(r"(?<![\d年./-]|年\s)(?P<month>\d{1,2})月(?P<day>\d{1,2})日")


def impossible_dates(document: Document) -> Iterator[Contradiction]:
    """Those of a Chinese text."""
    if "年" not in document.source.text and "月" not in document.source.text:
        return
    for number, block in enumerate(document.blocks):
        if "年" in block.text:
            for found in find_all(_LONG_YEAR, block.prose):
                yield Contradiction(Dated(number, block, Date(*found.span(), 0, *found.span())), "impossible")
        if "月" in block.text:
            for found in find_all(_DAY, block.prose):
                month, day = int(found["month"]), int(found["day"])
                date = Date(*found.span(), _LEAP_YEAR, *found.span(), months=(month, month), day=day)
                if not (date.is_possible and day):
                    yield Contradiction(Dated(number, block, date), "impossible")

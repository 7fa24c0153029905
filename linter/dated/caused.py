"""Days of the year before on which something came of what was looked into this year: 审计指出的违规资金已于2022年… ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.dated.contradictions import Contradiction
from linter.dated.written import written_on
from linter.engines.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.dated.reading import Dated
    from linter.dated.times import Times
    from linter.document import Document


def against_cause(document: Document, dates: list[Dated], times: Times) -> Iterator[Contradiction]:
    """Days before the check whose findings their sentence deals with, and a year before a day behind it."""
    days = [dated for dated in dates if dated.date.day and dated.date.is_possible]
    if not days or not times.caused.search(document.source.text):
        return
    written = written_on(document, dates)
    year = written.date.year if written else 0
    checks = (one for one in days if one.date.year == year and _holds(times, one))
    check = next(checks, None)
    for dated in days if written and check else ():
        if (
            written
            and check
            and dated.date.year == year - 1
            and (dated.number, dated.date.start) > (check.number, check.date.start)
        ):
            meant = dated.date.in_year(year)
            is_between = check.date.earliest <= meant.earliest <= written.date.latest
            if is_between and _is_caused(dated, year, times):
                yield Contradiction(dated, "caused", check, year)


def _holds(times: Times, dated: Dated) -> bool:
    return times.checked.hold(dated.block.prose, dated.date.start, dated.date.end)


def _is_caused(dated: Dated, year: int, times: Times) -> bool:
    """Whether its sentence deals with what was found, and names the later year nowhere."""
    text = dated.block.prose
    around = next((one for one in sentences(text) if one[0] <= dated.date.start < one[1]), (0, len(text)))
    return str(year) not in text[slice(*around)] and times.caused.search(text, dated.date.end, around[1]) is not None

"""The year that a report is about, and the edition of its form that this year calls for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.engines.ordinals import han_number
from linter.engines.patterns import find_all, late

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from linter.document import Document
    from linter.engines.patterns import Pattern

_LEAD = 12  # blocks among which a report says what it is, where its title does not say the year
_YEAR = late(r"(?<!\d)(?:(?:19|20)\d\d)(?!\d)|(?:一九|二[〇零○О0])[〇零○一二三四五六七八九]{2}(?=年)")
_ZEROS = str.maketrans("○О0零", "〇〇〇〇")


def year_of(document: Document, named: Pattern | None = None) -> int | None:
    """The one year in the title, else in the front matter, else the first that `named` finds in the first blocks."""
    for blocks in ([document.title] if document.title else [], document.front_matter.values()):
        years = {year for block in blocks for year in years_in(block.text)}
        if len(years) == 1:
            return years.pop()
    if named is None:
        return None
    places = (found for block in document.blocks[:_LEAD] for found in find_all(named, block.text))
    return next((year for found in places for year in years_in(found[0])), None)


def edition_for(year: int | None, editions: Collection[str]) -> str | None:
    """The latest of these years that is not after `year`: the edition that was in force; the last for no year."""
    known = sorted(editions, key=int)
    if year is None:
        return known[-1] if known else None
    return next((edition for edition in reversed(known) if int(edition) <= year), None)


def years_in(text: str) -> Iterator[int]:
    """The years that a text names, in digits of either script."""
    for found in _YEAR.finditer(text):
        digits = found[0]
        yield int(digits) if digits.isdecimal() else han_number(digits.translate(_ZEROS))

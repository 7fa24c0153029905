"""Years that names stand for: a plan by the years that it covers, an anniversary by that of its event."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.dated.contradictions import Contradiction
from linter.dated.reading import Dated
from linter.engines.dates import Date
from linter.engines.ordinals import han_number
from linter.engines.patterns import find_all, late, late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from linter.document import Block, Document
    from linter.engines.patterns import Pattern

_BESIDE = 8  # code points between a name and the years in brackets that are its own beyond doubt
_NEAR = 20  # code points between a year and the name behind it
_YEAR = late(r"(?<!\d)(?:19|20)\d\d(?=年)")
_SENTENCE_END = late(r"[。；;！？，]")
_SPAN = late(
    r"(?P<between>\p{Han}{0,4}”?\p{Han}{0,24})[（(](?P<first>(?:19|20)\d\d)年?[-—–－~～至到]{1,2}(?P<last>(?:19|20)\d\d)年"
)


class Names(NamedTuple):
    """`periods` are names with the first and the last year that they cover, `events` with their year and how they are marked.

    Behind a period `opening` says that its first year is meant, `closing` that the last is.
    """

    periods: tuple[tuple[str, int, int], ...]
    events: tuple[tuple[str, int, Pattern], ...]
    opening: Pattern
    closing: Pattern


def compile_names(
    periods: Mapping[str, str], events: Mapping[str, int], opening: str, closing: str, anniversary: str
) -> Names:
    """Periods are written `2021-2025`; `anniversary` says behind an event how many years ago it was, in a group `count`."""
    spans = ((name, *years.split("-")) for name, years in periods.items())
    return Names(
        tuple((name, int(first), int(last)) for name, first, last in spans),
        tuple((name, year, late_pattern(anniversary)) for name, year in events.items()),
        late_pattern(opening or "(?!)"),
        late_pattern(closing or "(?!)"),
    )


def against_names(document: Document, names: Names) -> Iterator[Contradiction]:
    """The years that stand beside a name and do not go with it."""
    text = document.source.text
    periods = [period for period in names.periods if period[0] in text]
    events = [event for event in names.events if event[0] in text]
    for number, block in enumerate(document.blocks if periods or events else ()):
        for name, first, last in periods:
            for end in _ends(block.text, name):
                yield from _beside_period(number, block, (end - len(name), end), (first, last), names)
        for name, year, anniversary in events:
            for end in _ends(block.text, name):
                found = anniversary.match(block.text, end)
                dated = _before(number, block, end - len(name)) if found else None
                if found and dated and dated.date.year - year != _number(found["count"]):
                    yield Contradiction(dated, "named", None, year + _number(found["count"]))


def _ends(text: str, name: str) -> Iterator[int]:
    end = 0
    while (start := text.find(name, end)) >= 0:
        end = start + len(name)
        yield end


def _beside_period(
    number: int, block: Block, found: tuple[int, int], years: tuple[int, int], names: Names
) -> Iterator[Contradiction]:
    (start, end), (first, last) = found, years
    if span := _SPAN.match(block.text, end):
        one, other = _dated(number, block, *span.span("first")), _dated(number, block, *span.span("last"))
        is_near = len(span["between"].strip("”")) <= _BESIDE
        if is_near and not first <= one.date.year <= last:
            yield Contradiction(one, "named", None, first)
        elif one.date.year == first and other.date.year != last:
            yield Contradiction(other, "named", None, last)
        elif other.date.year == last and one.date.year == first - 1:
            yield Contradiction(one, "named", None, first)
    meant = first if names.opening.match(block.text, end) else last if names.closing.match(block.text, end) else None
    dated = _before(number, block, start) if meant else None
    if dated and dated.date.year != meant:
        yield Contradiction(dated, "named", None, meant)


def _before(number: int, block: Block, end: int) -> Dated | None:
    """The year right before `end`, in the same clause."""
    found = list(find_all(_YEAR, block.text, max(0, end - _NEAR), end))
    if not found or _SENTENCE_END.search(block.text, found[-1].end(), end):
        return None
    return _dated(number, block, *found[-1].span())


def _dated(number: int, block: Block, start: int, end: int) -> Dated:
    return Dated(number, block, Date(start, end, int(block.text[start:end]), start, end))


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else han_number(text)

"""The lines of printed pages, by where they stand: which go on from the one before, and which are no text of the document."""

from __future__ import annotations

from collections import Counter
from statistics import median
from typing import TYPE_CHECKING, Literal, NamedTuple

from linter.engines.ordinals import parse_ordinal
from linter.engines.patterns import late

if TYPE_CHECKING:
    from collections.abc import Sequence

Part = Literal["begins", "goes on", "furniture"]

_EDGE = 2  # lines at the head and at the foot of a page that may be furniture
_SHARE = 1 / 3  # of the pages on which the same line is a running one
_NEAR = 1.7  # ems from the right margin at which the next word did not fit
_INDENT = 0.6  # ems from the left margin at which a line is indented
_LONG = 0.8  # of the longest line
_REGULAR = 0.15  # of the long lines that begin at a margin
_LARGER = 1.1  # times the size of the text are the letters of a title
_ALIKE = 0.15  # by so much of it the size of letters may differ in one paragraph
_NUMBER = late(r"[-—–·.\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*(?:[/／]|共|of)\s*\d{1,4}\s*页?)?[-—–·.\s]*")
_FIGURES = late(r"\d+")
_SENTENCE_END = late(r"[。！？；：!?:;.][”’）)]?$")


class PageLine(NamedTuple):
    """A line of a page with its box in points, counted from the page's lower left corner; `size` is that of a letter."""

    text: str
    left: float
    right: float
    bottom: float
    size: float


class _Frame(NamedTuple):
    """What the text stands in: its margins, and the size of most of its letters."""

    left: float
    right: float
    size: float


def parts_of(pages: Sequence[Sequence[PageLine]]) -> list[list[Part]]:
    """For each line of each page, from top to bottom, what it is."""
    furniture = _furniture(pages)
    frame = _frame([line for page in pages for line in page])
    before: PageLine | None = None
    parts: list[list[Part]] = []
    for number, page in enumerate(pages):
        own: list[Part] = []
        for place, line in enumerate(page):
            if (number, place) in furniture:
                own.append("furniture")
                continue
            own.append("goes on" if before and _goes_on(before, line, frame) else "begins")
            before = line
        parts.append(own)
    return parts


def _furniture(pages: Sequence[Sequence[PageLine]]) -> set[tuple[int, int]]:
    """The running heads, which stand at one height, and the numbers of pages, as page and line."""
    edges = {
        (number, place): (_FIGURES.sub("#", "".join(page[place].text.split())), round(page[place].bottom))
        for number, page in enumerate(pages)
        for place in {*range(min(_EDGE, len(page))), *range(max(0, len(page) - _EDGE), len(page))}
    }
    often = Counter(edges.values())
    least = max(2, len(pages) * _SHARE)
    return {
        place
        for place, key in edges.items()
        if often[key] >= least
        or (place[1] in (0, len(pages[place[0]]) - 1) and _NUMBER.fullmatch(pages[place[0]][place[1]].text))
    }


def _frame(lines: Sequence[PageLine]) -> _Frame:
    """Where the long lines begin that are not indented, and where most of them end."""
    if not lines:
        return _Frame(0, 0, 0)
    width = max(line.right - line.left for line in lines)
    long = [line for line in lines if line.right - line.left > _LONG * width]
    begun = Counter(round(line.left) for line in long)
    left = min(place for place, often in begun.items() if often >= _REGULAR * len(long))
    return _Frame(left, median(line.right for line in long), median(line.size for line in long))


def _goes_on(before: PageLine, line: PageLine, frame: _Frame) -> bool:
    """Whether the line before was full and this one is not indented, or both are lines of one centred title."""
    if abs(before.size - line.size) > _ALIKE * before.size:
        return False
    if _is_title(before, frame) and _is_title(line, frame):
        return True
    if line.left > frame.left + _INDENT * line.size or before.right < frame.right - _NEAR * before.size:
        return False
    return not (_SENTENCE_END.search(before.text) and parse_ordinal(line.text))


def _is_title(line: PageLine, frame: _Frame) -> bool:
    before, after = line.left - frame.left, frame.right - line.right
    return abs(before - after) < line.size and line.size > _LARGER * frame.size and not _SENTENCE_END.search(line.text)

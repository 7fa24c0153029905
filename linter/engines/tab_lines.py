"""Lines of a table drawn with tabs: rows that a line break cuts in two, rows with a tab too many or too few."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.figures import whole_figure
from linter.engines.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FEWEST, _MOSTLY = 3, 0.6  # rows, and a share of them, that show how many tabs one has
_MANY, _NEARLY_ALL = 5, 0.8  # and that show it where no other row makes up for what one lacks
_LONGEST = 24  # code points of the beginning of a row that has no tab of its own
_CAPTION = late(r"\s*(?:注|说明|单位|附|表|备注|来源|[（(]单位|[（(]?续)|.*[。：；:;！？]\s*$")


class TabLine(NamedTuple):
    """A line that is not blank: where it starts, its text, and how many blank lines stand before it."""

    start: int
    text: str
    blanks: int

    @property
    def tabs(self) -> int:
        """How many tabs it has."""
        return self.text.count("\t")

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


class OddLines(NamedTuple):
    """The lines of one row, two where a break has cut it, beside rows with `tabs` tabs such as `model`."""

    lines: tuple[TabLine, ...]
    tabs: int
    model: TabLine


def odd_lines(text: str) -> Iterator[OddLines]:
    """The rows of each table that differ from the others, where these have one number of tabs."""
    for lines in _tables(_lines_of(text)):
        counts = Counter(line.tabs for line in lines)
        (tabs, number), *rest = counts.most_common()
        if not rest or not tabs or number < _FEWEST or number < _MOSTLY * len(lines):
            continue
        is_uniform = number >= _MANY and number >= _NEARLY_ALL * len(lines)
        model = next(line for line in lines if line.tabs == tabs)
        place = 0
        while place < len(lines):
            size = 2 if _is_cut(lines, place, tabs) else 1
            if size > 1 or (is_uniform and lines[place].tabs != tabs):
                yield OddLines(tuple(lines[place : place + size]), tabs, model)
            place += size


def _lines_of(text: str) -> Iterator[TabLine]:
    start, blanks = 0, 0
    for line in text.split("\n"):
        if line.strip():
            yield TabLine(start, line, blanks)
            blanks = 0
        else:
            blanks += 1
        start += len(line) + 1


def _tables(lines: Iterator[TabLine]) -> Iterator[list[TabLine]]:
    """The lines with tabs that follow each other, and those between them that may begin a row."""
    table: list[TabLine] = []
    waiting: TabLine | None = None  # a line without a tab behind the table
    for line in lines:
        if line.tabs and line.blanks <= 1:
            if waiting:
                goes_on = line.tabs == table[-1].tabs and _has_figures(line) and not _CAPTION.match(waiting.text)
                if not goes_on:
                    yield table
                    table = []
                else:
                    table.append(waiting)
            table.append(line)
            waiting = None
            continue
        if table and not line.tabs and waiting is None and line.blanks <= 1 and len(line.text.strip()) <= _LONGEST:
            waiting = line
            continue
        if table:
            yield table
        table, waiting = [line] if line.tabs else [], None
    if table:
        yield table


def _has_figures(line: TabLine) -> bool:
    return any(whole_figure(cell.strip()) for cell in line.text.split("\t")[1:])


def _is_cut(lines: Sequence[TabLine], place: int, tabs: int) -> bool:
    """Whether this line and the next are one row: together they have the tabs of one."""
    if place + 1 >= len(lines) or not place:
        return False
    line, following = lines[place], lines[place + 1]
    return line.tabs < tabs and following.tabs > 0 and line.tabs + following.tabs == tabs

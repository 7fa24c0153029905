"""Lines of a table drawn with bars, as they stand in the source of Markdown."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.patterns import late

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARKS = late(r"[\s>]*")  # what a quotation puts before its lines
_BAR = late(r"(?<!\\)\|")
_RULE = late(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$")
_LONGEST = 5  # lines over which one row may be broken
_FEWEST = 3  # rows that are no accident


def cells_in(line: str) -> int:
    """How many cells the bars of a line make."""
    bare = _bare(line)
    return len(_BAR.findall(bare)) + 1 - opens(line) - (closes(line) and len(bare) > 1)


def opens(line: str) -> bool:
    """Whether a bar opens the line."""
    return _bare(line).startswith("|")


def closes(line: str) -> bool:
    """Whether a bar closes the line."""
    return line.rstrip().endswith("|") and not line.rstrip().endswith("\\|")


def is_rule(line: str) -> bool:
    """Whether the line is one of dashes, as under the header of a table."""
    return "-" in line and "|" in line and _RULE.match(_bare(line)) is not None


def is_row(line: str) -> bool:
    """Whether the line is drawn as a row from end to end."""
    return opens(line) and closes(line) and cells_in(line) > 1


def _bare(line: str) -> str:
    return line[_MARKS.match(line).end() :].rstrip()  # type: ignore[union-attr] # it matches anything


def broken_row(rows: Sequence[str], following: Sequence[str]) -> tuple[int, int] | None:
    """The first and the last line of a row that stray line breaks cut up, counted from the first of `rows`.

    The row lacks its closing bar, the lines that it goes on in their opening one; every other row has both. The last
    of these lines may stand in `following`, behind the table that the break has ended.
    """
    first = next((number for number, row in enumerate(rows) if not closes(row)), None)
    if first is None or first < _FEWEST - 1 or not opens(rows[first]):
        return None
    lines = [*rows, *following]
    for last in range(first + 1, min(first + _LONGEST, len(lines))):
        if not lines[last].strip():
            continue
        if opens(lines[last]):
            return None
        if closes(lines[last]):
            others = [*rows[:first], *rows[last + 1 :]]
            return (first, last) if all(opens(row) and closes(row) for row in others) else None
    return None


class Unruled(NamedTuple):
    """A header, line `number` of its text, with `cells` cells over a line of dashes with `dashes`; 0 if there is none."""

    number: int
    cells: int
    dashes: int


def unruled(lines: Sequence[str]) -> Unruled | None:
    """What keeps lines that are drawn as a table from being one: the line of dashes does not fit, or is not there."""
    for number, (header, rule) in enumerate(pairwise(lines)):
        if is_rule(rule) and "|" in header:
            cells, dashes = cells_in(header), cells_in(rule)
            return Unruled(number, cells, dashes) if cells != dashes else None
    if len(lines) >= _FEWEST and all(map(is_row, lines)) and len(set(map(cells_in, lines))) == 1:
        return Unruled(0, cells_in(lines[0]), 0)
    return None

"""Series of dates in a document: a schedule, a changelog, a column of a table, the releases of one version."""

from __future__ import annotations

from collections import Counter
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.dated.reading import Dated
    from linter.document import Document
    from linter.engines.patterns import Pattern

_APART = 3  # blocks between two entries of one list, which say more about the first
_LONGEST_LABEL = 48  # code points before the date of an entry, and after it where a label stands before it
_LONGEST_CUE = 100  # code points
_MOSTLY = 0.8  # of a column's cells
_MARKS = late(r"[\W_]*")
_SENTENCE = late(r"[.!?][ )]|[。；;！？]")
_VERSION = late(r"(?<![\w.])v?(?P<number>\d{1,4}(?:\.\d{1,4})+)(?![\d.])")


class Series(NamedTuple):
    """Dates that should be in order; `forward` where it is sure that the order is that of time."""

    dates: list[Dated]
    forward: bool


def series_of(document: Document, dates: list[Dated], forward: Pattern | None) -> Iterator[Series]:
    """Every series of the document; `forward` is what a text says that introduces dates in the order of time."""
    entries = entries_of(dates)
    for entry_list in _lists(document, entries):
        yield Series(entry_list, forward is not None and _is_introduced(document, entry_list[0], forward))
    yield from _versions(entries)
    yield from _columns(document, dates)


def entries_of(dates: list[Dated]) -> list[Dated]:
    """The dates that their blocks are about."""
    by_block = (list(found) for _, found in groupby(dates, key=lambda dated: dated.number))
    return [found[0] for found in by_block if _is_entry(found)]


def _is_entry(found: list[Dated]) -> bool:
    """Whether the first date of a block is what the block is about: it leads the block, or a short label leads it."""
    first = found[0]
    if first.date.is_year or not first.date.is_possible or "table" in first.block.scopes:
        return False
    if _MARKS.fullmatch(first.label):
        return True
    after = len(first.block.text) - first.date.end
    short = len(first.label) <= _LONGEST_LABEL and after <= _LONGEST_LABEL
    return len(found) == 1 and short and not _SENTENCE.search(first.label)


def _lists(document: Document, entries: list[Dated]) -> Iterator[list[Dated]]:
    """Neighbours of one sort: the headings under one heading, or items and lines in one section."""
    open_lists: dict[object, list[Dated]] = {}
    for entry in entries:
        section = document.section_of(entry.number)
        if entry.block.depth and section:
            key: object = ("heading", section.parent, entry.block.depth)
        else:
            key = (section and section.number, entry.block.scopes, bool(_MARKS.fullmatch(entry.label)))
        found = open_lists.get(key)
        if found and (entry.block.depth or entry.number - found[-1].number <= _APART):
            found.append(entry)
            continue
        if found:
            yield found
        open_lists[key] = [entry]
    yield from open_lists.values()


def _is_introduced(document: Document, first: Dated, forward: Pattern) -> bool:
    cues = document.blocks[max(0, first.number - _APART) : first.number]
    return any(len(cue.text) <= _LONGEST_CUE and forward.search(cue.text) for cue in cues)


def _versions(entries: list[Dated]) -> Iterator[Series]:
    """The releases that share the first two numbers of their version, from the lowest to the highest."""
    groups: dict[tuple[int, ...], list[tuple[tuple[int, ...], Dated]]] = {}
    for entry in entries:
        if found := _VERSION.search(entry.label):
            version = tuple(map(int, found["number"].split(".")))
            groups.setdefault(version[:2], []).append((version, entry))
    for releases in groups.values():
        steps = Counter((other > one) - (other < one) for (one, _), (other, _) in pairwise(releases))
        in_order = releases if steps[1] >= steps[-1] else releases[::-1]
        if steps[1] + steps[-1]:
            yield Series([entry for _, entry in sorted(in_order, key=lambda release: release[0])], forward=True)


def _columns(document: Document, dates: list[Dated]) -> Iterator[Series]:
    """The columns of tables in which nearly every cell is a date."""
    cells = {id(dated.block): dated for dated in dates if _is_cell(dated)}
    for table in document.tables if cells else ():
        columns: dict[int, list[Dated]] = {}
        rows = table.rows[table.header :]
        for row in rows:
            for column, cell in enumerate(row):
                if id(cell) in cells:
                    columns.setdefault(column, []).append(cells[id(cell)])
        for dated in columns.values():
            if len(dated) >= _MOSTLY * len(rows):
                yield Series(dated, forward=False)


def _is_cell(dated: Dated) -> bool:
    whole = dated.date.end - dated.date.start >= _MOSTLY * len(dated.block.text)
    return whole and "table.cell" in dated.block.scopes and dated.date.is_possible and not dated.date.is_year

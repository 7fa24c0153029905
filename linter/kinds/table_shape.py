"""table-shape: a row whose cells do not fit the table, a row that a line break cuts, rows that are no table.

Of tables without a header row (those of plain text, where merged cells leave rows of any length) the figures are counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.bars import broken_row, cells_in, is_row, unruled
from linter.engines.tab_lines import odd_lines
from linter.rule import Doc, Match
from linter.source import Span
from linter.tables.tabbed import cut_labels, cut_rows, misfits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Block, Document, Table
    from linter.engines.bars import Unruled
    from linter.engines.tab_lines import OddLines
    from linter.rule import Check, Field, Grade, Lists, Rule
    from linter.source import Source

    Row = tuple[Block, ...]

FIELDS = ("defect", "cells", "columns", "model", "others")
GRADES: tuple[Grade, ...] = ("sure", "likely")
SCOPE: tuple[str, ...] = ("table",)

_FOLLOWING = 5  # lines behind a table that a broken row may go on in
_TEXT = ("paragraph", "item", "quote", "footnote")


class Params(NamedTuple):
    """What a rule of this kind says."""

    ignore_header: Annotated[
        bool,
        Doc(
            "Compare with the first row under the header instead of the header.",
            "不以表头为准，改以表头下的第一行为准。",
        ),
    ] = False


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each row with cells too many, which no reader gets to see, and one for all that are too short.

    One for a row that is broken over lines, and one for rows that are shown as text.
    """
    params = Params(**rule.params)

    def check(document: Document) -> Iterator[Match]:
        tables = [table for table in document.tables if table.header]
        for table in tables:
            broken = _broken(document.source, table) if document.source.format == "markdown" else None
            if broken:
                yield broken
            yield from _misfits(table, params, broken.place if broken else Span(0, 0))
        yield from _first_told(document.source, _of_tabs(document))
        if document.source.format == "markdown":
            yield from _no_tables(document, tables)

    return check


def _misfits(table: Table, params: Params, told: Span) -> Iterator[Match]:
    """The rows of another length than the model, but for those in `told`."""
    rows = table.rows[table.header :] if params.ignore_header else table.rows
    rest = [row for row in rows[1:] if not told.start <= row[0].span.start < told.end]
    short = [row for row in rest if len(row) < len(rows[0])]
    for row in rest:
        if len(row) > len(rows[0]):
            yield _misfit(row, rows[0], [])
    if short:
        yield _misfit(short[0], rows[0], short[1:])


def _misfit(row: Row, model: Row, others: list[Row]) -> Match:
    extra = row[len(model) :]
    count = len(others)
    more: Field = {
        "en": f", and {count} more row{'s are' if count > 1 else ' is'} too short",
        "zh": f"，另有{count}行亦缺单元格",
    }
    defect: Field = {
        "en": f"This row has {len(row)} cells, but the table has {len(model)} columns",
        "zh": f"该行有{len(row)}个单元格，而表格为{len(model)}列",
    }
    related = tuple(_whole(one) for one in (model, *others))
    match = _match(_whole(extra or row), defect, len(row), len(model), related)
    return match._replace(
        fields={**match.fields, "others": more if others else ""}, grade="sure" if extra else "likely"
    )


def _of_tabs(document: Document) -> Iterator[Match]:
    """Rows that are cut in two, then those with a figure too many or too few, then those with a tab."""
    is_drawn = document.source.format == "text" and "\t" in document.source.text
    odd = list(odd_lines(document.source.text)) if is_drawn else []
    yield from (_odd_row(one) for one in odd if len(one.lines) > 1)
    for table in document.tables:
        yield from _of_figures(document.source, table)
    yield from (_odd_row(one) for one in odd if len(one.lines) == 1)


def _first_told(source: Source, matches: Iterator[Match]) -> Iterator[Match]:
    """The matches but for those on a line of an earlier one."""
    told: set[int] = set()
    for match in matches:
        lines = range(source.line_number(match.place.start), source.line_number(match.place.end - 1) + 1)
        if told.isdisjoint(lines):
            told.update(lines)
            yield match


def _odd_row(odd: OddLines) -> Match:
    first, last = odd.lines[0], odd.lines[-1]
    cells, columns = sum(line.tabs for line in odd.lines) + 1, odd.tabs + 1
    defect: Field = {
        "en": f"This row has {cells} cells, but the others have {columns}",
        "zh": f"该行有{cells}个单元格，而其他各行为{columns}个",
    }
    if first is not last:
        label = (first.text.strip().split("\t") or [""])[-1]
        defect = {
            "en": f"A line break cuts this row in two behind “{label}”",
            "zh": f"该行在“{label}”之后被换行截断",
        }
    match = _match(Span(first.start, last.end), defect, cells, columns, (Span(odd.model.start, odd.model.end),))
    return match if first is not last else match._replace(grade="likely")


def _of_figures(source: Source, table: Table) -> Iterator[Match]:
    """What is wrong with the rows of figures in a table of tabs, and the labels in any that are cut in two."""
    labels = {cell.span: before for before, cell in cut_labels(table)}
    if source.format == "text":
        for before, row in cut_rows(table, source):
            cut = next((label for cell in row if (label := labels.pop(cell.span, None))), None)
            label = cut or next(cell for cell in before if cell.text)
            defect: Field = {
                "en": f"A blank line cuts this table behind the row “{label.text}”",
                "zh": f"此处空行将表格截断，行标题“{label.text}”疑似被拆开",
            }
            yield _match(label.span, defect, len(before), len(row), (_whole(row),))
        for row, cells, columns, model in misfits(table):
            defect = {
                "en": f"This row has {cells} figures, but the others have {columns}",
                "zh": f"该行数据为{cells}栏，而其他各行为{columns}栏",
            }
            yield _match(_whole(row), defect, cells, columns, (_whole(model),))
    for span, before_label in labels.items():
        goes_on = source.text[span.start : span.end]
        defect = {
            "en": f"The label “{before_label.text}” seems to go on in “{goes_on}”",
            "zh": f"行标题“{before_label.text}”与“{goes_on}”疑似被拆开",
        }
        yield _match(before_label.span, defect, 1, 2, (span,))


def _broken(source: Source, table: Table) -> Match | None:
    """A row that goes on in the next lines, where it is a row of its own or ends the table."""
    first, last = source.line_number(table.span.start), source.line_number(table.span.end - 1)
    places = [source.line_span(line) for line in range(first, min(last + _FOLLOWING, len(source.line_starts)) + 1)]
    lines = [source.text[start:end] for start, end in places]
    found = broken_row(lines[: last - first + 1], lines[last - first + 1 :])
    if found is None:
        return None
    begin, end = found
    defect: Field = {"en": "A line break cuts this row in two", "zh": "该行被换行截断"}
    place = Span(places[begin].start, places[end].end)
    return _match(place, defect, cells_in(lines[begin]), len(table.rows[0]), (_whole(table.rows[0]),))


def _no_tables(document: Document, tables: list[Table]) -> Iterator[Match]:
    """Text that is drawn as a table, or as the rows of the table before it."""
    ends = {table.rows[-1][-1].span: table for table in tables if table.rows[-1]}
    for before, block in zip((None, *document.blocks), document.blocks, strict=False):
        if "|" not in block.text or not any(scope in _TEXT for scope in block.scopes):
            continue
        start, end = block.span
        lines = document.source.text[start:end].split("\n")
        table = ends.get(before.span) if before else None
        columns = len(table.rows[0]) if table else 0
        if table and all(is_row(line) and cells_in(line) == columns for line in lines):
            defect: Field = {
                "en": "A blank line cuts these rows off from their table, and they are shown as text",
                "zh": "空行将以下各行与表格隔开，这些行不会显示为表格",
            }
            yield _match(block.span, defect, columns, columns, (_whole(table.rows[0]),))
        elif found := unruled(lines):
            begin = start + sum(len(line) + 1 for line in lines[: found.number])
            place = Span(begin, begin + len(lines[found.number].rstrip()))
            yield _match(place, _unruled(found), found.cells, found.dashes, ())


def _unruled(found: Unruled) -> Field:
    if not found.dashes:
        return {
            "en": "There is no line of dashes under this header, so the table is shown as text",
            "zh": "表头下缺少分隔行，不会显示为表格",
        }
    return {
        "en": f"This header has {found.cells} cells and the line of dashes under it {found.dashes}, "
        "so the table is shown as text",
        "zh": f"表头有{found.cells}个单元格，其下的分隔行为{found.dashes}个，不会显示为表格",
    }


def _match(place: Span, defect: Field, cells: int, columns: int, related: tuple[Span, ...]) -> Match:
    fields: dict[str, Field] = {
        "defect": defect,
        "cells": cells,
        "columns": columns,
        "model": related[0] if related else place,
        "others": "",
    }
    return Match(place, fields, related)


def _whole(row: Row) -> Span:
    return Span(row[0].span.start, row[-1].span.end)

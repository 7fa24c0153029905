"""table-shape: a row whose cells do not fit the table.

Tables without a header row (those of plain text, where merged cells leave rows of any length) are let pass.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.rule import Doc, Match
from linter.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Block, Document, Table
    from linter.rule import Check, Field, Grade, Lists, Rule

FIELDS = ("cells", "columns", "model", "others")
GRADES: tuple[Grade, ...] = ("sure", "likely")
SCOPE: tuple[str, ...] = ("table",)


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
    """One match for each row with cells too many, which no reader gets to see, and one for all that are too short."""
    params = Params(**rule.params)

    def check(document: Document) -> Iterator[Match]:
        for table in document.tables:
            if table.header:
                yield from _misfits(table, params)

    return check


def _misfits(table: Table, params: Params) -> Iterator[Match]:
    rows = table.rows[table.header :] if params.ignore_header else table.rows
    short = [row for row in rows[1:] if len(row) < len(rows[0])]
    for row in rows[1:]:
        if len(row) > len(rows[0]):
            yield _match(row, rows[0], [])
    if short:
        yield _match(short[0], rows[0], short[1:])


def _match(row: tuple[Block, ...], model: tuple[Block, ...], others: list[tuple[Block, ...]]) -> Match:
    extra = row[len(model) :]
    count = len(others)
    more: Field = {
        "en": f", and {count} more row{'s are' if count > 1 else ' is'} too short",
        "zh": f"，另有{count}行亦缺单元格",
    }
    fields: dict[str, Field] = {
        "cells": len(row),
        "columns": len(model),
        "model": _whole(model),
        "others": more if others else "",
    }
    related = tuple(_whole(one) for one in (model, *others))
    return Match(_whole(extra or row), fields, related, grade="sure" if extra else "likely")


def _whole(row: tuple[Block, ...]) -> Span:
    return Span(row[0].span.start, row[-1].span.end)

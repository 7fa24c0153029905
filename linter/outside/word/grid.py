"""How many columns the cells and the rows of a table reach over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.outside.word.package import W
from linter.outside.word.paragraphs import CELL, contents
from linter.outside.word.styles import number, value

if TYPE_CHECKING:
    from linter.outside.word.package import Element


def span(cell: Element) -> int:
    """How many columns a cell reaches over."""
    return max(1, number(value(cell.find(f"{W}tcPr"), "gridSpan")) or 1)


def goes_on(cell: Element) -> bool:
    """Whether a cell belongs to the one above it."""
    properties = cell.find(f"{W}tcPr")
    merge = None if properties is None else properties.find(f"{W}vMerge")
    return merge is not None and merge.get(f"{W}val") != "restart"


def edges(properties: Element) -> tuple[int, int]:
    """How many columns a row leaves free before its first and after its last cell."""
    first, last = (max(0, number(value(properties, name)) or 0) for name in ("gridBefore", "gridAfter"))
    return first, last


def width(row: Element) -> int:
    """How many columns a row reaches over."""
    properties = row.find(f"{W}trPr")
    return sum(edges(properties)) + sum(map(span, contents(row, CELL)))

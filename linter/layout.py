"""What a file that is no text says of each line of the text that was made from it, and what was wrong with it."""

from __future__ import annotations

from typing import Literal, NamedTuple

Role = Literal["title", "heading", "paragraph", "item", "footnote", "continued", "row", "furniture"]


class LineShape(NamedTuple):
    """One line: a paragraph, or what goes on from the line before it (`continued`), or a row of a table.

    The cells of a row stand between tabs, an empty one for each column that a merged cell reaches into; `table` counts
    the tables from 1 and is 0 elsewhere; `is_header` is said of rows that name the columns. `depth` is the level of a
    heading from 1, 0 elsewhere. `furniture`, such as a running head, is not read. `page` counts from 1, and is 0 where
    the file has no pages.
    """

    role: Role
    depth: int = 0
    table: int = 0
    is_header: bool = False
    page: int = 0


class Flaw(NamedTuple):
    """What of the file could not be read as it stands, by the line (from 1) and with the reason in each language."""

    line: int
    reason: dict[str, str]

"""Defects of tables: those of annual reports against their sums and the text, and rows that lose their shape."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from official_papers import Edit, Line, Paper, lines

if TYPE_CHECKING:
    from collections.abc import Iterator

HAN = "[\u4e00-\u9fff]"
CELL = re.compile(r"(?:^|(?<=\t)|(?<=\| ))\d+(?=\t|$| \|)")


def request_rows(paper: Paper) -> Iterator[tuple[Line, list[re.Match[str]]]]:
    """The rows of the table of requests, seven figures of which the last is the sum."""
    if "政府信息公开工作年度报告" in paper.title:
        for line in lines(paper):
            cells = [*CELL.finditer(line.text)]
            figures = [int(cell[0]) for cell in cells]
            if len(cells) == 7 and sum(figures[:6]) == figures[6]:  # noqa: PLR2004 - the official table
                yield line, cells


def figure_changed(paper: Paper) -> Iterator[Edit]:
    """Another figure of one sort of applicants."""
    for line, cells in request_rows(paper):
        for cell in cells[:6]:
            if cell[0] != "0":
                yield Edit(line.start + cell.start(), line.start + cell.end(), str(int(cell[0]) + 1))


def figure_invented(paper: Paper) -> Iterator[Edit]:
    """A figure where there was none."""
    for line, cells in request_rows(paper):
        if cells[6][0] != "0":
            for cell in cells[:6]:
                if cell[0] == "0":
                    yield Edit(line.start + cell.start(), line.start + cell.end(), "1")


def row_total_changed(paper: Paper) -> Iterator[Edit]:
    """Another total of a row."""
    for line, cells in request_rows(paper):
        cell = cells[6]
        if cell[0] != "0":
            yield Edit(line.start + cell.start(), line.start + cell.end(), str(int(cell[0]) + 2))
            yield Edit(line.start + cell.start(), line.start + cell.end(), str(int(cell[0]) - 1))


def litigation_row(paper: Paper) -> tuple[Line, list[re.Match[str]]] | None:
    """The row of reviews and suits, three times four figures and their sum."""
    for line in lines(paper):
        cells = [*CELL.finditer(line.text)]
        figures = [int(cell[0]) for cell in cells]
        if len(cells) == 15 and all(sum(figures[n : n + 4]) == figures[n + 4] for n in (0, 5, 10)):  # noqa: PLR2004
            return line, cells
    return None


def litigation_changed(paper: Paper) -> Iterator[Edit]:
    """Another figure among reviews and suits."""
    row = litigation_row(paper)
    if row:
        for cell in row[1]:
            yield Edit(row[0].start + cell.start(), row[0].start + cell.end(), str(int(cell[0]) + 1))


def text_against_table(paper: Paper) -> Iterator[Edit]:
    """Another figure in the text than the table holds, which held the same."""
    rows = {re.sub(r"[\d\t|\s]", "", line.text): cells[6][0] for line, cells in request_rows(paper)}
    litigation = litigation_row(paper)
    figures = {
        r"(?:新收|收到|受理)(?:政府信息公开)?申请(\d+)件": rows.get("一、本年新收政府信息公开申请数量"),
        r"上年结转(?:的)?(\d+)件": rows.get("二、上年结转政府信息公开申请数量"),
        r"(?:结转下年度|结转20\d\d年|结转至20\d\d年)[^，。；\d]{0,8}(\d+)件": rows.get("四、结转下年度继续办理"),
        r"予以公开(\d+)件": next((count for row, count in rows.items() if row.endswith("予以公开")), None),
        r"行政复议(\d+)件": litigation[1][4][0] if litigation else None,
    }
    for pattern, count in figures.items():
        for match in re.finditer(pattern, paper.text):
            if (
                count
                and match[1] == count
                and f"{paper.year - 1}年" not in paper.text[max(0, match.start() - 20) : match.start()]
            ):
                yield Edit(match.start(1), match.end(1), str(int(count) + 3))


def cells_of(line: Line) -> list[tuple[int, int]]:
    """Where the cells of a row start and end, the marks between them outside."""
    if "\t" in line.text:
        bounds = [-1, *(match.start() for match in re.finditer("\t", line.text)), len(line.text)]
    else:
        bounds = [match.start() for match in re.finditer(r"\|", line.text)]
    return [(line.start + first + 1, line.start + last) for first, last in pairwise(bounds)]


def inner_rows(paper: Paper) -> Iterator[tuple[Line, list[tuple[int, int]]]]:
    """Rows with figures whose neighbours have as many cells, three and more."""
    found = lines(paper)
    for before, line, after in zip(found, found[1:], found[2:], strict=False):
        cells = cells_of(line)
        if len(cells) > 2 and len(cells) == len(cells_of(before)) == len(cells_of(after)) and CELL.search(line.text):  # noqa: PLR2004
            yield line, cells


def cell_lost(paper: Paper) -> Iterator[Edit]:
    """A row without one of its cells."""
    for _, cells in inner_rows(paper):
        for start, end in cells[len(cells) // 2 :]:
            yield Edit(start - 1, end, "")


def row_cut(paper: Paper) -> Iterator[Edit]:
    """A label of a row cut by a blank line."""
    for _, cells in inner_rows(paper):
        for start, end in cells[:3]:
            if re.search(rf"{HAN}{{4,}}", paper.text[start:end]):
                middle = (start + end) // 2
                yield Edit(middle, middle, "\n\n")


MAKERS = {
    "annual-report.tables": (figure_changed, figure_invented, row_total_changed, litigation_changed),
    "annual-report.text-table": (text_against_table,),
    "document.table-shape": (cell_lost, row_cut),
}

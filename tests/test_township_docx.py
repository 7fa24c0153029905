"""The report that started the project as a Word document: the same is found in it as in the text."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Recto


@pytest.fixture
def report_docx(report_path: str, tmp_path: Path) -> Path:
    """The report with a paragraph for each line, and a row of a table for each that has tabs."""
    from docx import Document

    document: Any = Document()
    with open(report_path, encoding="utf-8") as stream:
        lines = stream.read().split("\n")
    for is_table, group in groupby(lines, key=lambda line: "\t" in line):
        if not is_table:
            for line in group:
                document.add_paragraph(line)
            continue
        rows = [line.split("\t") for line in group]
        table = document.add_table(len(rows), max(map(len, rows)))
        for cells, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(cells.cells, texts, strict=False):
                cell.text = text
    path = tmp_path / "report.docx"
    document.save(str(path))
    return path


LINES = {
    "document.table-shape",
    "zh.broken-paragraph",
}  # a blank line in a table, a last line without end: a docx has none


def found(recto: Recto, path: str | Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(recto("check", "--output-format", "json", path).out)
    for row in rows:
        for told in (row, *row.get("related", [])):
            del told["path"]
        row.pop("fix", None)
    return rows


def test_the_same_is_found_as_in_the_text(recto: Recto, report_path: str, report_docx: Path) -> None:
    rows = found(recto, report_docx)
    assert len(rows) > 10
    assert rows == [row for row in found(recto, report_path) if row["rule"] not in LINES]


def test_each_of_its_diagnostics_is_a_comment(recto: Recto, report_docx: Path, tmp_path: Path) -> None:
    from docx import Document

    copy = tmp_path / "reviewed.docx"
    recto("check", report_docx, "--output-format", "docx-comments", "-o", copy)
    said = [comment.text.split("\n")[0] for comment in Document(str(copy)).comments]
    assert said == [row["message"] for row in found(recto, report_docx)]

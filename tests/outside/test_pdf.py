"""PDF files, made by the tests and read through the command."""

from __future__ import annotations

import contextlib
import io
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from linter.formats import parse
from linter.outside.decoding import UnreadableError
from linter.outside.files import source_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Recto

    from linter.document import Document

LETTER, TITLE = 16, 22
LEFT, RIGHT = 70, 525
FONT = "STSong-Light"


class Paper:
    """A PDF in the making: A4, a running head and page numbers, text that is wrapped as a program wraps it."""

    def __init__(self, **options: Any) -> None:
        pdfmetrics = pytest.importorskip("reportlab.pdfbase.pdfmetrics")
        from reportlab.pdfbase.cidfonts import UnicodeCIDFont
        from reportlab.pdfgen.canvas import Canvas

        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
        self.width: Callable[[str, int], float] = lambda text, size: pdfmetrics.stringWidth(text, FONT, size)
        self.stream = io.BytesIO()
        self.canvas = Canvas(self.stream, pagesize=(595, 842), **options)
        self.pages = 0
        self.begin()

    def begin(self) -> None:
        self.pages += 1
        self.height = 760
        self.canvas.setFont(FONT, 10)
        self.canvas.drawCentredString(297, 810, "青石镇防汛办公室")
        self.canvas.drawCentredString(297, 30, f"— {self.pages} —")

    def next_page(self) -> None:
        self.canvas.showPage()
        self.begin()

    def line(self, text: str, left: float = LEFT, size: int = LETTER) -> None:
        if self.height < 60:
            self.next_page()
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(left, self.height, text)
        self.height -= 28

    def title(self, *lines: str) -> None:
        for text in lines:
            self.line(text, 297 - self.width(text, TITLE) / 2, TITLE)

    def paragraph(self, text: str) -> None:
        left: float = LEFT + 2 * LETTER
        while text:
            end = 1
            while end < len(text) and left + self.width(text[: end + 1], LETTER) <= RIGHT:
                end += 1
            self.line(text[:end], left)
            text, left = text[end:], LEFT

    def row(self, *cells: str) -> None:
        for number, text in enumerate(cells):
            self.canvas.setFont(FONT, LETTER)
            self.canvas.drawString(LEFT + 150 * number, self.height, text)
        self.height -= 28

    def picture(self) -> None:
        from reportlab.lib.utils import ImageReader

        image = pytest.importorskip("PIL.Image").new("RGB", (60, 80), "grey")
        self.canvas.showPage()
        self.canvas.drawImage(ImageReader(image), 0, 0, 595, 842)

    def bytes(self) -> bytes:
        self.canvas.save()
        return self.stream.getvalue()


def read(paper: Paper) -> Document:
    return parse(source_of("a.pdf", paper.bytes()))


def reason(data: bytes) -> str:
    with pytest.raises(UnreadableError) as error:
        source_of("a.pdf", data)
    return error.value.reason["en"]


LONG = "各村要组织巡查队，对地下水位较高的区域和水库下游的居民点逐户排查，登记2500亩农田，发现险情立即上报镇防汛办公室，并组织群众转移。"


def test_wrapped_lines_are_paragraphs_also_over_pages() -> None:
    paper = Paper()
    paper.title("青石镇人民政府", "关于防汛工作的通知")
    paper.paragraph("一、加强巡查")
    for name in "甲乙丙丁戊己庚辛壬癸子丑":
        paper.paragraph(name + LONG)
    document = read(paper)
    assert [block.text for block in document.blocks] == [
        "青石镇人民政府关于防汛工作的通知",
        "一、加强巡查",
        *[name + LONG for name in "甲乙丙丁戊己庚辛壬癸子丑"],
    ]
    assert document.title is document.blocks[0]
    assert document.blocks[1].depth == 1


def test_blanks_between_han_and_figures_are_only_drawn() -> None:
    paper = Paper()
    paper.line("投入 60 余人，比去年增长 5% 以上，采用 GIS 系统 监测。")
    assert read(paper).blocks[-1].text == "投入60余人，比去年增长5%以上，采用GIS系统 监测。"


def test_rows_of_cells_far_apart_are_a_table() -> None:
    paper = Paper()
    paper.paragraph("现将数据公布如下：")
    paper.row("信息内容", "制发件数", "有效件数")
    paper.row("规章", "0", "0")
    paper.row("规范性文件", "1", "2")
    paper.paragraph("以上数据真实。")
    paper.row("联系人", "李某")
    document = read(paper)
    (table,) = document.tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["信息内容", "制发件数", "有效件数"],
        ["规章", "0", "0"],
        ["规范性文件", "1", "2"],
    ]
    assert document.blocks[-1].text == "联系人 李某"


def test_a_diagnostic_tells_the_page(recto: Recto, tmp_path: Path) -> None:
    paper = Paper()
    paper.title("潭头镇人民政府", "关于防汛工作情况的报告")
    paper.paragraph(LONG)
    paper.next_page()
    paper.paragraph("依托陶湾镇党政办公室设立防汛值班室，潭头镇各村轮流值守。")
    path = tmp_path / "a.pdf"
    path.write_bytes(paper.bytes())
    options = ("check", "--select", "gongwen.name-mismatch", path)
    (found,) = [
        row for row in json.loads(recto(*options, "--output-format", "json").out) if row["kind"] == "name-mismatch"
    ]
    assert (found["page"], found["line"], found["column"]) == (2, 9, 3)
    assert "fix" not in found
    assert "┆ p. 2\n" in recto(*options, "--output-format", "full").out


def test_a_page_that_is_a_picture_is_told_and_the_others_are_read(recto: Recto, tmp_path: Path) -> None:
    paper = Paper()
    paper.paragraph("各村要组织巡查队，，发现险情立即上报。")
    paper.picture()
    path = tmp_path / "a.pdf"
    path.write_bytes(paper.bytes())
    done = recto("check", path)
    assert done.status == 2
    assert any("Page 2 is a picture without text" in line for line in done.lines)
    assert any("zh.repeated-characters" in line for line in done.lines)


def test_a_pdf_of_pictures_alone() -> None:
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.rect(0, 0, 100, 100)
    canvas.save()
    assert reason(stream.getvalue()) == (
        "No text layer: nothing to read on 1 page, as in a scan. Recognise the text first (OCR)."
    )


def test_what_is_no_pdf_that_can_be_read() -> None:
    assert reason(b"") == reason(b"%PDF-1.7\n") == reason(b"\0" * 100) == "Not a PDF that can be read."
    assert reason(Paper(encrypt="secret").bytes()) == "Encrypted: it needs a password."


def test_damaged_bytes_are_read_or_refused() -> None:
    paper = Paper()
    paper.paragraph(LONG)
    data = paper.bytes()
    for place in range(0, len(data), 97):
        with contextlib.suppress(UnreadableError):  # anything else is a failure
            assert source_of("a.pdf", data[:place] + b"\xff\0<<" + data[place + 4 :]).text


def test_without_its_library(recto: Recto, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(Paper().bytes())
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    monkeypatch.delitem(sys.modules, "linter.outside.pdf", raising=False)
    done = recto("check", path)
    assert done.status == 2
    assert "pip install 'recto[pdf]'" in done.out
    assert recto("check", tmp_path).status == 0

"""A text whose lines are known: marked headings, paragraphs over several lines, tables with merged cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.formats import parse
from linter.layout import LineShape
from linter.source import Source

if TYPE_CHECKING:
    from linter.document import Document


def _read(*lines: tuple[str, LineShape]) -> Document:
    text = "\n".join(line for line, _ in lines)
    return parse(Source("a.docx", text, "docx", layout=tuple(shape for _, shape in lines)))


def test_roles_become_scopes() -> None:
    document = _read(
        ("内部资料", LineShape("furniture")),
        ("防汛工作方案", LineShape("title")),
        ("", LineShape("paragraph")),
        ("总体要求", LineShape("heading", depth=1)),
        ("　　坚持预防为主。", LineShape("paragraph")),
        ("一、责任到人", LineShape("paragraph")),
        ("数据截至十月。", LineShape("footnote")),
    )
    assert [(block.text, block.scopes[0], block.depth) for block in document.blocks] == [
        ("防汛工作方案", "title", 0),
        ("总体要求", "heading", 1),
        ("坚持预防为主。", "paragraph", 0),
        ("一、责任到人", "heading", 2),
        ("数据截至十月。", "footnote", 0),
    ]
    assert document.title is document.blocks[0]
    assert document.source.position(document.blocks[2].span.start).line == 5


def test_a_paragraph_of_text_in_the_style_of_a_heading() -> None:
    document = _read(
        ("（一）加强领导。各村要成立抢险队伍。", LineShape("heading", depth=2)),
        ("（二）各村要成立抢险队伍，落实值班制度。险情要立即上报。", LineShape("heading", depth=2)),
        ("各村要成立抢险队伍，落实值班制度。险情要立即上报。", LineShape("heading", depth=1)),
        ("word " * 70, LineShape("heading", depth=1)),
        ("Vol. 2 Results。", LineShape("heading", depth=1)),
    )
    assert [(block.text[:8], block.scopes[0], block.depth) for block in document.blocks] == [
        ("（一）加强领导。", "heading", 2),
        ("各村要成立抢险队", "paragraph", 0),
        ("（二）各村要成立", "item", 0),
        ("各村要成立抢险队", "paragraph", 0),
        ("word wor", "paragraph", 0),
        ("Vol. 2 R", "heading", 1),
    ]


def test_lines_that_go_on_are_one_paragraph() -> None:
    document = _read(
        ("　　各村要加强巡", LineShape("paragraph", page=1)),
        ("— 1 —", LineShape("furniture", page=1)),
        ("查，发现险情", LineShape("continued", page=2)),
        ("立即上报。", LineShape("continued", page=2)),
        ("特此通知。", LineShape("paragraph", page=2)),
    )
    assert [block.text for block in document.blocks] == ["各村要加强巡查，发现险情立即上报。", "特此通知。"]
    span = document.blocks[0].locate(6, 8)
    assert document.source.text[span.start : span.end] == "查，"


def test_rows_of_one_number_are_a_table() -> None:
    document = _read(
        ("信息内容\t本年制发件数\t", LineShape("row", table=1, is_header=True)),
        ("规章\t 0\t", LineShape("row", table=1)),
        ("行政许可\t3", LineShape("row", table=2)),
    )
    first, second = document.tables
    assert [[cell.text for cell in row] for row in first.rows] == [["信息内容", "本年制发件数", ""], ["规章", "0", ""]]
    assert (first.header, second.header) == (1, 0)
    assert first.rows[0][0].scopes == ("table", "table.header")
    assert document.source.text[slice(*first.rows[1][1].span)] == "0"

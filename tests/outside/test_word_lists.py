"""Ordinals that Word draws are part of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import ReadDocx, Recto, WriteDocx


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def listed(text: str, level: int = 0, number: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(depth: int, text: str, number_format: str = "decimal", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def sequence(*levels: str, number: int = 0) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number: int = 1, of: int = 0, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


LADDER = sequence(level(0, "%1、", "chineseCounting"), level(1, "（%2）", "chineseCounting"), level(2, "%3.")) + num()


def texts(rows: list[str]) -> list[str]:
    return [row.partition(": ")[2] for row in rows]


def test_a_ladder_is_drawn_and_makes_headings(read_docx: ReadDocx) -> None:
    body = (
        p("今年工作如下。")
        + listed("总体要求")
        + listed("责任分工", 1)
        + p("各村要落实。")
        + listed("保障措施")
        + p("到位。")
        + listed("经费保障", 1)
        + p("足额。")
        + listed("标准", 2)
        + p("如附件所列。")
    )
    assert read_docx(body, numbering=LADDER) == [
        "1:1 paragraph: 今年工作如下。",
        "2:1 heading-h1: 一、总体要求",
        "3:1 heading-h2: （一）责任分工",
        "4:1 paragraph: 各村要落实。",
        "5:1 heading-h1: 二、保障措施",
        "6:1 paragraph: 到位。",
        "7:1 heading-h2: （一）经费保障",
        "8:1 paragraph: 足额。",
        "9:1 heading-h3: 1.标准",
        "10:1 paragraph: 如附件所列。",
    ]


@pytest.mark.parametrize(
    ("pattern", "text", "line"),
    [
        ("%1、", "总则", "1、总则"),
        ("%1.", "总则", "1.总则"),
        ("(%1)", "总则", "(1)总则"),
        ("%1.", "Scope", "1. Scope"),
        ("%1.", "2021年工作。", "1. 2021年工作。"),
        ("%1", "总则。", "1 总则。"),
        ("第%1章", "Scope", "第1章Scope"),
        ("%1. ", "Scope", "1. Scope"),
        ("", "Scope.", "Scope."),
    ],
)
def test_the_gap_is_a_blank_where_one_is_written_by_hand(
    read_docx: ReadDocx, pattern: str, text: str, line: str
) -> None:
    numbering = sequence(level(0, pattern)) + num()
    assert texts(read_docx(p("今年工作如下。") + listed(text), numbering=numbering))[-1] == line


def test_no_gap_where_the_list_has_none(read_docx: ReadDocx) -> None:
    numbering = sequence(level(0, "%1.", more='<w:suff w:val="nothing"/>')) + num()
    assert texts(read_docx(listed("Scope"), numbering=numbering)) == ["1.Scope"]


def test_a_bullet_is_no_text(read_docx: ReadDocx) -> None:
    numbering = sequence(level(0, "•", "bullet")) + num()
    assert read_docx(p("如下。") + listed("水渠"), numbering=numbering) == ["1:1 paragraph: 如下。", "2:1 item: 水渠"]


def test_a_list_of_a_style_and_of_the_one_that_it_is_based_on(read_docx: ReadDocx) -> None:
    def style(name: str, based_on: str, numbers: str) -> str:
        return (
            f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val="{based_on}"/>'
            f"<w:pPr><w:numPr>{numbers}</w:numPr></w:pPr></w:style>"
        )

    styles = (
        style("heading 1", "", '<w:numId w:val="1"/>')
        + style("heading 2", "heading 1", '<w:ilvl w:val="1"/>')
        + style("heading 3", "", '<w:numId w:val="1"/>')
    )
    numbering = (
        sequence(level(0, "%1"), level(1, "%1.%2"), level(2, "%1.%2.%3", more='<w:pStyle w:val="heading 3"/>')) + num()
    )

    def heading(text: str, depth: int, more: str = "") -> str:
        return p(text, f'<w:pStyle w:val="heading {depth}"/>{more}')

    none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = (
        heading("Scope", 1)
        + heading("Terms", 2)
        + heading("Signs", 3)
        + heading("Preface", 1, none)
        + heading("Use", 1)
    )
    assert read_docx(body, styles=styles, numbering=numbering) == [
        "1:1 heading-h1: 1 Scope",
        "2:1 heading-h2: 1.1 Terms",
        "3:1 heading-h3: 1.1.1 Signs",
        "4:1 heading-h1: Preface",
        "5:1 heading-h1: 2 Use",
    ]


def test_lists_start_where_they_are_told_to(read_docx: ReadDocx) -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>'
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "(%1)", "lowerLetter")}</w:lvlOverride>'
    numbering = sequence(level(0, "%1)")) + num() + num(2, more=start) + num(3, more=own)
    body = listed("a") + listed("b") + listed("c", number=2) + listed("d", number=2) + listed("e", number=3)
    assert texts(read_docx(body, numbering=numbering)) == ["1) a", "2) b", "3) c", "4) d", "(e) e"]


def test_a_list_by_way_of_a_style(read_docx: ReadDocx) -> None:
    link = '<w:numStyleLink w:val="Ladder"/>'
    styles = '<w:style w:type="numbering" w:styleId="Ladder"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    numbering = sequence(level(0, "%1、")) + sequence(link, number=1) + num() + num(2, of=1)
    assert texts(read_docx(listed("总则。", number=2), styles=styles, numbering=numbering)) == ["1、总则。"]
    endless = sequence(link) + num()
    assert texts(read_docx(listed("总则。"), styles=styles, numbering=endless)) == ["总则。"]


@pytest.mark.parametrize(
    "numbering",
    ["", sequence(level(1, "%2.")) + num(), num(of=7), sequence(level(0, "%1.")) + num(2)],
    ids=["no lists", "no such level", "no such sequence", "no such list"],
)
def test_a_list_that_is_not_there_draws_nothing(read_docx: ReadDocx, numbering: str) -> None:
    assert texts(read_docx(listed("Scope."), numbering=numbering)) == ["Scope."]


def test_numbered_rows_of_a_table(write_docx: WriteDocx) -> None:
    from linter.outside.files import read_source

    cells = "".join(f"<w:tr><w:tc>{listed('')}</w:tc><w:tc>{p(text)}</w:tc></w:tr>" for text in ("水渠", "泵站"))
    path = write_docx(f"<w:tbl>{cells}</w:tbl>", numbering=sequence(level(0, "%1")) + num())
    assert read_source(str(path)).text == "1\t水渠\n2\t泵站"


def test_text_boxes_and_notes_count_by_themselves(read_docx: ReadDocx) -> None:
    box = f"<w:p><w:r><w:pict><w:txbxContent>{listed('框。')}</w:txbxContent></w:pict></w:r></w:p>"
    mark = '<w:p><w:r><w:t>完。</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    footnotes = f'<w:footnote w:id="1">{listed("注。")}</w:footnote>'
    rows = read_docx(listed("甲。") + box + listed("乙。") + mark, numbering=LADDER, footnotes=footnotes)
    assert texts(rows) == ["一、甲。", "一、框。", "二、乙。", "完。", "一、注。"]


def test_a_drawn_ladder_is_in_the_official_style(recto: Recto, write_docx: WriteDocx) -> None:
    body = p("关于防汛的通知") + "".join(
        listed(text, depth) + p("要落实。") for text, depth in (("总则", 0), ("责任", 1), ("分工", 2))
    )
    half = LADDER.replace("（%2）", "(%2)")
    arguments = ("check", "--select", "gongwen.heading-style")
    assert recto(*arguments, write_docx(body, numbering=LADDER)).out == ""
    path = write_docx(body, numbering=half)
    assert recto(*arguments, path).lines == [
        f"{path}:4:1: warning: “(一)” is half-width; the official ladder is 一、（一）1.（1）. [gongwen.heading-style]"
    ]

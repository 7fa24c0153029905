"""What is read of a Word document: which text, as what, on which line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import ReadDocx, Recto, Write, WriteDocx


def p(text: str, properties: str = "") -> str:
    """A paragraph of one run, or of the XML that is given."""
    content = text if text.startswith("<") else f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def style(name: str, *, based_on: str = "", properties: str = "", run_properties: str = "", more: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}" {more}><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based_on}"/><w:pPr>{properties}</w:pPr><w:rPr>{run_properties}</w:rPr></w:style>'
    )


def of_style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def field(code: str, result: str) -> str:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    instruction = code if code.startswith("<") else f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return f"{sign('begin')}{instruction}{sign('separate')}{result}{sign('end')}"


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (run("防汛") + run("工作方案", "<w:b/>"), "防汛工作方案"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>", "a b c d"),
        ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:lastRenderedPageBreak/><w:t>b</w:t></w:r>', "ab"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r>", "a-bc"),
        ("<w:r><w:t>a\nb\tc</w:t></w:r>", "a b c"),
        ("<w:r><w:t>a</w:t><w:sym w:char='00A7'/><w:sym w:char='F0FE'/><w:sym w:char='?'/></w:r>", "a§"),
        (run("a") + "<m:oMath><m:r><m:t>x2</m:t></m:r></m:oMath>" + run("b"), "a\ufffcb"),
        (run("a") + f"<w:ins>{run('b')}</w:ins><w:del><w:r><w:delText>c</w:delText></w:r></w:del>", "ab"),
        (run("a") + f"<w:moveFrom>{run('b')}</w:moveFrom><w:moveTo>{run('c')}</w:moveTo>", "ac"),
        (run("a") + run(""), "a"),
        (field(" IF ", run("")) + run("a") + "<w:r><w:fldChar w:fldCharType='end'/></w:r>", "a"),
        (f"<w:hyperlink>{run('链接')}</w:hyperlink>", "链接"),
        (f"<w:sdt><w:sdtPr><w:tag/></w:sdtPr><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>", "控件"),
        (run("a") + run("b", "<w:vanish/>") + run("c", '<w:vanish w:val="0"/>'), "ac"),
        (run("a") + run("b", '<w:rStyle w:val="hidden"/>'), "a"),
        (run("第") + field(" PAGE ", run("3")) + run("页"), "第3页"),
        (field(field("x", run("1")), run("yes")) + run("!"), "yes!"),
        (f"<w:fldSimple w:instr='PAGE'>{run('3')}</w:fldSimple>", "3"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>hàn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>汉</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "汉",
        ),
        (
            f"<mc:AlternateContent><mc:Choice>{run('新')}</mc:Choice><mc:Fallback>{run('旧')}</mc:Fallback></mc:AlternateContent>",
            "新",
        ),
        (f"<mc:AlternateContent><mc:Fallback>{run('旧')}</mc:Fallback></mc:AlternateContent><!-- x -->", "旧"),
    ],
    ids=[
        "runs", "tabs and breaks", "a page break", "hyphens", "blanks of the file", "symbols", "a formula",
        "revisions", "moves", "an empty run", "a field's end alone",
        "a link", "a content control", "hidden text", "a hidden style", "a field",
        "a field in a field's code", "a simple field", "a reading aid", "the first alternative", "the only alternative",
    ],
)  # fmt: skip
def test_what_is_read_of_a_paragraph(read_docx: ReadDocx, xml: str, text: str) -> None:
    hidden = '<w:style w:type="character" w:styleId="hidden"><w:rPr><w:vanish/></w:rPr></w:style>'
    assert read_docx(p("为做好工作。") + p(xml) + p("完。"), styles=hidden)[1] == f"2:1 paragraph: {text}"


def test_a_line_is_a_paragraph(read_docx: ReadDocx) -> None:
    body = (
        p("关于防汛的通知")
        + p("")
        + p("各村：")
        + f"<w:sdt><w:sdtContent>{p('为做好工作，现通知如下。')}</w:sdtContent></w:sdt>"
    )
    assert read_docx(body) == [
        "1:1 title: 关于防汛的通知",
        "3:1 paragraph: 各村：",
        "4:1 paragraph: 为做好工作，现通知如下。",
    ]


def test_one_of_two_alternatives_is_read(read_docx: ReadDocx) -> None:
    body = f"<mc:AlternateContent><mc:Choice>{p('新。')}</mc:Choice><mc:Fallback>{p('旧。')}</mc:Fallback></mc:AlternateContent>"
    assert read_docx(body) == ["1:1 paragraph: 新。"]


def test_styles_and_outline_levels_make_titles_and_headings(read_docx: ReadDocx) -> None:
    styles = (
        style("Title")
        + style("heading 1")
        + style("heading 2", properties='<w:outlineLvl w:val="1"/>')
        + style("条目", based_on="heading1")
        + style("正文标题", based_on="heading1", properties='<w:outlineLvl w:val="9"/>')
        + style("大纲", properties='<w:outlineLvl w:val="2"/>')
        + style("a", based_on="b")
        + style("b", based_on="a")
    )
    body = (
        p("工作方案", of_style("Title"))
        + p("总体要求", of_style("heading1"))
        + p("责任", of_style("heading2"))
        + p("分工", of_style("条目"))
        + p("不是标题。", of_style("正文标题"))
        + p("细则", of_style("大纲"))
        + p("步骤", '<w:outlineLvl w:val="1"/>')
        + p("也不是。", of_style("heading1") + '<w:outlineLvl w:val="9"/>')
        + p("循环。", of_style("a"))
        + p("", of_style("heading1"))
        + p("未知。", of_style("unknown"))
    )
    assert read_docx(body, styles=styles) == [
        "1:1 title: 工作方案",
        "2:1 heading-h1: 总体要求",
        "3:1 heading-h2: 责任",
        "4:1 heading-h1: 分工",
        "5:1 paragraph: 不是标题。",
        "6:1 heading-h3: 细则",
        "7:1 heading-h2: 步骤",
        "8:1 paragraph: 也不是。",
        "9:1 paragraph: 循环。",
        "11:1 paragraph: 未知。",
    ]


def test_the_default_style_counts_where_none_is_named(read_docx: ReadDocx) -> None:
    styles = style("Normal", run_properties="<w:vanish/>", more='w:default="1"')
    assert read_docx(p("看不见") + p(run("看得见。", "<w:vanish w:val='false'/>")), styles=styles) == [
        "1:1 paragraph: 看得见。"
    ]


def test_a_table_of_contents_is_not_read(read_docx: ReadDocx) -> None:
    styles = style("TOC Heading") + style("toc 1") + style("heading 1")
    body = p("目录", of_style("TOCHeading")) + p("一、总则\t1", of_style("toc1")) + p("一、总则", of_style("heading1"))
    assert read_docx(body, styles=styles) == ["3:1 heading-h1: 一、总则"]


def test_what_was_deleted_with_its_end_is_no_line(read_docx: ReadDocx) -> None:
    gone = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>"
    hidden = p(run("隐", "<w:vanish/>"), "<w:rPr><w:vanish/></w:rPr>")
    assert read_docx(p("甲。") + gone + hidden + p("乙。")) == ["1:1 paragraph: 甲。", "2:1 paragraph: 乙。"]


def cell(*texts: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(map(p, texts))}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def test_a_row_is_a_line_with_a_cell_for_each_column(write_docx: WriteDocx) -> None:
    from linter.outside.files import read_source

    wide = '<w:gridSpan w:val="2"/>'
    table = (
        row(cell("项目"), cell("数量", properties=wide), properties="<w:tblHeader/>")
        + row(cell("水渠", properties='<w:vMerge w:val="restart"/>'), cell("长<", "12").replace("<<", "&lt;<"), cell())
        + row(cell("不见", properties="<w:vMerge/>"), cell("3"), cell("4"))
        + row(cell("删"), properties="<w:del/>")
        + row(cell("", "<w:r/></w:p><w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>", "9"), cell())
        + row(cell("5"), properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>')
        + row(cell(f"<w:r/></w:p><w:tbl>{row(cell('内'), cell('层'))}</w:tbl><w:p>"), cell("", "6"), cell("7"))
    )
    path = write_docx(p("前") + f"<w:tbl>{table}</w:tbl><w:tbl>{row(cell('8'))}</w:tbl>" + p("后"))
    source = read_source(str(path))
    assert source.text.split("\n") == [
        "前",
        "项目\t数量\t",
        "水渠\t长&lt; 12\t".replace("&lt;", "<"),
        "\t3\t4",
        "9\t",
        "\t5\t",
        "内 层\t6\t7",
        "8",
        "后",
    ]
    assert [shape.table for shape in source.layout] == [0, 1, 1, 1, 1, 1, 1, 2, 0]
    assert [shape.is_header for shape in source.layout].count(True) == source.layout[1].is_header == 1


def test_cells_have_scopes(read_docx: ReadDocx) -> None:
    table = row(cell("项目"), cell("数量"), properties="<w:tblHeader/>") + row(cell("水渠"), cell("3"))
    assert read_docx(f"<w:tbl>{table}</w:tbl>") == [
        "1:1 table-header: 项目",
        "1:4 table-header: 数量",
        "2:1 table-cell: 水渠",
        "2:4 table-cell: 3",
    ]


def note(kind: str, name: str) -> str:
    return f'<w:r><w:{kind}Reference w:id="{name}"/></w:r>'


def test_notes_stand_after_the_body_in_the_order_of_their_marks(read_docx: ReadDocx) -> None:
    footnotes = "".join(
        f'<w:footnote w:id="{name}">{p(text)}</w:footnote>' for name, text in ((-1, "线"), (1, "数据。"), (2, "年鉴。"))
    )
    endnotes = f'<w:endnote w:id="1">{p("尾注。")}{p("两段。")}</w:endnote>'
    marks = (
        note("footnote", "2")
        + run("水渠三条")
        + note("endnote", "1")
        + note("footnote", "1")
        + note("footnote", "2")
        + note("footnote", "9")
    )
    assert read_docx(p(marks) + p("完。"), footnotes=footnotes, endnotes=endnotes) == [
        "1:1 title: 水渠三条",
        "2:1 paragraph: 完。",
        "3:1 footnote: 年鉴。",
        "4:1 footnote: 尾注。",
        "5:1 footnote: 两段。",
        "6:1 footnote: 数据。",
    ]


def box(*texts: str) -> str:
    content = "".join(map(p, texts))
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"<w:txbxContent>{content}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def test_text_boxes_stand_after_their_paragraph_and_once(read_docx: ReadDocx) -> None:
    body = (
        p(run("见图。") + box("图中文字。", box("框中框。")))
        + f"<w:tbl>{row(cell(box('表中框。')))}</w:tbl>"
        + p("完。")
    )
    assert read_docx(body) == [
        "1:1 paragraph: 见图。",
        "2:1 paragraph: 图中文字。",
        "4:1 paragraph: 框中框。",
        "6:1 paragraph: 表中框。",
        "7:1 paragraph: 完。",
    ]


def test_a_text_box_in_a_note_belongs_to_the_note(read_docx: ReadDocx) -> None:
    footnotes = f'<w:footnote w:id="1">{p(run("数据。") + box("注中框。"))}</w:footnote>'
    assert read_docx(p(run("水渠三条。") + note("footnote", "1")), footnotes=footnotes) == [
        "1:1 paragraph: 水渠三条。",
        "2:1 footnote: 数据。",
        "3:1 footnote: 注中框。",
    ]


def test_a_header_is_not_read(recto: Recto, write: Write) -> None:
    from docx import Document

    rule = write("styles/mine/all.yaml", "extends: existence\nmessage: '%s'\nraw: ['.+']\n")
    document = Document()
    document.sections[0].header.paragraphs[0].text = "内部资料"
    document.sections[0].footer.paragraphs[0].text = "第1页"
    document.add_heading("防汛工作方案", 0)
    document.add_heading("总体要求", 2)
    path = rule.parent / "a.docx"
    document.save(str(path))
    found = recto("check", "--rules-path", rule.parent.parent, "--select", "mine", path)
    assert [line.split(": ")[2] for line in found.lines] == ["防汛工作方案 [mine.all]", "总体要求 [mine.all]"]


def test_a_diagnostic_shows_the_heading_and_the_words_and_offers_no_fix(
    recto: Recto, write: Write, write_docx: WriteDocx
) -> None:
    rule = write("styles/mine/very.yaml", "extends: substitution\nmessage: 'Say %s.'\nswap: {very: quite}\n")
    path = write_docx(p("The plan", '<w:outlineLvl w:val="0"/>') + p("It is very good."))
    arguments = ("check", "--rules-path", rule.parent.parent, "--select", "mine.very", path)
    assert '"fix"' not in recto(*arguments, "--output-format", "json").out
    assert recto(*arguments, "--output-format", "full").out == (
        f"{path}:2:7: warning: Say quite. [mine.very]\n  ┆ The plan\n2 │ It is very good.\n  │       ^^^^\n\n"
    )

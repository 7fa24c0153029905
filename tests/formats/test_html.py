"""What a reader sees of a web page: its body and title without what stands around them, its lines, lists and tables."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.document import Inline, Run
from linter.formats import format_of, parse
from linter.source import Source

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Recto, Write

    from linter.document import Document


def _read(text: str) -> Document:
    return parse(Source("page.html", text, "html"))


def _texts(text: str) -> list[str]:
    return [block.text for block in _read(text).blocks]


def _kinds(text: str) -> list[tuple[str, str]]:
    return [(block.scopes[0], block.text) for block in _read(text).blocks]


def _cells(text: str) -> list[list[str]]:
    (table,) = _read(text).tables
    return [[cell.text for cell in row] for row in table.rows]


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.xhtml", "a.shtml"])
def test_it_is_known_by_its_suffix(name: str) -> None:
    assert format_of(name) == "html"


# Places


_TAGS = [
    "p", "div", "span", "b", "em", "code", "a", "h1", "h2", "ul", "ol", "li", "table", "tr", "td", "th", "caption", "thead",
    "blockquote", "pre", "br", "nav", "article", "title", "script", "html", "body", "head", "font", "dl", "dt", "dd",
]  # fmt: skip
_ATTRIBUTES = [
    "", "", "", " class=TRS_Editor", " class='nav'", ' colspan="2"', " rowspan=3", ' href="#a"', " hidden", " start=5",
    ' style="list-style-type: cjk-ideographic"', " rowspan=0", ' title="a>b"', ' title="', " /",
]  # fmt: skip
_PIECE = st.one_of(
    st.builds("<{}{}>".format, st.sampled_from(_TAGS), st.sampled_from(_ATTRIBUTES)),
    st.builds("</{}>".format, st.sampled_from(_TAGS)),
    st.sampled_from(
        [
            "一、水渠",
            "（一）泵站。改造两座。",
            "1. Pumps. They run.",
            "今年修渠，修路。",
            "repaired 𠮷 pumps",
            "附件1",
            "　　",
            "&nbsp;&nbsp;",
            "&amp;",
            "&#x6C34;",
            "&#1;",
            "&NotEqualTilde;",
            "&x",
            "&#",
            "\n",
            "\r\n ",
            "  ",
            " ",
            "<!-- x -->",
            "<!--",
            "<![endif]-->",
            "<!x>",
            "<",
            "</",
            "打印",
            "索引号：",
            "当前位置：",
            "2023年",
        ]
    ),
    st.text("a1一。.、（)\t \u3000𠮷🚰\r\n<>&;/=\"'", max_size=6),
)


@settings(max_examples=600, derandomize=True, deadline=None, database=None)
@given(st.lists(_PIECE, max_size=30).map("".join))
def test_every_character_is_where_it_is_said_to_be(text: str) -> None:
    document = _read(text)
    last = 0
    for block in document.blocks:
        ends = [*(run.text_start for run in block.runs[1:]), len(block.text)]
        assert block.runs[0].text_start == 0
        for run, end in zip(block.runs, ends, strict=True):
            written = text[run.source_start : run.source_start + run.source_length]
            assert run.text_start < end or (not block.text and len(block.runs) == 1)
            assert len(written) == run.source_length
            assert run.source_start >= last
            assert not run.verbatim or written == block.text[run.text_start : end]
            last = run.source_start + run.source_length
        assert block.text == block.text.strip()
        assert all(0 <= inline.start < inline.end <= len(block.text) for inline in block.inlines)
    cells = [cell for table in document.tables for row in table.rows for cell in row]
    assert cells == [block for block in document.blocks if "table" in block.scopes]


def test_references_are_a_run_each() -> None:
    text = "<p>水&amp;&#x6C34;&copy2021&unknown; A&nbsp;B</p>"
    (block,) = _read(text).blocks
    assert block.text == "水&水©2021&unknown; A\xa0B"
    assert [text[slice(*block.locate(place, place + 1))] for place in range(5)] == [
        "水",
        "&amp;",
        "&#x6C34;",
        "&copy",
        "2",
    ]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("<p>  One \n\t two </p>", "One two"),
        ("<p>One <b> two</b></p>", "One two"),
        ("<p>One<b> </b>two</p>", "One two"),
        ("<p>修水渠，\n  修道路</p>", "修水渠，修道路"),
        ("<p>修水渠  三条</p>", "修水渠 三条"),
        ("<p>修水渠\nthree</p>", "修水渠 three"),
        ("<p>&nbsp;&nbsp;&emsp;　修水渠&nbsp;</p>", "修水渠"),
        ("<p>super<wbr>long<img src=a></p>", "superlong"),
    ],
)
def test_white_space_is_as_a_browser_shows_it(written: str, text: str) -> None:
    assert _texts(written) == [text]


def test_a_blank_stands_for_all_the_white_space() -> None:
    text = "<p>One \n\t two</p>"
    (block,) = _read(text).blocks
    assert text[slice(*block.locate(3, 4))] == " \n\t "


# Paragraphs, lists, marks


def test_blocks_have_the_scopes_of_their_elements() -> None:
    assert _kinds(
        "<h1>Title<h2>Part</h2><p>Text<p>More<ul><li>Item<p>Its text</ul><blockquote>Said</blockquote><pre>the the</pre>"
        "<div>Loose<div>Inner</div>Tail</div><dl><dt>Word<dd>Meaning</dl>"
    ) == [
        ("heading", "Title"),
        ("heading", "Part"),
        ("paragraph", "Text"),
        ("paragraph", "More"),
        ("item", "Item"),
        ("item", "Its text"),
        ("quote", "Said"),
        ("code", ""),
        ("paragraph", "Loose"),
        ("paragraph", "Inner"),
        ("paragraph", "Tail"),
        ("paragraph", "Word"),
        ("paragraph", "Meaning"),
    ]


def test_lines_of_a_paragraph_are_paragraphs_where_they_begin_or_end_as_such() -> None:
    assert _texts(
        "<p>　　修渠三条。<br>　　修路两条，<br>长二里<br>（一）制度建设<br>完善制度<br><br>落款<br/>一、总体<br>&nbsp;&nbsp;后文</p>"
    ) == ["修渠三条。", "修路两条，长二里", "（一）制度建设", "完善制度", "落款", "一、总体", "后文"]


def test_a_heading_over_two_lines_is_one() -> None:
    assert _texts("<h1>关于水渠<br>的通知</h1>") == ["关于水渠的通知"]


@pytest.mark.parametrize(
    ("tag", "items", "texts"),
    [
        ("<ol>", "<li>a<li>b", ["1. a", "2. b"]),
        ("<ol start=3>", "<li>a<li value=7>b<li>c", ["3. a", "7. b", "8. c"]),
        ("<ol start=x>", "<li value=y>a", ["1. a"]),
        ("<ol reversed start=2>", "<li>a<li>b", ["2. a", "1. b"]),
        ("<ol type=a>", "<li>x", ["a. x"]),
        ("<ol type=A start=27>", "<li>x", ["27. x"]),
        ("<ol type=I start=4>", "<li>x", ["IV. x"]),
        ('<ol style="list-style-type: simp-chinese-informal" start=10>', "<li>甲<li>乙", ["十、甲", "十一、乙"]),
        ('<ol style="list-style: cjk-ideographic" start=20>', "<li>甲<li>乙", ["二十、甲", "二十一、乙"]),
        ('<ol style="list-style:none">', "<li>a", ["a"]),
        ("<ol>", "<li>一、甲", ["一、甲"]),
        ("<ol>", "<li><p>a<p>b", ["1. a", "b"]),
        ("<ol>", "<li><ul><li>a</ul><li>b", ["a", "2. b"]),
        ("<ul>", "<li>a", ["a"]),
        ("", "<li>a</li>", ["a"]),
    ],
)
def test_the_ordinals_of_a_list_are_drawn(tag: str, items: str, texts: list[str]) -> None:
    assert _texts(f"<p>Intro text.</p>{tag}{items}") == ["Intro text.", *texts]


def test_an_ordinal_stands_for_its_tag() -> None:
    text = "<p>Do this.<ol><li class=x>Wash<ol type=a><li>Cold</ol></ol>"
    _, first, inner = _read(text).blocks
    assert first.runs[0] == Run(0, text.index("<li"), len("<li class=x>"), verbatim=False)
    assert first.ordinal is not None
    assert (first.ordinal.value, first.wording, first.indent, inner.indent) == ((1,), "Wash", 1, 2)


def test_marks_are_kept() -> None:
    (block,) = _read(
        '<p><b>一、<i>水</i>渠</b>见<a href="a.html?x&amp;y">此<b>处</b></a>，<code>x</code><del>y</del></p>'
    ).blocks
    assert block.text == "一、水渠见此处，xy"
    assert block.inlines == (
        Inline("strong", 0, 4),
        Inline("emphasis", 2, 3),
        Inline("link", 5, 7, "a.html?x&y"),
        Inline("strong", 6, 7),
        Inline("code", 8, 9),
        Inline("strikethrough", 9, 10),
    )


def test_marks_reach_over_blocks_and_may_be_closed_wrongly() -> None:
    blocks = _read("<b><p>One<p>two</b> three</p></b><p><a name=x>four</a> <b><b>five</b></b>").blocks
    marked = [[block.text[inline.start : inline.end] for inline in block.inlines] for block in blocks]
    assert marked == [["One"], ["two"], ["five"]]


def test_the_heading_of_a_run_in_paragraph_keeps_its_marks() -> None:
    blocks = _read("<p>报告<p><b>（一）水渠。</b>修了<i>三条</i>，长二里。</p>").blocks
    assert [(block.text, block.inlines) for block in blocks[1:]] == [
        ("（一）水渠。", (Inline("strong", 0, 6),)),
        ("修了三条，长二里。", (Inline("emphasis", 2, 4),)),
    ]


@pytest.mark.parametrize(
    "unread",
    [
        "<script>if (a<b) { '<p>x</p>' }</script>",
        "<style>p::after { content: '<p>x' }</style>",
        "<noscript>x</noscript>",
        "<template><p>x</p></template>",
        "<span hidden>x</span>",
        '<div style="DISPLAY : none"><p>x</p></div>',
        "<input type=hidden value=x>",
        "<textarea><p>x</textarea>",
        "<select><option>x<option>y</select>",
        "<svg><text>x</text></svg>",
        "<!-- <p>x</p> -->",
        "<!>",
        "<!-->",
        "<![if !vml]><![endif]>",
        "<?php x ?>",
    ],
)
def test_what_is_not_shown_is_not_read(unread: str) -> None:
    assert "".join(_texts(f"<p>One {unread}two.</p>")).replace(" ", "") == "Onetwo."


def test_a_self_closed_script_of_xhtml_hides_nothing() -> None:
    assert _texts(
        '<?xml version="1.0"?><html><head><script src="a"/><title/></head><body><p/><p>One.</p></body></html>'
    ) == ["One."]


def test_comments_silence_rules(recto: Recto, write: Write) -> None:
    path = write("a.html", "<p>The the pump.</p>\n<!-- recto-disable-next-line -->\n<p>The the pump.</p>\n")
    assert [line.split(":")[1] for line in recto("check", "--select", "document.repeated-words", path).lines] == ["1"]


# Tables


def test_a_merged_cell_leaves_an_empty_cell_wherever_it_reaches() -> None:
    text = (
        "<p>表一，各村情况。</p><table><caption>各村</caption><thead><tr><td rowspan=2>村<td colspan=2>水渠</tr><tr><td>条数<td>长度</tr></thead>"
        "<tr><td>东村<td>3<td rowspan=0>共二里<tr><td>西村<td>4</table>"
    )
    assert _cells(text) == [["村", "水渠", ""], ["", "条数", "长度"], ["东村", "3", "共二里"], ["西村", "4", ""]]
    document = _read(text)
    (table,) = document.tables
    assert table.header == 2
    assert {cell.scopes for row in table.rows[:2] for cell in row} == {("table", "table.header")}
    assert table.rows[0][2].runs[0].source_length == 0
    assert text[slice(*table.span)].startswith("<table>")
    assert [block.text for block in document.blocks[:2]] == ["表一，各村情况。", "各村"]


def test_what_a_merged_cell_is_beside_keeps_its_column() -> None:
    table = "<table><tr><td>a<td>b<td rowspan=3>c<tr><td>d<tr></table>"
    assert _cells(table) == [["a", "b", "c"], ["d", "", ""], ["", "", ""]]


def test_rows_of_header_cells_are_headers() -> None:
    (table,) = _read("<table><tr><th>Pump<th>State<tr><th>North<td>Runs<tr></table>").tables
    assert table.header == 1
    assert [cell.scopes[1] for row in table.rows for cell in row] == [
        "table.header",
        "table.header",
        "table.header",
        "table.cell",
    ]


def test_a_cell_may_hold_paragraphs_and_lines() -> None:
    assert _cells("<table><tr><td><p>North</p><p>pump</p><td>修<br>渠<td></table>") == [["North pump", "修渠", ""]]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td><p>One.</p><td><table><tr><td>Two.</table></table>",
        "<table><tr><td><p>One.</p><tr><td>Two.</table>",
        "<table role=presentation><tr><td>One.<td>Two.</table>",
        "<table><tr><td><h2>One.</h2><td>Two.</table>",
        "<table><tr><td>One.<p></p><p></p><p></p><p></p><td>Two.</table>",
    ],
)
def test_a_table_that_lays_out_a_page_is_none(table: str) -> None:
    document = _read(f"<body>{table}<p>Three, and no more.")
    assert document.tables == ()
    assert [block.text for block in document.blocks] == ["One.", "Two.", "Three, and no more."]


def test_a_table_in_the_cell_of_another_is_read() -> None:
    assert _cells("<table><tr><td><table><tr><td>a<td>b<tr><td>c</table></table>") == [["a", "b"], ["c"]]


@pytest.mark.parametrize("span", ["colspan=1000", "rowspan=60000 colspan=1000", "rowspan=99999999999 colspan=x"])
def test_a_table_is_not_stretched_beyond_measure(span: str) -> None:
    rows = f"<tr><td {span}>a<td>b" * 200
    assert sum(map(len, _cells(f"<table>{rows}</table>"))) < 200 * 220


@pytest.mark.parametrize(
    ("written", "texts"),
    [
        ("<p>One.</div></td></tr></table></p>Two.", ["One.", "Two."]),
        ("<div><table><tr><td>a</div></p><td>b</table>Two.</div>", ["a", "b", "Two."]),
        ("<table><td>a<tr><td>b<td>c</table>", ["a", "b", "c"]),
        ("<tr><td>a</td><td>b</td></tr>", ["a", "b"]),
        ("<table><tr><td>a<td>b<table><tr><td>c<td>d</table>", ["a", "b", "c", "d"]),
        ("<h2>One</h3><p>Two.", ["One", "Two."]),
        ("<html></b><body></body></html><p>One.<html><body class=x>Two.", ["One.Two."]),
        ("a < b && c <3 &# &#x; &", ["a < b && c <3 &# &#x; &"]),
        ("<p>One.<a href='x>Two.</a>", ["One.Two."]),
        ("<p>One.</p><a href=x", ["One."]),
        ("", []),
        ("Just text.", ["Just text."]),
        ("<title>x", []),
    ],
)
def test_broken_markup_is_read_all_the_same(written: str, texts: list[str]) -> None:
    assert _texts(written) == texts


# The body of a page

PAGE = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312" />
<title>{title}_柳河镇人民政府</title>
<meta name="ArticleTitle" content="{title}">
<link rel="stylesheet" href="a.css"><style>.a{{color:red}}</style>
<script>document.write("<h1>柳河镇</h1>");</script>
</head><body>
<div id="top"><a href="/"><img src="logo.png" alt="柳河镇人民政府"></a>
<ul><li><a href="/">首页</a></li><li><a href="/1">政务公开</a></li><li><a href="/2">办事服务</a></li><li><a href="/3">互动交流</a></li><li><a href="/4">走进柳河</a></li></ul></div>
<div class="wz">您当前的位置：<a href="/">首页</a> &gt; <a href="/1">政务公开</a> &gt; 年度报告</div>
<table width="100%"><tr><td>索&nbsp;引&nbsp;号：</td><td>LH-2022-001</td><td>发布日期：</td><td>2022-01-20</td></tr>
<tr><td>信息来源：</td><td>党政办</td><td>有&nbsp;效&nbsp;性：</td><td>有效</td></tr></table>
<div class="{heading}">{title}</div>
<div class="info">发布时间：2022-01-20&nbsp;&nbsp;来源：党政办&nbsp;&nbsp;浏览次数：<span id="hits">12</span> 字体：[<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>]</div>
<div class="{container}">
{body}
<div class="bshare-custom">分享到：<a title="微信">微信</a></div>
</div>
<p align="right">【<a href="javascript:window.print()">打印</a>】【<a href="javascript:window.close()">关闭</a>】</p>
<div class="xgwj"><h3>相关文件</h3><ul><li><a href="/9">关于修建水渠的通知</a></li><li><a href="/8">关于修建水渠的解读</a></li></ul></div>
<div id="bottom">主办：柳河镇人民政府 网站标识码：4103250001 豫ICP备05000001号</div>
</body></html>
"""
BODY = """<p style="text-indent:2em">　　根据《中华人民共和国政府信息公开条例》，
编制本报告。</p>
<p>&nbsp;&nbsp;<strong>一、总体情况</strong></p>
<p><span>2021年，我镇主动公开政府信息</span><span lang="EN-US">32</span><span>条，受理申请3件。</span></p>
<p>二、存在问题</p><p>人员不足，经验不多。</p>"""
TITLE = "柳河镇2021年政府信息公开工作年度报告"


@pytest.mark.parametrize("container", ["TRS_Editor", "article-content big", "news", "cc dd"])
@pytest.mark.parametrize("heading", ["title", "t1"])
def test_a_government_page_is_read_without_its_furniture(
    recto: Recto, tmp_path: Path, container: str, heading: str
) -> None:
    path = tmp_path / "page.htm"
    path.write_bytes(PAGE.format(title=TITLE, body=BODY, container=container, heading=heading).encode("gb2312"))
    document = _read(path.read_bytes().decode("gb18030"))
    assert document.title is not None
    assert document.title.text == TITLE
    assert [block.text for block in document.blocks if block is not document.title] == [
        "根据《中华人民共和国政府信息公开条例》，编制本报告。",
        "一、总体情况",
        "2021年，我镇主动公开政府信息32条，受理申请3件。",
        "二、存在问题",
        "人员不足，经验不多。",
    ]
    assert not document.marked
    assert document.language == "zh"
    assert recto("check", path).status == 0


LINES = {"document.table-shape", "zh.broken-paragraph"}  # a row as a line of text, a last line without its end


def test_the_findings_in_a_page_are_those_in_the_text(recto: Recto, report_path: str, tmp_path: Path) -> None:
    with open(report_path, encoding="utf-8") as stream:
        text = stream.read()
    document = parse(Source(report_path, text))
    assert document.title is not None
    body = "\n".join(_written(document))
    page = PAGE.format(title=document.title.text, body=body, container="TRS_Editor", heading="title")
    path = tmp_path / "page.html"
    path.write_bytes(page.encode("gb18030"))
    expected = [one for one in _said(recto, report_path, text) if one[0] not in LINES]
    assert sorted(one for one in _said(recto, path, page) if one[0] not in LINES) == sorted(expected)
    assert len(expected) > 20


def _written(document: Document) -> list[str]:
    """The blocks after the title as a site writes them."""
    tables = {table.rows[0][0].span: table for table in document.tables}
    pieces = []
    for block in document.blocks:
        if table := tables.get(block.span):
            rows = ("".join(f"<td><p>{html.escape(cell.text)}</p></td>" for cell in row) for row in table.rows)
            pieces.append("<table border=1>" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        elif "table" not in block.scopes and block is not document.title:
            pieces.append(f'<p style="text-indent: 2em"><span>&emsp;　{html.escape(block.text)}</span></p>')
    return pieces


def _said(recto: Recto, path: str | Path, text: str) -> list[tuple[str, str]]:
    """Each rule with what it quotes: from the place to the end of its text on this line."""
    rows: list[dict[str, Any]] = json.loads(recto("check", "--no-fold", "--output-format", "json", str(path)).out)
    lines = text.split("\n")
    said = []
    for row in rows:
        line = lines[row["line"] - 1]
        end = row["end_column"] - 1 if row["end_line"] == row["line"] else len(line)
        said.append((row["rule"], line[row["column"] - 1 : end].split("<")[0]))
    return said


@pytest.mark.parametrize(
    "page",
    [
        "<h1>Pumps</h1><p>One pump, and no more.</p><p>See <a href=a>this</a>, please.</p><p>Signed.</p>",
        "<title>Notes - Pumps</title><h1>Pumps</h1><div><p>One pump, and no more. It has run for years, without a fault.</p></div><p>Signed.</p>",
        "<h1>Links</h1>" + "<ul>" + "".join(f"<li><a href={n}.html>Page {n}</a>" for n in range(9)) + "</ul>",
        "<body><p>Contents<ul>" + "".join(f"<li><a href=#a{n}>Part {n}</a>" for n in range(9)) + "</ul><div>" + "<p>One pump, two pumps.</p>" * 9,
        "<p>来源：《水经注》</p><p>第一章，水渠。</p>",
    ],
)  # fmt: skip
def test_a_page_without_furniture_is_read_whole(page: str) -> None:
    visible = "".join(_read(page).source.text.split("</title>")[-1:])
    words = html.unescape("".join(piece.split(">")[-1] for piece in visible.split("<")))
    assert "".join(_texts(page)).replace(" ", "") == words.replace(" ", "")


def test_elements_of_a_page_tell_what_stands_around_its_body() -> None:
    text = (
        "<header><h1>The site</h1><nav><a href=a>Home</a></nav></header><main><article><header><h1>Pumps</h1></header>"
        "<p>One pump, and no more.</p><footer>By Ann.</footer><aside>Advertisement.</aside></article></main><footer>Imprint.</footer>"
    )
    assert _texts(text) == ["Pumps", "One pump, and no more.", "By Ann."]


def test_several_articles_stand_in_the_main_part() -> None:
    articles = "".join(f"<article><p>Pump {number}, and no more.</p></article>" for number in range(3))
    assert len(_texts(f"<div><p>Welcome, all.</p></div><main>{articles}</main>")) == 3


def test_what_makes_the_letters_larger_is_no_body() -> None:
    text = "<div><span class=zoom>大</span><p>修水渠三条，长二里。</p></div>"
    assert "修水渠三条，长二里。" in _texts(text)


# Titles


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("<title>x</title><h1>Pumps</h1><p>One pump, and no more.", "Pumps"),
        ("<title>关于水渠的通知_柳河镇</title><p>关于水渠的通知<p>各村：", "关于水渠的通知"),
        ("<title>关于水渠的通知-柳河镇</title><p>修水渠三条，长二里。", "关于水渠的通知"),
        ("<title>Pump &amp; dam | The site</title><p>One pump, and no more.", "Pump & dam"),
        ("<meta name=ArticleTitle content='水渠'><title>首页</title><p>修水渠三条，长二里。", "水渠"),
        ("<meta name=ArticleTitle content='水渠'><p>关于修建水渠的通知<p>各村：", "水渠"),
        ("<p>关于修建水渠的通知<p>各村：", "关于修建水渠的通知"),
        ("<title>t</title><h1>柳河镇</h1><div class=TRS_Editor><p>修水渠三条，长二里。</div>", "柳河镇"),
        ("<div class=bt>水渠</div><div class=TRS_Editor><p>修水渠三条，长二里。</div>", "水渠"),
        ("<title>Pump<b>s_x</title><table><tr><td>One<td>two</table>", "Pump<b>s"),
        ("<title>水&amp;渠_柳河</title><p>修水渠三条，长二里。", "水&渠"),
        ("<meta name=articletitle content=''><title>水渠通知</title><p>修水渠三条，长二里。", "水渠通知"),
        ("<meta name=ArticleTitle content='a&amp;b'><title>水渠通知</title><p>修水渠三条，长二里。", "水渠通知"),
        ("<nav><h1>柳河镇</h1></nav><h1>水<br>渠</h1><div class=zoom><p>修水渠三条，长二里。</div>", "水渠"),
        (f"<h1>{'<i>a</i>' * 30}</h1><h2 class=tit>水渠</h2><div class=zoom><p>修水渠三条，长二里。</div>", "水渠"),
        ("<title>Pumps</title><h1>Pumps</h1><h2>Old ones</h2><p>One pump, and no more.", "Pumps"),
    ],
)
def test_the_title_is_found(page: str, title: str) -> None:
    document = _read(page)
    assert document.title is not None
    assert document.title.text == title
    (run, *_) = document.title.runs
    assert page[run.source_start : run.source_start + 1] == title[0]


def test_a_page_without_a_title_has_none() -> None:
    assert _read("<title></title><p>修水渠三条，长二里。").title is None


def test_marked_headings_keep_their_depth_and_others_are_told() -> None:
    document = _read(
        "<h1>水渠</h1><h2>总体</h2><p>一、目标<p>修渠。<h2>保障</h2><p>1. 经费<p>拨款。<p>（一）人员<p>到位。"
    )
    assert [(block.depth, block.text) for block in document.blocks if block.depth] == [
        (1, "水渠"),
        (2, "总体"),
        (3, "一、目标"),
        (2, "保障"),
        (3, "（一）人员"),
    ]
    assert document.marked


# What the rules make of it


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("<h1>Pumps</h1><h2>Old</h2><h2>New</h2><p>One.</p>", ["document.empty-section"]),
        ("<h1>Pumps</h1><h2>Old</h2><img src=a><h2>New</h2><p>One.</p>", []),
        ("<h1>Pumps</h1><h2>Old</h2><p>&nbsp;</p><div class=related>See.</div><h2>New</h2><p>One.</p>", []),
        ("<h1>Pumps</h1><h4>Old</h4><p>One.</p>", ["document.heading-levels"]),
        ("<h1>Pumps</h1><p><a href='#old'>Old</a>", ["document.cross-reference"]),
        ("<h1>Pumps</h1><p><a href='#old&lt;1'>Old</a><A NAME='old%3C1'></A>", []),
        ("<h1>Pumps</h1><p>1. One<p class=x>2. Two<p>3. Three", []),
        ("<h1>Pumps</h1><ol><li>One<ol><li>In<li>it</ol><li>Two<li>Three</ol>", []),
        ("<title>Pumps</title><div class=title>Pumps</div><main><h2>Old</h2><p>One.<h2>New</h2><p>Two.</main>", []),
    ],
)
def test_rules_read_pages(recto: Recto, write: Write, text: str, rules: list[str]) -> None:
    result = recto("check", write("a.html", text))
    assert [line.rpartition("[")[2].rstrip("]") for line in result.lines] == rules


def test_no_fix_writes_over_a_tag(recto: Recto, write: Write) -> None:
    styles = write("styles/mine/a.yaml", "extends: substitution\nmessage: x\nswap: {the pump: a pump}\n").parent.parent
    path = write("a.html", "<p>See the <b>pump</b>, the pump.</p>\n")
    result = recto("check", "--output-format", "json", "--rules-path", styles, "--select", "mine.a", path)
    assert [(row["column"], "fix" in row) for row in json.loads(result.out)] == [(8, False), (25, True)]

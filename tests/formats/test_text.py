"""What a reader sees in a plain text: title, headings, items, paragraphs, tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from linter.document import Run
from linter.formats import format_of, parse
from linter.formats.by_shape import Paragraph, document_by_shape
from linter.source import Source

if TYPE_CHECKING:
    from linter.document import Document


def _read(*lines: str) -> Document:
    return parse(Source("notice.txt", "\n".join(lines) + "\n"))


def _kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.scopes[0], block.text) for block in document.blocks]


def _headings(document: Document) -> list[tuple[int, str]]:
    return [(block.depth, block.text) for block in document.blocks if block.depth]


@pytest.mark.parametrize("name", ["a.txt", "A.TXT", "a.text", "README", "a.unknown"])
def test_a_file_without_a_format_of_its_own_is_plain_text(name: str) -> None:
    assert format_of(name) == "text"


def test_a_format_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="papyrus"):
        parse(Source("a", "text", "papyrus"))


# Titles


@pytest.mark.parametrize(
    "furniture",
    [
        pytest.param([], id="none"),
        pytest.param(["首页 > 政务公开 > 通知"], id="path-to-the-page"),
        pytest.param(["索引号：A-12", "发文机关：柳河镇人民政府"], id="fields"),
        pytest.param(["柳政〔2023〕18号"], id="document-number"),
        pytest.param(["2023年5月6日", "———"], id="date-and-rule"),
        pytest.param(["柳河镇人民政府文件"], id="red-head"),
        pytest.param(["请注意查收！"], id="sentence"),
        pytest.param(["", "\u3000"], id="blank-lines"),
    ],
)
def test_the_title_stands_after_lines_that_belong_to_the_page(furniture: list[str]) -> None:
    document = _read(*furniture, "关于修建水渠的通知", "各村：", "一、目标")
    assert document.title is not None
    assert document.title.text == "关于修建水渠的通知"
    assert document.title.scopes == ("title",)
    assert document.title in document.blocks


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([], id="empty"),
        pytest.param(["一、目标", "关于水渠"], id="begins-with-a-heading"),
        pytest.param(["今年修建水渠三条。", "关于水渠"], id="begins-with-prose"),
        pytest.param(["甲\t乙\t丙", "关于水渠"], id="begins-with-a-table"),
        pytest.param(["水" * 81], id="too-long"),
        pytest.param(["各村：", "各组："], id="only-salutations"),
        pytest.param(["2023年"] * 10 + ["关于水渠"], id="too-far-down"),
    ],
)
def test_a_text_without_a_title_has_none(lines: list[str]) -> None:
    assert _read(*lines).title is None


def test_an_empty_file_has_no_blocks() -> None:
    document = parse(Source("empty.txt", ""))
    assert (document.blocks, document.tables, document.title) == ((), (), None)


# Headings


@pytest.mark.parametrize(
    "heading",
    [
        pytest.param("一、总体目标", id="han"),
        pytest.param("（一）总体目标", id="han-in-full-brackets"),
        pytest.param("(一)总体目标", id="han-in-half-brackets"),
        pytest.param("1. Overall goals", id="arabic"),
        pytest.param("1．总体目标", id="arabic-full-width"),
        pytest.param("第一章 总则", id="chapter"),
        pytest.param("1.1 Overall goals", id="decimal"),
        pytest.param("1.1总体目标", id="decimal-before-han"),
        pytest.param("Chapter 2: Overall goals", id="english-chapter"),
        pytest.param("II. Overall goals", id="roman"),
        pytest.param("（一）总体目标。", id="short-with-a-full-stop"),
    ],
)
def test_a_short_line_with_an_ordinal_is_a_heading(heading: str) -> None:
    document = _read(heading, "今年修建水渠三条，受益农田两千亩。")
    (first, second) = document.blocks
    assert first.scopes == ("heading", "heading.h1")
    assert (first.text, first.depth) == (heading, 1)
    assert first.ordinal is not None
    assert heading.startswith(first.ordinal.text)
    assert (second.scopes, second.ordinal) == (("paragraph",), None)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("第三条 本办法由镇政府负责解释", id="article-of-a-law"),
        pytest.param("Article 3 Scope of the rules", id="article-in-english"),
        pytest.param("（一）新建水渠；", id="ends-in-a-semicolon"),
        pytest.param("（一）新建水渠，改造泵站", id="holds-a-comma"),
        pytest.param("1. The channels are dug, and the pumps run.", id="english-sentence"),
        pytest.param("1. " + "word " * 21, id="too-long"),
        pytest.param("第一章", id="ordinal-alone"),
    ],
)
def test_a_numbered_line_that_is_no_heading_is_an_item(line: str) -> None:
    (block,) = _read(line).blocks
    assert (block.scopes, block.text, block.depth) == (("item",), line.rstrip(), 0)
    assert block.ordinal is not None


@pytest.mark.parametrize(
    "prose",
    ["一是加强巡查。", "二是完善制度", "第一，统一思想。", "2023年工作总结如下。", "3.5米以上的堤坝已加固。"],
)
def test_counting_in_prose_is_no_heading(prose: str) -> None:
    document = _read("一、措施", prose)
    assert _kinds(document) == [("heading", "一、措施"), ("paragraph", prose)]


@pytest.mark.parametrize(
    ("line", "heading", "rest"),
    [
        pytest.param("（一）渠道建设。今年新建，水渠三条。", "（一）渠道建设。", "今年新建，水渠三条。", id="chinese"),
        pytest.param("1. Channels. Three were dug.", "1. Channels.", "Three were dug.", id="english"),
        pytest.param("（一）渠道建设。　今年新建。", "（一）渠道建设。", "今年新建。", id="blank-between"),
    ],
)
def test_a_heading_may_run_into_its_text(line: str, heading: str, rest: str) -> None:
    document = _read(line)
    (first, second) = document.blocks
    assert (first.scopes, first.text) == (("heading", "heading.h1", "run-in"), heading)
    assert (second.scopes, second.text) == (("paragraph",), rest)
    assert document.source.text[slice(*second.locate(0, len(rest)))] == rest


def test_a_run_in_heading_may_have_text_on_many_lines() -> None:
    rest = "今年新建水渠三条，" * 4
    document = _read("（一）渠道建设。" + rest, "改造泵站两座。")
    (first, second) = document.blocks
    assert first.text == "（一）渠道建设。"
    assert second.text == rest + "改造泵站两座。"
    assert document.source.text[slice(*second.locate(len(rest), len(rest) + 2))] == "改造"


def test_a_joined_line_break_after_a_run_in_heading_stays_located() -> None:
    document = _read("1. Channels. " + "Three of the channels were dug this year, and many more", "will follow.")
    body = document.blocks[1]
    place = body.text.index(" will")
    assert document.source.text[slice(*body.locate(place, place + 1))] == "\n"


def test_many_run_in_headings_in_turn_stay_headings() -> None:
    document = _read("（一）水渠。新建三条。", "（二）泵站。改造两座。", "（三）堤坝。加固一处。")
    assert [text for _, text in _headings(document)] == ["（一）水渠。", "（二）泵站。", "（三）堤坝。"]


# Lists


def test_three_numbered_neighbours_are_items_of_a_list() -> None:
    document = _read("一、任务", "1. 水渠", "2. 泵站", "3. 堤坝", "二、保障")
    assert [kind for kind, _ in _kinds(document)] == ["heading", "item", "item", "item", "heading"]


def test_two_numbered_neighbours_stay_headings() -> None:
    document = _read("1. Channels", "2. Pumps", "The pumps run at night.")
    assert [kind for kind, _ in _kinds(document)] == ["heading", "heading", "paragraph"]


def test_a_neighbour_of_an_item_is_an_item() -> None:
    document = _read("（一）新建水渠；", "（二）改造泵站")
    assert [kind for kind, _ in _kinds(document)] == ["item", "item"]


def test_numbers_that_start_again_begin_another_list() -> None:
    document = _read("1. Channels", "2. Pumps", "1. Dams", "2. Roads")
    assert [kind for kind, _ in _kinds(document)] == ["heading"] * 4


@pytest.mark.parametrize(
    "lines",
    [["一、水渠", "二、泵站", "三、堤坝"], ["第一章 水渠", "第二章 泵站", "第三章 堤坝"]],
    ids=["han", "chapters"],
)
def test_the_highest_levels_stay_headings_however_many_follow_each_other(lines: list[str]) -> None:
    assert _headings(_read(*lines)) == [(1, line) for line in lines]


# Depth


def test_depth_follows_the_ordinals_in_use() -> None:
    document = _read("第一章 总则", "一、目标", "（一）水渠", "1. 北渠", "（二）泵站", "二、保障", "第二章 附则")
    assert _headings(document) == [
        (1, "第一章 总则"),
        (2, "一、目标"),
        (3, "（一）水渠"),
        (4, "1. 北渠"),
        (3, "（二）泵站"),
        (2, "二、保障"),
        (1, "第二章 附则"),
    ]


def test_levels_that_are_left_out_leave_no_gap() -> None:
    assert _headings(_read("一、目标", "1.1 水渠", "二、保障")) == [(1, "一、目标"), (2, "1.1 水渠"), (1, "二、保障")]


@pytest.mark.parametrize("attachment", ["附件1", "附件 2：", "附件", "附录一", "Annex B", "Appendix"])
def test_an_attachment_opens_a_new_part(attachment: str) -> None:
    document = _read("关于水渠的通知", "一、目标", "水渠三条。", attachment, "一、清单")
    assert _headings(document) == [(1, "一、目标"), (1, attachment), (2, "一、清单")]


def test_a_sentence_about_an_attachment_opens_nothing() -> None:
    assert _headings(_read("一、目标", "附件1列出了水渠。")) == [(1, "一、目标")]


# Tables


def test_rows_are_one_table_across_one_blank_line() -> None:
    document = _read("名称\t长度", "北渠\t12", "", "南渠\t7")
    (table,) = document.tables
    assert [[cell.text for cell in row] for row in table.rows] == [["名称", "长度"], ["北渠", "12"], ["南渠", "7"]]
    assert document.source.text[slice(*table.span)] == "名称\t长度\n北渠\t12\n\n南渠\t7"
    assert all(block.scopes == ("table", "table.cell") for block in document.blocks)


def test_two_blank_lines_end_a_table() -> None:
    document = _read("名称\t长度", "北渠\t12", "", "", "名称\t水量", "南渠\t7")
    assert [len(table.rows) for table in document.tables] == [2, 2]


def test_prose_after_a_table_is_no_part_of_it() -> None:
    document = _read("名称\t长度", "北渠\t12", "以上由水利站统计。")
    assert [len(table.rows) for table in document.tables] == [2]
    assert document.blocks[-1].text == "以上由水利站统计。"


def test_a_blank_line_after_a_table_is_no_part_of_it() -> None:
    document = _read("名称\t长度", "北渠\t12", "", "以上由水利站统计。")
    assert document.source.text[slice(*document.tables[0].span)].endswith("12")


def test_a_single_row_is_a_table_from_three_cells_on() -> None:
    assert [len(row) for row in _read("a\tb\tc").tables[0].rows] == [3]
    assert _read("a\tb").tables == ()


def test_cells_are_located_without_the_blanks_around_them() -> None:
    document = _read("\t名称 \t\t 长度\u3000\t", "北渠\t\u3000\t12")
    places = [(cell.text, document.source.text[slice(*cell.locate(0, len(cell.text)))]) for cell in document.blocks]
    assert [text for text, _ in places] == ["", "名称", "", "长度", "", "北渠", "", "12"]
    assert all(text == found for text, found in places)


def test_a_paragraph_ended_by_a_tab_is_read_without_it() -> None:
    assert _kinds(_read("一、目标\t", "今年修建水渠。")) == [("heading", "一、目标"), ("paragraph", "今年修建水渠。")]


# Lines


def test_wrapped_english_lines_are_joined_with_a_blank_that_stands_for_the_break() -> None:
    first = "The township dug three channels in the course of this year and"
    document = _read("1. Works, in short.", "", first, "repaired two pumps.")
    block = document.blocks[-1]
    assert block.text == f"{first} repaired two pumps."
    assert document.source.text[slice(*block.locate(len(first), len(first) + 1))] == "\n"


def test_wrapped_chinese_lines_are_joined_with_nothing() -> None:
    first = "今年以来，柳河镇先后修建水渠三条并且改造泵站两座同时对北边的堤坝"
    (block,) = _read(first, "进行了加固。").blocks
    assert block.text == first + "进行了加固。"


def test_a_joint_between_han_and_latin_holds_a_blank() -> None:
    first = "今年以来，柳河镇先后修建水渠三条并且改造泵站两座同时对北边的堤坝"
    (block,) = _read(first, "GIS survey。").blocks
    assert block.text == first + " GIS survey。"


@pytest.mark.parametrize(
    "following",
    [
        pytest.param("（二）泵站", id="ordinal"),
        pytest.param("- pumps", id="bullet"),
        pytest.param("\u3000\u3000另外改造泵站", id="indented"),
        pytest.param("泵站\t两座", id="row"),
        pytest.param("", id="blank"),
    ],
)
def test_a_long_line_is_not_joined_with_what_begins_anew(following: str) -> None:
    first = "今年以来，柳河镇先后修建水渠三条并且改造泵站两座同时对北边的堤坝"
    assert _read(first, following).blocks[0].text == first


@pytest.mark.parametrize(
    "first",
    [
        pytest.param("今年以来修建水渠", id="short"),
        pytest.param("今年以来，柳河镇先后修建水渠三条并且改造泵站两座同时加固了堤坝。", id="ends-a-sentence"),
    ],
)
def test_a_line_that_its_writer_ended_is_a_paragraph(first: str) -> None:
    assert [block.text for block in _read(first, "泵站由村里管理。").blocks] == [first, "泵站由村里管理。"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("一、目标\r\n今年修渠。\r\n", id="crlf"),
        pytest.param("一、目标\n今年修渠。", id="no-final-newline"),
        pytest.param("\ufeff一、目标\n今年修渠。\n", id="byte-order-mark"),
        pytest.param("一、目标\n\f今年修渠。\n\f", id="form-feed"),
        pytest.param("\u3000\u3000一、目标\u3000\n\u3000\u3000今年修渠。\n", id="full-width-indentation"),
        pytest.param("\t一、目标\n\t今年修渠。\n", id="tab-indentation"),
        pytest.param("\r\n \n一、目标\r\n\r\n\r\n今年修渠。\r\n\r\n", id="blank-lines"),
    ],
)
def test_white_space_around_lines_is_no_part_of_what_is_read(text: str) -> None:
    document = parse(Source("a.txt", text))
    assert _kinds(document) == [("heading", "一、目标"), ("paragraph", "今年修渠。")]
    assert [text[slice(*block.span)] for block in document.blocks] == ["一、目标", "今年修渠。"]


def test_an_attachment_is_no_title() -> None:
    assert _read("附件1", "一、甲").title is None


@pytest.mark.parametrize("indentation", ["\t\u3000", "\t \t", "\xa0", "\ufeff"])
def test_blanks_of_every_sort_are_no_text(indentation: str) -> None:
    document = _read(f"{indentation}一、总则", "正文在此。", indentation)
    assert [block.text for block in document.blocks] == ["一、总则", "正文在此。"]
    assert document.blocks[0].depth == 1


def test_a_tab_behind_an_ordinal_makes_no_table() -> None:
    document = _read("1.\tGoals", "We have two of them.", "2.\tScope", "All of the town.")
    assert document.tables == ()
    assert [section.heading.text for section in document.sections] == ["1.\tGoals", "2.\tScope"]


def test_empty_cells_at_either_end_belong_to_the_table() -> None:
    document = _read("\t\t总计", "一、新收\t\t0\t", "\t二、结转\t0")
    assert [[cell.text for cell in row] for row in document.tables[0].rows] == [
        ["", "", "总计"],
        ["一、新收", "", "0", ""],
        ["", "二、结转", "0"],
    ]


def test_an_english_sentence_ends_the_search_for_a_title() -> None:
    assert _read("The council met on Tuesday.", "It agreed on a plan").title is None


def test_the_list_of_attachments_has_no_headings() -> None:
    document = _read("请遵照执行。", "", "附件：1.值班表", "", "　　　2.物资清单", "", "青石镇人民政府")
    assert _kinds(document)[1:3] == [("paragraph", "附件：1.值班表"), ("item", "2.物资清单")]


def test_a_heading_that_is_marked_has_the_depth_of_its_mark() -> None:
    source = Source("a", "总体情况\n一、主动公开\n正文。\n")
    pieces = [
        Paragraph("总体情况", (Run(0, 0, 4, verbatim=True),), depth=2),
        Paragraph("一、主动公开", (Run(0, 5, 6, verbatim=True),)),
        Paragraph("正文。", (Run(0, 12, 3, verbatim=True),), scopes=("footnote",)),
    ]
    document = document_by_shape(source, pieces)
    assert [(block.text, block.depth, block.scopes[0]) for block in document.blocks] == [
        ("总体情况", 2, "heading"),
        ("一、主动公开", 3, "heading"),
        ("正文。", 0, "footnote"),
    ]
    assert document.marked


def test_a_title_that_is_marked_is_the_title() -> None:
    pieces = [
        Paragraph("内部资料", (Run(0, 0, 4, verbatim=True),)),
        Paragraph("防汛方案", (Run(0, 5, 4, verbatim=True),), scopes=("title",)),
    ]
    document = document_by_shape(Source("a", "内部资料\n防汛方案\n"), pieces)
    assert document.title is document.blocks[1]
    assert not document.marked


def test_lines_of_a_script_with_blanks_are_joined_with_one() -> None:
    lines = "이것은 한국어 문장으로 된 첫째 줄이며 충분히 길어서 다음 줄로 이어지는 것입니다\n둘째 줄입니다.\n"
    document = parse(Source("a.txt", lines))
    assert [block.text for block in document.blocks] == [lines.rstrip().replace("\n", " ")]

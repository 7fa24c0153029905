"""Markdown: what a reader reads, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from linter.formats import format_of, parse
from linter.source import Source

if TYPE_CHECKING:
    from linter.document import Block, Document


def read(*lines: str, end: str = "\n") -> Document:
    return parse(Source("a.md", end.join([*lines, ""]), "markdown"))


def texts(document: Document, scope: str = "text") -> list[str]:
    return [block.text for block in document.select((scope,))]


def source_of(document: Document, block: Block, text: str) -> str:
    start = block.text.index(text)
    return document.source.text[slice(*block.locate(start, start + len(text)))]


@pytest.mark.parametrize("name", ["a.md", "B.Markdown", "x/y.mdown"])
def test_its_suffixes(name: str) -> None:
    assert format_of(name) == "markdown"


def test_headings_of_both_sorts() -> None:
    document = read("# Title", "", "Wells", "-----", "", "### 1.2 Springs ###", "", "#")
    found = [(section.heading.depth, section.heading.text) for section in document.sections]
    assert found == [(1, "Title"), (2, "Wells"), (3, "1.2 Springs"), (1, "")]
    assert document.title is not None
    assert document.title.text == "Title"
    ordinal = document.sections[2].heading.ordinal
    assert ordinal is not None
    assert ordinal.value == (1, 2)


def test_markup_is_read_through() -> None:
    document = read("A ve**ry** *good* ~~old~~ &amp; \\* [place](there.md 'x') ![a *map*](map.png) <b>here</b>.")
    (block,) = document.blocks
    assert block.text == "A very good old & * place a map here."
    assert source_of(document, block, "very") == "ve**ry"
    assert source_of(document, block, "&") == "&amp;"
    assert source_of(document, block, "*") == "*"
    marked = {(inline.scope, block.text[inline.start : inline.end], inline.target) for inline in block.inlines}
    assert marked == {
        ("strong", "ry", ""),
        ("emphasis", "good", ""),
        ("strikethrough", "old", ""),
        ("link", "place", "there.md"),
        ("emphasis", "map", ""),
        ("alt", "a map", "map.png"),
    }


def test_code_is_text_but_no_prose() -> None:
    document = read("Call `the the` and ``a ` b`` and `x", "y`.", "", "```", "the the", "```", "", "    the the")
    (block,) = document.select(("text",))
    assert block.text == "Call the the and a ` b and x y."
    assert "the" not in block.prose
    assert len(block.prose) == len(block.text)
    assert source_of(document, block, "the the") == "the the"
    assert source_of(document, block, "a ` b") == "a ` b"
    assert source_of(document, block, "x y") == "`x\ny`"
    assert [block.scopes for block in document.blocks] == [("paragraph",), ("code",), ("code",)]


def test_a_line_break_joins_han_and_parts_words() -> None:
    document = read("加强工作领", "导小组建设", "", "a soft", "break", "", "a hard  ", "one<br>more")
    assert texts(document) == ["加强工作领导小组建设", "a soft break", "a hard one more"]
    assert source_of(document, document.blocks[0], "领导") == "领\n导"
    assert source_of(document, document.blocks[1], " break") == "\nbreak"


def test_a_line_break_at_the_end_or_the_start_is_none() -> None:
    assert texts(read("<br>a<br>")) == ["a"]


def test_numbered_lists_keep_their_ordinals() -> None:
    document = read(
        "3. three", "4.  four", "", "    more", "    1) inner", "", "- bullet", "", "1. ```", "   code", "   ```"
    )
    assert texts(document) == ["3. three", "4.  four", "more", "1) inner", "bullet"]
    assert document.blocks[0].scopes == ("item",)
    assert document.blocks[0].wording == "three"
    assert source_of(document, document.blocks[1], "four") == "four"


def test_an_ordinal_that_is_none_to_us_is_left_out() -> None:
    (block,) = read("123456789. a").blocks
    assert (block.text, block.ordinal) == ("a", None)


def test_quotes_footnotes_and_tasks() -> None:
    document = read(
        "> quoted", ">", "> # no heading", "", "text[^1]", "", "[^1]: note", "", "- [ ] task", "", "> - both"
    )
    assert [(block.scopes, block.text) for block in document.blocks] == [
        (("quote",), "quoted"),
        (("quote",), "no heading"),
        (("paragraph",), "text"),
        (("footnote",), "note"),
        (("item",), "task"),
        (("item", "quote"), "both"),
    ]
    assert document.sections == ()


def test_a_table_has_the_cells_of_its_source() -> None:
    document = read("| a | b |", "|---|---|", "| `1` | x\\|y | 多 |", "| 2 |", "3 | 四", "", "after")
    (table,) = document.tables
    rows = [[cell.text for cell in row] for row in table.rows]
    assert rows == [["a", "b"], ["1", "x|y", "多"], ["2"], ["3", "四"]]
    assert table.header == 1
    assert [cell.scopes[1] for cell in table.rows[0]] == ["table.header", "table.header"]
    surplus = table.rows[1][2]
    assert source_of(document, surplus, "多") == "多"
    assert texts(document)[-1] == "after"


def test_html_is_left_alone_but_its_comments_are_known() -> None:
    document = read("<div>", "the the <!-- one -->", "</div>", "", "a <!-- two -->b", "", "<!--", "three -->")
    assert texts(document) == ["a b"]
    assert [comment.text for comment in document.comments] == ["one", "two", "three"]
    place = document.comments[1].span
    assert document.source.text[slice(*place)] == "<!-- two -->"


def test_a_bold_paragraph_is_marked() -> None:
    document = read("**Wells**", "", "**Wells** and more", "", "- **Wells**")
    assert [block.scopes for block in document.blocks] == [("paragraph", "bold"), ("paragraph",), ("item",)]


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_front_matter_is_data(end: str) -> None:
    document = read(
        "---",
        "title: 'Wells: a guide'",
        "Date: 2021-01-01",
        "tags:",
        "  - a",
        "---",
        "",
        "甲",
        "",
        "---",
        "",
        "乙",
        end=end,
    )
    assert {key: block.text for key, block in document.front_matter.items()} == {
        "title": "Wells: a guide",
        "date": "2021-01-01",
    }
    assert document.title is document.front_matter["title"]
    assert source_of(document, document.front_matter["title"], "Wells") == "Wells"
    assert texts(document) == ["甲", "乙"]
    assert document.source.position(document.blocks[-1].span.start).line == 12


def test_a_heading_wins_over_the_title_of_the_front_matter() -> None:
    document = read("---", "title: A", "---", "# B")
    assert document.title is not None
    assert document.title.text == "B"


def test_bytes_are_no_characters() -> None:
    document = read("# 标题😀", "", "- 中文 **粗体** 😀 `代码`", "  - 子项", "", "```", "代码块", "```", "尾")
    for block in document.select(("text",)):
        for place, character in enumerate(block.text):
            assert document.source.text[slice(*block.locate(place, place + 1))] == character


def test_a_lone_surrogate_is_a_character_like_others() -> None:
    (block,) = read("a\ud800b").blocks
    assert [run.source_length for run in block.runs] in ([3], [1, 1, 1])


def test_two_thousand_lists_in_each_other() -> None:
    document = read(*("  " * depth + "- x" for depth in range(2000)))
    assert len(document.blocks) == 2000
    assert document.blocks[-1].scopes == ("item",)


def test_a_rule_between_paragraphs_and_an_image_without_words_are_no_text() -> None:
    assert texts(read("a", "", "---", "", "![](x.png)", "", "**", "", "b")) == ["a", "**", "b"]


def test_a_next_line_after_the_last_one_is_nowhere() -> None:
    document = parse(Source("a.md", "<!-- recto-disable-next-line x -->", "markdown"))
    assert [comment.text for comment in document.comments] == ["recto-disable-next-line x"]

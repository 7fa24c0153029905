"""The HTML report as text: what it shows of each format, what it escapes, what it needs."""

from __future__ import annotations

import re
import sys
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

import pytest

from linter.diagnostic import Diagnostic, Excerpt, Related
from linter.document import Block, Run
from linter.outcome import Outcome
from linter.reporters import report
from linter.reporters.html.compared import compared
from linter.reporters.html.marked import Mark, marked
from linter.reporters.html.notes import letters
from linter.reporters.html.page import Page
from linter.reporters.html.places import Places, Reach, text_range
from linter.reporters.html.quotation import Quotation, quoted
from linter.reporters.html.words import WORDS, counted
from linter.source import Position, Source, Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Recto, Write, WriteDocx

FOUND_IN_TEXT = "extends: existence\nmessage: 'found %s'\ntokens: [here]\n"


class _Sheet(HTMLParser):
    """The document on a page: `tag.class: text` of each of its blocks, notes left out."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self._inside = self._notes = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = dict(attrs).get("class") or ""
        if tag == "div":
            self._inside += bool(self._inside or kind == "text")
            self._notes += bool(self._notes or kind == "notes")
        if self._inside and not self._notes and tag in ("p", "h3", "h4", "h5", "h6", "td", "th", "pre", "blockquote"):
            self.blocks.append(f"{tag}{'.' * bool(kind)}{kind.replace(' ', '.')}: ")

    def handle_endtag(self, tag: str) -> None:
        if tag == "div":
            self._inside = max(0, self._inside - 1)
            self._notes = max(0, self._notes - 1)

    def handle_data(self, data: str) -> None:
        if self._inside and not self._notes and self.blocks and not data.startswith("\n"):
            self.blocks[-1] += data


@pytest.fixture
def page_of(recto: Recto, write: Write, tmp_path: Path) -> Callable[..., str]:
    """The page about a document, of a rule that finds `here`."""
    write("styles/mine/here.yaml", FOUND_IN_TEXT)

    def page(*paths: Path, lang: str = "en") -> str:
        styles = tmp_path / "styles"
        return recto(
            "check", "--isolated", "--lang", lang, "--rules-path", styles, "--select", "mine.here", *paths,
            "--output-format", "html",
        ).out  # fmt: skip

    return page


def blocks_of(page: str) -> list[str]:
    sheet = _Sheet()
    sheet.feed(page)
    return sheet.blocks


def test_markdown_as_its_readers_see_it(page_of: Callable[..., str], write: Write) -> None:
    text = """---
title: Manual
---

# Guide

Some *soft* `code`.

- one
  - two

1. first

> said

```python
x = "<b>"
```

    indented

| a | b |
|---|---|
| 1 |   |

<div onclick="x">raw</div>

Note.[^1]

[^1]: Foot.
"""
    assert blocks_of(page_of(write("a.md", text))) == [
        "p.title: Manual", "h3.h1: Guide", "p: Some soft code.", "p.item.i0.dotted: one", "p.item.i1.dotted: two",
        "p.item.i0: 1. first", "blockquote.block: said", 'pre.block: x = "<b>"', "pre.block: indented", "th: a", "th: b", "td: 1",
        "td: ", "p: Note.", "p.footnote: Foot.",
    ]  # fmt: skip


def test_text_and_docx_look_the_same(page_of: Callable[..., str], write: Write, write_docx: WriteDocx) -> None:
    lines = ["某镇年度报告", "一、总体情况", "（一）贯彻落实情况", "我镇认真落实各项要求，完善制度。"]
    expected = [
        "p.title: 某镇年度报告", "h3.h1: 一、总体情况", "h4.h2: （一）贯彻落实情况", "p: 我镇认真落实各项要求，完善制度。",
    ]  # fmt: skip
    assert blocks_of(page_of(write("a.txt", "\n\n".join(lines) + "\n"))) == expected
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    assert blocks_of(page_of(write_docx(body))) == expected


def test_a_web_page_without_its_tags(page_of: Callable[..., str], write: Write) -> None:
    page = "<html><body><h1>Guide</h1><p>One &amp; <b>two</b>.</p><pre>a <i>b</i> &lt;c&gt;</pre><script>x()</script></body></html>"
    shown = page_of(write("a.html", page))
    assert blocks_of(shown) == ["p.title: Guide", "p: One & two.", "pre.block: a b <c>"]
    assert "x()" not in shown


def test_an_empty_document_and_one_without_diagnostics(page_of: Callable[..., str], write: Write) -> None:
    assert "This document has no text." in page_of(write("a.md", "<!-- nothing -->\n"))
    clean = page_of(write("b.md", "# Guide\n"))
    assert "Nothing was found in this document." in clean
    assert 'id="filters"' not in clean
    assert '<p class="totals">\n<span>Nothing found</span>' in clean


def test_a_clean_document_among_others_is_only_listed(page_of: Callable[..., str], write: Write) -> None:
    page = page_of(write("a.md", "Look here.\n"), write("b.md", "Clean text.\n"))
    assert "Look " in page
    assert "Clean text" not in page
    assert page.count("<article") == 1


def test_notes_on_what_no_reader_sees_stand_at_the_block_before(recto: Recto, write: Write) -> None:
    path = write("a.md", "# Guide\n\nText.\n\n<!-- recto-disable no.such-rule -->\n\nMore.\n")
    page = recto("check", "--isolated", path, "--output-format", "html").out
    before, _, after = page.partition('id="d1-f1"')
    assert '<p><span id="d1-m1"></span>Text.</p>' in before
    assert "recto.unknown-suppression" in after


def test_what_is_found_in_a_row_is_shown_in_its_cell(page_of: Callable[..., str], write: Write) -> None:
    page = page_of(write("a.md", "| a | b |\n|---|---|\n| look here | 2 |\n"))
    assert '<td>look <mark id="d1-m1" class="warning" data-f="d1-f1">here</mark>' in page


def test_the_same_outcome_gives_the_same_bytes(page_of: Callable[..., str], write: Write) -> None:
    path = write("a.md", "# Guide\n\nLook here.\n")
    assert page_of(path) == page_of(path)


def test_nothing_may_be_loaded(page_of: Callable[..., str], write: Write) -> None:
    page = page_of(write("a.md", "Look here: [x](https://example.org/).\n"))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', unescape(page))
    assert policy
    assert policy[1].startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy[1]
    assert not re.findall(
        r"""<(?:link|img|iframe|object)\b|\b(?:src|action)=|href="(?!#)|style="|\bon\w+="|url\(""", page
    )


def test_characters_that_a_page_may_not_hold(page_of: Callable[..., str], write: Write) -> None:
    page = page_of(write("a.txt", "Look\x01 here \u202eabc.\n"))
    assert "Look\ufffd " in page
    assert "\ufffdabc" in page


def test_chinese_and_english_have_the_same_labels(page_of: Callable[..., str], write: Write) -> None:
    assert WORDS["zh"].keys() == WORDS["en"].keys()
    english = page_of(write("a.md", "Look here.\n"))
    assert '<html lang="en">' in english
    assert not re.search(r"[\u4e00-\u9fff]", english.partition("</style>")[2])
    assert '<html lang="zh-CN">' in page_of(write("a.md", "Look here.\n"), lang="zh")
    assert [counted(number, "error", WORDS["en"]) for number in (0, 1, 2)] == ["0 errors", "1 error", "2 errors"]
    assert counted(1, "error", WORDS["zh"]) == "1条错误"


@pytest.mark.parametrize(("lang", "says"), [("en", "needs Jinja2"), ("zh", "需要 Jinja2")])
def test_the_missing_extra_is_named(
    recto: Recto, write: Write, monkeypatch: pytest.MonkeyPatch, lang: str, says: str
) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    result = recto("check", "--lang", lang, write("a.md", "# A\n"), "--output-format", "html")
    assert result.status == 2
    assert says in result.err
    assert "pip install 'recto[html]'" in result.err


def test_a_passage_in_another_file_is_linked_both_ways_and_compared(recto: Recto, write: Write, tmp_path: Path) -> None:
    copied = """The second pump stays in reserve, and the key for it hangs in the office beside the calendar.

Whoever takes the key writes the hour and the reason into the book that lies under the calendar.

Nobody waters the beds between noon and four, and the taps at the south wall are closed in October, before the frost.

The members on duty look after the barrels, clean the filters once a month, and tell the office when a hose has a leak.
"""
    first = "# Pumps\n\nThe pump by the {} gate was repaired in April and has run without a fault ever since then.\n\n"
    write("docs/a.md", first.format("north") + copied)
    write("docs/b.md", first.format("south") + copied)
    page = recto("check", "--isolated", "--project", tmp_path / "docs", "--output-format", "html").out
    assert re.search(r'href="#d1-r1"><span class="n reference">a</span> \S*a\.md: lines', page)
    assert 'href="#d2-f1" aria-label="To diagnostic 2.1"' in page
    assert '<section popover class="dialog comparison" id="d2-f1-c"' in page
    assert "the <b>north</b> gate" in page
    assert "the <b>south</b> gate" in page


def test_marks_may_overlap() -> None:
    marks = [Mark(0, 4, "mark", name="x"), Mark(2, 6, "u")]
    assert marked("ab<def", marks) == '<mark id="x">ab</mark><mark><u>&lt;d</u></mark><u>ef</u>'


def test_letters_go_on_after_z() -> None:
    assert [letters(number) for number in (1, 26, 27, 52, 703)] == ["a", "z", "aa", "az", "aaa"]


def test_places_among_blocks() -> None:
    words = "0123456789" * 7
    blocks = [
        Block(("paragraph",), "abcd", (Run(0, 10, 4, verbatim=True),)),
        Block(("paragraph",), "x&y", (Run(0, 20, 1, verbatim=True), Run(1, 21, 5, verbatim=False), Run(2, 26, 1, verbatim=True))),
        Block(("paragraph",), words, (Run(0, 30, 70, verbatim=True),)),
    ]  # fmt: skip
    places = Places(blocks)
    assert places.reach(Span(11, 13)) == Reach(range(1), 1, 3)
    assert places.reach(Span(21, 26)) == Reach(range(1, 2), 1, 2)
    assert places.reach(Span(11, 24)) == Reach(range(2))
    assert places.reach(Span(16, 24)) == Reach(range(1, 2), 0, 2), "what stands between two blocks is in neither"
    assert places.reach(Span(16, 18)) == Reach(range(1), is_beside=True)
    assert places.reach(Span(0, 2)) == Reach(range(1), is_beside=True)
    assert places.reach(Span(30, 100)) == Reach(range(2, 3)), "a long block is meant as a whole"
    assert text_range(blocks[0], 14, 14) == (3, 4), "the end of a block is its last character"


def test_copies_side_by_side() -> None:
    same = [f"row {number}" for number in range(30)]
    rows = compared(["new", *same, "the old cat"], [*same, "the old dog", "more"])
    assert [(row.first, row.later, row.skipped) for row in rows] == [
        ("<b>new</b>", "", 0),
        ("row 0", "row 0", 0),
        ("", "", 28),
        ("row 29", "row 29", 0),
        ("the old <b>cat</b>", "the old <b>dog</b>", 0),
        ("", "<b>more</b>", 0),
    ]
    assert [row.skipped for row in compared(same, [*same[:28], "row x", "row 29"])] == [0, 26, 0, 0, 0]
    longest = "a b " * 10_000
    assert compared([longest], [longest + "c"])[0].first == f"<b>{longest}</b>"


def test_a_long_outline_keeps_its_uppermost_levels(page_of: Callable[..., str], write: Write) -> None:
    text = "".join(f"# Part {part}\n\n" + f"## Section of {part}\n\nLook here.\n\n" * 99 for part in range(4))
    outline = page_of(write("a.md", text)).partition('<ol lang="en">')[2].partition("</ol>")[0]
    assert outline.count("<li") == 4
    assert outline.count('class="dot warning"') == 4
    assert ">99</span>" in outline


def test_a_long_heading_is_cut_in_the_outline(page_of: Callable[..., str], write: Write) -> None:
    page = page_of(write("a.md", f"# {'word ' * 40}\n"))
    assert f"{('word ' * 40)[:59]}…</a>" in page


class _Texts(NamedTuple):
    """One document."""

    text: str

    def source(self, path: str) -> Source:
        return Source(path, self.text, "markdown")


def test_a_related_file_that_is_not_shown_and_a_page_number() -> None:
    start, end = Position(1, 1, 1, 1), Position(1, 5, 5, 5)
    other = Related("gone.md", start, end, "elsewhere", Excerpt("Text", 0, 4, cut_before=False, cut_after=False))
    found = Diagnostic(
        "a.md", "mine.here", "existence", "error", "sure", "found", "", "", start, end, None, (), (other,), None, "", 3
    )
    page = report(Outcome([found], ["a.md"], {}, _Texts("Text\n")), "html")
    assert '<p class="link">gone.md: line 1 elsewhere</p>' in page
    assert '<p class="where">page 3 line 1</p>' in page


def test_what_differs_between_copies_is_counted() -> None:
    page = Page(WORDS["en"], "", [], [], [], {}, {})
    assert [page.differences(number) for number in range(3)] == ["No differences", "1 difference", "2 differences"]


def test_a_quotation_is_what_a_reader_reads(page_of: Callable[..., str], write: Write) -> None:
    path = write(
        "a.html", '<html><body><h1>Guide</h1><p>Look <b class="x">over</b> &amp; here, <i>there</i>.</p></body></html>'
    )
    assert '<blockquote class="quotation">Look over &amp; <b>here</b>, there.</blockquote>' in page_of(path)
    assert quoted("a" * 30 + "here" + "b" * 30, 30, 34) == Quotation("…" + "a" * 24, "here", "b" * 24 + "…")
    assert quoted("a" * 90, 10, 80) == Quotation("a" * 10, "a" * 60 + "…", "")
    assert quoted("short", 0, 0) == Quotation("", "short", "")
    assert quoted("", 0, 0) is None

"""Defects of marks and numbers: brackets, quotes, widths, title marks, document numbers, ordinals, markup."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from official_papers import Edit, Paper, lines, ordinals, paragraphs, replaced, series

if TYPE_CHECKING:
    from collections.abc import Iterator

HAN = "[\u4e00-\u9fff]"
DOCUMENT_NUMBER = re.compile(rf"(?<={HAN})〔(20\d\d)〕(\d+)号")
PAIRS = {"（": "）", "“": "”", "《": "》"}
SEVERAL = 3  # ordinals of one style, of which one can be the odd one


def number_brackets(paper: Paper) -> Iterator[Edit]:
    """The year of a document number in other brackets."""
    for match in DOCUMENT_NUMBER.finditer(paper.text):
        for left, right in ("【】", "[]", "（）", "()", "﹝﹞", "［］"):
            yield Edit(match.start(), match.end(1) + 1, f"{left}{match[1]}{right}")


def number_with_word(paper: Paper) -> Iterator[Edit]:
    """第 in a document number."""
    for match in DOCUMENT_NUMBER.finditer(paper.text):
        yield Edit(match.start(2), match.start(2), "第")


def number_with_zero(paper: Paper) -> Iterator[Edit]:
    """A zero before the number."""
    for match in DOCUMENT_NUMBER.finditer(paper.text):
        yield Edit(match.start(2), match.start(2), "0")


def number_with_short_year(paper: Paper) -> Iterator[Edit]:
    """A year of two digits."""
    for match in DOCUMENT_NUMBER.finditer(paper.text):
        yield Edit(match.start(1), match.end(1), match[1][2:])


def number_with_blank(paper: Paper) -> Iterator[Edit]:
    """A blank inside a document number."""
    for match in DOCUMENT_NUMBER.finditer(paper.text):
        yield Edit(match.start(2), match.start(2), " ")
        yield Edit(match.start(), match.start(), " ")


def pairs(paper: Paper) -> Iterator[tuple[int, int]]:
    """Where marks open and close that are alone of their sort in a line of sentences, and begin no line."""
    for line in paragraphs(paper, 20):
        for left, right in PAIRS.items():
            if line.text.count(left) == line.text.count(right) == 1:
                first, last = line.text.index(left), line.text.index(right)
                if line.text[:first].strip("　 ") and first < last and "](" not in line.text:
                    yield line.start + first, line.start + last


def mark_not_closed(paper: Paper) -> Iterator[Edit]:
    """The mark that closes is lost."""
    for _, last in pairs(paper):
        yield Edit(last, last + 1, "")


def mark_not_opened(paper: Paper) -> Iterator[Edit]:
    """The mark that opens is lost."""
    for first, _ in pairs(paper):
        yield Edit(first, first + 1, "")


def mark_of_other_width(paper: Paper) -> Iterator[Edit]:
    """One bracket of a pair is half as wide."""
    for first, last in pairs(paper):
        if paper.text[first] == "（":
            yield Edit(last, last + 1, ")")
            yield Edit(first, first + 1, "(")


def mark_of_other_sort(paper: Paper) -> Iterator[Edit]:
    """A quotation is closed with the mark that opens one, or opened with one that closes, or with a title mark."""
    for first, last in pairs(paper):
        if paper.text[first] == "“":
            yield Edit(last, last + 1, "“")
            yield Edit(first, first + 1, "”")
        if paper.text[first] == "《":
            yield Edit(last, last + 1, "〉")


def narrow_comma(paper: Paper) -> Iterator[Edit]:
    """A comma, colon or semicolon half as wide between Chinese letters."""
    for wide, narrow in ("，,", "：:", "；;"):
        yield from replaced(paper, rf"(?<={HAN})({wide})(?={HAN})", narrow, narrow + " ")


def narrow_brackets(paper: Paper) -> Iterator[Edit]:
    """Brackets half as wide around Chinese words inside a sentence."""
    for match in re.finditer(rf"(?<={HAN})（({HAN}{{2,20}})）(?=[{HAN[1:-1]}，。])", paper.text):
        yield Edit(match.start(), match.end(), f"({match[1]})")


def wide_figures(paper: Paper) -> Iterator[Edit]:
    """A number in wide figures."""
    for match in re.finditer(rf"(?<={HAN})\d{{1,4}}(?={HAN})", paper.text):
        yield Edit(match.start(), match.end(), "".join(chr(ord(digit) + 0xFEE0) for digit in match[0]))


def nested_title_marks(paper: Paper) -> Iterator[Edit]:
    """《》 or < > inside 《》 where 〈〉 belongs."""
    for match in re.finditer(r"(?<=《)([^《》]*)〈([^〉]*)〉(?=[^《》]*》)", paper.text):
        for left, right in ("《》", "<>", "＜＞"):
            yield Edit(match.start(), match.end(), f"{match[1]}{left}{match[2]}{right}")


def heading_style(paper: Paper) -> Iterator[Edit]:
    """One ordinal of several with brackets of another width, a blank behind it, or another point."""
    others = {"bracketed": ("({})", "（{}） ", "（{})"), "plain": ("{}.", "{}、 ", "{}．"), "digits": ("{}．", "{}. ")}
    for run in series(paper):
        if len(run) >= SEVERAL and run[0].style in others:
            for one in run:
                bare = paper.text[one.start : one.end].strip("（）、.")
                for other in others[run[0].style] if paper.text[one.end] not in " 　" else ():
                    yield Edit(one.start, one.end, other.format(bare))


def digit_with_other_point(paper: Paper) -> Iterator[Edit]:
    """1、 for 1."""
    for one in ordinals(paper):
        if one.style == "digits" and paper.text[one.end] != " ":
            yield Edit(one.end - 1, one.end, "、")


def point_behind_bracket(paper: Paper) -> Iterator[Edit]:
    """A point or comma behind an ordinal in brackets."""
    for one in ordinals(paper):
        if one.style == "bracketed":
            yield Edit(one.end, one.end, "、")


def digit_in_attachments(paper: Paper) -> Iterator[Edit]:
    """1、 for 1. in the list of attachments."""
    yield from replaced(paper, r"^[\s　]*附件：\d(\.)", "、")


def bold_lead(paper: Paper) -> Iterator[Edit]:
    """The stars of Markdown around the first clause of a paragraph in plain text."""
    for line in paragraphs(paper, 30) if paper.is_plain else ():
        match = re.match(r"[\s　]*([^，。：《“（\d]{4,20})[，。：]", line.text)
        if match:
            yield Edit(line.start + match.start(1), line.start + match.end(1), f"**{match[1]}**")


def bold_term(paper: Paper) -> Iterator[Edit]:
    """The stars of Markdown around a quotation in plain text."""
    for match in re.finditer(rf"(?<={HAN})“{HAN}{{3,10}}”(?={HAN})", paper.text) if paper.is_plain else ():
        yield Edit(match.start(), match.end(), f"**{match[0]}**")


def bold_heading(paper: Paper) -> Iterator[Edit]:
    """The stars of Markdown around a heading, or its signs before one, in plain text."""
    for one in ordinals(paper) if paper.is_plain else ():
        if one.is_heading and one.text and one.style in {"plain", "bracketed"}:
            yield Edit(one.start, one.line.end, f"**{paper.text[one.start : one.line.end]}**")
            yield Edit(one.line.start, one.start, "## " if one.style == "plain" else "### ")


def broken_in_two(paper: Paper, cut: str) -> Iterator[Edit]:
    """A paragraph cut between two Chinese letters in the middle of its longest clause."""
    for line in paragraphs(paper, 80):
        clauses = [*re.finditer(rf"{HAN}{{12,}}", line.text)]
        if clauses:
            longest = max(clauses, key=lambda match: len(match[0]))
            middle = line.start + (longest.start() + longest.end()) // 2
            yield Edit(middle, middle, cut)


def cut_by_blank_line(paper: Paper) -> Iterator[Edit]:
    """A paragraph cut by a blank line."""
    yield from broken_in_two(paper, "\n\n")


def cut_by_line_break(paper: Paper) -> Iterator[Edit]:
    """A paragraph cut by a line break, in plain text, where paragraphs are single lines."""
    if paper.is_plain:
        yield from broken_in_two(paper, "\n")


def heading_glued(paper: Paper) -> Iterator[Edit]:
    """A heading on the line of the paragraph before it."""
    all_lines = [line for line in lines(paper) if line.text.strip()]
    headings = {one.line: one for one in ordinals(paper) if one.style in {"plain", "bracketed"} and one.is_heading}
    for before, one in pairwise(all_lines):
        if one in headings and before.text.endswith("。"):
            yield Edit(before.end, headings[one].start, "")


MAKERS = {
    "gongwen.document-number": (
        number_brackets,
        number_with_word,
        number_with_zero,
        number_with_short_year,
        number_with_blank,
    ),
    "document.paired-marks": (mark_not_closed, mark_not_opened, mark_of_other_width, mark_of_other_sort),
    "zh.width": (narrow_comma, narrow_brackets, wide_figures),
    "gongwen.title-marks": (nested_title_marks,),
    "gongwen.heading-style": (heading_style,),
    "gongwen.ordinal-punctuation": (digit_with_other_point, point_behind_bracket, digit_in_attachments),
    "document.stray-markup": (bold_lead, bold_term, bold_heading),
    "zh.broken-paragraph": (cut_by_blank_line, cut_by_line_break, heading_glued),
}

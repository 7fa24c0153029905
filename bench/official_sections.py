"""Defects of the order of a document: headings, numbers, paragraphs pasted twice, attachments, sections of annual reports."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from official_papers import Edit, Line, Ordinal, Paper, lines, numeral, ordinals, paragraphs, replaced, sections, series

if TYPE_CHECKING:
    from collections.abc import Iterator

SEVERAL = 3  # ordinals in a run whose order is beyond doubt
LONG = 90  # characters of a paragraph that nobody writes twice
SECTIONS = {  # headings of annual reports, and what they are called by mistake
    "总体情况": ("工作基本情况", "总体情况概述"),
    "主动公开政府信息情况": ("主动公开政府信息的情况", "政府信息主动公开情况"),
    "收到和处理政府信息公开申请情况": ("收到和处理政府信息依申请公开情况", "依申请公开政府信息情况"),
    "政府信息公开行政复议、行政诉讼情况": (
        "政府信息公开行政复议和行政诉讼情况",
        "因政府信息公开被申请行政复议、提起行政诉讼情况",
    ),
    "存在的主要问题及改进情况": ("存在的主要问题及改进措施", "存在的问题及改进情况"),
    "其他需要报告的事项": ("其他需要汇报的事项", "需要报告的其他事项"),
}


def pasted(paper: Paper, longest: int) -> Iterator[tuple[int, str]]:
    """Runs of successive paragraphs, and the ends of other sections where they are pasted."""
    ends = [(heading.line.start, end) for heading, end in sections(paper)]
    found = paragraphs(paper, LONG)
    for first, last in zip(found, found[longest - 1 :], strict=False):
        text = paper.text[first.start : last.end]
        home = next(((start, end) for start, end in ends if start <= first.start < end), None)
        if not home or last.end > home[1] or any(len(part) < LONG for part in text.split("\n") if part):
            continue
        for start, end in ends[:-1]:  # the last ends behind the signature
            if start != home[0] and "\t" not in (before := paper.text[start:end].rstrip())[-200:] and before[-1] != "|":
                yield start + len(before), text


def paragraph_pasted(paper: Paper) -> Iterator[Edit]:
    """A paragraph once more at the end of another section."""
    for place, text in pasted(paper, 1):
        yield Edit(place, place, ("\n\n" if "\n\n" in paper.text else "\n") + text)


def run_pasted(paper: Paper) -> Iterator[Edit]:
    """Two or three paragraphs once more at the end of another section."""
    for size in (2, 3):
        for place, text in pasted(paper, size):
            yield Edit(place, place, ("\n\n" if "\n\n" in paper.text else "\n") + text)


def paragraph_pasted_and_changed(paper: Paper) -> Iterator[Edit]:
    """A paragraph once more in another section, with another figure."""
    for place, text in pasted(paper, 1):
        figures = [*re.finditer(r"(?<![\d.,])\d{2,3}(?![\d.,年月日号])", text)]
        if figures:
            at = figures[-1]
            changed = f"{text[: at.start()]}{int(at[0]) + 3}{text[at.end() :]}"
            yield Edit(place, place, ("\n\n" if "\n\n" in paper.text else "\n") + changed)


def heading_twice(paper: Paper) -> Iterator[Edit]:
    """A heading twice, one below the other."""
    for one in ordinals(paper):
        if one.is_heading and one.text and one.style in {"plain", "bracketed"}:
            between = "\n\n" if "\n\n" in paper.text else "\n"
            yield Edit(one.line.end, one.line.end, between + one.line.text)


def heading_of_neighbour(paper: Paper) -> Iterator[Edit]:
    """The text of the heading before under the next number of the same run, whose body stays."""
    for run in series(paper):
        for before, one in pairwise(run):
            if before.is_heading and one.is_heading and before.text and one.text and one.style != "article":
                yield Edit(one.end, one.line.end, paper.text[before.end : before.line.end])


def rewritten(one: Ordinal, paper: Paper, value: int) -> Edit:
    """The ordinal with another value."""
    written = str(value) if one.style == "digits" else numeral(value)
    return Edit(
        one.start, one.end, re.sub(r"[一二三四五六七八九十\d]+", lambda _: written, paper.text[one.start : one.end])
    )


def number_left_out(paper: Paper) -> Iterator[Edit]:
    """The last of a run counts one further than it should."""
    for run in series(paper):
        if len(run) >= SEVERAL:
            yield rewritten(run[-1], paper, run[-1].value + 1)


def number_twice(paper: Paper) -> Iterator[Edit]:
    """One inside a run has the number of the one before."""
    for run in series(paper):
        if len(run) >= SEVERAL:
            for one in run[1:]:
                yield rewritten(one, paper, one.value - 1)


def item_lost(paper: Paper) -> Iterator[Edit]:
    """One inside a run is lost with all that stands below it; the numbers of the others stay."""
    for run in series(paper):
        if len(run) > SEVERAL:
            for one, following in pairwise(run[1:]):
                yield Edit(one.line.start, following.line.start, "")


def section_renamed(paper: Paper) -> Iterator[Edit]:
    """A section of an annual report under a name that is not the official one."""
    for one, name in report_sections(paper):
        for other in SECTIONS[name]:
            yield Edit(one.end, one.line.end, other)


def section_dropped(paper: Paper) -> Iterator[Edit]:
    """A section of an annual report without its heading."""
    for one, _ in report_sections(paper):
        yield Edit(one.line.start, one.line.end + 1, "", anywhere=True)


def sections_swapped(paper: Paper) -> Iterator[Edit]:
    """The names of two sections of an annual report that follow each other, swapped."""
    for (one, name), (following, other) in pairwise(report_sections(paper)):
        between = paper.text[one.line.end : following.end]
        yield Edit(one.end, following.line.end, other + between + name)


def report_sections(paper: Paper) -> list[tuple[Ordinal, str]]:
    """The official headings of an annual report."""
    if "政府信息公开工作年度报告" not in paper.title:
        return []
    return [(one, one.text) for one in ordinals(paper) if one.style == "plain" and one.text in SECTIONS]


def template_word(paper: Paper) -> Iterator[Edit]:
    """A word of the form of 2019 in the tables of a later report."""
    if report_sections(paper) and paper.year > 2020:  # noqa: PLR2004 - the last year of the old form
        yield from replaced(paper, r"^[^。\n]*(本年制发件数)", "本年新制作数量")
        yield from replaced(paper, r"^[^。\n]*(现行有效件数)", "对外公开总数量")
        yield from replaced(paper, r"^[^。\n]*(本年处理决定数量)", "处理决定数量", "上一年项目数量")


def template_basis(paper: Paper) -> Iterator[Edit]:
    """The notice of 2019 as the basis of a later report."""
    if report_sections(paper) and paper.year > 2020 and "〔2019〕60号" not in paper.text:  # noqa: PLR2004
        yield from replaced(paper, r"国办公开办函(〔2021〕30号)", "〔2019〕60号")


def template_rows(paper: Paper) -> Iterator[Edit]:
    """The rows on purchases, which the form of 2019 had, behind the fees of a later report."""
    if report_sections(paper) and paper.year > 2020:  # noqa: PLR2004
        for line in lines(paper):
            if match := re.match(r"(\| )?行政事业性收费(\s*[|\t]\s*)", line.text):
                mark, end = match[2], " |" if match[1] else ""
                rows = (
                    ("第二十条第（九）项", "", "", ""),
                    ("信息内容", "采购项目数量", "采购总金额", ""),
                    ("政府集中采购", "2", "8.6万元", ""),
                )
                written = "".join(f"\n{match[1] or ''}{mark.join(row)}{end}" for row in rows)
                yield Edit(line.end, line.end, written)


def attachments(paper: Paper) -> list[tuple[Line, str, str]]:
    """The lines that list attachments, with the number, or none, and the name of each."""
    found: list[tuple[Line, str, str]] = []
    for line in lines(paper):
        match = re.fullmatch(r"[\s　]*(?:附件：)?(?:(\d)\.)?(.{4,40})", line.text)
        if match and ("附件：" in line.text or (found and match[1] == str(len(found) + 1))):
            found.append((line, match[1] or "", re.sub(r"（[^（）]*）$", "", match[2])))
    return found


def attachment_renamed(paper: Paper) -> Iterator[Edit]:
    """The heading of an attachment with another word for its kind, or with a word less, than the list has."""
    for line, _, name in attachments(paper):
        for other in lines(paper):
            if other.start > line.end and other.text.strip("# 　") == name:
                start = other.start + other.text.index(name)
                yield Edit(start + len(name) - 1, start + len(name), {"表": "清单", "单": "表"}.get(name[-1], "情况表"))
                yield Edit(start + len(name) - 4, start + len(name) - 2, "")


def attachment_number(paper: Paper) -> Iterator[Edit]:
    """A reference to an attachment that the list has not."""
    listed = attachments(paper)
    if listed:
        for match in re.finditer(r"附件(\d)(?=[）》。，])", paper.text[: listed[0][0].start]):
            yield Edit(match.start(1), match.end(1), str(len(listed) + 2))


def attachment_heading(paper: Paper) -> Iterator[Edit]:
    """The number above an attachment is one that the list has not."""
    listed = attachments(paper)
    if listed:
        for match in re.finditer(r"^附件(\d)$", paper.text, re.MULTILINE):
            yield Edit(match.start(1), match.end(1), str(len(listed) + 2))


MAKERS = {
    "document.repeated-content": (paragraph_pasted, run_pasted, paragraph_pasted_and_changed),
    "document.repeated-heading": (heading_twice, heading_of_neighbour),
    "document.numbering": (number_left_out, number_twice, item_lost),
    "annual-report.sections": (section_renamed, section_dropped, sections_swapped),
    "annual-report.template-version": (template_word, template_basis, template_rows),
    "gongwen.attachment": (attachment_renamed, attachment_number, attachment_heading),
}

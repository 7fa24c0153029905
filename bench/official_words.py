"""Defects of words: laws, wording, kinds of documents, placeholders, doubled words, meetings, what a document calls itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from official_papers import Edit, Paper, lines, replaced

if TYPE_CHECKING:
    from collections.abc import Iterator

HAN = "[\u4e00-\u9fff]"
LAW = re.compile(r"《(中华人民共和国[^《》〈〉]{2,20}?)(法|条例)》")
ONCE_OTHERWISE = re.compile("消防|治安管理处罚|税收|药品|海关")  # a law of that subject and another kind has existed
REFORMED = {  # organs since 2018, and what they were called before
    "市场监督管理局": "工商行政管理局",
    "市场监管局": "工商局",
    "自然资源和规划局": "国土资源局",
    "生态环境局": "环境保护局",
    "卫生健康局": "卫生和计划生育局",
    "卫生健康委": "卫计委",
    "农业农村局": "农业局",
    "应急管理局": "安监局",
}
REFORM = 2020  # the first year in which no organ of a county could still have its old name
PLENUMS = {  # when each ended, as year and month
    ("十九", 2): (2018, 1), ("十九", 3): (2018, 2), ("十九", 4): (2019, 10), ("十九", 5): (2020, 10),
    ("十九", 6): (2021, 11), ("十九", 7): (2022, 10), ("二十", 2): (2023, 2), ("二十", 3): (2024, 7),
    ("二十", 4): (2025, 10),
}  # fmt: skip
KINDS = ("办法", "细则", "规定", "方案", "意见", "预案", "指南")
SELVES = {"镇": ("乡", "街道", "局"), "乡": ("镇", "街道", "局"), "街道": ("镇", "乡", "局"), "局": ("镇", "委", "院"),
          "院": ("校", "局"), "县": ("市", "区"), "村": ("社区", "镇")}  # fmt: skip


def law_letter_lost(paper: Paper) -> Iterator[Edit]:
    """The title of a law without one of its letters."""
    for match in LAW.finditer(paper.text):
        for at in (match.start(1) + 3, match.end(1) - 2):
            yield Edit(at, at + 1, "")


def law_letters_swapped(paper: Paper) -> Iterator[Edit]:
    """The title of a law with two letters swapped."""
    for match in LAW.finditer(paper.text):
        for at in (match.start(1) + 4, match.end(1) - 2):
            yield Edit(at, at + 2, paper.text[at + 1] + paper.text[at])


def law_of_other_kind(paper: Paper) -> Iterator[Edit]:
    """A law of the nation under another kind, of which there is none."""
    for match in LAW.finditer(paper.text):
        if not ONCE_OTHERWISE.search(match[1]):
            for other in ("条例", "管理办法") if match[2] == "法" else ("办法", "管理条例"):
                yield Edit(match.start(2), match.end(2), other)


def law_with_other_word(paper: Paper) -> Iterator[Edit]:
    """The title of a law with a word too many."""
    for match in LAW.finditer(paper.text):
        if not match[1].endswith(("管理", "工作")):
            yield Edit(match.start(2), match.start(2), "工作" if match[2] == "条例" else "管理")


def wrong_until(paper: Paper) -> Iterator[Edit]:
    """截止 for 截至 before a date."""
    yield from replaced(paper, r"截(至)(?=\d|目前|本)", "止")


def exact_about(paper: Paper) -> Iterator[Edit]:
    """余 behind a number that is exact to the last figure."""
    for match in re.finditer(r"(?<![\d.,，第年—])\d{1,3}[1-9](?=[条户件处场])(?!.级)", paper.text):
        yield Edit(match.end(), match.end(), "余")
        yield Edit(match.end(), match.end(), "多")


def organ_of_old(paper: Paper) -> Iterator[Edit]:
    """An organ that has a new name since 2018 under its old one."""
    years = [int(year) for year in re.findall(r"20[12]\d(?=年)", paper.text)]
    if years and max(years) >= REFORM and (paper.year or max(years)) >= REFORM:
        for name, old in REFORMED.items():
            for match in re.finditer(rf"(?<!原)(?<=[县市区镇]){name}", paper.text):
                before = paper.text[max(0, match.start() - 8) : match.start()]
                if "原" not in before and name not in paper.title:
                    yield Edit(match.start(), match.end(), old)


def letter_for_one(paper: Paper) -> Iterator[Edit]:
    """The letter l for the figure 1 in a date."""
    yield from replaced(paper, r"(?<=\d月)(1)(?=\d?日)", "l")


def other_kind(paper: Paper) -> Iterator[Edit]:
    """The document calls itself another kind than its title."""
    heads = "\n".join(line.text for line in lines(paper) if len(line.text) < 60)  # noqa: PLR2004 - titles
    for kind in KINDS:
        others = [other for other in KINDS if other not in heads and f"本{other}" not in paper.text]
        if re.search(rf"{kind}(》?的通知)?(?:》|$|\n)", paper.title):
            for match in re.finditer(rf"(?<![日基根])本({kind})(?=[。，》所自适规由的])", paper.text):
                for other in others:
                    yield Edit(match.start(1), match.end(1), other)


def year_unfilled(paper: Paper) -> Iterator[Edit]:
    """Signs for the figures of a year."""
    yield from replaced(paper, r"(?<!\d)(20[12]\d)(?=年[^—]{0,8})", "20XX", "xxxx", "20××", "××××")


def month_unfilled(paper: Paper) -> Iterator[Edit]:
    """Signs for a month and a day."""
    yield from replaced(paper, r"20\d\d年(\d{1,2}月\d{1,2})日", "X月X", "××月××", "xx月xx")


def amount_unfilled(paper: Paper) -> Iterator[Edit]:
    """Signs for an amount."""
    yield from replaced(paper, r"(?<![\d.,])(\d+(?:\.\d+)?)(?=万元|万亩|公里|亿元)", "XX", "××", "xx", "*")


def number_unfilled(paper: Paper) -> Iterator[Edit]:
    """Signs for the number of a document."""
    yield from replaced(paper, r"〔20\d\d〕(\d+)号", "XX", "××", "xx")
    yield from replaced(paper, r"〔(20\d\d〕\d+)号", "20XX〕XX", "xxxx〕xx", "××××〕××")


def word_doubled(paper: Paper) -> Iterator[Edit]:
    """A word twice."""
    words = "开展|进行|通过|组织|加强|提高|推进|落实|完成|建立|应当|负责|按照|以及|或者"
    for match in re.finditer(rf"(?<={HAN})({words})(?={HAN})", paper.text):
        yield Edit(match.end(), match.end(), match[0])


def letter_doubled(paper: Paper) -> Iterator[Edit]:
    """A small word twice."""
    for match in re.finditer(rf"(?<={HAN})(的|和|对|在|为|由|将)(?={HAN}{{2}})", paper.text):
        if paper.text[match.end()] != match[1] and paper.text[match.start() - 1] != match[1]:
            yield Edit(match.end(), match.end(), match[0])


def point_doubled(paper: Paper) -> Iterator[Edit]:
    """A point twice, or two points where one belongs."""
    for match in re.finditer(rf"(?<={HAN})[，。、；](?={HAN}|\n)", paper.text):
        yield Edit(match.end(), match.end(), match[0])
        if match[0] == "。":
            yield Edit(match.start(), match.start(), "，")


def plenum_list(paper: Paper) -> Iterator[tuple[re.Match[str], list[int]]]:
    """The lists of plenums in succession, with their numbers."""
    for match in re.finditer(r"(十九|二十)届((?:[二三四五六七]中、)+[二三四五六七]中)全会", paper.text):
        yield match, ["一二三四五六七".index(letter) + 1 for letter in match[2].replace("中", "").split("、")]


def last_plenum_lost(paper: Paper) -> Iterator[Edit]:
    """A list of plenums without its last, which ended before the month of the document."""
    dates = re.findall(r"(20\d\d)[年-](\d{1,2})[月-]\d", paper.text[-300:]) or re.findall(
        r"(20\d\d)年(\d{1,2})月\d", paper.title
    )
    written = max(((int(year), int(month)) for year, month in dates), default=(0, 0))
    for match, numbers in plenum_list(paper):
        if PLENUMS[match[1], numbers[-1]] < written:
            yield Edit(match.start(2), match.end(2), match[2][: match[2].rindex("、")])


def plenums_out_of_order(paper: Paper) -> Iterator[Edit]:
    """A list of plenums with two of them swapped."""
    for match, _ in plenum_list(paper):
        first, second, *rest = match[2].split("、")
        yield Edit(match.start(2), match.end(2), "、".join([second, first, *rest]))


def other_self(paper: Paper) -> Iterator[Edit]:
    """One of several 我镇 as the organ of another level or sort, which is named nowhere so."""
    found = re.findall(r"我(街道|[镇乡局院县村])", paper.text)
    for own in set(found) if len(set(found)) == 1 and len(found) >= 3 else ():  # noqa: PLR2004 - beyond doubt
        others = [other for other in SELVES[own] if f"全{other}" not in paper.text]
        yield from replaced(paper, rf"我({own})", *others)


def self_of_other_level(paper: Paper) -> Iterator[Edit]:
    """我县 where a town says what it has itself received, answered or collected."""
    for own in ("镇", "乡", "街道"):
        if f"{own}" in paper.title and f"{own}人民政府办公" not in paper.title:
            others = [other for other in "县市区" if f"我{other}" not in paper.text]
            did = "(?:未|没有|共|应)?(?:收取|收到|受理|答复|主动公开)"
            yield from replaced(paper, rf"[我本]({own})(?={did}|[^，。；]{{0,6}}(?:未|没有)收取)", *others)


def other_whole(paper: Paper) -> Iterator[Edit]:
    """One of several 全镇 as 全乡 and the like."""
    found = re.findall(r"全(街道|[镇乡])(?![级长])", paper.text)
    for own in set(found) if len(set(found)) == 1 and len(found) >= 3 else ():  # noqa: PLR2004 - beyond doubt
        yield from replaced(paper, rf"(?<!健)全({own})(?![级长])", *SELVES[own][:2])


MAKERS = {
    "gongwen.law-title": (law_letter_lost, law_letters_swapped, law_of_other_kind, law_with_other_word),
    "gongwen.wording": (wrong_until, exact_about, organ_of_old, letter_for_one),
    "gongwen.document-kind": (other_kind,),
    "document.placeholder": (year_unfilled, month_unfilled, amount_unfilled, number_unfilled),
    "zh.repeated-characters": (word_doubled, letter_doubled, point_doubled),
    "gongwen.meetings": (last_plenum_lost, plenums_out_of_order),
    "gongwen.self-reference": (other_self, self_of_other_level, other_whole),
}

"""Defects of figures: sums, rates, counts, years and dates."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from official_papers import Edit, Paper, lines, number, numeral, ordinals, replaced, series

if TYPE_CHECKING:
    from collections.abc import Iterator

HAN = "[\u4e00-\u9fff]"
NUMBER = r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\d.,%])"
UNIT = "[\u4e00-\u9fff]{1,3}?"
TOTAL = re.compile(rf"({NUMBER})({UNIT})，其中[，：]?([^。；（\n]+)")
PART = re.compile(rf"[^\d]{{1,16}}?({NUMBER})({HAN}{{1,3}})")
GREW = re.compile(
    rf"({NUMBER})({UNIT})，?(?:比[^，。；\d]{{0,8}}(?:20\d\d年)?[^，。；\d]{{0,6}}的({NUMBER})\2|同比)"
    rf"(?:(?:增加|减少|增收|减收)({NUMBER})\2，)?(?:增长|下降|多|上升)(\d+(?:\.\d+)?)%"
)
RATE = re.compile(rf"({NUMBER})({UNIT})，[^，。；\d]{{1,8}}({NUMBER})\2，[^，。；\d]{{1,10}}率(?:为)?(\d+(?:\.\d+)?)%")
SHARE = re.compile(
    rf"({NUMBER})({UNIT})[，；]其中[^，。；\d]{{1,16}}({NUMBER})\2，占[^，。；\d]{{0,10}}(\d+(?:\.\d+)?)%"
)
COUNTERS = "个|项|类|条|件|种|大|方面|部分"
LONG_MONTHS = {1: 31, 2: 29, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}


def value(written: str) -> Decimal:
    """The value of a number with or without commas."""
    return Decimal(written.replace(",", ""))


def other(written: str, units: int) -> str:
    """The number so many units of its last place higher, or lower where that is too high, written in the same way."""
    places = len(written.partition(".")[2])
    changed = value(written) + units * Decimal(1).scaleb(-places)
    return f"{changed:,}" if "," in written else str(changed)


def sums(paper: Paper) -> Iterator[tuple[re.Match[str], list[tuple[int, int]]]]:
    """Totals with 其中, and where their parts stand, all of one unit, that add up to them."""
    for match in TOTAL.finditer(paper.text):
        parts: list[tuple[int, int]] = []
        at = match.start(3)
        for piece in re.split("[、，]", match[3]):
            part = PART.fullmatch(piece)
            if not part or part[2] != match[2]:
                break
            parts.append((at + part.start(1), at + part.end(1)))
            at += len(piece) + 1
        total = sum(value(paper.text[start:end]) for start, end in parts)
        if len(parts) > 1 and total == value(match[1]):
            yield match, parts


def total_changed(paper: Paper) -> Iterator[Edit]:
    """Another total before parts that added up to it."""
    for match, parts in sums(paper):
        yield Edit(match.start(1), match.end(1), other(match[1], 2 + len(parts)))
        if len(match[1]) > 2 and match[1][0] != match[1][1] and match[1][:2].isdigit() and match[1][1] != "0":  # noqa: PLR2004
            yield Edit(match.start(1), match.start(1) + 2, match[1][1] + match[1][0])


def part_changed(paper: Paper) -> Iterator[Edit]:
    """Another figure among parts that added up to their total."""
    for _, parts in sums(paper):
        for start, end in parts:
            yield Edit(start, end, other(paper.text[start:end], 2 + len(parts)))


def rounds(exact: Decimal, written: str) -> bool:
    """Whether a percentage is written as it is computed."""
    return abs(exact - Decimal(written)) <= Decimal("0.51").scaleb(-len(written.partition(".")[2]))


def rate_changed(paper: Paper) -> Iterator[Edit]:
    """Another rate of growth than the two figures before it give."""
    for match in GREW.finditer(paper.text):
        new, difference = value(match[1]), value(match[4]) if match[4] else None
        if match[3] or difference is not None:
            sign = -1 if "下降" in match[0] else 1
            old = value(match[3]) if match[3] else new - sign * difference  # type: ignore[operator]
            fits = difference is None or abs(new - old) == difference
            if old and fits and rounds(100 * abs(new - old) / old, match[5]):
                yield Edit(match.start(5), match.end(5), other(match[5], 23))
                yield Edit(match.start(5), match.end(5), other(match[5], 100))


def difference_changed(paper: Paper) -> Iterator[Edit]:
    """Another difference than that of the two figures before it."""
    for match in GREW.finditer(paper.text):
        if match[3] and match[4] and abs(value(match[1]) - value(match[3])) == value(match[4]):
            yield Edit(match.start(4), match.end(4), other(match[4], 6))


def share_changed(paper: Paper) -> Iterator[Edit]:
    """Another share or rate than a part of a whole gives."""
    for pattern in (RATE, SHARE):
        for match in pattern.finditer(paper.text):
            if value(match[1]) and rounds(100 * value(match[3]) / value(match[1]), match[4]):
                step = -31 if "." in match[4] else -3
                yield Edit(match.start(4), match.end(4), other(match[4], step))


def counts_beside(start: int, end: int, written: str) -> Iterator[Edit]:
    """The count one higher and, from three on, one lower."""
    count = 2 if written == "两" else number(written)
    yield Edit(start, end, numeral(count + 1))
    if count > 3:  # noqa: PLR2004 - two would be written 两
        yield Edit(start, end, numeral(count - 1))


def count_of_sentences(paper: Paper) -> Iterator[Edit]:
    """Another count before 一是, 二是 and so on."""
    for match in re.finditer(rf"([两二三四五六七八九])(?:{COUNTERS})[^。，\n]{{0,12}}[：。](?=一是)(.*)", paper.text):
        count = 2 if match[1] == "两" else number(match[1])
        found = [ordinal for ordinal in range(1, 11) if f"{numeral(ordinal)}是" in match[2]]
        if found == list(range(1, count + 1)):
            yield from counts_beside(match.start(1), match.end(1), match[1])


def count_of_words(paper: Paper) -> Iterator[Edit]:
    """Another count behind so many words with 、 between them."""
    listed = (
        rf"(?:^|[，。；：“])([^，。；：“”（）\n\d]{{4,60}}?)(?<![第十])([三四五六七八九])(?=(?:{COUNTERS}|镇|乡)(?!月))"
    )
    for match in re.finditer(listed, paper.text, re.MULTILINE):
        joined = match[1].count("、") + len(re.findall("(?:和|以及)(?!处理)", match[1]))
        if "、" in match[1] and joined + 1 == number(match[2]) and "等" not in match[1][-2:]:
            yield from counts_beside(match.start(2), match.end(2), match[2])


def count_of_items(paper: Paper) -> Iterator[Edit]:
    """Another count at the end of a paragraph before so many numbered items."""
    found = [line for line in lines(paper) if line.text.strip()]
    for run in series(paper):
        before = next((line for line, after in pairwise(found) if after == run[0].line), None)
        match = before and re.search(rf"(?<!第)([三四五六七八九十])(?:{COUNTERS})[^。，\n]{{0,12}}[：。]$", before.text)
        if before and match and number(match[1]) == len(run):
            yield from counts_beside(before.start + match.start(1), before.start + match.end(1), match[1])


def count_of_sections(paper: Paper) -> Iterator[Edit]:
    """Another count of the parts of the document than it has sections."""
    heads = [one for one in ordinals(paper) if one.style == "plain" and one.is_heading]
    for match in re.finditer(r"(?:本报告|全文)[^。\n]*?([三四五六七八九])个部分", paper.text):
        if number(match[1]) == len(heads):
            yield from counts_beside(match.start(1), match.end(1), match[1])


def period_of_other_year(paper: Paper) -> Iterator[Edit]:
    """A period of statistics that begins, or ends, in another year than the title's."""
    if paper.year and "政府信息公开工作年度报告" in paper.title:
        year = str(paper.year)
        yield from replaced(paper, rf"({year})年1月1日.{{0,4}}至", str(paper.year - 1))
        yield from replaced(paper, rf"至({year})年12月31日", str(paper.year - 1), str(paper.year + 1))


def plan_of_other_year(paper: Paper) -> Iterator[Edit]:
    """The year reported in the place of the next, for which something is planned."""
    if paper.year and "总结" in paper.title + "报告" and paper.year > 2015:  # noqa: PLR2004 - a year that was lived
        yield from replaced(
            paper, rf"(?:^|[。；，])[\s　]*({paper.year + 1})年，?(?={HAN}{{0,14}}，?{HAN}{{0,8}}将)", str(paper.year)
        )


def from_year_to_same(paper: Paper) -> Iterator[Edit]:
    """One year twice in 由…年的…到…年的…, so that something is compared with itself."""
    for match in re.finditer(r"由(20\d\d)年的[^，。]{1,16}到(20\d\d)年的", paper.text):
        if match[1] != match[2]:
            yield Edit(match.start(1), match.end(1), match[2])
            yield Edit(match.start(2), match.end(2), match[1])


def year_of_six_figures(paper: Paper) -> Iterator[Edit]:
    """202121年."""
    for match in re.finditer(r"(?<!\d)20(\d\d)(?=年\d+月)", paper.text):
        yield Edit(match.end(), match.end(), match[1])


def day_that_never_was(paper: Paper) -> Iterator[Edit]:
    """A day that its month does not have."""
    for match in re.finditer(r"(?<!\d)(\d{1,2})月(\d{1,2})(?=日)", paper.text):
        longest = LONG_MONTHS.get(int(match[1]), 0)
        if longest:
            yield Edit(match.start(2), match.end(2), str(longest + 1))
    for match in re.finditer(r"20\d\d年(\d{1,2})(?=月\d)", paper.text):
        yield Edit(match.start(1), match.end(1), "13")


MAKERS = {
    "document.sum-mismatch": (total_changed, part_changed, rate_changed, difference_changed, share_changed),
    "document.count-mismatch": (count_of_sentences, count_of_words, count_of_items, count_of_sections),
    "document.year-mismatch": (
        period_of_other_year,
        plan_of_other_year,
        from_year_to_same,
        year_of_six_figures,
        day_that_never_was,
    ),
}

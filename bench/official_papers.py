"""A clean official document as the makers of defects see it: its lines, headings, paragraphs, and what can be edited."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMERALS = "一二三四五六七八九十"
STYLES = {  # kinds of ordinals, from the highest level down
    "chapter": r"第([一二三四五六七八九十]+)[章部]",
    "article": r"第([一二三四五六七八九十]+)条",
    "plain": r"([一二三四五六七八九十]{1,3})、",
    "bracketed": r"（([一二三四五六七八九十]{1,3})）",
    "digits": r"(\d{1,2})\.(?!\d)",
}
ORDINAL = re.compile(rf"(?P<lead>[#\s　]*)(?P<ordinal>{'|'.join(STYLES.values())})(?P<text>.*)")
LONGEST_HEADING = 40  # characters


class Edit(NamedTuple):
    """A change that is a defect: what stands between two offsets, and what stands there then.

    What is missing can be reported `anywhere`; all else on the lines that are changed, or related to them.
    """

    start: int
    end: int
    new: str
    anywhere: bool = False


class Line(NamedTuple):
    """A line and where it starts."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where its text ends."""
        return self.start + len(self.text)


class Ordinal(NamedTuple):
    """A line that starts with an ordinal: where that stands, its style, its value and the text after it."""

    line: Line
    start: int
    end: int
    style: str
    value: int
    text: str

    @property
    def is_heading(self) -> bool:
        """Whether the line is a heading, and no paragraph."""
        return len(self.text) <= LONGEST_HEADING and not re.search(r"[。；，：]", self.text)


class Paper(NamedTuple):
    """The name and the text of a clean document."""

    name: str
    text: str

    @property
    def is_plain(self) -> bool:
        """Whether it is plain text, no Markdown."""
        return self.name.endswith(".txt")

    @property
    def title(self) -> str:
        """The first lines up to the first line that ends a sentence, six at most."""
        first = [line.text for line in lines(self) if line.text.strip()][:6]
        ends = next((n for n, line in enumerate(first) if n and "。" in line), len(first))
        return "\n".join(first[:ends])

    @property
    def year(self) -> int:
        """The first year in the title, or 0."""
        found = re.search(r"20\d\d(?=年)", self.title)
        return int(found[0]) if found else 0

    def applied(self, edit: Edit) -> str:
        """The text with a defect."""
        return self.text[: edit.start] + edit.new + self.text[edit.end :]


def lines(paper: Paper) -> list[Line]:
    """All lines, after the front matter."""
    start = 0
    if not paper.is_plain and paper.text.startswith("---\n"):
        start = paper.text.index("\n---\n", 3) + 5
    found = []
    for text in paper.text[start:].split("\n"):
        found.append(Line(start, text))
        start += len(text) + 1
    return found


def number(numeral: str) -> int:
    """The value of a Chinese number up to 99, or of digits."""
    if numeral.isdigit():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    return (10 * (NUMERALS.index(tens) + 1 if tens else 1) if ten else 0) + (NUMERALS.index(ones) + 1 if ones else 0)


def numeral(value: int) -> str:
    """A number up to 19 in Chinese."""
    return NUMERALS[value - 1] if value <= len(NUMERALS) else "十" + NUMERALS[value - 11]


def ordinals(paper: Paper) -> list[Ordinal]:
    """The lines that start with an ordinal, outside of tables."""
    found = []
    for line in lines(paper):
        match = ORDINAL.fullmatch(line.text)
        if match and "\t" not in line.text and "|" not in line.text:
            style = next(name for name, pattern in STYLES.items() if re.fullmatch(pattern, match["ordinal"]))
            value = number(re.sub(r"[第章部条、（）.]", "", match["ordinal"]))
            start = line.start + match.start("ordinal")
            found.append(Ordinal(line, start, start + len(match["ordinal"]), style, value, match["text"].strip()))
    return found


def series(paper: Paper) -> list[list[Ordinal]]:
    """The runs of ordinals of one style that count 1, 2, 3 below one heading, of two and more."""
    runs: list[list[Ordinal]] = []
    open_runs: dict[str, list[Ordinal]] = {}
    order = list(STYLES)
    for one in ordinals(paper):
        for lower in order[order.index(one.style) + 1 :]:
            open_runs.pop(lower, None)
        if one.value == 1:
            open_runs[one.style] = [one]
            runs.append(open_runs[one.style])
        elif one.style in open_runs and one.value == len(open_runs[one.style]) + 1:
            open_runs[one.style].append(one)
        else:
            open_runs.pop(one.style, None)
    return [run for run in runs if len(run) > 1]


def sections(paper: Paper) -> list[tuple[Ordinal, int]]:
    """The headings that are numbered 一、 or as chapters, each with the end of its section, before the next."""
    found = [one for one in ordinals(paper) if one.style in {"chapter", "plain"} and one.is_heading]
    ends = [one.line.start for one in found[1:]]
    return list(zip(found, [*ends, len(paper.text)], strict=bool(found)))


def paragraphs(paper: Paper, shortest: int = 60) -> list[Line]:
    """The lines that are whole sentences, outside of tables."""
    return [
        line
        for line in lines(paper)
        if len(line.text) >= shortest and line.text.endswith("。") and not re.search(r"[\t|]", line.text)
    ]


def replaced(paper: Paper, pattern: str, *news: str, first: int = 0) -> Iterator[Edit]:
    """The first group of each match of a pattern, from an offset on, replaced by each of some texts in turn."""
    for match in re.compile(pattern, re.MULTILINE).finditer(paper.text, first):
        for new in news:
            yield Edit(match.start(1), match.end(1), new)

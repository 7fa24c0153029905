"""repeated-content on long and awkward documents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Recto, Write


SENTENCE = "The pump by the north gate was repaired in April and has run without a fault ever since then, number {}."


def check(recto: Recto, write: Write, paragraphs: list[str]) -> list[str]:
    path = write("a.txt", "\n\n".join(paragraphs) + "\n")
    result = recto("check", "--select", "document.repeated-content", path)
    assert result.status < 2, result.out
    return [
        re.sub(" (error|warning|suggestion):", "", line.split(":", 1)[1].rpartition(" [")[0]) for line in result.lines
    ]


def test_ten_thousand_paragraphs_that_differ_by_a_number_are_none_repeated(recto: Recto, write: Write) -> None:
    assert check(recto, write, [SENTENCE.format(number) for number in range(10_000)]) == []


def test_ten_thousand_equal_paragraphs_are_one_diagnostic(recto: Recto, write: Write) -> None:
    (said,) = check(recto, write, [SENTENCE.format(1)] * 10_000)
    assert said == "3:1: Repeats line 1 (9999 blocks, 100% alike; the same to the letter)."


def test_each_further_copy_is_told(recto: Recto, write: Write) -> None:
    copy = [SENTENCE.format("one"), SENTENCE.format("two").replace("north", "south")]
    others = ["Then came the summer.", "Then came the autumn."]
    said = check(recto, write, [*copy, others[0], *copy, others[1], *copy])
    assert [line.split(" (")[0] for line in said] == [
        "7:1: Repeats lines 1–3",
        "13:1: Repeats lines 7–9",
    ]


def test_a_paragraph_under_another_heading_may_be_meant_and_a_section_may_not(recto: Recto, write: Write) -> None:
    assert check(recto, write, ["1. Wells", SENTENCE.format(1), "2. Springs", SENTENCE.format(1)]) == []
    text = [SENTENCE.format(1) + " " + SENTENCE.format(2).replace("north", "south"), "It is cleaned in spring."]
    said = check(recto, write, ["1. Wells", *text, "2. Springs", "They are old.", "1. Wells", *text])
    assert [line.split(" (")[0] for line in said] == ["11:1: Repeats lines 1–5"]


def test_a_sentence_pasted_twice_within_a_paragraph(recto: Recto, write: Write) -> None:
    twice = f"The wells are old. {SENTENCE.format(1)} {SENTENCE.format(1)} They are deep."
    assert check(recto, write, [twice]) == ["1:124: Repeats line 1 (1 block, 100% alike; the same to the letter)."]


def test_a_changed_paragraph_before_an_equal_one_belongs_to_the_run(recto: Recto, write: Write) -> None:
    first = [SENTENCE.format("one"), SENTENCE.format("two").replace("north", "south")]
    later = [SENTENCE.format("six"), first[1]]
    (said,) = check(recto, write, ["1. Wells", *first, "1. Wells", *later])
    assert said.startswith("7:1: Repeats lines 1–5 (3 blocks, 98% alike; 1 difference: “one” (line 3) / “six”")


def test_many_differences_are_counted_and_some_are_told(recto: Recto, write: Write) -> None:
    def paragraphs(word: str) -> list[str]:
        return [SENTENCE.format(word + letter).replace("north", letter) for letter in "abcd"] + [SENTENCE.format("end")]

    (said,) = check(recto, write, ["1. Wells", *paragraphs("x"), "1. Wells", *paragraphs("y")])
    assert "4 differences: “xa” (line 3) / “ya” (line 15); “xb” (line 5) / “yb” (line 17); “xc”" in said
    assert "“xd”" not in said


def test_headings_alone_are_no_content(recto: Recto, write: Write) -> None:
    headings = [f"{ordinal}、关于全镇本年度防汛抗旱物资储备和值班值守工作的情况" for ordinal in "一二三"]
    assert check(recto, write, [*headings, "正文。", *headings]) == []


def test_a_rule_may_look_at_items_alone(recto: Recto, write: Write) -> None:
    rule = "extends: repeated-content\nmessage: Twice.\nscope: item\n"
    styles = write("styles/mine/twice.yaml", rule).parent.parent
    path = write("a.md", f"{SENTENCE}\n\n{SENTENCE}\n\n* {SENTENCE}\n* {SENTENCE}\n")
    result = recto("check", "--rules-path", styles, "--select", "mine", path)
    assert [line.split(":", 1)[1] for line in result.lines] == ["6:3: warning: Twice. [mine.twice]"]


def test_a_line_pasted_twice_in_the_middle_of_a_sentence(recto: Recto, write: Write) -> None:
    path = write("a.md", "The pump by the\nnorth gate was repaired\nnorth gate was repaired\nin April.\n")
    result = recto("check", "--select", "document.repeated-content", path)
    assert [line.split(":", 1)[1] for line in result.lines] == [
        "3:1: error: Repeats line 2 (1 line, 100% alike; the same to the letter). [document.repeated-content]"
    ]


def test_a_quotation_of_the_text_is_meant(recto: Recto, write: Write) -> None:
    said = "Water the beds in the evening, when the sun is low and the air is cool, and wet the roots alone, not the leaves."
    text = "# Garden\n\n{}- In short. {}\n\n## Water\n\nSo he said.\n\n**{}** But mind the pump.\n"
    told = {
        mark: recto(
            "check", "--select", "document.repeated-content", write("a.md", text.format(mark, said, said))
        ).lines
        for mark in ("> ", "")
    }
    assert told["> "] == []
    assert len(told[""]) == 1


FIGURES = "全年新建水井{}口、维修水井30口，解决2个村{}人的饮水问题，供水保证率达到95%。"


def test_figures_told_in_two_sections(recto: Recto, write: Write) -> None:
    def said(first: str, later: str, heading: str = "二、打算") -> list[str]:
        return check(recto, write, ["一、成效", first, "各村满意。", heading, "继续值守。", later])

    same = FIGURES.format(12, 1200)
    assert said(same, same) == ["11:1: Repeats line 3 (1 sentence, 100% alike; the same to the letter)."]
    assert said(same, FIGURES.format(16, 1500)) == [
        "11:1: Repeats line 3 (1 sentence, 96% alike; the same but for its figures)."
    ]
    assert not said(same, "继续新建水井16口、维修水井20口。")
    assert not said(
        "编号12、30、1200的水井由甲村乙村丙村丁村分别管护，钥匙都挂在办公室。",
        "编号13、30、1200的水井由甲村乙村丙村丁村分别管护，钥匙都挂在办公室。",
    )
    assert not said(same, FIGURES.format(16, 1500), "各村满意，各村满意。")
    articles = ["第一条　甲。", "第二条　乙。", "第三条　丙。"]
    assert not check(recto, write, [*articles, "一、成效", same, "二、打算", "继续值守。", FIGURES.format(16, 1500)])

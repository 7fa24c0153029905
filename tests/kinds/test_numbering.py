"""numbering: what is a series and what only looks like one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Check, Recto, Write


RULE = "extends: numbering\nmessage: '{ordinal} after {previous} ({earlier}), not {expected}'\n"


def lines(*headings: str) -> str:
    return "".join(heading if heading.endswith("\n") else f"{heading}\n\n正文。\n\n" for heading in headings)


@pytest.mark.parametrize(
    ("headings", "said"),
    [
        (["一、甲", "二、乙", "四、丙", "四、丁", "五、戊"], ["9:1: 四、 after 二、"]),
        (["一、甲", "二、乙", "三、丙", "四、丁", "二、戊"], ["17:1: 二、 after 四、"]),
        (["一、甲", "（一）乙", "（二）丙", "关于戊的说明\n\n", "（一）丁", "（二）戊"], []),
        (["第一章 甲", "第二章 乙", "第一章 丙", "第二章 丁", "第三章 戊"], ["9:1: 第一章 after 第二章"]),
        (["A. one", "B. two", "C. three", "I. four"], []),
        (["a) one", "b) two", "c) three", "i) four"], []),
        (["1.1 甲", "1.2 乙", "2.1 丙", "2.2 丁"], []),
        (["一、甲", "一、甲", "二、乙"], []),
        (["一、甲", "（一）乙", "（二）丙", "二、某某，某某；某某某某。\n\n", "（一）丁", "（二）戊"], []),
        (["1. 甲", "2. 乙", "3. 丙", "4.1 丁", "4.2 戊", "5. 己"], []),
        (["第一条 甲", "第二条 乙", "第四条 丙"], []),
    ],
    ids=[
        "one that is wrong", "back", "a line that heads a part", "restart", "Roman numbers", "small Roman numbers",
        "another prefix", "the same heading", "a higher number that is no heading",
        "a number that only its parts have", "articles",
    ],
)  # fmt: skip
def test_headings(check: Check, headings: list[str], said: list[str]) -> None:
    found = check(RULE, lines(*headings))
    assert [line.replace("warning: ", "").partition(" (")[0] for line in found] == said


@pytest.mark.parametrize(
    ("headings", "said"),
    [
        (["## 1. A", "## B", "## 3. C", "## 4. D"], ["9:4: warning: 3. after 1. (line 1), not 2."]),
        (["## 1. A", "## B", "## 2. C", "## 4. D"], ["13:4: warning: 4. after 2. (line 9), not 3."]),
        (["## 1. A", "## 2. B", "## C", "## 1. D", "## 2. E"], []),
        (["## 1. A", "## 2. B", "## C", "## 2. D", "## 3. E"], []),
        (["## 1. A", "## 2. B", "## C", "## 20. D"], []),
        (["## 1. A", "## 2. B\n\n...", "## 4. C", "## 5. D"], ["11:4: warning: 4. after 2. (line 5), not 3."]),
        (["## 第一条 A", "## B", "## 第三条 C"], []),
        (["## 1. A", "## Version 2.x is newer", "## 3. B", "## 4. C"], ["9:4: warning: 3. after 1. (line 1), not 2."]),
    ],
    ids=["a gap", "a gap behind it", "anew", "back", "far away", "dots below a heading", "articles", "a version"],
)
def test_headings_without_a_number_between(check: Check, headings: list[str], said: list[str]) -> None:
    assert check(RULE, lines(*headings), "a.md") == said


def test_the_first_break_of_a_series_may_be_enough(check: Check) -> None:
    text = lines("一、甲", "二、乙", "四、丙", "五、丁", "七、戊") + "1. a,\n2. b,\n4. c,\n5. d,\n7. e.\n"
    assert len(check(RULE, text)) == 4
    assert len(check(f"{RULE}report: first\n", text)) == 2
    assert len(check(f"{RULE}of: [lists]\n", text)) == 2
    assert len(check(f"{RULE}of: [headings]\n", text)) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1. 甲，\n2. 乙，\n1. 丙，\n2. 丁。\n", []),
        ("第一条 甲。\n第二条 乙。\n第四条 丙。\n", []),
        ("1. 甲，\n2. 乙；3. 丙，\n4. 丁，\n", []),
        ("1. 甲，\n2. 乙，\n2. 丙，\n", ["3:1: warning: 2. after 2. (line 2), not 3."]),
    ],
    ids=["two lists", "articles", "two in one", "a repeat"],
)
def test_lists(check: Check, text: str, said: list[str]) -> None:
    assert check(RULE, text) == said


def test_a_number_may_be_glued_to_the_year_behind_it(check: Check) -> None:
    notes = [
        "18.平台：指平台。",
        "19.政策：指政策。",
        "20.2026年实事：指十件实事。",
        "21.核算：指核算。",
        "22.其他：指其他。",
    ]
    assert check(RULE, "".join(f"{note}\n\n" for note in notes)) == []


SHIPPED = "document.numbering"


def shipped(recto: Recto, write: Write, text: str, name: str = "a.md") -> list[str]:
    result = recto("check", "--select", SHIPPED, write(name, text))
    assert result.status < 2, result.out + result.err
    return [line.split(":", 1)[1].rpartition(" [")[0].replace("warning: ", "") for line in result.lines]


def place(found: list[str]) -> list[str]:
    return [line.partition(" comes after")[0] for line in found]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("## Uses\n\n### Example 1\n\na\n\n### Example 2\n\nb\n\n### Example 4\n\nc\n", ["11:5: “Example 4”"]),
        ("表1 人口\n\n另见表2。\n\n表2 收入\n\n表4：支出\n", ["7:1: “表4”"]),
        ("<p>Figure 1</p>\n\n<p>Figure 2</p>\n\n<p>Figure 2</p>\n\n<p>Figure 3</p>\n", ["5:4: “Figure 2”"]),
        ("**Step 1**: a\n\n**Step 2**: b\n\n**Step 1**: c\n\n**Step 2**: d\n", []),
        ("Table 1: a\n\nTable 2: b\n\nTable 2 (continued): b\n\nTable 3: c\n", []),
        ("Table 1: a\n\nTable 2: b\n\n```\nTable 3: c\n```\n\nTable 4: d\n", []),
        ("Table 1: a\n\nTable 2: b\n\nTable 3 shows how.\n\nTable 4: d\n", []),
        ("Figure 1: a\n\n![Figure 1](x.png)\n\nFigure 2: b\n\nFigure 3: c\n", []),
        ("Listing 1-1: a\n\nListing 1-2: a\n\nListing 2-1: b\n\nListing 2-2: b\n", []),
        ("## A\n\nStep 1: a\n\nStep 2: b\n\n## B\n\nStep 4: c\n\nStep 5: c\n", []),
        ("# Appendix I: a\n\na\n\n# Appendix II: b\n\nb\n\n# Appendix III: c\n\nc\n", []),
        ("### Phase A\n\na\n\n### Phase B\n\nb\n\n### Phase D\n\nd\n", ["9:5: “Phase D”"]),
        ("### Part I: a\n\na\n\n### Part II: b\n\nb\n\n### Part IV: c\n\nc\n", ["9:5: “Part IV:”"]),
    ],
    ids=[
        "headings", "Chinese", "tags", "a new count", "a table that goes on", "a caption in code",
        "a sentence in a caption's place", "a picture", "chapters", "another section", "Roman numbers", "letters",
        "words and Roman numbers",
    ],
)  # fmt: skip
def test_captions(recto: Recto, write: Write, text: str, said: list[str]) -> None:
    assert place(shipped(recto, write, text)) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1. a\n\n```\nx\n```\n\n2. b\n\nMore.\n\n4. d\n", ["11:1: “4.”"]),
        ("1. a\n2. b\n\nMore.\n\n2. c\n3. d\n", ["6:1: “2.”"]),
        ("1. a\n2. b\n3. c\n4. d\n\nMore.\n\n3. e\n", ["8:1: “3.”"]),
        ("1. a\n2. b\n\nMore.\n\n20. c\n21. d\n", []),
        ("1. a\n2. b\n\n## New\n\n4. c\n5. d\n", []),
        ("1. a\n2. b\n   1. x\n   2. y\n   3. z\n4. d\n5. e\n", ["6:1: “4.”"]),
        ("1. a\n2. b\n\n3\\. c\n\n4. d\n5. e\n", []),
        ("1. a\n   1. x\n   2. y\n2. b\n   4. z\n   5. z\n", []),
        ("1. a\n2. b\n2. b\n3. c\n", ["3:1: “2.”"]),
        ("1. a\n3. c\n", ["2:1: “3.”"]),
        ("1. a\n2.\n   - b\n   - c\n\n3. d\n", []),
        ("1. a\n2. b\n3. c\n   ...\n6. f\n", []),
        ("1. a\n2. b\n   ```\n   x\n   ...\n   ```\n4. d\n", ["7:1: “4.”"]),
        ("- a\n\n  1. x\n  2. y\n\n- b\n\n  1. x\n  2. y\n", []),
    ],
    ids=[
        "code between", "a repeat", "back", "far away", "another section", "a nested list has the number",
        "a number that is no item", "a nested list of its own", "the same item",
        "two items", "an item that is a list", "dots", "dots in code", "a list for each bullet",
    ],
)  # fmt: skip
def test_lists_that_are_interrupted(recto: Recto, write: Write, text: str, said: list[str]) -> None:
    assert place(shipped(recto, write, text)) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1. What is it?\n   A thing.\n\n2. Is it good?\n\n      code (\n\n3. Is it\n   cheap?\n\n3. Is it dear?\n", ["11:1: “3.”"]),
        ("Issues\n======\n\n1. May a reader choose\n   the form?\n\n2. May a writer do so, too?\n\n4. May both?\n", ["9:1: “4.”"]),
        ("一、要点\n\n1. 修路，\n2. 供水，\n\n二、难点\n\n1. 缺钱，\n2. 缺人，\n", []),
    ],
    ids=["hanging lines", "underlined headings", "a list under each heading"],
)  # fmt: skip
def test_lists_in_plain_text(recto: Recto, write: Write, text: str, said: list[str]) -> None:
    assert place(shipped(recto, write, text, "a.rst")) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("抓好几项工作：一是修路。二是供水；四是通电。\n", ["1:18: “四是”"]),
        ("一是修路。\n\n二是供水。\n\n二是通电。\n\n三是植树。\n", ["5:1: “二是”"]),
        ("一是修路。二是供水。\n\n## 下步\n\n四是通电。\n", []),
        ("一是一，二是二。三是错的。\n", []),
    ],
    ids=["in one paragraph", "in several", "another section", "an idiom"],
)
def test_points_in_the_text(recto: Recto, write: Write, text: str, said: list[str]) -> None:
    assert place(shipped(recto, write, text)) == said


FIT = "## 1. A\n\n### 1.1 a\n\na\n\n## 2. B\n\n### 2.1 b\n\nb\n\n### 2.2 c\n\nc\n\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{FIT}## 3. C\n\n### 2.1 d\n\nd\n\n### 2.2 e\n\ne\n", ["19:5: “2.1”"]),
        (f"{FIT}### 3. C\n\nc\n\n## 4. D\n\nd\n", ["17:5: “3.”"]),
        ("## A\n\n### 2.1 a\n\na\n\n### 2.2 b\n\nb\n\n### 3.3 c\n\nc\n\n### 2.4 d\n\nd\n", ["11:5: “3.3”"]),
        ("## A\n\n### 2.1 a\n\na\n\n### 2.2 b\n\nb\n\n### 3.1 c\n\nc\n\n### 3.2 d\n\nd\n", []),
        ("## 1. A\n\n### 7.1 a\n\na\n\n## 2. B\n\n### 8.1 b\n\nb\n", []),
        (f"{FIT}### Note\n\nn\n\n### 2.3 d\n\nd\n\n## 3. C\n\nc\n", []),
        ("# 第三章 甲\n\n## 3.1 乙\n\na\n\n# 第四章 丙\n\n## 4.1 丁\n\nb\n\n# 第五章 戊\n\n## 4.2 己\n\nc\n", ["15:4: “4.2”"]),
        ("## 1.1. A\n\n### 1.1.1. a\n\na\n\n## 1.2. B\n\n### 1.2.1. b\n\nb\n\n## 1.3. C\n\n### 1.4.1. c\n\nc\n", ["15:5: “1.4.1.”"]),
    ],
    ids=[
        "a section copied", "a level too deep", "one among others", "another family", "the custom of the document",
        "a heading without a number", "chapters in words", "three levels",
    ],
)  # fmt: skip
def test_headings_that_go_with_others(recto: Recto, write: Write, text: str, said: list[str]) -> None:
    found = shipped(recto, write, text)
    assert place(found) == said
    assert all("it does not go with the headings around it" in line for line in found)


def test_a_table_of_contents_is_no_first_part(recto: Recto, write: Write) -> None:
    contents = "".join(f"## {number}、{name}\n\n" for number, name in zip("一二三", "甲乙丙", strict=True))
    text = contents.replace("\n\n", "\n\n正文。\n\n")
    assert shipped(recto, write, contents + text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("## A\n\n一、甲。\n\n（一）乙。\n\n（三）丙。\n\n二、丁。\n\n（一）戊。\n", ["7:1: warning: （三） after （一） (line 5), not （二）"]),
        ("## A\n\n（一）乙。\n\n（二）丙。\n\n## B\n\n（四）丁。\n", []),
        ("第一条 甲。\n\n（一）乙。\n\n（二）丙。\n\n第二条 丁。\n\n（二）戊。\n", []),
        ("> （一）乙。\n\n> （三）丙。\n", []),
        ("第一条 甲。\n\n第二条 乙。\n\n第二条 丙。\n\n第四条 丁。\n\n第五条 戊。\n", ["5:1: warning: 第二条 after 第二条 (line 3), not 第三条"]),
        ("第三条规定如下。\n\n第三条 甲。\n\n第五条 乙。\n", []),
    ],
)  # fmt: skip
def test_paragraphs_and_articles(check: Check, text: str, said: list[str]) -> None:
    assert check(RULE, text, "a.md") == said

"""heading-levels: ladders, and orders that are not upside down."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Check, Recto, Write


RULE = "extends: heading-levels\nmessage: '{heading} / {previous}'\n"


def lines(*headings: str) -> str:
    return "".join(f"{heading}\n\n正文。\n\n" for heading in headings)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("ladder: [一、, （一）, '1.']", ["9:1: warning: 1.丙 / 二、乙"]),
        ("ladder: [一、, （一）, '1.']\nmax-skip: 2", []),
        ("ladder: [一、, '1.']", []),
    ],
)
def test_a_ladder(check: Check, keys: str, said: list[str]) -> None:
    text = lines("一、甲", "二、乙", "1.丙", "（1）丁")
    assert check(f"{RULE}{keys}\n", text) == said


@pytest.mark.parametrize(
    ("headings", "said"),
    [
        (["一、甲", "（一）乙", "（二）丙", "一、丁", "（三）戊"], ["13:1: warning: 一、丁 / （二）丙"]),
        (["（一）乙", "（二）丙", "一、丁", "（三）戊"], []),
        (["一、甲", "（一）乙", "（二）丙", "一、丁", "（一）戊"], []),
        (["一、甲", "（一）乙", "（二）丙", "一、丁", "第二部分 戊", "（三）己"], []),
        (["一、甲", "（一）乙", "（二）丙", "一、丁", "附件1", "（三）己"], []),
        (["一、甲", "（一）乙", "（二）丙", "一、丁", "1.戊"], []),
    ],
    ids=["turned", "never otherwise", "starts anew", "a new part", "an attachment", "does not go on"],
)
def test_turned(check: Check, headings: list[str], said: list[str]) -> None:
    assert check(RULE, lines(*headings)) == said


CONTENTS = "- [A](#a)\n- [B](#b)\n- [C](#c)\n  - [D](#d)\n- [E](#e)\n- [F](#f)\n"


@pytest.mark.parametrize(
    ("contents", "headings", "said"),
    [
        (CONTENTS, ["## A", "## B", "## C", "### D", "### E", "## F"], ["24:5: warning: E / E"]),
        (CONTENTS, ["## A", "## B", "## C", "### D", "## E", "## F"], []),
        (CONTENTS, ["## A", "## B", "## C", "### D", "### E", "### F"], []),
        (CONTENTS, ["## A", "## B", "## C", "### D", "##### E", "## F"], ["24:7: warning: E / D"]),
        (CONTENTS, ["## A", "## B", "## C", "### D", "### E", "## E", "## F"], []),
        (CONTENTS.replace("  -", "-"), ["## A", "## B", "## C", "## D", "### E", "## F"], []),
        (CONTENTS.replace("[E](#e)", "See [E](#e)"), ["## A", "## B", "## C", "### D", "### E", "## F"], []),
        (CONTENTS.replace("[E](#e)", "`E`"), ["## A", "## B", "## C", "### D", "### E", "## F"], []),
    ],
    ids=[
        "lower than it is listed", "as it is listed", "no level prevails", "told once where a level is skipped",
        "named twice", "a flat list", "no entry", "no link",
    ],
)  # fmt: skip
def test_a_table_of_contents(check: Check, contents: str, headings: list[str], said: list[str]) -> None:
    text = contents + "\n" + "".join(f"{heading}\n\na\n\n" for heading in headings)
    assert check(RULE, text, "a.md") == said


def test_a_table_of_contents_at_the_end(check: Check) -> None:
    text = "# T\n\na\n\n" + lines("## A", "## B", "## C", "### D", "### E", "## F") + CONTENTS
    assert check(RULE, text, "a.md") == ["21:5: warning: E / E"]


def test_a_skip_that_is_a_habit_is_told_once(recto: Recto, write: Write) -> None:
    text = "".join(f"# Part {number}\n\n### Question {number}\n\nYes.\n\n" for number in range(4))
    path = write("a.md", text)
    (said,) = recto("check", "--select", "document.heading-levels", path).lines
    assert said.startswith(
        f"{path}:3:5: warning: “Question 0” is of level 3, and the heading before it of level 1, as at 3 more"
    )
    rows = json.loads(recto("check", "--select", "document.heading-levels", "--output-format", "json", path).out)
    assert [other["line"] for other in rows[0]["related"]] == [1, 9, 15, 21]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("## 1. A\n\na\n\n## 2. B\n\nb\n\n### 3. C\n\nc\n", ["9:5: warning: 3. C / 2. B"]),
        ("# T\n\n## 1. A\n\na\n\n## 2. B\n\nb\n\n#### 3. C\n\nc\n", ["11:6: warning: 3. C / 2. B"]),
        ("---\ntitle: T\n---\n\n### A\n\na\n", ["5:5: warning: A / T"]),
        ("---\ntitle: T\n---\n\n## A\n\na\n", []),
        ("---\ntitle: T\n---\n\nText.\n", []),
    ],
    ids=["a level unlike the series", "told once where it is skipped too", "a title above", "no skip", "no heading"],
)
def test_markdown(check: Check, text: str, said: list[str]) -> None:
    assert check(RULE, text, "a.md") == said

"""heading-style on what is no ordinal: marks, ends, letters, numerals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Recto, Write


RULE = "extends: heading-style\nmessage: '{written} → {expected}: {differences}, unlike {others}'\n"
LEVELS = "level: {sure: error, likely: warning, hint: suggestion}\n"


def headings(*lines: str, text: str = "Some text is here.") -> str:
    return "".join(f"{line}\n\n{text}\n\n" for line in lines)


@pytest.fixture
def check(recto: Recto, write: Write) -> Callable[..., list[str]]:
    def run(feature: str, text: str, keys: str = "") -> list[str]:
        write("styles/mine/style.yaml", f"{RULE}{LEVELS}features: [{feature}]\n{keys}")
        path = write("a.md", text)
        result = recto("check", "--rules-path", path.parent / "styles", "--select", "mine.style", path)
        assert result.status < 2, result.out + result.err
        return [line.split(":", 3)[1] + line.split(":", 3)[3].rpartition(" [")[0] for line in result.lines]

    return run


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (headings("# A", "## B ##", "## C"), ["5 warning: B → ## B: closed with #, unlike 2 other headings"]),
        (
            headings("A\n===", "B\n---", "## C"),
            ["11 warning: C → C ---: marked with # at its beginning only, unlike 2 other headings"],
        ),
        (
            headings("B\n---", "A\n---", "# C ##"),
            ["11 warning: C → C ===: closed with #, unlike 2 other headings"],
        ),
        (
            headings("# A #", "## B"),
            ["5 suggestion: B → ## B ##: marked with # at its beginning only, unlike 1 other heading"],
        ),
        (
            headings("A\n---", "## B", "### C"),
            ["1 warning: A → ## A: underlined, unlike 2 other headings"],
        ),
        (headings("A\n===", "### B", "### C"), []),
        (
            headings("A\n===", "### B ###", "### C", "### D"),
            ["6 warning: B → ### B: closed with #, unlike 2 other headings"],
        ),
        ("# A\n\n##\n\n## B\\#\n\n## **C** ##", ["7 warning: C → ## C: closed with #, unlike 2 other headings"]),
        (headings("# A", "# B"), []),
    ],
    ids=[
        "closed",
        "not underlined",
        "neither",
        "a tie",
        "deeper levels break a tie",
        "deeper levels cannot be underlined",
        "and are compared by themselves",
        "escaped, empty, bold",
        "alike",
    ],
)
def test_marks(check: Callable[..., list[str]], text: str, said: list[str]) -> None:
    assert check("mark", text) == said


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            ["## A:", "## B:", "## C:", "## Dddd"],
            ["13 warning: Dddd → Dddd:: not ended with “:”, unlike 3 other headings"],
        ),
        (["## A:", "## B:", "## C:", "## D："], ["13 warning: D： → D:: ended with “：”, unlike 3 other headings"]),
        (["## A", "## B", "## C", "## Pumps, etc.", "## Why?"], []),
        (["## A", "## B", "## C:"], []),
        (["## A", "## B", "## C", "### D:", "## E", "### F:"], []),
    ],
    ids=["none", "another", "an abbreviation", "too few", "another level"],
)
def test_ends(check: Callable[..., list[str]], lines: list[str], said: list[str]) -> None:
    assert check("end", headings(*lines)) == said


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            ["## 1. A", "## 2. B", "## 三、C", "## 4. D"],
            ["9 warning: 三、C → 3. C: numbered with another numeral, unlike 3 other headings"],
        ),
        (
            ["## 一、A", "## 2. B", "## 3. C", "## 4. D"],
            ["1 warning: 一、A → 1. A: numbered with another numeral, unlike 3 other headings"],
        ),
        (
            [*(f"## {number}. A" for number in range(1, 7)), "## 七、B", "## 八、C"],
            ["25 warning: 七、B → 7. B: numbered with another numeral, unlike 6 other headings"],
        ),
        (["## 1. A", "## 2. B", "## 三、C"], []),
        (["## 1. A", "## 2. B", "## 三、C", "## 5. D"], []),
        (["## （一）A", "## 二、B", "## 三、C", "## 四、D"], []),
    ],
    ids=["odd", "the first", "nothing beside it to go on from", "too few", "no series", "brackets are told otherwise"],
)
def test_numerals(check: Callable[..., list[str]], lines: list[str], said: list[str]) -> None:
    assert check("numeral", headings(*lines)) == said


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            ["## 3.1 A", "## 3、2 B", "## 3.3 C"],
            ["5 warning: 3、2 B → 3.2 B: numbered “3、2” for “3.2”, unlike 2 other headings"],
        ),
        (
            ["## 3。1 A", "## 3.2 B"],
            ["1 warning: 3。1 A → 3.1 A: numbered “3。1” for “3.1”, unlike 1 other heading"],
        ),
        (
            ["### 3.1.1 A", "### 3. 1.2 B"],
            ["5 warning: 3. 1.2 B → 3.1.2 B: numbered “3. 1.2” for “3.1.2”, unlike 1 other heading"],
        ),
        (
            ["## 1.14", "## 1,15", "## 1.16: C"],
            ["5 warning: 1,15 → 1.15: numbered “1,15” for “1.15”, unlike 2 other headings"],
        ),
        (["## 3.1 A", "## 3,5 B"], []),
        (["## 3.1 A", "## 3,2 B", "## 3.2 C"], []),
        (["## 1、2", "## 1、3"], []),
        (["## 3.1 A", "## 3.2", "## B"], []),
    ],
    ids=[
        "odd",
        "the first",
        "a blank",
        "no more than numbers",
        "does not go on",
        "the number is there",
        "no decimals",
        "points",
    ],
)
def test_points_of_decimals(check: Callable[..., list[str]], lines: list[str], said: list[str]) -> None:
    assert check("numeral", headings(*lines)) == said


TITLES = ("## Wells and Springs", "## Pumps in House", "## Opening Hours")
SENTENCES = ("## Wells and springs", "## Pumps in house", "## Opening hours")


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            [*TITLES, "## How gardens grow"],
            ["13 suggestion: How gardens grow → How Gardens Grow: in sentence case, unlike 3 other headings"],
        ),
        (
            [*TITLES, "## Late Rain", "## New Gate", "## 2. How gardens grow"],
            ["21 suggestion: 2. How gardens grow → 2. How Gardens Grow: in sentence case, unlike 5 other headings"],
        ),
        (
            [*TITLES, "## Late Rain", "## New Gate", "## The house"],
            ["21 suggestion: The house → The House: in sentence case, unlike 5 other headings"],
        ),
        (
            [*SENTENCES, "## More Text Here"],
            ["13 suggestion: More Text Here → More text here: in title case, unlike 3 other headings"],
        ),
        ([*SENTENCES, "## The Grand Canal"], []),
        ([*TITLES, "## The house"], []),
        ([*TITLES, "## Rain"], []),
        ([*TITLES, "## How do gardens grow?"], []),
        (
            ["## Who waters it?", "## What grows here?", "## Is rain needed?", "## Which Text Is Here?"],
            ["13 suggestion: Which Text Is Here? → Which text is here?: in title case, unlike 3 other headings"],
        ),
        (
            [*TITLES, "## Late Rain", "## New Gate", "## The House of old"],
            ["21 suggestion: The House of old → The House Of Old: partly in title case, unlike 5 other headings"],
        ),
        ([*TITLES, "## Late Rain", "## New Gate", "## The House and its Rain"], []),
        ([*TITLES, "## The House of old gate wells"], []),
        (
            [*SENTENCES, "## Late rain", "## New gate", "## Where Text Is Text Here now"],
            [
                "21 suggestion: Where Text Is Text Here now → Where text is text here now: partly in title case, unlike 5 other headings"
            ],
        ),
        ([*SENTENCES, "## Late rain", "## New gate", "## How Some Text is read now"], []),
        ([*TITLES, "### How gardens grow"], []),
        ([*TITLES[:2], "## Opening hours", "## How gardens grow"], []),
        ([*TITLES, "## Using code_names now and `then`"], []),
    ],
    ids=[
        "sentence case",
        "beyond doubt",
        "one word",
        "title case",
        "a name",
        "one word is not enough",
        "no word that tells",
        "a question",
        "a question among questions",
        "in neither case",
        "in neither case for one word",
        "in neither case among few",
        "nearly in title case",
        "a name in a sentence",
        "another level",
        "no majority",
        "one plain word",
    ],
)
def test_cases(check: Callable[..., list[str]], lines: list[str], said: list[str]) -> None:
    assert check("case", headings(*lines), "small-words: [and, in]\n") == said


SMALL_START = "begun with a small letter"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["## A well", "## One gate", "## The house", "## 2. some rain"], []),
        (
            ["## Some well", "## One gate", "## The house", "## some rain"],
            [f"13 suggestion: some rain → Some rain: {SMALL_START}, unlike 3 other headings"],
        ),
        (["## Some well", "## One gate", "## The house", "## kubectl rain"], []),
        (["## Some well", "## one gate", "## some house"], []),
        (
            ["## wells", "## 1. gates", "## houses"],
            [f"1 suggestion: wells → Wells: {SMALL_START} as all headings are, unlike the sentences of the text"],
        ),
        (["## wells", "## gates"], []),
        (["# 2 wells", "## Some gates"], []),
    ],
    ids=["one more capital is missing", "odd", "never with a capital", "no majority", "all", "too few", "none"],
)
def test_first_letters(check: Callable[..., list[str]], lines: list[str], said: list[str]) -> None:
    assert check("start", headings(*lines)) == said


def test_a_name_may_begin_with_a_small_letter(check: Callable[..., list[str]]) -> None:
    text = headings("## The well", "## One gate", "## The house", "## pump rain")
    assert check("start", text + "Pump it.\n") != []
    assert check("start", text + "Pump it.\n\npump runs.\n") == []
    assert check("start", text + "**Pump** it, as `pump` does.\n") == []
    assert check("start", headings("## wells", "## gates", "## houses", text="small letters all over.")) == []


def test_one_thing_is_said_of_a_heading(check: Callable[..., list[str]]) -> None:
    text = headings(*TITLES, "## some gardens grow")
    keys = "small-words: [and, in]\n"
    assert len(check("case", text, keys)) == 1
    assert len(check("case, start", text, keys)) == 1

"""required-sections: a template of sections, from a user's own rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Recto, Write


RULE = "extends: required-sections\nmessage: '{defect}'\nlevel: {sure: error, likely: warning}\n"


@pytest.fixture
def check(recto: Recto, write: Write) -> Callable[..., list[str]]:
    """What a rule with these keys says of a document with these headings, each with a line of text under it."""

    def run(keys: str, *headings: str, name: str = "a.md") -> list[str]:
        write("styles/mine/sections.yaml", f"{RULE}{keys}\n")
        path = write(name, "".join(f"{heading}\n\nText.\n\n" for heading in headings))
        result = recto("check", "--rules-path", path.parent / "styles", "--select", "mine.sections", path)
        assert result.status < 2, result.out + result.err
        return [line.split(":", 3)[1] + line.split(":", 3)[3].rpartition(" [")[0] for line in result.lines]

    return run


PROPOSAL = "sections: [Summary, Motivation, '*', Drawbacks, '? Appendix']"


@pytest.mark.parametrize(
    ("headings", "said"),
    [
        (["# Plan", "## Summary", "## Motivation", "## Design", "### Cost", "## Drawbacks"], []),
        (["# Plan", "## Summary", "## Motivation", "## Drawbacks", "## Appendix"], []),
        (["## 1. Summary", "## 2. MOTIVATION", "## 3. Drawbacks"], []),
        (["## Summary", "## Drawbacks"], ["1 error: “Motivation” is missing after “Summary”"]),
        (["## Motivation", "## Drawbacks"], ["1 error: “Summary” is missing before “Motivation”"]),
        (
            ["## Summary", "## Motivations", "## Drawbacks"],
            ["5 warning: “Motivations” stands where “Motivation” is expected"],
        ),
        (
            ["## Motivation", "## Summary", "## Drawbacks"],
            ["5 error: “Summary” belongs before “Motivation” at line 1"],
        ),
        (
            ["## Drawbacks", "## Summary", "## Motivation"],
            ["1 error: “Drawbacks” belongs after “Motivation” at line 9"],
        ),
        (
            ["## Summary", "## Costs", "## Motivation", "## Drawbacks"],
            ["5 error: “Costs” is not foreseen here"],
        ),
    ],
    ids=[
        "as foreseen",
        "an optional one",
        "ordinals and case",
        "missing after",
        "missing before",
        "renamed",
        "out of order",
        "the last one first",
        "not foreseen",
    ],
)
def test_a_template(check: Callable[..., list[str]], headings: list[str], said: list[str]) -> None:
    assert check(PROPOSAL, *headings) == said


@pytest.mark.parametrize(
    ("sections", "headings", "said"),
    [
        ("[A1, +, B2]", ["## A1", "## C3", "## D4", "## B2"], []),
        ("[A1, +, B2]", ["## A1", "## B2"], ["1 error: a section is missing after “A1”"]),
        ("[A1, '?', B2]", ["## A1", "## C3", "## B2"], []),
        ("[A1, '?', B2]", ["## A1", "## C3", "## D4", "## B2"], ["9 error: “D4” is not foreseen here"]),
        ("[+, '?']", ["## A1", "## B2"], []),
        ("[+, '?']", ["## A1"], ["1 error: a section is missing"]),
        ("['A1 ?', B2]", ["## B2"], []),
        ("['# A1', '## B2', '# C3']", ["# A1", "## B2", "### D4", "# C3"], []),
        ("['# A1', '## B2', '# C3']", ["# A1", "# B2", "# C3"], ["5 warning: “B2” stands where “B2” is expected"]),
        ("[A1]", [], ["1 error: “A1” is missing"]),
    ],
)
def test_unnamed_sections_and_levels(
    check: Callable[..., list[str]], sections: str, headings: list[str], said: list[str]
) -> None:
    assert check(f"sections: {sections}", *headings) == said


@pytest.mark.parametrize(
    ("keys", "headings", "said"),
    [
        ("wording: exact", ["## summary", "## Design"], ["1 warning: “summary” stands where “Summary” is expected"]),
        ("wording: exact", ["## Summary", "## Design"], []),
        ("wording: pattern", ["## 1. Summary", "## Design"], []),
        ("order: false", ["## Design", "## Summary"], []),
        ("order: false", ["## Design", "## Summary", "## Cost"], ["9 error: “Cost” is not foreseen here"]),
        ("depth: 3", ["## Part", "### Summary", "## Part", "### Design"], []),
    ],
)
def test_how_headings_are_compared(
    check: Callable[..., list[str]], keys: str, headings: list[str], said: list[str]
) -> None:
    assert check(f"sections: [Summary, Design]\n{keys}", *headings) == said


def test_a_pattern(check: Callable[..., list[str]]) -> None:
    keys = "wording: pattern\nsections: ['Summary|Abstract', 'Step \\d+', '*']"
    assert check(keys, "## Abstract", "## Step 1", "## Step 2") == []


def test_plain_text_in_chinese(check: Callable[..., list[str]]) -> None:
    keys = "sections: [总体情况, 存在问题, '*']"
    said = check(keys, "一、总体情况", "二、主要问题", "三、下步打算", name="a.txt")
    assert said == ["1 error: “存在问题” is missing after “一、总体情况”"]


def test_an_empty_document(recto: Recto, write: Write) -> None:
    write("styles/mine/sections.yaml", f"{RULE}sections: [Summary]\n")
    path = write("a.md", "")
    result = recto("check", "--rules-path", path.parent / "styles", "--select", "mine.sections", path)
    assert "“Summary” is missing" in result.out


NUMBERED = (
    "numbered: true\nsections: [1. Summary, '*', 2. Motivation | 2. Reasons, '*', 3. Drawbacks, '*', 4. Costs, '*']"
)


@pytest.mark.parametrize(
    ("headings", "said"),
    [
        (["## 1. Summary", "## 2. Reasons", "## 3. Drawbacks", "## 4. Costs", "## 5. More"], []),
        (["## 1. Summary", "## 2. Why", "## 3. Drawbacks", "## 4. Costs"], ["5 warning: “2. Why” stands where “2. Motivation” is expected"]),
        (["## 1. Summary", "## 2. Drawback", "## 3. Costs"], ["1 error: “2. Motivation” is missing after “1. Summary”", "5 warning: “2. Drawback” stands where “3. Drawbacks” is expected"]),
        (["## 2. Motivation", "## 3. Drawbacks", "## 4. Costs"], ["1 error: “1. Summary” is missing before “2. Motivation”"]),
        (["## 1. Summary", "Motivation", "## 3. Drawbacks", "4. Costs: none."], []),
        (["## 1. Summary", "It goes on. 2. Motivation", "## 3. Drawbacks", "## 4. Costs"], []),
        (["## 1. Summary", "## Other"], []),
    ],
    ids=["as foreseen", "told by its number", "gone, and another renamed", "the first", "without a number or a mark", "within text", "another document"],
)  # fmt: skip
def test_numbered_sections(check: Callable[..., list[str]], headings: list[str], said: list[str]) -> None:
    assert check(NUMBERED, *headings) == said


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Plan for 2019", []),
        ("Plan for 2022", ["5 error: “Costs” is missing after “Summary”"]),
        ("Plan", ["5 error: “Costs” is missing after “Summary”"]),
        ("Plan for 2005", []),
        ("Plan for 1999", []),
    ],
)
def test_editions(check: Callable[..., list[str]], title: str, said: list[str]) -> None:
    keys = "editions: {'2000': [], '2010': [Summary, '*'], '2020': [Summary, Costs, '*']}"
    assert check(keys, f"# {title}", "## Summary", "## Design") == said

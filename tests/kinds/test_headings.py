"""repeated-heading and heading-style with the keys that no built-in rule sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Check, Recto, Write


PLANS = "一、供水\n\n（一）打算\n\n换管。\n\n二、供电\n\n（一）打算\n\n换线。\n"
TIE = "(一) 供水\n\n管网老化。\n\n（二）供电\n\n线路老化。\n"


def test_headings_may_have_to_differ_in_the_whole_document(check: Check) -> None:
    rule = "extends: repeated-heading\nmessage: '{heading}, {earlier}'\namong: document\n"
    assert check(rule, PLANS) == ["9:1: warning: （一）打算, line 3"]


def test_some_headings_may_stand_twice(check: Check) -> None:
    rule = "extends: repeated-heading\nmessage: x\namong: document\nallow: ['^打算$']\n"
    assert check(rule, PLANS) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# Install\n\n## Install\n\nRun it.\n", ["3:4: warning: Install, line 1"]),
        ("# Install\n\nRun it.\n\n## Docker\n\nPull it.\n\n## Install\n\nRun it.\n", ["9:4: warning: Install, line 1"]),
        ("# Install\n\n### Install\n\nRun it.\n", ["3:5: warning: Install, line 1"]),
        ("# Install\n\n## Docker\n\n### Install\n\nRun it.\n", []),
    ],
    ids=["first under it", "later under it", "levels left out", "further down"],
)
def test_a_section_called_like_the_one_around_it(check: Check, text: str, said: list[str]) -> None:
    assert check("extends: repeated-heading\nmessage: '{heading}, {earlier}'\n", text, "a.md") == said


@pytest.mark.parametrize(("ties", "said"), [("silent", []), ("later", ["5:1: warning: “（二）” → “(二) ”"])])
def test_where_no_way_of_writing_prevails(check: Check, ties: str, said: list[str]) -> None:
    rule = f"extends: heading-style\nmessage: '“{{ordinal}}” → “{{expected}}”'\nties: {ties}\n"
    assert check(rule, TIE) == said


def test_only_some_features_may_count(check: Check) -> None:
    rule = (
        "extends: heading-style\nmessage: '“{ordinal}” → “{expected}”: {differences}'\n"
        "ladder: [（一）, '1.']\nfeatures: [width]\n"
    )
    assert check(rule, "(一) 供水\n\n管网老化。\n") == ["1:1: warning: “(一) ” → “（一） ”: half-width"]


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("1、现状", ["1:1: suggestion: followed by “、”"]),
        ("1．现状", []),
        ("1. 现状", ["1:1: error: followed by a blank"]),
        ("（1）、现状", ["1:1: suggestion: followed by “、”"]),
        ("A. 现状", []),
    ],
    ids=["another point", "a full-width point", "a blank", "a point after a bracket", "not on the ladder"],
)
def test_a_consistent_document_against_the_ladder(check: Check, heading: str, said: list[str]) -> None:
    rule = (
        "extends: heading-style\nmessage: '{differences}'\nladder: ['1.', （1）]\n"
        "level: {sure: error, likely: error, hint: suggestion}\n"
    )
    assert check(rule, f"{heading}\n\n管网老化。\n") == said


def test_a_point_that_is_missing(check: Check) -> None:
    rule = "extends: heading-style\nmessage: '{differences}'\n"
    text = "(1). Wells\n\nFour.\n\n(2). Springs\n\nTwo.\n\n(3) Rivers\n\nOne.\n"
    assert check(rule, text) == ["9:1: warning: without a point"]


def test_headings_without_an_ordinal_do_not_count(check: Check) -> None:
    rule = "extends: heading-style\nmessage: x\n"
    assert check(rule, "附件1\n\n一、供水\n\n管网老化。\n\n附件2\n\n二、供电\n\n线路老化。\n") == []


def test_one_heading_more_after_a_point_of_another_sort(check: Check, recto: Recto, write: Write) -> None:
    rule = "extends: heading-style\nmessage: '{differences}'\n"
    text = "1. Wells\n\nFour.\n\n2. Springs\n\nTwo.\n\n3、 Rivers\n\nOne.\n"
    assert check(rule, text) == ["9:1: warning: followed by “、”"]
    markdown = "## (1) A\n\na\n\n## (2) B\n\nb\n\n## 3. C\n\nc\n"
    write("styles/mine/headings.yaml", rule)
    path = write("b.md", markdown)
    out = recto("check", "--rules-path", path.parent / "styles", "--select", "mine.headings", path).out
    assert "without brackets and followed by “.”" in out


LADDER = (
    "extends: heading-style\nmessage: '{written} → {expected}: {differences}; {standard}'\n"
    "ladder: [一、, （一）, '1.']\nladder-name: {en: 'like {ladder}'}\nfeatures: [width, blank, pointed, closed]\n"
)


def sections(*headings: str, text: str = "各村轮流值守。") -> str:
    return "".join(f"{heading}\n\n{text}\n\n" for heading in headings)


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        (sections("一、供水", "二.供电", "三、道路", "四、通信"), "a.txt", ["5:1: warning: 二. → 二、: followed by “.”; unlike 3 other headings"]),
        (sections("一、供水", "二.供电", "三、道路"), "a.txt", []),
        (sections("一、供水", "二、供电。", "三、道路", "四、通信"), "a.txt", ["5:1: warning: 二、供电。 → 二、供电: ended with “。”; unlike 3 other headings"]),
        (sections("一、供水", "二、供电。", "三、道路。", "四、通信"), "a.txt", []),
        (sections("一、供水", "二、供电。", "三、道路"), "a.txt", ["5:1: warning: 二、供电。 → 二、供电: ended with “。”; unlike 2 other headings"]),
        (sections("（一）供水。换管。", "（二）供电。", "（三）道路。修路。", "（四）通信"), "a.txt", []),
        ("各村：\n1.修路，\n2.供水，\n3．通电，\n4.绿化。\n", "a.txt", ["4:1: warning: 3． → 3.: followed by “．”; unlike 3 other headings"]),
        ("各村：\n1.修路，\n2.供水，\n3、通电，\n4.绿化。\n", "a.txt", []),
        ("各村：\n1.修路，\n2. 供水，\n3.通电。\n", "a.txt", ["3:1: warning: 2. → 2.: followed by a blank; unlike 2 other headings"]),
        ("各村：\n1. 修路，\n2.供水，\n3. 通电，\n4. 绿化。\n", "a.txt", []),
        ("①修路，\n②供水，\n③通电，\n④ 绿化。\n", "a.txt", []),
        ("## 一\n\n（一）身份证\n\n（二）户口本\n\n（三）照片\n\n（四）申请表。\n", "a.md", []),
        ("## 一\n\n（一）供水。换管。\n\n（二） 供电。换线。\n", "a.md", ["5:1: warning: （二） → （二）: followed by a blank; like 一、（一）1."]),
        ("## 一\n\n(一)供水。换管。\n\n(二)供电。换线。\n", "a.md", []),
        ("## 一\n\n" + sections("（一）供水", "（二）供电。", "（三）道路", "（四）通信"), "a.md", ["7:1: warning: （二）供电。 → （二）供电: ended with “。”; unlike 3 other headings"]),
    ],
)  # fmt: skip
def test_a_ladder_and_the_headings_beside(check: Check, text: str, name: str, said: list[str]) -> None:
    assert check(LADDER, text, name) == said


def test_numbered_paragraphs_that_begin_alike(check: Check) -> None:
    rule = "extends: repeated-heading\nmessage: '{heading}, {earlier}'\n"
    text = "## 一\n\n（一）供水。换管。\n\n（二）供电。换线。\n\n（三）供水。检测。\n\n第二条 其他\n\n（一）供水。\n"
    assert check(rule, text, "a.md") == ["7:1: warning: （三）供水, line 3"]
    assert not check(f"{rule}allow: [供水]\n", text, "a.md")

"""single-title, first-heading and emphasis-as-heading: how sure they are, and what they let pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Recto, Write


@pytest.fixture
def check(recto: Recto, write: Write) -> Callable[..., list[str]]:
    def run(kind: str, message: str, text: str, keys: str = "", name: str = "a.md") -> list[str]:
        levels = "level: {likely: warning, hint: suggestion}"
        write("styles/mine/title.yaml", f"extends: {kind}\n{levels}\nmessage: '{message}'\n{keys}")
        path = write(name, text)
        result = recto("check", "--rules-path", path.parent / "styles", "--select", "mine.title", path)
        assert result.status < 2, result.out + result.err
        return [line.split(":", 3)[1] + line.split(":", 3)[3].rpartition(" [")[0] for line in result.lines]

    return run


def sections(*headings: str) -> str:
    return "".join(f"{heading}\n\nText.\n\n" for heading in headings)


FRONT = "---\ntitle: Garden\n---\n\n"
PARTS = ("## Wells", "## Springs")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (sections("# Garden", *PARTS, "# Rivers"), ["13 warning: Rivers, Garden, line 1"]),
        (
            sections("# Garden", *PARTS, "# A", "# B", "# C"),
            [f"{13 + 4 * n} suggestion: {'ABC'[n]}, Garden, line 1" for n in range(3)],
        ),
        ("# Garden\n\n# A Report\n\nText.\n", ["3 suggestion: A Report, Garden, line 1"]),
        (
            sections("# Garden", *(f"# Part {n}" for n in range(9))),
            ["5 suggestion: Part 0, Garden, line 1, as are 8 more"],
        ),
        (FRONT + sections("# House"), ["5 suggestion: House, Garden, line 2"]),
        (FRONT + sections("# The garden!", *PARTS, "# Rivers"), ["17 warning: Rivers, The garden!, line 5"]),
        (FRONT + sections(*PARTS), []),
        (sections("## Wells", "# A", "# B"), []),
        (sections("# 1. A", "# 2. B"), []),
        (sections("# Garden", "# Index"), []),
        ("", []),
    ],
    ids=[
        "beside sections",
        "chapters",
        "in two lines",
        "a habit",
        "front matter",
        "front matter agrees",
        "no first level",
        "late",
        "numbered",
        "allowed",
        "empty",
    ],
)
def test_two_titles(check: Callable[..., list[str]], text: str, said: list[str]) -> None:
    assert check("single-title", "{heading}, {title}, {earlier}{more}", text, "allow: [^Index$]\n") == said


@pytest.mark.parametrize("kind", ["single-title", "first-heading", "emphasis-as-heading"])
def test_plain_text_has_no_marks(check: Callable[..., list[str]], kind: str) -> None:
    assert check(kind, "x", "一、供水\n\n管网老化。\n\n二、供电\n\n线路老化。\n", name="a.txt") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Moved here.\n\n# Garden\n", ["1 warning: “Moved here.” stands before the title"]),
        ("- a\n- b\n\n# Garden\n", ["1 warning: “a” stands before the title"]),
        (sections("### Wells", "# Garden"), ["1 warning: “Wells” stands before the title"]),
        (sections("## Wells"), ["1 suggestion: “Wells” is the first heading, but not of the first level"]),
        ("Text\nof two lines.\n", ["1 suggestion: “Text of two lines.” stands where the title is expected"]),
        ("<h3>Wells</h3>\n\nText.\n", ["1 suggestion: “<h3>Wells</h3>” stands where the title is expected"]),
        ("<div></div>\n\n![a](b.png) [c](d.md)\n\n```\nx\n```\n\n# Garden\n", []),
        ("This file was moved to https://example.org/wells/in/the/garden.md\n", []),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n", []),
        ("<H1>Garden</H1>\n\nText.\n", []),
        (FRONT + "Text.\n", []),
        ("Garden\n======\n\nText.\n", []),
        ("", []),
    ],
    ids=[
        "text",
        "a list",
        "a lower heading",
        "no title",
        "no heading",
        "a heading of HTML",
        "badges",
        "moved",
        "a bare table",
        "a title of HTML",
        "front matter",
        "the title",
        "empty",
    ],
)
def test_the_title_comes_first(check: Callable[..., list[str]], text: str, said: list[str]) -> None:
    assert check("first-heading", "“{text}” {defect}", text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("**Wells**\n\nText.\n", ["1 suggestion: Wells serves as a heading"]),
        ("<!-- a --> \n\n__Wells__ <!-- b -->\n\nText.\n", ["3 suggestion: Wells serves as a heading"]),
        ("*Wells*\n\nText.\n", ["1 suggestion: Wells serves as a heading"]),
        ("```\nx\n```\n\n*Wells*\n\nText.\n", []),
        ("![a](b.png)\n\n*Wells*\n\nText.\n", []),
        ("![a](b.png)\n\n**Wells**\n\nText.\n", ["3 suggestion: Wells serves as a heading"]),
        ("**Wells** and *more*\n\nText.\n", []),
        ("**Wells**\n", []),
        ("**Wells**\n\n# Springs\n", []),
        ("**Wells:**\n\nText.\n", []),
        ("**Index**\n\nText.\n", []),
        (f"**{'Wells ' * 20}here**\n\nText.\n", []),
        ("**Wells**\n\nText.\n\n" * 7, ["1 suggestion: Wells serves as a heading, as do 6 more lines"]),
        (
            "## 1. A\n\n### B\n\nText.\n\n**2. C**\n\nText.\n\n## 3. D\n",
            ["7 warning: 2. C is numbered on from the heading “1. A” at line 1"],
        ),
        ("## 1. A\n\n**2. C**\n\nText.\n\n## 2. D\n", ["3 suggestion: 2. C serves as a heading"]),
        ("## 1. A\n\n**2. C**\n\nText.\n\n## D\n", ["3 suggestion: 2. C serves as a heading"]),
        ("## 1. A\n\n**2. C**\n\nText.\n", ["3 suggestion: 2. C serves as a heading"]),
        ("# G\n\n## A\n\n**2. C**\n\nText.\n", ["5 suggestion: 2. C serves as a heading"]),
        ("**2. C**\n\nText.\n", ["1 suggestion: 2. C serves as a heading"]),
    ],
    ids=[
        "bold",
        "comments",
        "italic",
        "a caption of code",
        "a caption of a picture",
        "bold under a picture",
        "not from end to end",
        "nothing under it",
        "before a heading",
        "a colon",
        "allowed",
        "long",
        "a habit",
        "left out between headings",
        "not left out",
        "no number after it",
        "nothing after it",
        "no number before it",
        "no heading before it",
    ],
)
def test_lines_that_serve_as_headings(check: Callable[..., list[str]], text: str, said: list[str]) -> None:
    assert check("emphasis-as-heading", "{text} {defect}", text, "allow: [^Index$]\n") == said

"""cross-reference: what a document numbers or names, and what a reference to it looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Recto, Write


RULE = "document.cross-reference"


def check(recto: Recto, write: Write, text: str, name: str = "a.md") -> list[str]:
    result = recto("check", "--select", RULE, write(name, text))
    assert result.status < 2, result.out + result.err
    return [line.split(":", 1)[1].rpartition(" [")[0].replace("warning: ", "") for line in result.lines]


HEADINGS = "# Wells\n\n## Depth of wells\n\nten\n\n## Cost\n\nten\n\n## Cost\n\nten\n\n"


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("[a](#costs)", ["13:2: “#costs” points at nothing in this document; the nearest is “#cost” (line 11)."]),
        ("[a](#zzz)", ["13:2: “#zzz” points at nothing in this document."]),
        ("[a](#cost-3) [b](#depth-of-wells-1)", 2),
        (
            "[a](#zzz) and [b](#zzz)\nand [c](#zzz)",
            ["13:2: “#zzz” points at nothing in this document, here and at 2 more places."],
        ),
        ("[a](#zzz) [b](#zzz)", ["13:2: “#zzz” points at nothing in this document, here and at 1 more place."]),
    ],
    ids=["near", "far", "no second of the name", "three places", "two places"],
)
def test_anchors_that_are_not_there(recto: Recto, write: Write, link: str, said: list[str] | int) -> None:
    found = check(recto, write, f"{HEADINGS}{link}\n")
    assert (len(found) if isinstance(said, int) else [line.replace("15:", "13:") for line in found]) == said


@pytest.mark.parametrize(
    "text",
    [
        "[a](#cost) [b](#cost-1) [c](#Depth-of-wells) [d](#depth_of_wells) [e](#wells)",
        '<a id="zzz"></a> [a](#zzz)',
        "<a name=zzz></a> [a](#zzz)",
        "<span id='zzz'></span> [a](#zzz)",
        "### More {#zzz}\n\n[a](#zzz)",
        "> ### Zzz\n\n[a](#zzz)",
        "[a](#top) [b](#) [c](#L12) [d](#/route) [e](#:~:text=cost) [f](other.md#zzz)",
        "{% include more.md %}\n\n[a](#zzz)",
        "`[a](#zzz)`",
        "See [%E4%BA%95](#%E4%BA%95%E6%B7%B1)\n\n## 井深",
    ],
    ids=[
        "headings", "an id", "a name", "an id in single quotes", "an attribute", "a heading in a quotation",
        "anchors of the site", "a page with parts elsewhere", "code", "escapes",
    ],
)  # fmt: skip
def test_anchors_that_are_there_or_elsewhere(recto: Recto, write: Write, text: str) -> None:
    assert check(recto, write, f"{HEADINGS}{text}\n") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A[^1] and B[^2].\n\n[^1]: x\n", ["1:12: “[^2]” points at nothing in this document; the nearest is “[^1]” (line 3)."]),
        ("A[^1] and B[^2].\n", []),
        ("[a][One] and [b][two] and [three][]\n\n[one]: /x\n", 2),
        ("[a][one] and [b][two]\n", []),
        ("[a][one], [0][2], [x][k:v], [`code`][], m[i][j]\n\n[one]: /x\n", []),
    ],
    ids=["a footnote", "no footnotes at all", "labels", "no labels at all", "no labels"],
)  # fmt: skip
def test_footnotes_and_labels(recto: Recto, write: Write, text: str, said: list[str] | int) -> None:
    found = check(recto, write, text)
    assert (len(found) if isinstance(said, int) else found) == said


TABLES = "表1 人口\n\n表2 收入\n\n表4：支出\n\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{TABLES}见表3、表1和代表9，图8另附。\n", ["7:2: “表3” points at nothing in this document; the nearest is “表2” (line 3)."]),
        ("Listing 10-4: a\n\nListing 10-6: b\n\nSee Listing 10-3, Listing 10-5 and Listing 9-1.\n", 1),
        ("Table 1: a\n\nTable 2: b\n\nSee Table 3-1, Tables 5 and 6, or Table 7 to 9.\n", []),
        ("Table 1: a\n\nTable 2: b\n\n| Table 3 | x |\n|---|---|\n| a | b |\n\nSee Table 3.\n", []),
        ("Table 1: a\n\nTable 2: b\n\n<p>Table 3</p>\n\nSee Table 3, and ![Table 4](x.png) as in Table 4.\n", []),
        ("Table 1: a\n\nSee Table 3.\n", []),
        ("Table 1: a\n\nTable 2: b\n\n**Table 3**: c\n\nSee Table 3.\n", []),
        ("<p>Figure 1</p>\n\n<p>Figure 2</p>\n\nSee Figure 3.\n", 1),
        ("# Appendix A: x\n\na\n\n# Appendix B: y\n\nSee Appendix C.\n", []),
        ("# Example A: x\n\na\n\n# Example B: y\n\nSee Example C.\n", 1),
    ],
    ids=[
        "Chinese", "a part of a book", "other levels and ranges", "a cell", "markup and pictures", "one table",
        "a bold caption", "tags", "appendices that are numbered as headings", "letters",
    ],
)  # fmt: skip
def test_captions(recto: Recto, write: Write, text: str, said: list[str] | int) -> None:
    found = check(recto, write, text)
    assert (len(found) if isinstance(said, int) else found) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("## 1. A\n\nSee section 3.\n\n## 2. B\n\nb\n", ["3:5: “section 3” points at nothing in this document; the nearest is “2.” (line 5)."]),
        ("## 1. A\n\nSee section 4.2.\n\n### 1.1 B\n\nb\n\n### 1.2 C\n\nc\n", ["3:5: “section 4.2” points at nothing in this document."]),
        ("## 6. A\n\nSee section 3.\n\n## 7. B\n\nb\n", []),
        ("## 6. A\n\nSee section 7.\n\n## 8. B\n\nb\n", 1),
        ("## A\n\nSee section 3.\n\n## B\n\nb\n", []),
        ("## A\n\n## B\n\n## C\n\n## 1. D\n\n## 2. E\n\nSee section 3.\n", []),
        ("1. Dig.\n2. Line.\n\nGo on with step 4.\n\nStep 5: rest.\n", ["4:12: “step 4” points at nothing in this document; the nearest is “2.” (line 2)."]),
    ],
    ids=[
        "a section", "one of no family", "a part of a book", "between", "no numbers", "few numbers", "a step",
    ],
)  # fmt: skip
def test_numbered_parts(recto: Recto, write: Write, text: str, said: list[str] | int) -> None:
    found = check(recto, write, text)
    assert (len(found) if isinstance(said, int) else found) == said


def test_a_rule_may_look_at_some_targets(recto: Recto, write: Write) -> None:
    write("styles/mine/rule.yaml", "extends: cross-reference\nmessage: '{target}'\ntargets: [anchors]\n")
    path = write("a.md", "## 1. A\n\nSee [x](#y) and section 3.\n\n## 2. B\n\nb\n")
    result = recto("check", "--rules-path", path.parent / "styles", "--select", "mine.rule", path)
    assert [line.rpartition(" [")[0] for line in result.lines] == [f"{path}:3:6: warning: #y"]

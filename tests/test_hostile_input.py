"""Documents and rules that mean no good, or that nobody meant: said clearly, and no faster than linear in size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Recto, Write

pytestmark = pytest.mark.no_cover  # large documents; other tests go through the same lines

PARAGRAPH = "The pump by gate {} was repaired in April and has run without a fault ever since then, as was hoped for."


@pytest.mark.parametrize(
    ("name", "text", "count"),
    [
        ("empty.md", "", 0),
        ("long-line.md", "word " * 1_000_000, 1),
        ("long-han-line.txt", "甲乙丙丁，" * 1_000_000, 0),
        (
            "headings.md",
            "".join(f"# {number}. heading {number}\n\ntext {number}\n\n" for number in range(1, 10_001)),
            0,
        ),
        ("lists.md", "".join(f"{'  ' * depth}- x{depth}\n" for depth in range(2000)), 0),
        ("columns.md", f"{'| a ' * 1000}|\n{'|---' * 1000}|\n" + f"{'| 1 ' * 1000}|\n" * 20, 0),
        ("totals.md", f"{'| Total ' * 1000}|\n{'|---' * 1000}|\n" + f"{'| 1 ' * 1000}|\n" * 20, 0),
        ("all-totals.md", "| a | b |\n|---|---|\n" + "| Total | 1 |\n" * 10_000, 1),
        ("parts.md", "1件，其中" * 100_000, 0),
        ("bars.md", "|-" * 100_000 + "\n" + "|-" * 100_000 + "\n", 0),
        ("stars.md", "**a " * 100_000, 1),
        ("of.txt", "的" * 100_000, 2),
        ("twice.txt", "the the. " * 20_000, 20_001),
        ("keys.md", "---\n" + "".join(f"key{number}: a\n" for number in range(10_000)) + "---\n", 0),
        ("equal.md", f"{PARAGRAPH.format(1)}\n\n" * 10_000, 1),
        ("digits.md", "".join(f"{PARAGRAPH.format(number)}\n\n" for number in range(10_000)), 0),
        ("code.md", "```\n" + "the the (\n" * 10_000 + "```\n", 0),
        ("quotes.md", "> " * 5000 + "x\n", 0),
        ("names.txt", "潭头镇人民政府工作报告\n\n" + "依托陶湾镇党政办公室开展工作。" * 20_000, 11),
        (
            "references.md",
            "Table 1: a\n\nTable 2: b\n\n" + "".join(f"See Table {n}-1 [x](#n{n}).\n\n" for n in range(5000)),
            5000,
        ),
        (
            "announced.md",
            "".join(f"## h{n}\n\nTwo parts:\n\n### {n}\n\na\n\n### b{n}\n\na\n\n" for n in range(3000)),
            0,
        ),
        ("brackets.txt", "(" * 100_000, 0),
        ("comments.html", "<!--" * 250_000, 0),
        ("declarations.html", "<!" * 500_000, 0),
        ("starts.html", "<a" * 500_000, 0),
        ("spaced-starts.html", "<a " * 300_000, 0),
        ("ends.html", "</" * 500_000, 0),
        ("values.html", '<a b=">"' * 125_000, 0),
        ("attributes.html", "<p " + "b=c " * 250_000 + ">", 0),
        ("references.html", "&#" * 500_000, 0),
        ("deep.html", "<div>" * 100_000 + "x", 0),
        ("deep-tables.html", "<table><tr><td>" * 30_000 + "</div>" * 100_000 + "x", 0),
        ("deep-marks.html", "<b>" * 30_000 + "<p>x" * 30_000, 2),
        ("deep-blocks.html", "<b><div></b>" * 30_000 + "x", 0),
        ("deep-lists.html", "<ul><li>x" * 30_000, 1),
        ("classes.html", f"<div class='{'nav ' * 100_000}'>x</div>" + "<div class=nav>" * 30_000, 0),
        ("merged.html", "<table>" + "<tr><td colspan=1000 rowspan=60000>" * 5000 + "</table>", 0),
        ("breaks.html", "<p>" + "<b>x</b><br>" * 30_000, 0),
        ("items.html", "<ol><li></ol>" * 30_000, 0),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 30 else "",
)
def test_a_document(recto: Recto, write: Write, name: str, text: str, count: int) -> None:
    result = recto("check", "--no-cache", "--ignore", "document.first-heading", write(name, text.rstrip("\n") + "\n"))
    assert "recto." not in result.out
    assert len(result.lines) == count
    assert result.status == (1 if count else 0)


@pytest.mark.parametrize(
    ("name", "text", "count"),
    [
        ("notes.txt", "TODO " * 20_000, 20_000),
        ("doubles.txt", "使用中" * 400_000, 2),
        ("comments.md", "# A\n\ntext\n\n" + "".join(f"## B{n}\n\n<!-- x -->\n\n" for n in range(10_000)), 1),
    ],
    ids=["notes", "doubles", "comments"],
)
def test_a_document_of_which_only_suggestions_are_made(
    recto: Recto, write: Write, name: str, text: str, count: int
) -> None:
    result = recto("check", "--no-cache", "--ignore", "document.first-heading", write(name, text.rstrip("\n") + "\n"))
    assert "recto." not in result.out
    assert len(result.lines) == count
    assert result.status == 0


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("extends: existence\nmessage: x\nraw: ['(?:(?:a{300}){300}){300}']\n", "too large when its repetitions"),
        ("extends: existence\nmessage: x\nraw: ['" + "(" * 5000 + ")" * 5000 + "']\n", "bad pattern"),
        ("a: " + "[" * 10_000, "broken YAML"),
        ("a: " + "{b: " * 10_000, "broken YAML"),
        ("a: &a [x]\nb: *c\n", "broken YAML"),
    ],
    ids=["explodes when compiled", "nested too deeply", "a deep list", "a deep mapping", "an unknown alias"],
)
def test_a_rule(recto: Recto, write: Write, rule: str, sentence: str) -> None:
    path = write("styles/mine/bad.yaml", rule)
    result = recto("check", "--rules-path", path.parent.parent, write("a.md", "Fine.\n"))
    assert result.status == 2
    assert sentence in result.err
    assert "Traceback" not in result.err
    assert str(path) in result.err


def test_a_pattern_that_backtracks_for_ever_on_markdown(
    recto: Recto, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("linter.engines.patterns.TIME_LIMIT", 0.05)
    path = write("styles/mine/slow.yaml", "extends: existence\nmessage: x\nraw: ['(?:a|aa)+c']\n")
    result = recto("check", "--rules-path", path.parent.parent, write("a.md", "a" * 60 + "\n"))
    assert result.status == 2
    assert "[recto.pattern-timeout]" in result.out


def test_a_slow_pattern_of_what_a_rule_lets_pass(recto: Recto, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.engines.patterns.TIME_LIMIT", 0.05)
    rule = "extends: repeated-heading\nmessage: x\nallow: ['(?:a|aa)+c']\n"
    path = write("styles/mine/slow.yaml", rule)
    result = recto("check", "--rules-path", path.parent.parent, write("a.md", f"# {'a' * 60}\n" * 2))
    assert result.status == 2
    assert "mine.slow takes too long on this file. [recto.pattern-timeout]" in result.out

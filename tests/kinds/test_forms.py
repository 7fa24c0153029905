"""Tables of a known form: equations between named cells, figures of the text, figures carried into the next year."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Recto, Write

FORMS = """\
# permits of a harbour
permits\trow\tnew\tnew applications
permits\trow\ttaken over\ttaken over
permits\trow\tgranted\tgranted
permits\trow\tleft\tleft for
permits\tcolumn\tboats\tboats
permits\tcolumn\trafts\trafts
permits\tcolumn\tall\t^all$
appeals\tcolumn\tupheld\tupheld
appeals\tcolumn\tchanged\tchanged
appeals\tcolumn\tappeals\t^all$
"""
TOTALS = """\
extends: table-totals
message: '{what}{left}, but {right} ({stated}, {computed})'
forms: mine/forms.tsv
blanks: ['-']
equations: [new + taken over = granted + left, boats + rafts = all, upheld + changed = appeals, new = unknown]
"""
CLEAN = """\
Permits\tboats\trafts\tall
new applications\t4\t1\t5
taken over\t1\t0\t1
granted\t4\t1\t5
left for next year\t1\t0\t1
"""
MERGED = """\
Permits\tapplicants
boats\tothers\tall
\trafts\t
new applications\t4\t1\t5
taken over\t1\t0\t1
settled\tgranted\t4\t1\t5
left for next year\t1\t0\t1
"""


def found(recto: Recto, write: Write, rule: str, text: str, name: str = "a.txt") -> list[str]:
    write("styles/mine/forms.tsv", FORMS)
    write("styles/mine/rule.yaml", rule)
    path = write(name, text)
    result = recto("check", "--rules-path", path.parent / "styles", "--select", "mine.rule", path)
    assert result.status < 2, result.out + result.err
    return [line.split(":", 1)[1].rpartition(" [")[0] for line in result.lines if "[mine.rule]" in line]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (CLEAN.replace("new applications\t4\t1", "new applications\t3\t2"), ["4:9: warning: “boats”: new 3 + taken over 1 = 4, but granted 4 + left 1 = 5 (5, 4)"]),
        (CLEAN.replace("\t1\t5\ntaken", "\t1\t6\ntaken"), ["2:22: warning: “new”: boats 4 + rafts 1 = 5, but all 6 (6, 5)"]),
        (CLEAN.replace("granted\t4\t1\t5", "granted\t5\t1\t6"), ["4:9: warning: “boats”: new 4 + taken over 1 = 5, but granted 5 + left 1 = 6 (6, 5)"]),
        (MERGED.replace("granted\t4\t1\t5", "granted\t4\t1\t4"), ["6:21: warning: “granted”: boats 4 + rafts 1 = 5, but all 4 (4, 5)"]),
        ("upheld\tchanged\tall\n2\t1\t4\n\nText.\n\nupheld\tchanged\tall\n2\t1\t3\n", ["2:5: warning: upheld 2 + changed 1 = 3, but appeals 4 (4, 3)"]),
        (CLEAN.replace("new applications\t4\t1\t5", "new applications\t0\t\t0").replace("granted\t4\t1\t5", "granted\t0\t0\t0"), []),
        (CLEAN.replace("taken over\t1\t0\t1", "taken over\t2\t-\t1"), ["3:12: warning: “taken over”: boats 2 + rafts 0 = 2, but all 1 (1, 2)"]),
    ],
    ids=["two columns", "a total", "a row with its total", "merged cells", "one row without a label", "an empty cell", "a dash"],
)  # fmt: skip
def test_an_equation_that_does_not_hold(recto: Recto, write: Write, text: str, said: list[str]) -> None:
    lines = found(recto, write, TOTALS, text)
    assert len(lines) == len(said)
    assert all(line.startswith(start) for line, start in zip(lines, said, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        CLEAN,
        MERGED,
        CLEAN.replace("new applications\t4\t1\t5", "new applications\t4\t5"),
        CLEAN.replace("new applications\t4\t1\t5", "new applications\t4\t1\t0\t5"),
        CLEAN.replace("rafts", "floats").replace("boats", "ships"),
        CLEAN.replace("4\t1\t5", "4\t1\t?"),
        "new applications\t5\n",
        "No table.\n",
        CLEAN.replace("taken over\t1\t0\t1", "taken over\t\t\t").replace("left for next year\t1\t0\t1", "left for next year\t0\t0\t0"),
        MERGED.replace("granted\t4\t1\t5", "granted\t\t\t"),
        CLEAN + "\nText.\n\n" + CLEAN,
        "Permits\tboats\trafts\tall\nnew applications\t4\t5\n",
        "Permits\tall\tboats\trafts\nnew applications\t5\t4\t1\ntaken over\t0\t0\t0\n",
    ],
    ids=[
        "it holds", "merged cells", "a cell is lost", "a cell too many", "another form", "no figure", "one cell",
        "no table", "an empty row", "an empty row of a ragged table", "two of them", "no whole row",
        "another order",
    ],
)  # fmt: skip
def test_what_no_equation_speaks_of(recto: Recto, write: Write, text: str) -> None:
    assert not found(recto, write, TOTALS, text)


def test_an_empty_row_between_full_ones(recto: Recto, write: Write) -> None:
    """Where the other rows show which cells are the figures', empty ones are 0."""
    text = CLEAN.replace("taken over\t1\t0\t1", "taken over\t\t\t")
    assert [line.partition(": ")[0] for line in found(recto, write, TOTALS, text)] == ["4:9"]


def test_padded_cells(recto: Recto, write: Write) -> None:
    rows = ["|Permits| |applicants| | |", "|-|-|-|-|-|", "| | |boats|rafts|all|", "|new applications| | |2|2|"]
    rows += ["|taken over| |-|-|-|", "|settled|granted|1|1|3|", "|left for next year| |0|0|0|"]
    said = found(recto, write, TOTALS, "\n".join(rows) + "\n", "a.md")
    assert [line.partition(" (")[0] for line in said] == [
        "6:18: warning: “granted”: boats 1 + rafts 1 = 2, but all 3",
    ]


TEXT = """\
extends: text-table
message: '{text}: {figure}, {cell} is {stated}'
forms: mine/forms.tsv
anchors:
  'received {name} applications?': [new/all, new/all + taken over/all]
  'received {name} complaints': [complaints/all]
none:
  'received no applications': [new/all]
other: [districts]
apart: ['since|less than']
organ: '\\w+ office (?=$)'
"""


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("We received 7 applications.", ["3:13: warning: received 7 applications: 7, new is 5"]),
        ("We received 十二 applications.", ["3:13: warning: received 十二 applications: 12, new is 5"]),
        ("In 2021 we received no applications.", ["3:12: warning: received no applications: 0, new is 5"]),
        ("The harbour office received 7 applications.", ["3:29: warning: received 7 applications: 7, new is 5"]),
        ("We received 5 applications; with the old one we received 6 applications.", []),
        ("In 2020 we received 7 applications.", []),
        ("The districts received 7 applications.", []),
        ("Ever since 2021 we received 7 applications.", []),
        ("The customs office received 7 applications.", []),
        ("We received 9 complaints.", []),
    ],
)
def test_a_figure_of_the_text(recto: Recto, write: Write, sentence: str, said: list[str]) -> None:
    text = f"Report of the harbour office for 2021\n\n{sentence}\n\n{CLEAN}"
    assert found(recto, write, TEXT, text) == said


def test_text_without_a_table_is_let_pass(recto: Recto, write: Write) -> None:
    assert not found(recto, write, TEXT, "We received 7 applications.\n")
    assert not found(recto, write, TEXT, "We received 7 applications.\n\nA\tB\n1\t2\n")


CARRIED = """\
extends: carried-figure
level: {sure: error, likely: warning}
message: '{column} {stated} of {year}, {carried} of {before} ({other})'
across: project
forms: mine/forms.tsv
leaving: left
arriving: taken over
total: all
not-organ: '\\d+|Report|of|for|the'
year: 'Report for \\d+'
"""


def across(recto: Recto, write: Write, files: dict[str, str]) -> list[tuple[str, str, str]]:
    write("styles/mine/forms.tsv", FORMS)
    rules: Path = write("styles/mine/rule.yaml", CARRIED).parent.parent
    for name, text in files.items():
        write(f"reports/{name}", text)
    result = recto(
        "check",
        "--project",
        "--rules-path",
        rules,
        "--output-format",
        "json",
        "--select",
        "mine.rule",
        rules.parent / "reports",
    )
    assert result.status < 2, result.out + result.err
    return [
        (row["path"].rpartition("/")[2], row["level"], row["message"].partition(" (")[0])
        for row in json.loads(result.out)
    ]


def test_a_figure_that_is_not_taken_over(recto: Recto, write: Write) -> None:
    none = CLEAN.replace("taken over\t1\t0\t1", "taken over\t0\t0\t0")
    said = across(
        recto,
        write,
        {"a.txt": f"Report of the port for 2020\n\n{CLEAN}", "b.txt": f"2021 Report of the northern port\n\n{none}"},
    )
    assert said == [("b.txt", "error", "all 0 of 2021, 1 of 2020")]


def test_columns_are_less_sure(recto: Recto, write: Write) -> None:
    other = CLEAN.replace("taken over\t1\t0\t1", "taken over\t0\t1\t1")
    said = across(
        recto, write, {"x/2020.txt": f"Report for 2020\n\n{CLEAN}", "x/2021.txt": f"Report for 2021\n\n{other}"}
    )
    assert said == [("2021.txt", "warning", "boats 0 of 2021, 1 of 2020")]


def test_reports_that_agree_or_are_not_compared(recto: Recto, write: Write) -> None:
    none = CLEAN.replace("taken over\t1\t0\t1", "taken over\t0\t0\t0")
    files = {
        "a.txt": f"Report of the port for 2020\n\n{CLEAN}",
        "b.txt": f"Report of the port for 2021\n\n{CLEAN}",
        "c.txt": f"Report of the lock for 2021\n\n{none}",
        "d.txt": f"Report of the port for 2023\n\n{none}",
        "e.txt": f"Report of the port\n\n{none}",
        "f.txt": "Report of the port for 2021\n\nNo table.\n",
    }
    assert not across(recto, write, files)


def test_a_long_equation_shows_what_counts(recto: Recto, write: Write) -> None:
    rule = TOTALS.partition("equations")[0] + "equations: [boats + boats + rafts + rafts = all + all]\n"
    said = found(recto, write, rule, CLEAN.replace("taken over\t1\t0\t1", "taken over\t1\t0\t2"))
    assert said == ["3:16: warning: “taken over”: boats 1 + boats 1 = 2, but all 2 + all 2 = 4 (4, 2)"]
    said = found(recto, write, rule, CLEAN.replace("taken over\t1\t0\t1", "taken over\t0\t0\t2"))
    assert said == ["3:16: warning: “taken over”: 0, but all 2 + all 2 = 4 (4, 0)"]

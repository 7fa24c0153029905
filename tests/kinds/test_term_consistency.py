"""Two spellings of one term: what is told of them, and what a rule may set."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Recto, Write


RULE = """
extends: term-consistency
message: "{observed} ({times}) / {usual} ({count}), {first}"
fix: unsafe
"""


def check(recto: Recto, write: Write, text: str, more: str = "") -> list[str]:
    write("styles/mine/terms.yaml", RULE + more)
    path = write("a.md", text)
    result = recto("check", "--rules-path", path.parent / "styles", "--select", "mine.terms", path)
    assert result.status < 2, result.out
    return [line.split(":", 1)[1].rpartition(" [")[0] for line in result.lines]


def test_one_diagnostic_for_each_spelling(recto: Recto, write: Write) -> None:
    text = "A GitHub page.\n\nThe Github wiki, GitHub issues, the Github page and GitHub.\n"
    assert check(recto, write, text) == ["3:5: warning: Github (2) / GitHub (3), line 1"]


def test_the_fix_writes_the_usual_spelling(recto: Recto, write: Write) -> None:
    write("styles/mine/terms.yaml", RULE)
    path = write("a.md", "A rollback, one rollback, no rollback.\n\nRoll-back takes long.\n")
    result = recto(
        "check", "--rules-path", path.parent / "styles", "--select", "mine.terms", "--output-format", "json", path
    )
    (row,) = json.loads(result.out)
    assert [edit["text"] for edit in row["fix"]["edits"]] == ["Rollback"]
    assert not row["fix"]["safe"]


@pytest.mark.parametrize(
    ("difference", "text"),
    [
        ("case", "GitHub and GitHub, but Github."),
        ("width", "GDP 与 GDP，ＧＤＰ。"),
        ("hyphen", "A rollback, one rollback, no rollback, a roll-back."),
        ("hyphen", "With `let...else`, `let...else`, `let...else` and `let else`."),
        ("space", "A dataset, one dataset, no dataset, a data set."),
        ("letter", "A namespace, namespace, namespace, namespace, namespace, namepsace."),
    ],
)
def test_what_spellings_may_differ_in(recto: Recto, write: Write, difference: str, text: str) -> None:
    assert len(check(recto, write, text, f"ignore: [{difference}]")) == 1
    others = {"case", "width", "hyphen", "space", "letter"} - {difference}
    assert check(recto, write, text, f"ignore: [{', '.join(sorted(others))}]") == []


def test_how_often_the_usual_spelling_stands(recto: Recto, write: Write) -> None:
    text = "GitHub, GitHub, and Github."
    assert len(check(recto, write, text, "min-count: 2")) == 1
    assert check(recto, write, text, "min-count: 3") == []


def test_a_word_that_begins_a_sentence(recto: Recto, write: Write) -> None:
    text = "# Hostname first\n\nHostname, `HostName`, `HostName` and `HostName`. Each hostname has {}.\n"
    assert check(recto, write, text.format("one")) == []
    assert check(recto, write, text.format("a Hostname")) == ["3:70: warning: Hostname (1) / HostName (3), line 3"]
    assert check(recto, write, text.replace(", `HostName`", "").format("one")) == []


def test_names_in_code_are_no_phrases(recto: Recto, write: Write) -> None:
    text = "A dataset, one dataset, no dataset, a data set. {}"
    assert len(check(recto, write, text)) == 1
    assert check(recto, write, text.format("`DataSet`")) == []
    text = "A data set, one data set, no data set, a dataset. {}"
    assert len(check(recto, write, text.format("`other`"))) == 1
    assert check(recto, write, text.format("`dataSet`")) == []


def test_the_title_of_another_text(recto: Recto, write: Write) -> None:
    text = "GitHub and GitHub.\n\n- {}\n"
    assert check(recto, write, text.format("[How Github began](https://example.org)")) == []
    assert len(check(recto, write, text.format("[How Github began](began.md)"))) == 1
    assert len(check(recto, write, text.format("Here is the [Github page](https://example.org) of ours"))) == 1


def test_spellings_that_the_rule_names(recto: Recto, write: Write) -> None:
    more = "variants: {阀值: 阈值, 'adviser': advisor}"
    assert check(recto, write, "阈值为三。阀值为五，阀值为六。", more) == ["1:6: warning: 阀值 (2) / 阈值 (1), line 1"]
    assert check(recto, write, "Our advisor is no Adviser, but an adviser.", more) == [
        "1:35: warning: adviser (1) / advisor (1), line 1"
    ]
    assert check(recto, write, "阀值为五。`阈值`", more) == []
    assert check(recto, write, "阀值为五。", more) == []
    assert check(recto, write, "阈值为五。", more) == []


def test_spellings_that_are_both_right(recto: Recto, write: Write) -> None:
    text = "An organization, the organization, this organization, one organization, each organization: an organisation."
    assert len(check(recto, write, text)) == 1
    assert check(recto, write, text, "aliases: {'is(?=ation)': iz}") == []


def test_the_vocabulary(recto: Recto, write: Write) -> None:
    text = "GitHub and GitHub, but Github. 阈值，阀值。"
    more = "variants: {阀值: 阈值}"
    write("words.txt", "Github\n阀值\n")
    assert len(check(recto, write, text, more)) == 2
    write("recto.yaml", "vocabulary: [words.txt]\n")
    assert check(recto, write, text, more) == []


def test_a_document_of_nothing_but_variants_takes_no_longer(recto: Recto, write: Write) -> None:
    names = " ".join(f"GitHub{number} GitHub{number} Github{number}" for number in range(5_000))
    assert len(check(recto, write, names)) == 50


def test_a_name_in_two_words_keeps_its_capitals(recto: Recto, write: Write) -> None:
    text = "The Spring Boot pump, a Spring Boot gate and one Spring Boot shed. A Springboot fence.\n"
    assert check(recto, write, text) == ["1:70: warning: Springboot (1) / Spring Boot (3), line 1"]

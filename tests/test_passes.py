"""Folding and outranking, tried through the command: one cause, one diagnostic."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Recto, Write


PARAGRAPH = "The pump by the north gate was very well repaired in April and has run without any fault ever since then."
OTHER = "The second pump stays in reserve, and the key for it hangs in the office beside the calendar of the year."
RULE = "extends: existence\nmessage: Leave out '%s'.\ntokens: [very]\n"


def check(recto: Recto, write: Write, text: str, *options: str) -> list[str]:
    write("styles/mine/very.yaml", RULE)
    path = write("a.txt", text)
    result = recto("check", "--rules-path", path.parent / "styles", *options, path)
    return [line.split(":", 1)[1] for line in result.lines]


def test_what_the_first_copy_has_as_well_is_counted(recto: Recto, write: Write) -> None:
    said = check(recto, write, f"{PARAGRAPH}\n\n{OTHER}\n\nThen came the summer.\n\n{PARAGRAPH}\n\n{OTHER}\n")
    assert said == [
        "1:32: warning: Leave out 'very'. [mine.very]",
        (
            "7:1: suggestion: Repeats lines 1–3 (2 blocks, 100% alike; the same to the letter). "
            "1 more in this copy are explained by it. [document.repeated-content]"
        ),
    ]


def test_what_only_the_later_copy_has_is_still_told(recto: Recto, write: Write) -> None:
    changed = OTHER.replace("beside", "very near to")
    said = check(recto, write, f"{PARAGRAPH}\n\n{OTHER}\n\nThen came the summer.\n\n{PARAGRAPH}\n\n{changed}\n")
    assert [line.split(":")[0] for line in said] == ["1", "7", "9"]


def test_a_second_one_in_the_same_paragraph_is_still_told(recto: Recto, write: Write) -> None:
    twice = PARAGRAPH.replace("well", "very well")
    said = check(recto, write, f"{PARAGRAPH}\n\n{OTHER}\n\n{twice}\n\n{OTHER}\n")
    assert [line.split(": ")[0] for line in said] == ["1:32", "5:1", "5:37"]


def test_without_the_rule_that_finds_the_run_nothing_is_folded(recto: Recto, write: Write) -> None:
    text = f"{PARAGRAPH}\n\n{OTHER}\n\nThen came the summer.\n\n{PARAGRAPH}\n\n{OTHER}\n"
    said = check(recto, write, text, "--ignore", "document.repeated-content")
    assert [line.split(":")[0] for line in said] == ["1", "7"]


def test_a_run_that_explains_nothing_says_nothing_of_it(recto: Recto, write: Write) -> None:
    (said,) = check(recto, write, f"{OTHER}\n\nThen came the summer.\n\n{OTHER}\n")
    assert "explained" not in said


def test_a_rule_silences_at_its_own_places_what_it_outranks(recto: Recto, write: Write) -> None:
    write("styles/mine/words.yaml", "extends: existence\nmessage: Leave out '%s'.\ntokens: [very, very much, rather]\n")
    write(
        "styles/mine/phrase.yaml",
        "extends: existence\nmessage: A phrase, '%s'.\ntokens: [so very much]\noutranks: [mine.words]\n",
    )
    path = write("a.txt", "It is very, so very much and very\nvery rather wet, so very much.\n")
    result = recto("check", "--rules-path", path.parent / "styles", "--select", "mine", path)
    said = [(line.split(":")[1], line.split("[")[1]) for line in result.lines if "[mine." in line]
    assert said == [
        ("1", "mine.words]"),
        ("1", "mine.phrase]"),
        ("1", "mine.words]"),
        ("2", "mine.words]"),
        ("2", "mine.words]"),
        ("2", "mine.phrase]"),
    ]


MARKED = "# Garden\n\n## Wells\n\nFour.\n\n## Springs\n\nTwo.\n\n## Rivers:\n\nOne.\n\n## Lakes\n\nNone.\n"
ENDS = "document.heading-punctuation"
STYLE = "document.heading-style"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), ["warning [document.heading-style]"]),
        (("--ignore", STYLE), ["suggestion [document.heading-punctuation]"]),
        (("--select", ENDS), ["suggestion [document.heading-punctuation]"]),
    ],
    ids=["both", "the other is off", "alone"],
)
def test_how_a_heading_ends_is_told_once(recto: Recto, write: Write, options: tuple[str, ...], said: list[str]) -> None:
    lines = recto("check", *options, write("a.md", MARKED)).lines
    assert [f"{line.split(': ')[1]} {line.rpartition(' ')[2]}" for line in lines] == said


def test_elsewhere_it_is_told(recto: Recto, write: Write) -> None:
    text = MARKED + "\n### Ponds:\n\nNone.\n"
    lines = recto("check", write("a.md", text)).lines
    assert [line.rpartition(" ")[2] for line in lines] == [f"[{STYLE}]", f"[{ENDS}]"]


def test_what_stands_for_several_places_is_told(recto: Recto, write: Write) -> None:
    text = "See [the pump][a].\n\nUse **the pump **and **the gate **and **the lock **.\n"
    lines = recto("check", "--select", "document.stray-markup,document.cross-reference", write("a.md", text)).lines
    assert [line.rpartition(" ")[2] for line in lines] == ["[document.stray-markup]"]

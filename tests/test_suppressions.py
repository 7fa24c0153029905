"""Comments that silence rules, in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Recto, Write


RULE = "extends: existence\nmessage: \"Leave out '%s'.\"\ntokens: [very]\n"


def check(recto: Recto, write: Write, *lines: str, name: str = "a.md", options: tuple[str, ...] = ()) -> list[str]:
    write("styles/mine/very.yaml", RULE)
    path = write(name, "\n".join(lines) + "\n")
    without_title = ("--ignore", "document.first-heading")
    result = recto("check", "--rules-path", path.parent / "styles", *without_title, *options, path)
    return [line.split(":", 1)[1].partition(": ")[0] + " " + line.rpartition("[")[2][:-1] for line in result.lines]


@pytest.mark.parametrize("name", ["mine.very", "mine", "", "mine.very: quoted on purpose", "document, mine.very"])
def test_from_here_on(recto: Recto, write: Write, name: str) -> None:
    lines = ("very", "", f"<!-- recto-disable {name} -->", "", "very", "", "<!-- recto-enable -->", "", "very")
    found = check(recto, write, *lines)
    assert [row for row in found if row.endswith("mine.very")] == ["1:1 mine.very", "9:1 mine.very"]


def test_enabling_one_rule_leaves_the_others_silent(recto: Recto, write: Write) -> None:
    lines = (
        "<!-- recto-disable mine.very -->", "", "very", "",
        "<!-- recto-enable document.repeated-heading -->", "", "very", "",
        "<!-- recto-enable mine.very -->", "", "very",
    )  # fmt: skip
    assert check(recto, write, *lines) == ["11:1 mine.very"]


def test_one_line(recto: Recto, write: Write) -> None:
    assert check(recto, write, "very <!-- recto-disable-line mine.very -->", "very") == ["2:1 mine.very"]


def test_the_next_line_that_is_not_blank(recto: Recto, write: Write) -> None:
    lines = ("<!-- recto-disable-next-line mine.very -->", "", "very", "very")
    assert check(recto, write, *lines) == ["4:1 mine.very"]


def test_the_whole_file_from_anywhere(recto: Recto, write: Write) -> None:
    assert check(recto, write, "very", "", "<!-- recto-disable-file mine.very -->") == []


def test_the_forms_of_vale(recto: Recto, write: Write) -> None:
    assert check(recto, write, "<!-- vale off -->", "", "very", "", "<!-- vale on -->", "", "very") == ["7:1 mine.very"]
    lines = ("<!-- vale mine.very = NO -->", "", "very", "", "<!-- vale mine.very = YES -->", "", "very")
    assert check(recto, write, *lines) == ["7:1 mine.very"]


def test_what_silences_nothing_is_told(recto: Recto, write: Write) -> None:
    lines = ("<!-- recto-disable-next-line mine.very -->", "", "fine", "", "<!-- recto-disable-next-line -->")
    assert check(recto, write, *lines) == ["1:1 recto.unused-suppression", "5:1 recto.unused-suppression"]


def test_a_rule_that_did_not_run_is_not_missed(recto: Recto, write: Write) -> None:
    lines = ("<!-- recto-disable gongwen.heading-style -->", "", "fine")
    assert check(recto, write, *lines) == []
    assert check(recto, write, "<!-- recto-disable mine -->", options=("--ignore", "mine.very")) == []


def test_an_unknown_name_is_told(recto: Recto, write: Write) -> None:
    write("styles/mine/very.yaml", RULE)
    path = write("a.md", "<!-- recto-disable mine.vary -->\n\n<!-- recto-disable zzzzzz -->\n")
    result = recto("check", "--rules-path", path.parent / "styles", path)
    assert result.status == 1
    assert result.lines == [
        f"{path}:1:1: warning: There is no rule or pack “mine.vary”; did you mean “mine.very”? [recto.unknown-suppression]",
        f"{path}:3:1: warning: There is no rule or pack “zzzzzz”. [recto.unknown-suppression]",
    ]


def test_in_code_it_is_text(recto: Recto, write: Write) -> None:
    lines = (
        "`<!-- recto-disable-file mine.very -->`",
        "",
        "```",
        "<!-- recto-disable-file mine.very -->",
        "```",
        "",
        "very",
    )
    assert check(recto, write, *lines) == ["7:1 mine.very"]


def test_other_comments_mean_nothing(recto: Recto, write: Write) -> None:
    assert check(recto, write, "<!-- recto-disables -->", "", "<!-- see recto-disable -->", "", "very") == [
        "5:1 mine.very"
    ]


def test_plain_text_has_no_comments(recto: Recto, write: Write) -> None:
    assert check(recto, write, "<!-- recto-disable-file mine.very -->", "", "very", name="a.txt") == [
        "1:30 mine.very",
        "3:1 mine.very",
    ]


def test_the_line_after_the_last_one_holds_nothing(recto: Recto, write: Write) -> None:
    path = write("a.md", "# very\n\n<!-- recto-disable-next-line document.repeated-heading -->")
    result = recto("check", "--ignore", "document.empty-section", path)
    assert [line.rpartition("[")[2] for line in result.lines] == ["recto.unused-suppression]"]

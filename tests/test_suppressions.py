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
    lines = ("<!-- recto-page 3 -->", "", "<!-- see recto-disable -->", "", "<!-- Recto disables it -->", "", "very")
    assert check(recto, write, *lines) == ["7:1 mine.very"]


def test_plain_text_has_no_comments(recto: Recto, write: Write) -> None:
    assert check(recto, write, "<!-- recto-disable-file mine.very -->", "", "very", name="a.txt") == [
        "1:30 mine.very",
        "3:1 mine.very",
    ]


def test_the_line_after_the_last_one_holds_nothing(recto: Recto, write: Write) -> None:
    path = write("a.md", "# very\n\n<!-- recto-disable-next-line document.repeated-heading -->")
    result = recto("check", "--ignore", "document.empty-section", path)
    assert [line.rpartition("[")[2] for line in result.lines] == ["recto.unused-suppression]"]


@pytest.mark.parametrize(
    "names",
    [
        "mine.very, document.repeated-heading",
        "mine.very document",
        "mine.very：引文，勿改",
        "mine.very，document",
        ": over\nlines",
    ],
)
def test_names_and_reasons_as_people_write_them(recto: Recto, write: Write, names: str) -> None:
    found = check(recto, write, f"very <!-- recto-disable-line {names} -->", "", "very")
    last = 3 + names.count("\n")
    assert [row for row in found if row.endswith("mine.very")] == [f"{last}:1 mine.very"]
    assert not [row for row in found if "unknown" in row]


@pytest.mark.parametrize("outer", ["", "mine"])
def test_a_rule_can_be_taken_out_of_what_is_silenced(recto: Recto, write: Write, outer: str) -> None:
    write("styles/mine/quite.yaml", RULE.replace("very", "quite"))
    lines = (
        f"<!-- recto-disable {outer} -->", "", "very quite", "",
        "<!-- recto-enable mine.very -->", "", "very quite", "",
        "<!-- recto-disable-next-line mine.very -->", "very quite", "",
        f"<!-- recto-enable {outer} -->", "", "very quite",
    )  # fmt: skip
    assert check(recto, write, *lines) == ["7:1 mine.very", "14:1 mine.very", "14:6 mine.quite"]


def test_a_pack_that_is_enabled_enables_its_rules(recto: Recto, write: Write) -> None:
    lines = ("<!-- recto-disable mine.very -->", "", "very", "", "<!-- recto-enable mine -->", "", "very")
    assert check(recto, write, *lines) == ["7:1 mine.very"]


def test_what_is_never_closed_reaches_to_the_end(recto: Recto, write: Write) -> None:
    lines = ("very", "", "<!-- recto-disable mine -->", "", "very", "", "<!-- recto-disable mine.very -->", "", "very")
    assert check(recto, write, *lines) == ["1:1 mine.very"]


def test_several_comments_speak_of_the_same_next_line(recto: Recto, write: Write) -> None:
    write("styles/mine/quite.yaml", RULE.replace("very", "quite"))
    lines = (
        "> <!-- recto-disable-next-line mine.very -->", "> <!-- recto-disable-next-line mine.quite -->", "> <!-- a", "> b -->",
        ">", "> very quite", "> very <!-- c -->",
    )  # fmt: skip
    assert check(recto, write, *lines) == ["7:3 mine.very"]


@pytest.mark.parametrize(
    "line",
    [
        "# very <!-- recto-disable-line mine.very -->",
        "- very <!-- recto-disable-line mine.very -->",
        "> very <!-- recto-disable-line mine.very -->",
        "**very** <!-- recto-disable-line mine.very --> very",
        "| very | <!-- recto-disable-line mine.very --> |\n|---|---|",
        "very[^1] <!-- recto-disable-line mine.very -->\n\n[^1]: fine",
    ],
)
def test_a_comment_may_stand_wherever_text_does(recto: Recto, write: Write, line: str) -> None:
    assert check(recto, write, "very", "", line) == ["1:1 mine.very"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("recto-disable-nextline mine.very", "recto-disable-next-line"),
        ("recto-disable next-line mine.very", "recto-disable-next-line"),
        ("recto-disable file", "recto-disable-file"),
        ("recto-disable_file: reason", "recto-disable-file"),
        ("Recto-Disable", "recto-disable"),
        ("recto_enable mine.very", "recto-enable"),
        ("recto-disables：说明", "recto-disable"),
    ],
)
def test_a_form_that_is_misspelt_is_told_and_silences_nothing(
    recto: Recto, write: Write, written: str, meant: str
) -> None:
    lines = (f"<!-- {written} -->", "", "very")
    assert check(recto, write, *lines) == ["1:1 recto.unknown-suppression", "3:1 mine.very"]
    assert f"did you mean “{meant}”?" in recto("check", write("b.md", "\n".join(lines))).out
    assert f"是否应为“{meant}”？" in recto("check", "--lang", "zh", write("b.md", "\n".join(lines))).out


def test_an_unknown_name_is_told_where_it_is_enabled_as_well(recto: Recto, write: Write) -> None:
    lines = ("<!-- recto-disable mine.very -->", "", "very", "", "<!-- recto-enable mine.vary -->")
    assert check(recto, write, *lines) == ["5:1 recto.unknown-suppression"]


def test_what_is_said_to_vale_alone_is_no_concern_of_ours(recto: Recto, write: Write) -> None:
    lines = ("<!-- vale Google.We = NO -->", "", "fine", "", "<!-- vale off -->", "", "fine", "", "<!-- vale on -->")
    assert check(recto, write, *lines) == []
    assert check(recto, write, "<!-- vale off -->", "", "very", "", "<!-- vale mine.very = YES -->", "", "very") == [
        "7:1 mine.very"
    ]


def test_front_matter_has_comments_of_its_own(recto: Recto, write: Write) -> None:
    front = ("---", "title: fine", "# recto-disable-file mine.very", "---", "")
    assert check(recto, write, *front, "very") == []
    front = ("---", "  # recto-disable-next-line mine.very", "title: fine # recto-disable mine.very", "---", "")
    assert check(recto, write, *front, "very") == ["2:3 recto.unused-suppression"]


@pytest.mark.parametrize(
    "line",
    ['title: "a # recto-disable-file mine.very"', "title: a#recto-disable-file", "title: '# recto-disable-file'"],
)
def test_a_mark_inside_a_value_begins_no_comment(recto: Recto, write: Write, line: str) -> None:
    assert check(recto, write, "---", line, "---", "", "very") == ["5:1 mine.very"]


def test_the_comments_of_a_page(recto: Recto, write: Write) -> None:
    lines = (
        "<title>T</title><script>//<!-- recto-disable-file mine.very --></script>",
        "<style><!-- recto-disable-file mine.very --></style>",
        '<h1>T</h1><p title="<!-- recto-disable-file mine.very -->">very</p>',
        "<textarea><!-- recto-disable-file mine.very --></textarea>",
        "<p>&lt;!-- recto-disable-file --&gt; very</p>",
        "<!--recto-disable-next-line mine.very-->",
        "<p>very</p>",
        "<!-- recto-disable mine --><p>very</p><!-- recto-enable mine.very --><p>very</p>",
        "<p>very <!-- recto-disable-lines mine --></p>",
    )
    assert check(recto, write, *lines, name="a.html") == [
        "3:60 mine.very",
        "5:38 mine.very",
        "8:73 mine.very",
        "9:4 mine.very",
        "9:9 recto.unknown-suppression",
    ]

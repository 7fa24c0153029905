"""What the command answers, and with which status."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from linter import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import regex
    from conftest import Recto, Write

    from linter.engines.patterns import Pattern


CLEAN = "一、基本情况\n\n本年度共受理来信三十二件。\n"
TWICE = "一、基本情况\n\n一、基本情况\n\n本年度共受理来信三十二件。\n"
OWN_RULE = "extends: existence\nmessage: \"Leave out '%s'.\"\ntokens: [very]\n"


def test_a_clean_document(recto: Recto, write: Write) -> None:
    result = recto("check", write("a.txt", CLEAN))
    assert result == (0, "", "0 diagnostics in 1 file\n")


def test_an_empty_document_is_clean(recto: Recto, write: Write) -> None:
    assert recto("check", write("a.txt", "")).status == 0


def test_concise_is_one_line_a_diagnostic(recto: Recto, write: Write) -> None:
    path = write("a.txt", TWICE)
    result = recto("check", path)
    assert result.status == 1
    assert result.lines == [
        (
            f"{path}:3:1: error: “一、基本情况” stands at line 1 already, and that section is empty. "
            "[document.repeated-heading]"
        )
    ]
    assert result.err == "1 diagnostic in 1 file (1 error, 0 warnings)\n"


def test_folders_are_walked_in_order(recto: Recto, write: Write) -> None:
    last = write("docs/b.txt", TWICE)
    first = write("docs/a/c.text", TWICE)
    write("docs/.hidden/d.txt", TWICE)
    write("docs/node_modules/e.txt", TWICE)
    write("docs/f.py", TWICE)
    result = recto("check", last.parent)
    assert [line.split(":")[0] for line in result.lines] == [str(first), str(last)]


@pytest.mark.parametrize(("level", "status"), [("error", 1), ("warning", 1), ("suggestion", 1), ("never", 0)], ids=str)
def test_fail_on(recto: Recto, write: Write, level: str, status: int) -> None:
    assert recto("check", "--fail-on", level, write("a.txt", TWICE)).status == status


def test_a_warning_does_not_fail_on_error(recto: Recto, write: Write) -> None:
    text = "(一) 供水\n\n管网老化。\n\n(二) 供电\n\n线路老化。\n\n（三）道路\n\n路面破损。\n"
    result = recto("check", "--fail-on", "error", write("a.txt", text))
    assert result.status == 0
    assert "warning" in result.out


def test_min_grade_hides_what_is_less_sure(recto: Recto, write: Write) -> None:
    text = "一、供水\n\n管网老化。\n\n二、供水\n\n线路老化。\n"
    path = write("a.txt", text)
    assert "warning" in recto("check", "--min-grade", "likely", path).out
    assert recto("check", "--min-grade", "sure", path).out == ""


def test_ignore_leaves_a_rule_or_a_pack_out(recto: Recto, write: Write) -> None:
    path = write("a.txt", TWICE)
    assert recto("check", "--ignore", "document.repeated-heading", path).status == 0
    assert recto("check", "--ignore", "document", path).status == 0


def test_select_runs_that_alone(recto: Recto, report_path: str) -> None:
    out = recto("check", "--select", "gongwen.name-mismatch", report_path).out
    assert {line.rpartition("[")[2] for line in out.splitlines()} == {"gongwen.name-mismatch]"}


def test_an_exact_id_wins_over_a_pack(recto: Recto, write: Write) -> None:
    path = write("a.txt", TWICE)
    arguments = ("--ignore", "document", "--select", "document.repeated-heading", path)
    assert recto("check", *arguments).status == 1


def test_a_selected_rule_runs_where_its_pack_does_not_apply(recto: Recto, write: Write) -> None:
    path = write("a.txt", "一、供水\n\n(一) 现状\n\n管网老化。\n")
    assert recto("check", path).status == 0
    assert "gongwen.heading-style" in recto("check", "--select", "gongwen.heading-style", path).out


def test_verbose_says_which_packs_and_why(recto: Recto, report_path: str) -> None:
    err = recto("check", "-v", report_path).err
    assert "pack document is on (every document)" in err
    assert "pack gongwen is on (language: zh, title)" in err


def test_json_is_one_array(recto: Recto, write: Write) -> None:
    assert recto("check", "--output-format", "json", write("a.txt", CLEAN)).out == "[]\n"
    path = write("b.txt", TWICE)
    (row,) = json.loads(recto("check", "--output-format", "json", path).out)
    fingerprint = row.pop("fingerprint")
    assert len(fingerprint) == 32
    assert row == {
        "path": str(path),
        "rule": "document.repeated-heading",
        "kind": "repeated-heading",
        "level": "error",
        "message": "“一、基本情况” stands at line 1 already, and that section is empty.",
        "line": 3,
        "column": 1,
        "end_line": 3,
        "end_column": 7,
        "byte_column": 1,
        "grade": "sure",
        "heading": [],
        "help": "Delete one of the two headings, or give each its own.",
        "related": [
            {
                "path": str(path),
                "line": 1,
                "column": 1,
                "end_line": 1,
                "end_column": 7,
                "message": "the earlier heading",
            }
        ],
    }


def test_a_path_that_is_not_there(recto: Recto, write: Write) -> None:
    good = write("good.txt", TWICE)
    result = recto("check", "nowhere.txt", good)
    assert result.status == 2
    assert "nowhere.txt:1:1: error: There is no such file. [recto.unreadable]" in result.lines
    assert any(line.startswith(f"{good}:3:1") for line in result.lines)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\x89PNG\0\0", "A binary file."),
        ("Erste\nÜbung für Äpfel".encode("cp1252"), "Undecodable: line 2 holds bytes that are no UTF-8."),
    ],
    ids=["binary", "not UTF-8"],
)
def test_a_file_that_is_no_text(recto: Recto, tmp_path: Path, data: bytes, sentence: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    result = recto("check", path)
    assert result.status == 2
    assert sentence in result.out


def test_a_file_over_the_limit(recto: Recto, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.outside.files.MAX_FILE_SIZE", 1_000_000)
    result = recto("check", write("a.txt", "x" * 1_000_001))
    assert result.status == 2
    assert "Larger than 1 MB." in result.out


def test_a_folder_that_cannot_be_read_as_a_file(recto: Recto, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("a.txt", CLEAN)
    monkeypatch.setattr("linter.outside.walking.os.path.isdir", lambda _: False)
    result = recto("check", path.parent)
    assert result.status == 2
    assert "Cannot be read: Is a directory." in result.out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("check", "--select", "document.repeated-headings"), "did you mean document.repeated-heading?"),
        (("check", "--ignore", "documents"), "did you mean document?"),
        (("check", "--pack", "zzz"), "there is no pack 'zzz'; there are annual-report, document,"),
        (("explain", "gongwen.heading-styles"), "did you mean gongwen.heading-style?"),
        (("rules", "--pack", "gonwen"), "did you mean gongwen?"),
        (("check", "--rules-path", "/nowhere"), "/nowhere: there is no such folder of rules"),
    ],
    ids=["rule", "pack to ignore", "pack", "explained rule", "listed pack", "folder of rules"],
)
def test_what_is_not_known_is_refused(recto: Recto, arguments: tuple[str, ...], sentence: str) -> None:
    result = recto(*arguments)
    assert result.status == 2
    assert result.err.startswith("recto: ")
    assert sentence in result.err
    assert result.out == ""


def test_an_unknown_option_is_refused(recto: Recto) -> None:
    result = recto("check", "--selct", "x")
    assert result.status == 2
    assert "--selct" in result.err


def test_a_rule_of_the_readers_own(recto: Recto, write: Write) -> None:
    write("styles/mine/very.yaml", OWN_RULE)
    path = write("a.txt", "This is very good.\n")
    result = recto("check", "--rules-path", path.parent / "styles", path)
    assert result.status == 1
    assert result.lines == [f"{path}:1:9: warning: Leave out 'very'. [mine.very]"]


def test_a_rule_of_the_readers_own_takes_the_place_of_a_built_in_one(recto: Recto, write: Write) -> None:
    rule = "extends: repeated-heading\nmessage: Twice.\nlevel: suggestion\n"
    write("styles/document/repeated-heading.yaml", rule)
    path = write("a.txt", TWICE)
    result = recto("check", "--rules-path", path.parent / "styles", path)
    assert result.lines == [f"{path}:3:1: suggestion: Twice. [document.repeated-heading]"]


def test_a_broken_rule_fails_and_the_others_still_run(recto: Recto, write: Write) -> None:
    write("styles/mine/very.yaml", OWN_RULE)
    broken = write("styles/mine/bad.yaml", "extends: existence\nmessage: x\ntoken: [a]\n")
    path = write("a.txt", "This is very good.\n")
    result = recto("check", "--rules-path", path.parent / "styles", path)
    assert result.status == 2
    assert f"recto: {broken}:3: unknown key 'token'; did you mean 'tokens'?" in result.err
    assert "[mine.very]" in result.out


def test_a_rule_that_crashes_on_one_file(recto: Recto, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    from linter.engines.patterns import find_all as real

    def find_all(pattern: Pattern, text: str) -> Iterator[regex.Match[str]]:
        if text == "boom":
            raise ZeroDivisionError("no way")
        return real(pattern, text)

    monkeypatch.setattr("linter.kinds.existence.find_all", find_all)
    write("styles/mine/very.yaml", OWN_RULE)
    bad = write("a.txt", "boom\n\n" + TWICE)
    good = write("b.txt", "This is very good.\n")
    result = recto("check", "--rules-path", good.parent / "styles", bad, good)
    assert result.status == 2
    assert "Traceback" not in result.out + result.err
    assert result.lines[0] == (
        f"{bad}:1:1: error: The rule mine.very failed on this file (ZeroDivisionError: no way). [recto.internal-error]"
    )
    assert result.lines[1].startswith(f"{bad}:5:1: error")
    assert result.lines[2].startswith(f"{good}:1:9: warning")


def test_a_pattern_that_backtracks_for_ever(recto: Recto, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.engines.patterns.TIME_LIMIT", 0.05)
    write("styles/mine/slow.yaml", "extends: existence\nmessage: x\nraw: ['(?:a|aa)+c']\n")
    path = write("a.txt", "a" * 60 + "\n\n" + TWICE)
    result = recto("check", "--rules-path", path.parent / "styles", path)
    assert result.status == 2
    assert "mine.slow takes too long on this file. [recto.pattern-timeout]" in result.lines[0]
    assert "[document.repeated-heading]" in result.lines[1]
    zh = recto("check", "--lang", "zh", "--rules-path", path.parent / "styles", path)
    assert "规则mine.slow的正则表达式在此文件上超时。" in zh.out


def test_rules_are_listed(recto: Recto) -> None:
    result = recto("rules", "--pack", "gongwen")
    assert result.status == 0
    names = [line.split()[0] for line in result.lines]
    assert {"gongwen.heading-style", "gongwen.name-mismatch"} < {*names}
    assert all(name.startswith("gongwen.") for name in names)
    assert "序数" in recto("rules", "--lang", "zh").out


def test_a_rule_is_explained(recto: Recto) -> None:
    out = recto("explain", "gongwen.heading-style").out
    assert out.startswith("# gongwen.heading-style\n")
    assert "GB/T 9704-2012" in out
    assert "`ladder`" in out
    assert "It leaves alone" in out
    assert "不报告的例子" in recto("explain", "--lang", "zh", "gongwen.heading-style").out


def test_the_built_in_rules_pass_their_own_tests(recto: Recto) -> None:
    pytest.importorskip("rensa")
    result = recto("test")
    assert result.status == 0
    assert result.out == ""
    assert result.err.endswith(", 0 failed\n")


def test_the_test_command_says_what_is_wrong(recto: Recto, write: Write) -> None:
    tests = (
        "tests:\n"
        "  - {name: found, input: very, want: ['1:2:mine.very'], fixed: x}\n"
        "  - {name: absent, input: very, absent: ['1:1:mine.very']}\n"
        "  - {name: fine, input: very, contains: [\"1:1:mine.very:Leave out 'very'.\"]}\n"
    )
    path = write("styles/mine/very.yaml", OWN_RULE + tests)
    write("styles/mine/untested.yaml", OWN_RULE)
    result = recto("test", path.parent.parent)
    assert result.status == 1
    assert result.lines == [
        f"{path}:5: mine.very: found: expected 1:2:mine.very, which was not found",
        f"{path}:5: mine.very: found: found 1:1:mine.very:Leave out 'very'., which was not expected",
        f"{path}:5: mine.very: found: fixed to 'very', expected 'x'",
        f"{path}:6: mine.very: absent: found 1:1:mine.very:Leave out 'very'., which must be absent",
    ]
    assert "warning: mine.untested has no tests" in result.err
    assert "3 tests of 2 rules, 4 failed" in result.err


def test_the_test_command_fails_on_broken_rules(recto: Recto, write: Write) -> None:
    path = write("styles/mine/very.yaml", "extends: existance\n")
    result = recto("test", path.parent.parent)
    assert result.status == 2
    assert f"recto: {path}:1: 'extends' must be one of" in result.err


def test_a_test_for_a_format_that_there_is_not(recto: Recto, write: Write) -> None:
    path = write("mine/very.yaml", OWN_RULE + "tests:\n  - {input: very, format: odt, want: []}\n")
    result = recto("test", path.parent)
    assert result.status == 2
    assert f"{path}:5: unknown format 'odt'" in result.err


def test_a_pack_may_say_to_what_it_applies_and_to_what_not(recto: Recto, write: Write) -> None:
    write("styles/mine/very.yaml", OWN_RULE)
    path = write("a.txt", "This is very good.\n")
    for signs, found in (
        ("applies: [{language: en}]\n", True),
        ("applies: [{language: zh}, {body: good}]\n", True),
        ("applies: [{format: odt}]\n", False),
        ("applies: [{title: nothing}]\n", False),
        ("applies: [{language: en}]\nnot: [{closing: good}]\n", False),
        ("applies: [{language: en, without: good}]\n", False),
        ("applies: [{language: en, without: bad}]\n", True),
    ):
        write("styles/mine/pack.yaml", signs)
        out = recto("check", "--rules-path", path.parent / "styles", path).out
        assert ("[mine.very]" in out) is found, signs


def test_a_rule_file_that_is_no_text(recto: Recto, tmp_path: Path) -> None:
    (tmp_path / "very.yaml").write_bytes(b"\xff\xfe")
    result = recto("rules", "--rules-path", tmp_path)
    assert result.status == 2
    assert f"recto: {tmp_path / 'very.yaml'}: cannot be read: " in result.err


def test_an_installation_without_its_rules(recto: Recto, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.outside.rules.COMPILED", "nowhere.json")
    result = recto("rules")
    assert result.status == 2
    assert "the built-in rules cannot be read" in result.err


def test_full_output_of_what_has_no_place(recto: Recto) -> None:
    result = recto("check", "--output-format", "full", "-v", "nowhere.txt")
    assert result.out == "nowhere.txt:1:1: error: There is no such file. [recto.unreadable]\n\n"


def test_a_folder_without_documents_is_clean(recto: Recto, tmp_path: Path) -> None:
    result = recto("check", tmp_path)
    assert (result.status, result.out) == (0, "")
    assert "note: there are no documents here" in result.err


def test_an_interrupt_ends_it_without_a_word(recto: Recto, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("linter.cli.check.report", interrupted)
    result = recto("check", write("a.txt", CLEAN))
    assert result.status == 130
    assert "Traceback" not in result.err


def test_a_pack_cannot_be_explained(recto: Recto) -> None:
    result = recto("explain", "gongwen")
    assert result.status == 2
    assert "'gongwen' is a pack; `recto rules --pack gongwen` lists its rules" in result.err


def test_a_reader_that_goes_away(report_path: str) -> None:
    command = f"{sys.executable} -m linter check --no-fold {report_path} | true"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


def test_the_version(recto: Recto) -> None:
    assert recto("--version").out == f"recto {__version__}\n"


def test_no_command_is_an_error(recto: Recto) -> None:
    assert recto().status == 2

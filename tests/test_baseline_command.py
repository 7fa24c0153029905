"""`recto baseline`, and `recto check` beside what it wrote."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Recto, Result, Write

RULE = "extends: existence\nmessage: \"'%s'\"\nscope: text\ntokens: [very, rather]\n"
FILE = "recto-baseline.json"


@pytest.fixture
def run(recto: Recto, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """The command in a folder whose configuration has one rule about words."""
    write("styles/mine/words.yaml", RULE)
    write("recto.yaml", "rules-path: [styles]\npacks: [mine]\n")
    monkeypatch.chdir(tmp_path)
    return recto


def places(result: Result) -> list[str]:
    assert result.status < 2, result.err
    return [":".join(line.split(":")[:3]) for line in result.lines]


def entries(path: str = FILE) -> dict[str, list[tuple[str, int]]]:
    files = json.loads(Path(path).read_text(encoding="utf-8"))["files"]
    return {name: sorted((row["rule"], row["count"]) for row in rows.values()) for name, rows in files.items()}


def test_what_was_there_is_not_reported_again(run: Callable[..., Result], write: Write) -> None:
    write("附件/说 明.md", "very good\n\nvery good\n")
    write("a.md", "rather\n")
    result = run("baseline")
    assert result == (0, "", "recto-baseline.json: 3 diagnostics of 2 files\n")
    assert entries() == {"a.md": [("mine.words", 1)], "附件/说 明.md": [("mine.words", 2)]}
    result = run("check", "--baseline", FILE)
    assert result == (
        0, "", "3 diagnostics left out: known to the baseline\n0 diagnostics in 2 files\n"
    )  # fmt: skip
    write("附件/说 明.md", "very good\n\nvery good\n\nvery good\n\nvery bad\n")
    result = run("check", "--baseline", FILE, "附件")
    assert places(result) == ["附件/说 明.md:5:1", "附件/说 明.md:7:1"]
    assert result.status == 1
    assert run("check", "--baseline", FILE, "--lang", "zh").err.startswith("未报告基线中已有的诊断3条\n")


def test_it_holds_no_text(run: Callable[..., Result], write: Write) -> None:
    write("a.md", "very secret\n")
    run("baseline")
    text = Path(FILE).read_text(encoding="utf-8")
    assert "secret" not in text
    assert "very" not in text


def test_it_says_so_in_chinese(run: Callable[..., Result], write: Write) -> None:
    write("a.md", "very\n")
    assert run("baseline", "--lang", "zh").err == "recto-baseline.json：1个文件，1条诊断\n"


def test_a_clean_folder_has_an_empty_one(run: Callable[..., Result], write: Write) -> None:
    write("a.md", "fine\n")
    assert run("baseline").status == 0
    assert json.loads(Path(FILE).read_text(encoding="utf-8")) == {"version": 1, "files": {}}
    assert run("check", "--baseline", FILE).err == "0 diagnostics in 1 file\n"


def test_the_configuration_names_it_from_its_own_folder(
    run: Callable[..., Result], write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("recto.yaml", "rules-path: [styles]\npacks: [mine]\nbaseline: ci/known.json\n")
    write("ci/a.md", "fine\n")
    write("docs/a.md", "very\n")
    assert run("baseline").err.endswith("ci/known.json: 1 diagnostic of 1 file\n")
    assert entries("ci/known.json") == {"../docs/a.md": [("mine.words", 1)]}
    monkeypatch.chdir(tmp_path / "docs")
    assert places(run("check")) == []
    assert places(run("check", tmp_path / "docs" / "a.md")) == []
    monkeypatch.setenv("RECTO_BASELINE", "nowhere.json")
    assert "nowhere.json" in run("check").err


def test_the_environment_names_it_from_the_working_folder(
    run: Callable[..., Result], write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.md", "very\n")
    run("baseline", "-o", "other.json")
    monkeypatch.setenv("RECTO_BASELINE", "other.json")
    assert places(run("check")) == []


def test_a_file_may_be_renamed_and_moved(run: Callable[..., Result], write: Write) -> None:
    path = write("old/a.md", "very\n")
    run("baseline")
    Path("new").mkdir()
    path.rename("new/b.md")
    assert places(run("check", "--baseline", FILE)) == []
    write("new/c.md", "very\n")
    assert places(run("check", "--baseline", FILE)) == ["new/c.md:1:1"]
    Path("new/c.md").unlink()
    assert run("check", "--baseline", FILE, "--prune").status == 0
    assert entries() == {"new/b.md": [("mine.words", 1)]}


def test_pruning_takes_out_what_is_fixed_and_adds_nothing(run: Callable[..., Result], write: Write) -> None:
    write("a.md", "very\n\nrather\n")
    write("b.md", "very\n")
    write("c.md", "very\n")
    run("baseline")
    write("a.md", "rather\n\nvery new\n")
    write("b.md", "fine\n")
    write("c.md", "fine\n")
    assert run("baseline", "--prune", "a.md", "b.md").err == "recto-baseline.json: 2 diagnostics of 2 files\n"
    assert entries() == {"a.md": [("mine.words", 1)], "c.md": [("mine.words", 1)]}
    assert places(run("check", "--baseline", FILE, "--prune")) == ["a.md:3:1"]
    assert entries() == {"a.md": [("mine.words", 1)]}
    Path("a.md").unlink()
    run("baseline", "--prune", "b.md")
    assert entries() == {"a.md": [("mine.words", 1)]}
    run("baseline", "--prune")
    assert entries() == {}


def test_what_cannot_be_read_loses_no_entries(run: Callable[..., Result], write: Write) -> None:
    write("a.md", "very\n")
    run("baseline")
    Path("a.md").write_bytes(b"a\0b")
    result = run("baseline", "--prune", "a.md")
    assert result.status == 2
    assert result.out == "a.md:1:1: error: A binary file. [recto.unreadable]\n"
    assert entries() == {"a.md": [("mine.words", 1)]}
    assert run("check", "--baseline", FILE, "a.md").status == 2


def test_a_part_is_written_beside_the_rest(run: Callable[..., Result], write: Write) -> None:
    write("a.md", "very\n")
    write("b.md", "very\n")
    run("baseline")
    write("a.md", "very\n\nrather\n")
    write("b.md", "fine\n")
    run("baseline", "a.md")
    assert entries() == {"a.md": [("mine.words", 1), ("mine.words", 1)], "b.md": [("mine.words", 1)]}


def test_a_rule_may_be_renamed_or_gone(run: Callable[..., Result], write: Write) -> None:
    write("styles/mine/others.yaml", RULE.replace("very, rather", "quite"))
    write("a.md", "very quite\n")
    run("baseline")
    Path("styles/mine/words.yaml").unlink()
    Path("styles/mine/others.yaml").unlink()
    write("styles/mine/intensity.yaml", RULE + "formerly: [mine.words]\n")
    assert places(run("check", "--baseline", FILE)) == []
    write("a.md", "very quite\n\nrather\n")
    assert places(run("check", "--baseline", FILE)) == ["a.md:3:1"]
    run("baseline", "--prune")
    assert entries() == {"a.md": [("mine.intensity", 1)]}
    assert places(run("check", "--baseline", FILE)) == ["a.md:3:1"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("check", "--baseline", "nowhere.json"), "nowhere.json: there is no such baseline"),
        (("baseline", "--prune"), f"{FILE}: there is no such baseline"),
        (("check", "--baseline", "bad.json"), "bad.json:2: broken JSON"),
        (("baseline", "-o", "bad.json"), "bad.json:2: broken JSON"),
        (("check", "--baseline", "new.json"), "new.json: this baseline is of a newer Recto"),
        (("check", "--prune"), "--prune needs a baseline"),
        (("check", "--prune", "--baseline", "empty.json", "--select", "mine"), "leave out --select"),
        (("check", "--prune", "--baseline", "empty.json", "--min-grade", "sure"), "leave out --min-grade"),
        (("baseline", "-"), "not of standard input"),
        (("baseline", "-o", "a.md"), "this is no baseline"),
    ],
)
def test_what_is_wrong_is_told_with_status_2(
    run: Callable[..., Result], write: Write, arguments: tuple[str, ...], words: str
) -> None:
    write("a.md", "{}\n")
    write("bad.json", '{"version": 1,\n<<<<<<< HEAD\n')
    write("new.json", '{"version": 7}')
    write("empty.json", '{"version": 1, "files": {}}')
    result = run(*arguments)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("recto: ")
    assert words in result.err
    assert Path("bad.json").read_text(encoding="utf-8").endswith("HEAD\n")
    assert Path("empty.json").read_text(encoding="utf-8") == '{"version": 1, "files": {}}'


def test_with_broken_rules_nothing_is_written(run: Callable[..., Result], write: Write) -> None:
    write("styles/mine/other.yaml", "extends: nothing\n")
    write("a.md", "very\n")
    result = run("baseline")
    assert result.status == 2
    assert "other.yaml" in result.err
    assert not Path(FILE).exists()
    write(FILE, '{"version": 1, "files": {}}')
    assert run("baseline", "--prune").status == 2
    assert Path(FILE).read_text(encoding="utf-8") == '{"version": 1, "files": {}}'


def test_what_an_editor_holds_is_looked_up_by_its_name(
    run: Callable[..., Result], write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Input:
        buffer = io.BytesIO(b"# More\n\nvery good\n\nrather\n")

    write("docs/a.md", "very good\n")
    run("baseline")
    monkeypatch.setattr("sys.stdin", Input)
    result = run("check", "-", "--stdin-filename", "docs/a.md", "--baseline", FILE)
    assert places(result) == ["docs/a.md:5:1"]


def test_a_name_that_is_no_text(run: Callable[..., Result], tmp_path: Path) -> None:
    try:
        Path("\udc80.md").write_text("very\n", encoding="utf-8")
    except OSError:
        pytest.skip("this file system holds names of UTF-8 alone")
    run("baseline")
    assert entries() == {"\udc80.md": [("mine.words", 1)]}
    assert places(run("check", "--baseline", tmp_path / FILE)) == []

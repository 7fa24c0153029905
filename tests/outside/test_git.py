"""Diagnostics on the lines that git calls changed, in real repositories."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from conftest import Recto

RULE = "extends: existence\nmessage: \"'%s'\"\nscope: text\ntokens: [very]\n"
OLD = "# Title\n\nvery one.\n\nvery two.\n\nvery three.\n"
Found = Callable[..., list[str]]


class Git(Protocol):
    """Runs git in the folder of the test, or in one below it, and gives its output."""

    def __call__(self, *words: str, below: str = ".") -> str: ...


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """A repository with one commit, and the working folder in it."""
    program = shutil.which("git")
    if program is None:
        if os.environ.get("RECTO_TESTS") == "all":
            pytest.fail("git is not installed")
        pytest.skip("git is not installed")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    folder = tmp_path / "tree"
    folder.mkdir()
    monkeypatch.chdir(folder)
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always")

    def run(*words: str, below: str = ".") -> str:
        command = [program, *identity, "-c", "init.defaultBranch=main", *words]
        return subprocess.run(command, cwd=folder / below, check=True, capture_output=True, text=True).stdout

    run("init", "--quiet")
    put("a.md", OLD)
    run("add", ".")
    run("commit", "--quiet", "-m", "one")
    return run


@pytest.fixture
def found(recto: Recto, tmp_path: Path) -> Found:
    """`path:line` of what is reported since a revision."""
    styles = tmp_path / "styles" / "mine"
    styles.mkdir(parents=True)
    (styles / "very.yaml").write_text(RULE, encoding="utf-8")

    def check(revision: str, *arguments: str) -> list[str]:
        options = ("--rules-path", str(styles.parent), "--select", "mine.very", "--changed-since", revision)
        result = recto("check", *options, *arguments)
        assert result.status == (1 if result.out else 0), result.err
        return [":".join(line.split(":")[:2]) for line in result.lines]

    return check


def put(name: str, text: str, encoding: str = "utf-8") -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))


def test_nothing_changed(git: Git, found: Found) -> None:
    assert git("status", "--porcelain") == ""
    assert found("HEAD") == []


def test_a_changed_line_and_those_after_one_put_in(git: Git, found: Found) -> None:
    put("a.md", OLD.replace("very one", "more\n\nvery one").replace("very two", "very 2"))
    assert found("HEAD") == ["a.md:7"]
    git("commit", "--quiet", "-a", "-m", "two")
    assert found("HEAD") == []
    assert found("HEAD~1") == ["a.md:7"]


def test_only_what_touches_is_counted(recto: Recto, git: Git) -> None:
    put("a.md", OLD.replace("one", "1"))
    result = recto("check", "--select", "document.first-heading", "--changed-since", git("rev-parse", "HEAD").strip())
    assert result.err == "0 diagnostics in 1 file\n"
    put("b.md", "No title.\n")
    git("add", ".")
    git("commit", "--quiet", "-m", "two")
    result = recto("check", "--select", "document.first-heading", "--changed-since", "HEAD")
    assert result.err == "1 diagnostic left out: no changed line is touched\n0 diagnostics in 2 files\n"
    result = recto("check", "--lang", "zh", "--select", "document.first-heading", "--changed-since", "HEAD")
    assert result.err == "未报告未涉及改动行的诊断1条\n2个文件，0条诊断\n"


def test_a_file_that_git_does_not_track_is_changed_as_a_whole(git: Git, found: Found) -> None:
    put("附件 一/说 明.md", OLD)
    put("ignored.md", OLD)
    put(".gitignore", "ignored.md\n")
    assert found("HEAD") == [f"附件 一/说 明.md:{line}" for line in (3, 5, 7)]
    assert found("HEAD", "ignored.md") == [f"ignored.md:{line}" for line in (3, 5, 7)]
    git("add", ".")
    assert len(found("HEAD")) == 3
    git("commit", "--quiet", "-m", "two")
    assert found("HEAD") == []


@pytest.mark.parametrize("name", ["附件 一.md", 'a "quoted"\ttab\\.md', "-b.md", "b/a.md"])
def test_a_renamed_file_is_the_same_file(git: Git, found: Found, name: str) -> None:
    Path(name).parent.mkdir(exist_ok=True)
    git("mv", "--", "a.md", name)
    assert found("HEAD") == []
    put(name, OLD.replace("three", "3"))
    shown = name.replace("\t", " ")  # no control character reaches a terminal
    assert found("HEAD") == [f"{shown}:7"]


def test_a_deleted_file_is_no_matter(git: Git, found: Found) -> None:
    put("b.md", OLD)
    git("add", "b.md")
    git("rm", "--quiet", "a.md")
    put("c.md", "# Fine\n")
    assert found("HEAD", "c.md") == []


def test_line_ends_are_no_change(git: Git, found: Found) -> None:
    put("a.md", OLD.replace("two", "2").replace("\n", "\r\n"))
    assert git("diff", "--stat")
    assert found("HEAD") == ["a.md:5"]


def test_a_text_that_git_takes_for_binary_is_changed_as_a_whole(git: Git, found: Found) -> None:
    put("a.md", "\ufeff" + OLD, "utf-16-le")
    git("commit", "--quiet", "-a", "-m", "two")
    assert found("HEAD") == []
    put("a.md", "\ufeff" + OLD.replace("two", "2"), "utf-16-le")
    assert len(found("HEAD")) == 3


def test_a_document_without_lines_is_changed_as_a_whole(git: Git, recto: Recto) -> None:
    from docx import Document

    def write(*texts: str) -> None:
        document = Document()
        for text in texts:
            document.add_paragraph(text)
        document.save("a.docx")

    write("一、基本情况", "一、基本情况", "本年度共受理来信三十二件。")
    git("add", ".")
    git("commit", "--quiet", "-m", "two")
    assert recto("check", "--changed-since", "HEAD", "a.docx").status == 0
    write("一、基本情况", "一、基本情况", "本年度共受理来信三十三件。")
    assert recto("check", "--changed-since", "HEAD", "a.docx").status == 1


def test_since_the_branch_left(git: Git, found: Found) -> None:
    git("checkout", "--quiet", "-b", "topic")
    put("a.md", OLD.replace("one", "1"))
    git("commit", "--quiet", "-a", "-m", "topic")
    git("checkout", "--quiet", "main")
    put("a.md", OLD.replace("three", "3"))
    git("commit", "--quiet", "-a", "-m", "main goes on")
    git("checkout", "--quiet", "topic")
    assert found("main") == ["a.md:3", "a.md:7"]
    assert found("main...") == ["a.md:3"]


def test_a_submodule_is_compared_with_the_commit_that_stood_there(git: Git, found: Found, tmp_path: Path) -> None:
    git("clone", "--quiet", ".", str(tmp_path / "other"))
    git("submodule", "--quiet", "add", str(tmp_path / "other"), "子 模块")
    git("commit", "--quiet", "-m", "two")
    put("子 模块/a.md", OLD.replace("one", "1"))
    git("commit", "--quiet", "-a", "-m", "in the submodule", below="子 模块")
    put("子 模块/a.md", OLD.replace("one", "1").replace("two", "2"))
    assert found("HEAD") == ["子 模块/a.md:3", "子 模块/a.md:5"]
    assert len(found("HEAD~1")) == 3, "there was no submodule yet"


def test_inside_a_submodule_its_own_revisions_count(
    git: Git, found: Found, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("clone", "--quiet", ".", str(tmp_path / "other"))
    git("submodule", "--quiet", "add", str(tmp_path / "other"), "sub")
    put("sub/a.md", OLD.replace("one", "1"))
    git("commit", "--quiet", "-a", "-m", "in the submodule", below="sub")
    monkeypatch.chdir("sub")
    assert found("HEAD~1") == ["a.md:3"]
    assert found("HEAD") == []


def test_a_repository_inside_that_is_no_submodule_has_its_own_revisions(git: Git, found: Found, recto: Recto) -> None:
    git("clone", "--quiet", ".", "inner")
    put("inner/a.md", OLD.replace("one", "1"))
    git("commit", "--quiet", "-a", "-m", "inner", below="inner")
    assert found("HEAD", "inner") == []
    assert found("HEAD~1", "inner") == ["inner/a.md:3"]
    assert recto("check", "--changed-since", "HEAD~1").status == 2, "there is but one commit here"


def test_several_calls_say_what_one_says(git: Git, found: Found) -> None:
    for name in ("b.md", "c/d.md"):
        put(name, OLD)
    git("add", ".")
    git("commit", "--quiet", "-m", "two")
    git("mv", "b.md", "e.md")
    for name in ("a.md", "c/d.md", "e.md"):
        put(name, OLD.replace("two", "2"))
    together = found("HEAD", "a.md", "c/d.md", "e.md")
    assert together == ["a.md:5", "c/d.md:5", "e.md:5"]
    assert found("HEAD", "a.md") + found("HEAD", "c/d.md", "e.md") == together


def test_a_work_tree_of_its_own(git: Git, found: Found, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git("worktree", "add", "--quiet", str(tmp_path / "second"), "-b", "second")
    monkeypatch.chdir(tmp_path / "second")
    put("a.md", OLD.replace("one", "1"))
    assert found("main") == ["a.md:3"]


def test_no_setting_of_the_user_changes_the_answer(
    git: Git, found: Found, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for key, value in {
        "diff.context": "9", "diff.noprefix": "true", "diff.mnemonicPrefix": "true", "color.ui": "always",
        "diff.external": "false", "diff.renames": "false", "diff.interHunkContext": "9", "core.quotePath": "true",
        "diff.orderFile": str(tmp_path / "nowhere"), "diff.relative": "true", "core.pager": "false",
        "diff.up.textconv": "tr a-z A-Z <", "diff.submodule": "log",
    }.items():  # fmt: skip
        git("config", key, value)
    put(".gitattributes", "*.md diff=up\n")
    monkeypatch.setenv("GIT_DIFF_OPTS", "-u9")
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "false")
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "no-index"))
    git_variables = {"GIT_DIR": str(tmp_path / "nowhere"), "GIT_WORK_TREE": str(tmp_path)}
    put("a.md", OLD.replace("two", "2"))
    for name, value in git_variables.items():
        monkeypatch.setenv(name, value)
    assert found("HEAD") == ["a.md:5"]


def test_the_variable_of_the_option(git: Git, recto: Recto, monkeypatch: pytest.MonkeyPatch) -> None:
    put("b.md", "No title.\n")
    git("add", ".")
    git("commit", "--quiet", "-m", "two")
    monkeypatch.setenv("RECTO_CHANGED_SINCE", "HEAD")
    assert recto("check").status == 0
    put("recto.yaml", "changed-since: HEAD~1\n")
    assert recto("check", "--fail-on", "suggestion").status == 0
    monkeypatch.delenv("RECTO_CHANGED_SINCE")
    assert recto("check", "--fail-on", "suggestion").status == 1


class Input:
    """Standard input that holds this text."""

    def __init__(self, text: str, encoding: str) -> None:
        self.buffer = io.BytesIO(text.encode(encoding))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_what_an_editor_holds_is_compared(
    git: Git, found: Found, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    text = OLD.replace("one", "个人的工作情况，是在这个年度的")
    put("a.md", text, encoding)
    git("commit", "--quiet", "-a", "-m", "two")
    git("mv", "a.md", "b c.md")
    put("b c.md", "very different\n" * 3)

    def held(name: str, text: str) -> list[str]:
        monkeypatch.setattr("sys.stdin", Input(text, encoding))
        return found("HEAD", "-", "--stdin-filename", name)

    put("b c.md", text, encoding)
    assert held("b c.md", text) == []
    assert held("b c.md", text.replace("two", "2").replace("\n", "\r\n")) == ["b c.md:5"]
    assert len(held("new.md", text)) == 3


def test_an_editor_holds_what_git_takes_for_binary(git: Git, found: Found, monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.md", "\ufeff" + OLD, "utf-16-le")
    put("b.md", "a\0b")
    git("add", ".")
    git("commit", "--quiet", "-m", "two")
    monkeypatch.setattr("sys.stdin", Input("\ufeff" + OLD.replace("two", "2"), "utf-16-le"))
    assert found("HEAD", "-", "--stdin-filename", "a.md") == ["a.md:5"]
    monkeypatch.setattr("sys.stdin", Input(OLD, "utf-8"))
    assert len(found("HEAD", "-", "--stdin-filename", "b.md")) == 3


def test_an_editor_holds_a_file_that_was_not_there(git: Git, found: Found, monkeypatch: pytest.MonkeyPatch) -> None:
    put("b.md", OLD)
    git("add", ".")
    git("commit", "--quiet", "-m", "two")
    monkeypatch.setattr("sys.stdin", Input(OLD, "utf-8"))
    assert len(found("HEAD~1", "-", "--stdin-filename", "b.md")) == 3


def test_of_equal_findings_the_one_on_a_changed_line_is_new(
    git: Git, found: Found, recto: Recto, tmp_path: Path
) -> None:
    put("a.md", "very\n\nfine\n")
    git("commit", "--quiet", "-a", "-m", "two")
    rules = ("--rules-path", tmp_path / "styles", "--select", "mine.very")
    assert recto("baseline", *rules, "-o", "known.json").status == 0
    baseline = ("--baseline", "known.json")
    put("a.md", "very\n\nvery\n\nfine\n")
    assert found("HEAD", *baseline) == ["a.md:3"]
    put("a.md", "very\n\nfine\n\nvery\n")
    assert found("HEAD", *baseline) == ["a.md:5"]
    put("a.md", "fine\n\nvery\n")
    assert found("HEAD", *baseline) == []


def test_standard_input_needs_a_name(git: Git, recto: Recto, monkeypatch: pytest.MonkeyPatch) -> None:
    assert git("log", "--oneline")
    monkeypatch.setattr("sys.stdin", Input(OLD, "utf-8"))
    result = recto("check", "-", "--changed-since", "HEAD")
    assert result.status == 2
    assert "--stdin-filename" in result.err


@pytest.mark.parametrize("revision", ["nowhere", "--help", "...", "nowhere...", "0" * 40, "HEAD:a.md"])
def test_a_revision_that_there_is_not(git: Git, recto: Recto, revision: str) -> None:
    assert git("log", "--oneline")
    result = recto("check", f"--changed-since={revision}")
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("recto: ")
    assert "git knows no revision" in result.err
    assert len(result.err.splitlines()) == 1


def test_branches_without_a_common_ancestor(git: Git, recto: Recto) -> None:
    git("checkout", "--quiet", "--orphan", "alone")
    git("commit", "--quiet", "-m", "alone")
    result = recto("check", "--changed-since", "main...")
    assert (result.status, result.out) == (2, "")
    assert "git knows no common ancestor of the current branch and 'main'" in result.err


def test_a_shallow_clone_does_not_know_all(
    git: Git, recto: Recto, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = git("rev-parse", "HEAD").strip()
    put("a.md", OLD.replace("one", "1"))
    git("commit", "--quiet", "-a", "-m", "two")
    git("clone", "--quiet", "--depth", "1", f"file://{Path.cwd()}", str(tmp_path / "shallow"))
    monkeypatch.chdir(tmp_path / "shallow")
    assert recto("check", "--changed-since", "HEAD").status == 0
    for revision in ("HEAD~1", first):
        result = recto("check", "--changed-since", revision)
        assert result.status == 2
        assert f"git knows no revision '{revision}'; this clone is shallow" in result.err


def test_a_file_outside_of_a_repository(git: Git, recto: Recto, tmp_path: Path) -> None:
    assert git("log", "--oneline")
    (tmp_path / "b.md").write_text(OLD, encoding="utf-8")
    result = recto("check", "--changed-since", "HEAD", "a.md", "../b.md")
    assert (result.status, result.out) == (2, "")
    assert result.err == "recto: ../b.md: stands in no git repository, so nobody knows what has changed in it\n"


def test_without_git(git: Git, recto: Recto, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert git("log", "--oneline")
    monkeypatch.setenv("PATH", str(tmp_path))
    result = recto("check", "--changed-since", "HEAD")
    assert (result.status, result.out) == (2, "")
    assert "git cannot be run" in result.err


def test_what_git_complains_of_is_told(git: Git, recto: Recto) -> None:
    git("config", "core.repositoryFormatVersion", "99")
    result = recto("check", "--changed-since", "HEAD")
    assert (result.status, result.out) == (2, "")
    assert "git: " in result.err
    assert "99" in result.err


def test_what_went_wrong_is_told_wherever_it_stands(git: Git, recto: Recto) -> None:
    put("b.md", "a\0b")
    git("add", ".")
    git("commit", "--quiet", "-m", "two")
    result = recto("check", "--changed-since", "HEAD", "b.md")
    assert result.status == 2
    assert "recto.unreadable" in result.out

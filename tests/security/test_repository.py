"""A repository whose own settings run programs whenever git looks at its files."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Recto

TEXT = "# A\n\nvery one.\n"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a commit, and each setting that may run something; what runs leaves a file beside it."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    folder = tmp_path / "tree"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "a.md").write_text(TEXT, encoding="utf-8")
    (folder / "b.md").write_text(TEXT, encoding="utf-8")
    (folder / ".gitattributes").write_text("a.md filter=evil diff=evil\nb.md filter=e=vil\n", encoding="utf-8")
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for words in (("init", "--quiet"), ("add", "."), (*identity, "commit", "--quiet", "-m", "one")):
        subprocess.run(["git", *words], check=True, capture_output=True)
    hooks = folder / "hooks"
    hooks.mkdir()
    for name in ("post-index-change", "pre-auto-gc", "fsmonitor-watchman"):
        (hooks / name).write_text(f"#!/bin/sh\ntouch {tmp_path}/ran-hook\n", encoding="utf-8")
        (hooks / name).chmod(0o755)
    settings = (
        "core.fsmonitor", "core.pager", "core.sshCommand", "core.editor", "diff.external", "diff.evil.command",
        "diff.evil.textconv", "filter.evil.clean", "filter.evil.smudge", "filter.evil.process", "filter.e=vil.clean",
        "filter.e=vil.process", "alias.diff", "pager.diff", "credential.helper",
    )  # fmt: skip
    for name in settings:
        subprocess.run(["git", "config", name, f"!touch {tmp_path}/ran-{name}; cat".removeprefix("!")], check=True)
    subprocess.run(["git", "config", "filter.evil.required", "true"], check=True)
    subprocess.run(["git", "config", "core.hooksPath", str(hooks)], check=True)
    for name in ("a.md", "b.md"):
        (folder / name).write_text(TEXT.replace("one", "two"), encoding="utf-8")
    return tmp_path


def ran(repository: Path) -> list[str]:
    return sorted(path.name for path in repository.glob("ran-*"))


def test_no_setting_of_a_repository_runs(repository: Path, recto: Recto) -> None:
    result = recto("check", "--select", "document.first-heading", "--changed-since", "HEAD", "a.md", "b.md")
    assert (result.status, result.out) == (0, "")
    assert ran(repository) == []


def test_git_itself_runs_them(repository: Path) -> None:
    subprocess.run(["git", "diff", "HEAD"], check=False, capture_output=True)
    assert ran(repository)


def test_the_changed_lines_are_told_all_the_same(repository: Path, recto: Recto) -> None:
    rule = repository / "styles" / "mine" / "very.yaml"
    rule.parent.mkdir(parents=True)
    rule.write_text("extends: existence\nmessage: x\ntokens: [very]\n", encoding="utf-8")
    options = ("--rules-path", rule.parent.parent, "--select", "mine", "--changed-since", "HEAD")
    assert recto("check", *options, "a.md", "b.md").lines == [
        "a.md:3:1: warning: x [mine.very]",
        "b.md:3:1: warning: x [mine.very]",
    ]


def test_filters_of_the_user_still_run(repository: Path, recto: Recto, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / "tree" / ".gitattributes").write_text("* filter=mine\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "filter.mine.clean")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", f"touch {repository}/ran-mine; cat")
    assert recto("check", "--select", "document.first-heading", "--changed-since", "HEAD", "a.md").status == 0
    assert ran(repository) == ["ran-mine"]


def test_an_owner_that_git_distrusts(repository: Path, recto: Recto, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    result = recto("check", "--changed-since", "HEAD", "a.md")
    assert (result.status, result.out) == (2, "")
    assert "git: detected dubious ownership" in result.err
    assert ran(repository) == []


@pytest.mark.parametrize(
    "revision", ["--output=../ran-output", "--upload-pack=x", "-O../ran-output", "HEAD\n--output=x"]
)
def test_a_revision_is_no_option(repository: Path, recto: Recto, revision: str) -> None:
    (repository / "tree" / "recto.yaml").write_text(f"changed-since: {revision!r}\n", encoding="utf-8")
    result = recto("check", "a.md")
    assert (result.status, result.out) == (2, "")
    assert "git knows no revision" in result.err
    assert ran(repository) == []

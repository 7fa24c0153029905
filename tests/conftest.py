from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest

from linter.cli import main

ROOT = Path(__file__).parent.parent


class Result(NamedTuple):
    """What a run of the command gave back."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Write = Callable[[str, str], Path]
"""Writes a text to a file of a name, and gives its path."""


class Recto(Protocol):
    """Runs the command in this process."""

    def __call__(self, *arguments: str | Path) -> Result: ...


class Check(Protocol):
    """Tells what one rule says of a text, each diagnostic without its path and the name of the rule."""

    def __call__(self, rule: str, text: str, name: str = "a.txt") -> list[str]: ...


@pytest.fixture(autouse=True)
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the cache of whoever runs it."""
    folder = tmp_path / ".cache"
    monkeypatch.setenv("RECTO_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def recto(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Recto:
    """The command under an English locale."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def run(*arguments: str | Path) -> Result:
        capsys.readouterr()
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as exit_:
            status = int(exit_.code or 0)
        captured = capsys.readouterr()
        return Result(status, captured.out, captured.err)

    return run


@pytest.fixture
def report_path(monkeypatch: pytest.MonkeyPatch) -> str:
    """The township report, as seen from the root of the repository."""
    monkeypatch.chdir(ROOT)
    return "examples/township-report-2021.txt"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a text to a file below a temporary folder."""

    def write_text(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        return path

    return write_text


@pytest.fixture
def check(recto: Recto, write: Write) -> Check:
    """One rule, given as YAML, against one text."""

    def said_by(rule: str, text: str, name: str = "a.txt") -> list[str]:
        write("styles/mine/rule.yaml", rule)
        path = write(name, text)
        result = recto("check", "--rules-path", path.parent / "styles", "--select", "mine.rule", path)
        assert result.status < 2, result.out + result.err
        return [line.split(":", 1)[1].rpartition(" [")[0] for line in result.lines]

    return said_by


@pytest.fixture
def shared() -> Path:
    """The folder of real documents beside the repository; a test that needs it is skipped where it is not."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        if os.environ.get("RECTO_TESTS") == "all" and os.environ.get("CI"):
            pytest.fail("there is no ../shared")
        pytest.skip("there is no ../shared with real documents")
    return folder

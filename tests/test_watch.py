"""`recto check --watch`, as a process of its own that files change under."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from linter.errors import LinterError
from linter.outside.watching import Watched, rounds, watched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from conftest import Recto, Write

ROOT = Path(__file__).parent.parent
PATIENCE = 120  # seconds, after which a process has stopped
CLEAN = "一、基本情况\n\n本年度共受理来信三十二件。\n"
TWICE = "一、基本情况\n\n" + CLEAN
OWN_RULE = "extends: existence\nmessage: \"Leave out '%s'.\"\ntokens: [{}]\n"


class Watch:
    """A watch on the working folder."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self._report = folder / "reported"
        self._said: queue.Queue[str] = queue.Queue()
        self._seen = 0
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
        with self._report.open("wb") as stream:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "linter", "check", "--watch", *arguments],
                stdout=stream,
                stderr=subprocess.PIPE,
                text=True,
                cwd=folder,
                env=environment,
            )
        threading.Thread(target=self._listen, daemon=True).start()

    def until(self, wanted: str) -> str:
        """What the first round reported and said that has `wanted` in it; a file may be seen before it is whole."""
        text = ""
        while wanted not in text:
            said: list[str] = []
            while not said or not said[-1].startswith("waiting for changes"):
                said.append(self._said.get(timeout=PATIENCE))
            reported = self._report.read_text(encoding="utf-8")
            text, self._seen = "\n".join([reported[self._seen :], *said]), len(reported)
        return text

    def _listen(self) -> None:
        assert self.process.stderr
        for line in self.process.stderr:
            self._said.put(line.rstrip("\n"))


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Callable[..., Watch]]:
    """Start a watch on the temporary folder; it is ended after the test."""
    pytest.importorskip("watchfiles")
    started: list[Watch] = []

    def start(*arguments: str) -> Watch:
        started.append(Watch(tmp_path, *arguments))
        return started[-1]

    yield start
    for each in started:
        each.process.kill()
        each.process.communicate()


@pytest.mark.slow
def test_documents_rules_and_configuration_are_looked_at_again(watch: Callable[..., Watch], write: Write) -> None:
    document = write("docs/a.txt", TWICE)
    write("styles/mine/word.yaml", OWN_RULE.format("very"))
    write("recto.yaml", "rules-path: [styles]\n")
    watching = watch("docs")
    assert "docs/a.txt:3:1: error" in watching.until("1 diagnostic in 1 file (1 error, 0 warnings)")
    document.write_text(CLEAN, encoding="utf-8")
    watching.until("0 diagnostics in 1 file")
    write("docs/new/b.md", "# Words\n\nThis is very good, quite so.\n")
    watching.until("docs/new/b.md:3:9: warning: Leave out 'very'.")
    write("styles/mine/word.yaml", OWN_RULE.format("quite"))
    watching.until("docs/new/b.md:3:20: warning: Leave out 'quite'.")
    write("recto.yaml", "rules-path: [styles]\nfail-onn: error\n")
    watching.until("recto.yaml:2: unknown key 'fail-onn'; did you mean 'fail-on'?")
    write("recto.yaml", "rules-path: [styles]\nrules: {mine: off}\n")
    watching.until("0 diagnostics in 2 files")


@pytest.mark.slow
def test_a_document_that_an_editor_puts_in_the_place_of_the_old_one(watch: Callable[..., Watch], write: Write) -> None:
    document = write("docs/a.txt", TWICE)
    watching = watch("docs/a.txt", "--isolated")
    watching.until("1 diagnostic in 1 file")
    for text, summary in ((CLEAN, "0 diagnostics in 1 file"), (TWICE, "1 diagnostic in 1 file")):
        write("aside", text).replace(document)
        watching.until(summary)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is no signal there")
def test_ctrl_c_ends_it(watch: Callable[..., Watch], write: Write) -> None:
    write("a.txt", CLEAN)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # tests in the background would hand on that it is ignored
    watching = watch()
    watching.until("0 diagnostics in 1 file")
    watching.process.send_signal(signal.SIGINT)
    assert watching.process.wait(timeout=PATIENCE) == 130


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no terminals to open there")
def test_a_terminal_is_cleared_before_each_round(write: Write, tmp_path: Path) -> None:
    pytest.importorskip("watchfiles")
    import pty

    write("a.txt", TWICE)
    master, slave = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"}
    command = [sys.executable, "-m", "linter", "check", "--watch"]
    with subprocess.Popen(command, stdout=slave, stderr=slave, cwd=tmp_path, env=environment) as process:
        seen = b""
        while b"waiting for changes" not in seen:
            seen += os.read(master, 65536)
        process.kill()
    assert b"\x1b[2J\x1b[H" in seen
    assert seen.index(b"\x1b[2J") < seen.index(b"repeated-heading")


def test_each_change_brings_about_a_round(write: Write, tmp_path: Path) -> None:
    pytest.importorskip("watchfiles")
    turns = rounds(lambda: watched([tmp_path], [], [], ""))
    next(turns)
    write("b.py", "")
    write("a.md", "")
    next(turns)
    write("new/c.md", "")
    next(turns)


def test_a_folder_that_goes_meanwhile_and_folders_that_cannot_be_watched(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    watchfiles = pytest.importorskip("watchfiles")
    folders = iter([[str(tmp_path / "gone")], [str(tmp_path)]])
    monkeypatch.setattr(Watched, "folders", lambda _: next(folders))
    next(rounds(lambda: watched([], [], [], "")))
    assert list(folders) == []

    def refused(*_: str, **__: object) -> Iterator[None]:
        raise OSError(28, "No space left on device")
        yield

    monkeypatch.setattr(Watched, "folders", lambda _: [str(tmp_path)])
    monkeypatch.setattr(watchfiles, "watch", refused)
    with pytest.raises(LinterError, match="the folders cannot be watched: No space left on device"):
        next(rounds(lambda: watched([], [], [], "")))


def test_what_is_broken_is_said_and_watched(
    recto: Recto, write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    looked: list[Watched] = []

    def two_rounds(look: Callable[[], Watched]) -> Iterator[None]:
        for text in ("lang: zh\nrules-path: [styles]\n", "lang: fr\n"):
            config = write("recto.yaml", text)
            looked.append(look())
            yield
        assert str(config) in looked[1].files
        raise KeyboardInterrupt

    monkeypatch.setattr("linter.cli.watch.rounds", two_rounds)
    write("styles/mine/word.yaml", OWN_RULE.format("very"))
    write("a.txt", CLEAN)
    monkeypatch.chdir(tmp_path)
    result = recto("check", "--watch", "-o", "report.out", "a.txt")
    assert result.status == 130
    assert result.err.splitlines() == [
        "1个文件，0条诊断",
        "正在等待改动；按 Ctrl-C 结束",
        f"recto: {tmp_path}/recto.yaml:1: 'lang' must be one of en, zh, not the text 'fr'",
        "waiting for changes; Ctrl-C ends it",
    ]
    assert looked[0] == watched(["a.txt"], ["styles"], ["recto.yaml"], "report.out")


def test_what_concerns_a_check(write: Write, tmp_path: Path) -> None:
    for name in ("docs/a.md", "docs/node_modules/b.md", "styles/mine/list.tsv"):
        write(name, "")
    at = tmp_path.joinpath
    now = watched([at("docs"), at("alone.txt")], [at("styles")], [at("words/own.words")], at("docs/report.txt"))
    assert now.folders() == sorted(map(str, [tmp_path, at("docs"), at("styles"), at("styles/mine")]))
    for name in (
        "docs/a.md", "docs/new.docx", "alone.txt", "styles/mine/list.tsv", "words/own.words", "recto.yaml",
        "docs/.recto.yaml", "docs/.gitignore", "pyproject.toml", "docs/node_modules",
    ):  # fmt: skip
        assert now.concerns(None, str(at(name))), name
    for name in ("docs/report.txt", "docs/a.py", "docs/.a.md.swp", "docs/4913", "other.txt", "words/other"):
        assert not now.concerns(None, str(at(name))), name


def test_standard_input_cannot_be_watched(recto: Recto) -> None:
    assert recto("check", "--watch", "-") == (2, "", "recto: --watch looks at files, not at standard input\n")


def test_the_library_that_watches_may_be_missing(recto: Recto, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    result = recto("check", "--watch")
    assert result == (2, "", "recto: --watch needs another library: pip install 'recto[watch]'\n")

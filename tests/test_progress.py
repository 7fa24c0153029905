"""The bar of a long run: on standard error, on a terminal, after a second of work; nowhere else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from linter.outside.progress import with_progress

if TYPE_CHECKING:
    from conftest import Write

ROOT = Path(__file__).parent.parent
TWICE = "一、基本情况\n\n一、基本情况\n\n本年度共受理来信三十二件。\n"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="no terminals to open there"),
]


def on_terminal(folder: Path, *arguments: str, after: float = 0.0, term: str = "xterm") -> tuple[str, str]:
    """Standard output and what the terminal got, of a run in which `after` seconds are long."""
    import pty
    import termios

    code = (
        "import sys; from linter.outside import progress; from linter.cli import main\n"
        f"progress._AFTER = {after}; status = main(sys.argv[1:]); print('tqdm' in sys.modules); sys.exit(status)"
    )
    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, (24, 80))
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": term, "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-c", code, "check", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=slave, cwd=folder, env=environment) as process:
        out, _ = process.communicate()
    os.close(slave)
    seen = b""
    while True:
        try:
            piece = os.read(master, 65536)
        except OSError:  # everything is read, and nobody writes any more
            break
        if not piece:
            break
        seen += piece
    os.close(master)
    return out.decode(), seen.decode()


def test_results_pass_through_and_the_bar_counts_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("linter.outside.progress._AFTER", 0.0)
    assert list(with_progress("abc", 3)) == ["a", "b", "c"]
    assert "0/3" in capsys.readouterr().err
    monkeypatch.setattr("linter.outside.progress._AFTER", 1e9)
    assert list(with_progress("abc", 3)) == ["a", "b", "c"]
    assert capsys.readouterr().err == ""


@pytest.fixture
def folder(write: Write) -> Path:
    for number in range(5):
        write(f"docs/{number}.txt", TWICE)
    return write("docs/5.txt", TWICE).parent


@pytest.mark.parametrize("arguments", [(), ("--project",)], ids=["each file", "across files"])
def test_a_bar_that_is_gone_at_the_end(folder: Path, arguments: tuple[str, ...]) -> None:
    out, seen = on_terminal(folder, *arguments)
    assert "0/6" in seen
    bar, _, rest = seen.rpartition("|")
    assert "%|" in bar
    assert rest.splitlines()[-1] == "6 diagnostics in 6 files (6 errors, 0 warnings)"
    assert "%|" not in out
    assert out.endswith("True\n")


def test_a_short_run_shows_none_and_loads_nothing(folder: Path) -> None:
    out, seen = on_terminal(folder, after=1e9)
    assert seen.splitlines() == ["6 diagnostics in 6 files (6 errors, 0 warnings)"]
    assert out.endswith("False\n")


@pytest.mark.parametrize(
    ("arguments", "term"), [(("--quiet",), "xterm"), (("--verbose",), "xterm"), ((), "dumb")], ids=str
)
def test_where_it_would_be_in_the_way(folder: Path, arguments: tuple[str, ...], term: str) -> None:
    out, seen = on_terminal(folder, *arguments, term=term)
    assert "%|" not in seen
    assert out.endswith("False\n")


def test_nothing_is_shown_where_standard_error_is_no_terminal(folder: Path) -> None:
    code = "from linter.outside import progress; from linter.cli import main; progress._AFTER = 0.0; main(['check'])"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=folder, env=environment, check=True
    )
    assert "%|" not in done.stderr + done.stdout

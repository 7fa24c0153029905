"""`recto completion`: what the shells themselves make of a Tab."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Recto

ROOT = Path(__file__).parent.parent
PATIENCE = 120  # seconds, after which a shell has stopped

# What is typed before Tab, and a word that is offered then; where there is only one, it is the whole answer.
TYPED = {
    "recto ch": ["check"],
    "recto check --output-fo": ["--output-format"],
    "recto check --output-format rdjsonl": ["rdjsonl"],
    "recto check --output-format junit --fail-on sug": ["suggestion"],
    "recto check --select gongwen.name": ["gongwen.name-mismatch"],
    "recto check --ignore annual-report.ca": ["annual-report.carry-over"],
    "recto check --pack gong": ["gongwen"],
    "recto rules --pack gong": ["gongwen"],
    "recto explain document.repeated-h": ["document.repeated-heading"],
    "recto check --config house": ["house.yaml"],
    "recto check repo": ["report.md"],
    "recto check --rules-path sty": ["styles"],
    "recto schema con": ["config"],
    "recto completion fi": ["fish"],
    "recto check --output-format json": ["json", "json-lines"],
    "recto check --select zh.w": ["zh.width"],
}


def need(program: str) -> str:
    """The path of a shell; where it is missing the test is skipped, and fails where all tests are asked for."""
    found = shutil.which(program)
    if found is None:
        if os.environ.get("RECTO_TESTS") == "all":
            pytest.fail(f"{program} is not installed")
        pytest.skip(f"{program} is not installed")
    return found


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with something to complete, and `recto` as a program on the path."""
    for name in ("report.md", "house.yaml", "styles/mine/very.yaml", "bin/recto"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    program = f'#!/bin/sh\nPYTHONPATH={shlex.quote(str(ROOT))} exec {shlex.quote(sys.executable)} -m linter "$@"\n'
    (tmp_path / "bin" / "recto").write_text(program, encoding="utf-8")
    (tmp_path / "bin" / "recto").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.slow
@pytest.mark.usefixtures("folder")
def test_bash() -> None:
    script = 'eval "$(recto completion bash)"\n' + "".join(
        f"COMP_WORDS=({line}) COMP_CWORD={len(line.split()) - 1}; _shtab_recto; echo ${{COMPREPLY[@]}}\n"
        for line in TYPED
    )
    done = subprocess.run([need("bash"), "-c", script], capture_output=True, text=True, check=True)
    offered = [line.split() for line in done.stdout.splitlines()]
    assert dict(zip(TYPED, offered, strict=True)) == TYPED


@pytest.mark.slow
@pytest.mark.usefixtures("folder")
def test_fish() -> None:
    script = "recto completion fish | source\n" + "".join(f"complete -C '{line}'; echo =\n" for line in TYPED)
    done = subprocess.run([need("fish"), "-c", script], capture_output=True, text=True, check=True)
    answers = done.stdout.split("=\n")[:-1]
    offered = [[row.split("\t")[0].rstrip("/") for row in answer.splitlines()] for answer in answers]
    assert dict(zip(TYPED, offered, strict=True)) == TYPED


@pytest.mark.slow
def test_zsh(folder: Path) -> None:
    pty = pytest.importorskip("pty", reason="a terminal is needed")
    shell = need("zsh")
    functions, told = folder / "functions", folder / "told"
    functions.mkdir()
    made = subprocess.run(["recto", "completion", "zsh"], capture_output=True, text=True, check=True)
    (functions / "_recto").write_text(made.stdout, encoding="utf-8")
    (folder / ".zshrc").write_text(
        f"fpath=({functions} $fpath)\nautoload -Uz compinit; compinit -u -d {folder}/dump\n"
        f"tell() {{ print -r -- $BUFFER >> {told}; BUFFER= }}\nzle -N tell; bindkey '^X' tell\n",
        encoding="utf-8",
    )
    only = [line for line, offered in TYPED.items() if len(offered) == 1]
    master, slave = pty.openpty()
    environment = {**os.environ, "ZDOTDIR": str(folder), "TERM": "dumb"}
    with subprocess.Popen(
        [shell, "-i"], stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True
    ) as process:
        try:
            answers = [typed(line, master, told, number) for number, line in enumerate(only, start=1)]
        finally:
            process.kill()
    assert {line: [answer.split()[-1].rstrip("/")] for line, answer in zip(only, answers, strict=True)} == {
        line: TYPED[line] for line in only
    }


def typed(line: str, terminal: int, told: Path, number: int) -> str:
    """What stands in the line after Tab; zsh writes it as line `number` of the file `told` when Ctrl-X is pressed."""
    os.write(terminal, f"{line}\t\x18".encode())
    os.set_blocking(terminal, False)
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            os.read(terminal, 65536)
        except BlockingIOError:
            time.sleep(0.05)
        lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
        if len(lines) == number:
            return lines[-1]
    pytest.fail(f"zsh does not answer to {line!r}")


def test_a_shell_that_there_is_not(recto: Recto) -> None:
    result = recto("completion", "bush")
    assert (result.status, result.out) == (2, "")
    assert "there is no 'bush'; did you mean bash?" in result.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_what_is_completed_is_in_the_script(recto: Recto, shell: str) -> None:
    result = recto("completion", shell)
    assert (result.status, result.err) == (0, "")
    for word in ("changed-since", "docx-comments", "explain", "recto rules --output-format names"):
        assert word in result.out

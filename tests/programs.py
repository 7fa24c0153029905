"""Editors for the tests: the real programs, with `recto` on their search path and documents that are hard to count in."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
EDITORS = ROOT / "editors"
PATIENCE = 90  # seconds; a program that takes as long has failed


def need(program: str) -> str:
    """The path of a program; where it is missing the test is skipped, and fails where all tests are asked for.

    `RECTO_TESTS_WITHOUT` names those that may be missing where all tests are asked for.
    """
    found = shutil.which(program, path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    if found is None:
        lack(program)
    return str(found)


def lack(what: str) -> None:
    """Skip the test, or fail it where all tests are asked for, because something is not installed."""
    excused = os.environ.get("RECTO_TESTS_WITHOUT", "").split()
    if os.environ.get("RECTO_TESTS") == "all" and what not in excused:
        pytest.fail(f"{what} is not installed")
    pytest.skip(f"{what} is not installed")


def need_pygls() -> None:
    """Skip the test, or fail it where all are asked for, unless the language server can run."""
    if importlib.util.find_spec("pygls") is None:
        lack("pygls")


class Place(NamedTuple):
    """Where a finding is; `rest` is what stands from it to the end of its line."""

    path: str
    line: int
    rest: str


# Before these stand Chinese, full-width forms, a tab, characters beyond 16 bits, a combining accent, and quotation marks
# whose width hangs on the language of the editor. The lines of the first document end in CR LF.
QUOTED = [Place("引号.md", 3, "此处已完成。")]
REPORTED = [
    Place("报告 一.md", 5, "here 已完成。"),
    Place("报告 一.md", 7, "一、总体情况"),
    Place("报告 一.md", 9, "recieve and utilize reports here."),
    Place("报告 一.md", 9, "utilize reports here."),
    Place("报告 一.md", 9, "here."),
]
PLACES = [*QUOTED, *REPORTED]


class Desk(NamedTuple):
    """A folder with documents, and what runs programs in it."""

    documents: Path
    environment: dict[str, str]

    def run(self, *command: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
        """A program in the folder of the documents, which must end well."""
        done = subprocess.run(
            [str(word) for word in command],
            cwd=self.documents,
            env={**self.environment, **variables},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done

    def found(self) -> list[Place]:
        """What a script wrote down: a line for each place, its parts behind tabs."""
        rows = (self.documents.parent / "found.txt").read_text(encoding="utf-8").splitlines()
        return [Place(path, int(line), rest) for path, line, rest in (row.split("\t", 2) for row in rows)]


def desk(folder: Path) -> Desk:
    """A desk below an empty folder."""
    documents = shutil.copytree(ROOT / "tests/reporters/golden/input", folder / "docs")
    text = "# 引号\r\n\r\n“甲乙”——e\u0301，😀\t“𠮷野”此处已完成。\r\n"
    (documents / "引号.md").write_text(text, encoding="utf-8", newline="")
    programs = folder / "bin"
    programs.mkdir()
    (programs / "recto").write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}${{PYTHONPATH:+:$PYTHONPATH}}" exec "{sys.executable}" -m linter "$@"\n',
        encoding="utf-8",
    )
    (programs / "recto").chmod(0o755)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    path = os.pathsep.join([str(programs), os.environ["PATH"]])
    return Desk(
        documents, {**environment, "PATH": path, "LC_ALL": "C.UTF-8", "HOME": str(folder), "EDITORS": str(EDITORS)}
    )

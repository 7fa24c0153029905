"""The real programs read the reports: the place they come to is the place that was meant."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from programs import need

INPUT = Path(__file__).parent / "golden" / "input"
PATH = "报告 一.md"
PLACES = ["here 已完成。", "一、总体情况", "recieve and utilize reports here.", "utilize reports here.", "here."]

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The golden documents, in a repository of git, which reviewdog asks for."""
    shutil.copytree(INPUT, tmp_path / "docs")
    subprocess.run([need("git"), "init", "--quiet", tmp_path / "docs"], check=True)
    return tmp_path / "docs"


def report_in(output_format: str, folder: Path, *paths: str) -> Path:
    """A file with the report on the golden documents."""
    file = folder.parent / f"report.{output_format}"
    command = [sys.executable, "-m", "linter", "check", "--output-format", output_format, "-o", file, *(paths or ["."])]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == (2 if paths else 1), done.stderr
    return file


VIM = r"""
set nocompatible encoding=utf-8
set errorformat=%f:%l:%c:\ %t%*[^:]:\ %m
execute 'cgetfile' '../report.vim'
let found = []
for number in range(1, len(getqflist()))
  execute 'cc' number
  let entry = getqflist()[number - 1]
  call add(found, [bufname(entry.bufnr), entry.lnum, entry.type, entry.text, strpart(getline('.'), col('.') - 1)])
endfor
call writefile([json_encode(found)], '../found.json')
qall!
"""


def test_vim_goes_to_the_place(folder: Path) -> None:
    program = need("vim")
    report_in("vim", folder)
    (folder.parent / "script.vim").write_text(VIM, encoding="utf-8")
    command = [program, "-e", "-s", "-u", "NONE", "-i", "NONE", "-S", "../script.vim"]
    subprocess.run(command, cwd=folder, check=True, timeout=60, stdin=subprocess.DEVNULL, capture_output=True)
    found = json.loads((folder.parent / "found.json").read_text(encoding="utf-8"))
    assert [(entry[0], entry[4]) for entry in found] == [(PATH, place) for place in PLACES]
    assert [entry[1] for entry in found] == [5, 7, 9, 9, 9]
    assert [entry[2] for entry in found] == ["e", "w", "w", "n", "e"]
    assert found[2][3] == "use 'receive', not 'recieve' [mine.spelling]"


EMACS = r"""
(require 'compile)
(set-language-environment "UTF-8")
(setq compilation-skip-threshold 0)
(let ((report (find-file-noselect "../report.emacs")) (found nil))
  (with-current-buffer report
    (cd (getenv "DOCUMENTS"))
    (compilation-mode)
    (goto-char (point-min))
    (let ((inhibit-read-only t)) (insert "make check\n"))
    (compilation--ensure-parse (point-max))
    (goto-char (point-min)))
  (setq next-error-last-buffer report)
  (condition-case nil
      (while t
        (next-error)
        (with-current-buffer (window-buffer)
          (push (concat (buffer-name) "\t" (buffer-substring (window-point) (line-end-position))) found)))
    (user-error nil))
  (with-temp-file "../found.txt"
    (insert (mapconcat #'identity (nreverse found) "\n"))
    (insert (with-current-buffer report
              (format "\n%d %d %d" compilation-num-errors-found compilation-num-warnings-found
                      compilation-num-infos-found)))))
"""


def test_emacs_goes_to_the_place(folder: Path) -> None:
    program = need("emacs")
    report_in("emacs", folder)
    (folder.parent / "script.el").write_text(EMACS, encoding="utf-8")
    command = [program, "-Q", "--batch", "-l", "../script.el"]
    environment = {**os.environ, "DOCUMENTS": str(folder), "LC_ALL": "C.UTF-8"}
    subprocess.run(command, cwd=folder, check=True, timeout=60, env=environment, capture_output=True)
    *found, counts = (folder.parent / "found.txt").read_text(encoding="utf-8").splitlines()
    assert found == [f"{PATH}\t{place}" for place in PLACES]
    assert counts == "2 2 1"


def read_by_reviewdog(output_format: str, folder: Path) -> list[dict[str, Any]]:
    program = need("reviewdog")
    report = report_in(output_format, folder, ".", "missing.md")
    command = [program, f"-f={output_format}", "-reporter=rdjson", "-filter-mode=nofilter", "-diff=true"]
    with report.open(encoding="utf-8") as stream:
        done = subprocess.run(
            command, cwd=folder, stdin=stream, capture_output=True, text=True, check=False, timeout=60
        )
    assert done.returncode in (0, 1), done.stderr
    diagnostics: list[dict[str, Any]] = json.loads(done.stdout)["diagnostics"]
    return diagnostics


@pytest.mark.parametrize(
    ("output_format", "column"), [("rdjson", 54), ("rdjsonl", 54), ("sarif", 20), ("checkstyle", 20)]
)
def test_reviewdog_reads_the_report(folder: Path, output_format: str, column: int) -> None:
    found = read_by_reviewdog(output_format, folder)
    said = [row for row in found if row["location"]["path"] == PATH]
    assert [row["code"]["value"] for row in said] == [
        "mine.here",
        "mine.twice",
        "mine.spelling",
        "mine.wording",
        "mine.here",
    ]
    assert [row["severity"] for row in said] == ["ERROR", "WARNING", "WARNING", "INFO", "ERROR"]
    assert said[0]["location"]["range"]["start"] == {"line": 5, "column": column}
    assert len(found) == len(said) + (output_format != "sarif")  # what is broken is no result in SARIF


def test_the_multitool_of_sarif_finds_no_error(folder: Path) -> None:
    program = need("sarif-multitool")
    report = report_in("sarif", folder, ".", "missing.md")
    named = report.rename(folder.parent / "report.sarif.json")
    done = subprocess.run([program, "validate", named], capture_output=True, text=True, check=False, timeout=120)
    assert "Done. 1 files scanned." in done.stdout
    assert " error " not in done.stdout
    assert done.returncode == 0, done.stdout

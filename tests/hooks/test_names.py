"""Names that a program could take for something else."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Recto

    from hooks.conftest import Repository

BAD = "# Plan\n\nIt is the the plan of the club.\n"
NAMES = [
    "--fix.md",
    "--rules-path=x/a.md",
    "-o.md",
    "-v.txt",
    "new\nline.md",
    "x:1:2.md",
    "x  y .md",
    "公告 一.md",
    "“a”'$(b);.md",
]


@pytest.mark.slow
def test_any_name_may_be_committed(repository: Repository) -> None:
    for name in NAMES:
        repository.write(name, BAD)
    repository.git("add", ".")
    repository.use("recto")
    ran = repository.hook()
    assert ran.status == 1
    assert [row.split(":3:7: ")[0] for row in ran.rows] == [name.replace("\n", " ") for name in sorted(NAMES)]
    assert not repository.git("status", "--porcelain").out


@pytest.mark.parametrize("name", ["-o.md", "--config=a.md", "--output-file=a.TXT"])
def test_a_document_is_no_option(recto: Recto, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """`-o.md` would be an option that writes the report to `.md`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "b.md").write_text("# Plan\n", encoding="utf-8")
    (tmp_path / name).write_text(BAD, encoding="utf-8")
    result = recto("check", name, "b.md")
    assert [line.split(":")[0] for line in result.lines] == [name]
    assert sorted(os.listdir(tmp_path)) == sorted([name, "b.md"])
    assert recto("check", "--", name).lines == result.lines


def test_an_option_stays_one(recto: Recto, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "b.md").write_text(BAD, encoding="utf-8")
    (tmp_path / "-q").write_text("", encoding="utf-8")
    result = recto("check", "-q", "-oa.md", "b.md")
    assert (result.status, result.out, result.err) == (1, "", "")
    assert (tmp_path / "a.md").read_text(encoding="utf-8").startswith("b.md:3:7: error")

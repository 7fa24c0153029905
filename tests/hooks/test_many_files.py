"""More names than fit on one command line, and several runs at once."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Write

    from hooks.conftest import Repository

BAD = "# Plan\n\nIt is the the plan of the club.\n"
CLEAN = "# Plan\n\nIt is the plan of the club.\n"
MANY = 5_000


@pytest.mark.slow
def test_thousands_of_files_are_one_result(repository: Repository) -> None:
    """pre-commit calls the hook several times, one call after the other; what the first call finds is not forgotten."""
    for number in range(MANY):
        repository.write(f"documents/of the town/{number:04}/annual-report.md", BAD if number == 7 else CLEAN)
    repository.git("add", ".")
    repository.use("recto")
    ran = repository.hook()
    assert ran.status == 1
    assert [row.split(":")[0] for row in ran.rows] == ["documents/of the town/0007/annual-report.md"]
    counts = [int(count) for count in re.findall(r"diagnostics? in (\d+) files", ran.out)]
    assert len(counts) > 1
    assert sum(counts) == MANY
    repository.write("documents/of the town/0007/annual-report.md", CLEAN)
    assert repository.hook().status == 0


def test_runs_at_once_share_the_cache(write: Write, tmp_path: Path, cache_folder: Path) -> None:
    for number in range(40):
        write(f"documents/{number % 3}/{number}.md", BAD + f"\nOf {number} members {number} came.\n" * 5)
    command = [sys.executable, "-m", "linter", "check", str(tmp_path / "documents")]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)]
    said = {(*run.communicate(), run.returncode) for run in runs}
    assert len(said) == 1
    assert {status for _, _, status in said} == {1}
    kept = [path for path in cache_folder.rglob("*") if path.is_file()]
    assert kept
    assert not [path for path in kept if path.suffix == ".new"]
    again = subprocess.run(command, capture_output=True, check=False)
    assert (again.stdout, again.stderr, again.returncode) in said

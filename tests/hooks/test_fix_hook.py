"""The hook that mends what is safe: pre-commit stops the commit, and lets the mended one through."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from hooks.conftest import Repository

NARROW = "# 值守安排\n\n各村要轮流值守,及时上报险情。\n"
WIDE = NARROW.replace(",", "，")

pytestmark = pytest.mark.slow


def test_a_commit_is_stopped_mended_and_let_through(repository: Repository) -> None:
    repository.use("recto-fix")
    repository.write("a.md", NARROW)
    repository.git("add", ".")
    assert "files were modified by this hook" in repository.git("commit", "--message=a", fails=True).out
    assert (repository.folder / "a.md").read_text(encoding="utf-8") == WIDE
    repository.git("add", ".")
    assert "Passed" in repository.git("commit", "--message=a").out


def test_the_rest_of_a_file_is_the_same_bytes(repository: Repository) -> None:
    """Its encoding, its line ends, and the name that begins with a dash."""
    repository.use("recto-fix")
    repository.write("gb.txt", NARROW.replace("\n", "\r\n").encode("gb18030"))
    repository.write("--diff.md", NARROW.replace("\n", "\r\n"))
    repository.git("add", ".")
    assert repository.hook().status == 1
    assert (repository.folder / "gb.txt").read_bytes() == WIDE.replace("\n", "\r\n").encode("gb18030")
    assert (repository.folder / "--diff.md").read_bytes() == WIDE.replace("\n", "\r\n").encode()


def test_what_is_excluded_or_a_link_is_left_alone(repository: Repository) -> None:
    repository.use("recto-fix")
    repository.write("recto.yaml", "exclude: [vendor/]\n")
    repository.write("vendor/a.md", NARROW)
    repository.write("notes", NARROW)
    (repository.folder / "link.md").symlink_to("notes")
    repository.git("add", ".")
    assert repository.hook().status == 0
    assert (repository.folder / "vendor" / "a.md").read_text(encoding="utf-8") == NARROW
    assert (repository.folder / "notes").read_text(encoding="utf-8") == NARROW


def test_what_is_not_staged_survives(repository: Repository) -> None:
    """Of a file that is staged in part pre-commit takes the fixes back, and what its author has not staged is there."""
    repository.use("recto-fix")
    repository.write("a.md", NARROW)
    repository.git("add", ".")
    unstaged = NARROW.replace("险情", "雨情和险情")
    repository.write("a.md", unstaged)
    stopped = repository.git("commit", "--message=a", fails=True)
    assert "Rolling back fixes" in stopped.out
    assert (repository.folder / "a.md").read_text(encoding="utf-8") == unstaged


def test_what_no_safe_fix_mends_stops_the_commit_again(repository: Repository) -> None:
    repository.use("recto-fix")
    repository.write("a.md", "# Plan\n\nIt is the the plan of the club.\n")
    repository.git("add", ".")
    for _ in range(2):
        stopped = repository.git("commit", "--message=a", fails=True)
        assert stopped.rows == ["a.md:3:7: error: “the” stands twice in a row. [document.repeated-words]"]
        assert "files were modified" not in stopped.out

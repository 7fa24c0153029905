"""The hook that compares files with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from hooks.conftest import Repository

PAGE = (
    "# Guide to the {} election\n\nMembers who joined before May {} may vote in the hall.\n\n"
    "The votes are counted by three members of the club who do not stand for election.\n"
)

pytestmark = pytest.mark.slow


def test_one_run_over_all_documents(repository: Repository) -> None:
    """Only one page is committed; what is excluded is compared with nothing, and without documents there is no run."""
    repository.use("recto-project")
    assert "(no files to check)Skipped" in repository.git("commit", "--allow-empty", "--message=nothing").out
    for year, kept in ((2021, 2021), (2022, 2022), (2023, 2022)):
        repository.write(f"{year}/guide.md", PAGE.format(year, kept))
    repository.git("add", "2021", "2022")
    repository.git("commit", "--message=two", fails=True)
    repository.git("commit", "--no-verify", "--message=two")
    repository.git("add", "2023")
    stopped = repository.git("commit", "--message=third", fails=True)
    assert [row.split(": ")[0] for row in stopped.rows] == ["2023/guide.md:3:31"]
    repository.write("recto.yaml", "exclude: [2023/]\n")
    repository.git("add", ".")
    assert "Passed" in repository.git("commit", "--message=third").out

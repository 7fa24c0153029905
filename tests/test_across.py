"""Rules across files, through the command: when they run, what they say, and that nothing depends on how they run."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING, Any

import pytest

from linter.kinds import kept_name

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Recto, Write


pytest.importorskip("rensa")

PAGE = """# Guide to the {year} election

Members who joined before May {kept} may vote in the hall beside the library.

The votes are counted by three members of the club who do not stand for election.
"""
RULES = "\n".join(
    f"{place} Rule {place} asks members to close gate number {place} in the evening." for place in "abcdefghij"
)
NAME = "project.name-mismatch"
TEXT = "project.repeated-content"


@pytest.fixture
def pages(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three yearly pages; the last keeps the year of the one before."""
    for year, kept in ((2021, 2021), (2022, 2022), (2023, 2022)):
        write(f"docs/{year}/guide.md", PAGE.format(year=year, kept=kept))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("linter.running.files.CACHED_FROM", 0)
    return tmp_path / "docs"


def rows(recto: Recto, *arguments: str | Path) -> list[dict[str, Any]]:
    result = recto("check", "--output-format", "json", *arguments)
    assert result.status < 2, result.err
    return list(json.loads(result.out))


def test_a_kept_year_is_told_with_the_page_that_it_belongs_to(recto: Recto, pages: Path) -> None:
    (row,) = rows(recto, "--project", "docs")
    assert (row["path"], row["line"], row["column"], row["rule"]) == ("docs/2023/guide.md", 3, 31, NAME)
    assert [(one["path"], one["line"]) for one in row["related"]] == [("docs/2022/guide.md", 3)]
    full = recto("check", "--project", "--output-format", "full", pages).out
    assert "2022/guide.md:3:31: the page that the name belongs to" in full


def test_what_the_page_itself_tells_is_not_told_again(recto: Recto, pages: Path) -> None:
    for year, kept in ((2021, 2021), (2022, 2022), (2023, 2022)):
        text = PAGE.format(year=year, kept=kept).replace(f"Guide to the {year} election", f"Elections for {year}")
        text = re.sub("Members .* vote", f"Voting in {kept} is held", text)
        (pages / f"{year}/guide.md").write_text(text, encoding="utf-8")
    own = "document.year-mismatch"
    assert [row["rule"] for row in rows(recto, "--project", pages)] == [own]
    assert [row["rule"] for row in rows(recto, "--project", "--ignore", own, pages)] == [NAME]


def test_nothing_is_compared_unless_asked_for(recto: Recto, pages: Path) -> None:
    assert rows(recto, pages) == []


@pytest.mark.parametrize("arguments", [("--select", "project"), ("--select", NAME), ("--pack", "project")])
def test_naming_a_rule_or_the_pack_is_asking(recto: Recto, pages: Path, arguments: tuple[str, str]) -> None:
    assert [row["rule"] for row in rows(recto, *arguments, pages)] == [NAME]


def test_a_configuration_or_the_environment_may_ask(
    recto: Recto, pages: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RECTO_PROJECT", "true")
    assert len(rows(recto, pages)) == 1
    monkeypatch.setenv("RECTO_PROJECT", "0")
    assert rows(recto, pages) == []
    monkeypatch.delenv("RECTO_PROJECT")
    write("recto.yaml", "project: true\n")
    assert len(rows(recto, pages)) == 1
    write("recto.yaml", f"project: true\nrules: {{{NAME}: off}}\n")
    assert rows(recto, pages) == []


def test_each_file_keeps_its_own_level_and_files_with_other_parameters_are_left_out(
    recto: Recto, pages: Path, write: Write
) -> None:
    config = "project: true\noverrides: [{{files: ['docs/2023/**'], rules: {{" + NAME + ": {change}}}}}]\n"
    write("recto.yaml", config.format(change="error"))
    assert [row["level"] for row in rows(recto, pages)] == ["error"]
    write("recto.yaml", config.format(change="{min-chars: 13}"))
    assert rows(recto, pages) == []


def test_the_same_bytes_from_one_process_and_several_and_from_the_cache(recto: Recto, pages: Path) -> None:
    text = PAGE.format(year=2023, kept=2022) + "\n## Empty\n\n## Empty\n\nText.\n"
    (pages / "2023/guide.md").write_text(text, encoding="utf-8")
    (pages / "binary.md").write_bytes(b"\0")
    expected = recto("check", "--project", "--no-cache", "--jobs", "1", "--output-format", "full", pages).out
    assert "name-mismatch" in expected
    assert "repeated-heading" in expected
    for options in (("--no-cache", "--jobs", "3"), ("--jobs", "2"), ("--jobs", "2"), ("--jobs", "1")):
        assert recto("check", "--project", *options, "--output-format", "full", pages).out == expected


def test_a_changed_file_is_read_anew(recto: Recto, pages: Path) -> None:
    for _ in range(2):
        assert len(rows(recto, "--project", pages)) == 1
    (pages / "2023/guide.md").write_text(PAGE.format(year=2023, kept=2023), encoding="utf-8")
    assert rows(recto, "--project", pages) == []


@pytest.mark.parametrize("name", [NAME, "project", ""])
def test_a_suppression_silences_a_rule_across_files(recto: Recto, pages: Path, name: str) -> None:
    text = PAGE.format(year=2023, kept=2022).replace("Members", f"<!-- recto-disable-next-line {name} -->\nMembers")
    (pages / "2023/guide.md").write_text(text, encoding="utf-8")
    assert rows(recto, "--project", pages) == []
    if name:
        assert rows(recto, pages) == []


def test_an_unused_suppression_is_told(recto: Recto, pages: Path) -> None:
    text = PAGE.format(year=2023, kept=2023) + f"\n<!-- recto-disable {NAME} -->\n"
    (pages / "2023/guide.md").write_text(text, encoding="utf-8")
    assert [row["rule"] for row in rows(recto, "--project", pages)] == ["recto.unused-suppression"]
    assert rows(recto, pages) == []


def test_a_hint_is_not_shown_where_only_surer_ones_are_asked_for(recto: Recto, write: Write, tmp_path: Path) -> None:
    for name in ("a", "b"):
        text = f"# On {name * 9}\n\n{name * 40} is another thing.\n\n{RULES * 2}\n\n## Notes\n\n{name * 900}\n"
        write(f"{name}.md", text)
    (row,) = rows(recto, "--select", TEXT, tmp_path)
    assert (row["grade"], row["line"], row["end_line"]) == ("hint", 5, 23)
    assert rows(recto, "--select", TEXT, "--min-grade", "likely", tmp_path) == []


def test_a_rule_that_fails_is_a_diagnostic(recto: Recto, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError("no")

    monkeypatch.setattr(kept_name, "Nearby", fail)
    result = recto("check", "--project", "--jobs", "1", "--output-format", "json", pages)
    assert result.status == 2
    assert [row["rule"] for row in json.loads(result.out)] == ["recto.internal-error"]
    monkeypatch.setattr(kept_name, "sketch_of", fail)
    result = recto("check", "--project", "--no-cache", "--jobs", "1", "--output-format", "json", pages)
    assert [row["rule"] for row in json.loads(result.out)] == ["recto.internal-error"] * 3


def test_without_the_library_the_command_says_what_to_install(
    recto: Recto, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "rensa", None)
    result = recto("check", "--project", "--jobs", "1", pages)
    assert result.status == 2
    assert "pip install 'recto[project]'" in result.err
    assert recto("check", pages).status == 0


def test_summaries_from_the_cache_need_the_library_as_well(
    recto: Recto, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert recto("check", "--project", pages).status == 1
    monkeypatch.setitem(sys.modules, "rensa", None)
    assert "pip install 'recto[project]'" in recto("check", "--project", pages).err


def test_a_file_in_two_folders_is_told_once_and_its_editions_are_not(
    recto: Recto, write: Write, tmp_path: Path
) -> None:
    text = f"# Rules of the garden\n\n{RULES}\n"
    for name in ("law/rules.md", "old/rules.md", "new/rules.md"):
        write(name, text)
    found = rows(recto, "--select", TEXT, tmp_path)
    assert [(row["path"].split("/")[-2], row["level"]) for row in found] == [("new", "warning"), ("old", "warning")]
    assert all(row["related"][0]["path"].endswith("law/rules.md") for row in found)


def test_editions_of_a_file_are_alike_by_design(recto: Recto, write: Write, tmp_path: Path) -> None:
    for name in ("v1/rules.md", "v2/rules.md", "v3/rules.md"):
        write(name, f"# Rules of the garden\n\n{RULES}\n")
    assert rows(recto, "--select", TEXT, tmp_path) == []


def test_pages_made_from_one_form_may_share_its_text(recto: Recto, write: Write, tmp_path: Path) -> None:
    for name in ("water", "roads"):
        write(f"{name}.md", f"# Yearly report of the {name} group\n\nThe {name} group met.\n\n{RULES}\n" + name * 400)
    assert rows(recto, "--select", TEXT, tmp_path) == []


def test_many_copies_cost_no_more_than_few(recto: Recto, write: Write, tmp_path: Path) -> None:
    for number in range(60):
        write(f"{number}/guide.md", PAGE.format(year=1960 + number, kept=1960 + number))
    assert rows(recto, "--select", "project", tmp_path) == []

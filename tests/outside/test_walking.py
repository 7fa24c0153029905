from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from linter.outside.walking import find_files

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Recto


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def make(home: Path, *names: str, text: str = "x\n") -> None:
    for name in names:
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def found(*paths: str, exclude: tuple[str, ...] = (), force_exclude: bool = False) -> list[str]:
    return [one.path for one in find_files(paths, exclude=exclude, force_exclude=force_exclude)]


def test_what_is_no_document_by_its_name(home: Path) -> None:
    make(
        home,
        "a.txt",
        "B.TXT",
        "c.text",
        "d.docx",
        "~$d.docx",
        "d.py",
        "LICENSE.txt",
        "licence-mit.txt",
        "COPYING.txt",
        "robots.txt",
    )
    make(home, "CMakeLists.txt", "requirements.txt", "requirements-dev.txt", ".h.txt", ".h/a.txt", "node_modules/a.txt")
    assert found(".") == ["B.TXT", "a.txt", "c.text", "d.docx"]


def test_a_named_file_is_always_taken(home: Path) -> None:
    make(home, "LICENSE.txt", "d.py", ".gitignore", text="*.txt\n")
    assert find_files(["LICENSE.txt", "d.py", "./d.py"], exclude=["*.py"]) == [
        ("LICENSE.txt", 6, True),
        ("d.py", 6, True),
    ]


def test_a_file_is_found_once(home: Path) -> None:
    make(home, "docs/a.txt", "docs/b.txt")
    files = find_files(["docs", ".", "docs/b.txt", str(home / "docs")])
    assert [(file.path, file.named) for file in files] == [("docs/a.txt", False), ("docs/b.txt", True)]


def test_ignore_files_nest(home: Path) -> None:
    (home / ".git" / "info").mkdir(parents=True)
    make(home, ".git/info/exclude", text="secret.txt\n")
    make(home, ".gitignore", text="# built\n*.text\nbuild/\n/top.txt\nlogs/*\n!logs/kept.txt\n")
    make(home, "docs/.gitignore", text="!kept.text\ndraft*\n/deep/only.txt\n")
    make(home, "docs/deep/.gitignore", text="!draft-two.txt\n")
    make(home, "a.txt", "b.text", "top.txt", "secret.txt", "build/a.txt", "logs/a.txt", "logs/kept.txt")
    make(home, "docs/top.txt", "docs/kept.text", "docs/b.text", "docs/draft.txt", "docs/build/a.txt")
    make(home, "docs/deep/only.txt", "docs/deep/draft-one.txt", "docs/deep/draft-two.txt", "docs/deep/kept.text")
    expected = ["docs/deep/draft-two.txt", "docs/deep/kept.text", "docs/kept.text", "docs/top.txt"]
    assert found(".") == ["a.txt", *expected, "logs/kept.txt"]
    assert found("docs") == expected
    assert found("docs/deep") == expected[:2]
    assert found("docs/deep/only.txt") == ["docs/deep/only.txt"]


@pytest.mark.parametrize("name", ["b.text", "build/deep/a.txt", "docs/draft.txt", "secret.txt"])
def test_force_exclude_holds_for_a_named_file(home: Path, name: str) -> None:
    (home / ".git" / "info").mkdir(parents=True)
    make(home, ".git/info/exclude", text="secret.txt\n")
    make(home, ".gitignore", text="*.text\nbuild/\n")
    make(home, "docs/.gitignore", text="draft*\n")
    make(home, "docs/a.txt", name)
    assert found(name) == [name]
    assert found(name, "docs/a.txt", force_exclude=True) == ["docs/a.txt"]


def test_exclude_is_relative_to_the_working_folder(home: Path) -> None:
    make(home, "vendor/a/b.txt", "docs/vendor/c.txt", "docs/d.txt", "e.txt")
    assert found(".", exclude=("/vendor/**", "e.*")) == ["docs/d.txt", "docs/vendor/c.txt"]
    assert found(str(home), exclude=("vendor",)) == [str(home / "docs" / "d.txt"), str(home / "e.txt")]
    assert found("vendor/a/b.txt", "e.txt", exclude=("vendor/",), force_exclude=True) == ["e.txt"]


def test_exclude_may_be_relative_to_another_folder(home: Path) -> None:
    make(home, "docs/a.txt", "docs/vendor/b.txt", "vendor/c.txt")
    files = find_files(["."], exclude=["/vendor"], exclude_base=str(home / "docs"))
    assert [file.path for file in files] == ["docs/a.txt", "vendor/c.txt"]


def test_ignore_files_above_the_repository_do_not_count(home: Path) -> None:
    make(home, ".gitignore", text="*.txt\n")
    make(home, "inner/a.txt", "inner/docs/a.txt")
    assert found("inner") == ["inner/a.txt", "inner/docs/a.txt"]
    (home / "inner" / ".git").mkdir()
    assert found("inner/docs") == ["inner/docs/a.txt"]
    assert found("inner/docs/a.txt", force_exclude=True) == ["inner/docs/a.txt"]


def test_links_in_a_cycle(home: Path) -> None:
    make(home, "docs/a.txt", "docs/deep/b.txt")
    (home / "docs" / "deep" / "up").symlink_to(home / "docs", target_is_directory=True)
    (home / "docs" / "self").symlink_to("self")
    (home / "aa").symlink_to("docs", target_is_directory=True)
    assert found(".") == ["docs/a.txt", "docs/deep/b.txt"]


def test_links_are_followed_once(home: Path) -> None:
    make(home, "store/a.txt", "store/LICENSE.txt", "elsewhere/b.txt", "elsewhere/more/c.txt")
    docs = home / "docs"
    docs.mkdir()
    (docs / "first.txt").symlink_to(home / "store" / "a.txt")
    (docs / "second.txt").symlink_to(home / "store" / "a.txt")
    (docs / "broken.txt").symlink_to(home / "nowhere.txt")
    (docs / "in").symlink_to(home / "elsewhere", target_is_directory=True)
    (docs / "again").symlink_to(home / "elsewhere" / "more", target_is_directory=True)
    assert found("docs") == ["docs/again/c.txt", "docs/first.txt", "docs/in/b.txt"]
    assert found(".") == ["elsewhere/b.txt", "elsewhere/more/c.txt", "store/a.txt"]


def test_what_cannot_be_entered_is_passed_over(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(home, "a.txt")

    def refuse(_: str) -> None:
        raise PermissionError

    monkeypatch.setattr("linter.outside.walking.os.scandir", refuse)
    assert found(".") == []


def test_an_ignore_file_that_makes_no_sense(home: Path) -> None:
    make(home, "a.txt")
    (home / ".gitignore").write_bytes(b"\xff\xfe[\n!\n")
    assert found(".") == ["a.txt"]


def test_a_binary_file_matters_where_it_is_named(recto: Recto, home: Path) -> None:
    make(home, "a.txt")
    (home / "b.txt").write_bytes(b"\x89PNG\0")
    assert recto("check", ".") == (0, "", "0 diagnostics in 1 file\n")
    result = recto("check", ".", "b.txt")
    assert result.status == 2
    assert result.lines == ["b.txt:1:1: error: A binary file. [recto.unreadable]"]

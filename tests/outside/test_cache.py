from __future__ import annotations

import errno
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from linter.diagnostic import Diagnostic, Edit, Excerpt, Fix, Related
from linter.outside import cached_rows
from linter.source import Position, Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Recto, Result, Write


ROOT = Path(__file__).parent.parent.parent
SECRET = "征求意见的机密段落，不得外传，本段落除诊断外不应出现在缓存之中。"
TWICE = f"一、基本情况\n\n一、基本情况\n\n{SECRET}\n"


@pytest.fixture(autouse=True)
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """Short files are looked up as well."""
    monkeypatch.setattr("linter.running.files.CACHED_FROM", 0)


@pytest.fixture
def lints(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that are linted rather than looked up."""
    from linter.lint import lint

    paths: list[str] = []

    def noted(source: Source, *rest: object) -> list[Diagnostic]:
        paths.append(source.path)
        return lint(source, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("linter.running.linting.lint", noted)
    return paths


def entries(folder: Path) -> list[Path]:
    return sorted((folder / "lint").glob("*.json"))


def twice(recto: Recto, lints: list[str], *arguments: str | Path) -> tuple[Result, list[str]]:
    """Two equal runs; what the second one linted."""
    first = recto("check", "--output-format", "full", *arguments)
    lints.clear()
    second = recto("check", "--output-format", "full", *arguments)
    assert second == first
    return second, list(lints)


def test_the_second_run_looks_up(recto: Recto, write: Write, lints: list[str]) -> None:
    write("docs/b.md", "# A\n\n# A\n")
    path = write("docs/a.txt", TWICE)
    result, linted = twice(recto, lints, path.parent)
    assert result.status == 1
    assert linted == []
    path.write_text(TWICE + "\n", encoding="utf-8")
    recto("check", path.parent)
    assert linted == []
    assert lints == [str(path)]


def test_what_makes_another_result(recto: Recto, write: Write, lints: list[str]) -> None:
    rule = write("styles/mine/very.yaml", "extends: existence\nmessage: Found.\ntokens: [very]\n")
    path = write("docs/a.txt", TWICE)
    seen = [
        ("check", path),
        ("check", "--lang", "zh", path),
        ("check", "--ignore", "document", path),
        ("check", "--no-fold", path),
        ("check", "--min-grade", "sure", path),
        ("check", "--rules-path", rule.parent.parent, path),
    ]
    for arguments in seen:
        recto(*arguments)
    assert len(lints) == len(seen)
    rule.write_text("extends: existence\nmessage: Found!\ntokens: [very]\n", encoding="utf-8")
    recto(*seen[-1])
    assert len(lints) == len(seen) + 1
    for arguments in seen:
        recto(*arguments)
    assert len(lints) == len(seen) + 1


def test_it_holds_no_text_of_a_document(recto: Recto, write: Write, cache_folder: Path) -> None:
    recto("check", write("docs/a.txt", TWICE))
    (entry,) = entries(cache_folder)
    data = entry.read_text("ascii")
    assert SECRET not in data
    assert json.dumps(SECRET)[1:-1] not in data
    assert "repeated-heading" in data


@pytest.mark.skipif(os.name != "posix", reason="modes are a thing of POSIX")
def test_it_is_for_its_user_alone(recto: Recto, write: Write, cache_folder: Path) -> None:
    (cache_folder / "lint").mkdir(parents=True, mode=0o755)
    recto("check", write("docs/a.txt", TWICE))
    assert (cache_folder / "lint").stat().st_mode & 0o777 == 0o700
    (entry,) = entries(cache_folder)
    assert entry.stat().st_mode & 0o777 == 0o600


def signed(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode() + b"\n" + body


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"document.", b"dokument."),
        lambda _: b"\xff\xff\n{}",
        lambda _: signed(b"[]"),
        lambda _: signed(b'{"a.txt": 1}'),
        lambda _: signed(b'{"a.txt": ["key"]}'),
        lambda _: signed(b"not JSON"),
        lambda data: signed(data.partition(b"\n")[2].replace(b"[3,1,1,1]", b"[3]")),
        lambda data: signed(data.partition(b"\n")[2].replace(b"[3,1,1,1]", b"[999,1,1,1]")),
    ],
    ids=[
        "empty",
        "truncated",
        "altered",
        "foreign",
        "an array",
        "a number",
        "too short",
        "no JSON",
        "half a place",
        "no such place",
    ],
)
def test_a_corrupt_entry_is_no_entry(
    recto: Recto, write: Write, lints: list[str], cache_folder: Path, spoil: Callable[[bytes], bytes]
) -> None:
    path = write("docs/a.txt", TWICE)
    first = recto("check", path)
    (entry,) = entries(cache_folder)
    entry.write_bytes(spoil(entry.read_bytes()))
    lints.clear()
    assert recto("check", path) == first
    assert lints == [str(path)]
    assert recto("check", path) == first
    assert lints == [str(path)]


def test_a_place_for_the_cache_that_is_a_file(
    recto: Recto, write: Write, lints: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("docs/a.txt", TWICE)
    monkeypatch.setenv("RECTO_CACHE_DIR", str(path))
    result, linted = twice(recto, lints, path)
    assert result.status == 1
    assert linted == [str(path)]


@pytest.mark.parametrize(
    "failure", [("open", errno.EROFS), ("replace", errno.ENOSPC), ("makedirs", errno.EACCES)], ids=str
)
def test_a_full_disk_and_a_read_only_home(
    recto: Recto, write: Write, cache_folder: Path, monkeypatch: pytest.MonkeyPatch, failure: tuple[str, int]
) -> None:
    function, code = failure

    def refuse(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    path = write("docs/a.txt", TWICE)
    monkeypatch.setattr(f"linter.outside.cache.os.{function}", refuse)
    result = recto("check", path)
    monkeypatch.undo()
    assert (result.status, result.err) == (1, "1 diagnostic in 1 file (1 error, 0 warnings)\n")
    assert not [file for file in cache_folder.rglob("*") if file.suffix in (".json", ".new")]


def test_what_breaks_is_not_kept(recto: Recto, write: Write, lints: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.engines.patterns.TIME_LIMIT", 0.05)
    write("styles/mine/slow.yaml", "extends: existence\nmessage: x\nraw: ['(?:a|aa)+c']\n")
    path = write("docs/a.txt", "a" * 60 + "\n\n" + TWICE)
    result, linted = twice(recto, lints, "--rules-path", path.parent.parent / "styles", path)
    assert result.status == 2
    assert linted == [str(path)]


def test_two_runs_at_once(write: Write, cache_folder: Path) -> None:
    for number in range(40):
        path = write(f"docs/{number % 3}/{number}.txt", f"{TWICE}\n第{number}段。\n")
    command = [sys.executable, "-m", "linter", "check", str(path.parent.parent)]
    environment = {**os.environ, "RECTO_CACHE_DIR": str(cache_folder), "PYTHONPATH": str(ROOT)}

    def start() -> subprocess.Popen[bytes]:
        return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    for _ in range(2):
        outputs = {run.communicate() for run in [start(), start(), start()]}
        ((out, err),) = outputs
        assert out.count(b"repeated-heading") == 40
        assert err == b"40 diagnostics in 40 files (40 errors, 0 warnings)\n"
    assert len(entries(cache_folder)) == 3
    assert not list(cache_folder.rglob("*.new"))


def test_files_that_are_gone_are_forgotten(recto: Recto, write: Write, cache_folder: Path) -> None:
    gone, stays = write("docs/gone.txt", TWICE), write("docs/stays.txt", TWICE)
    recto("check", gone.parent)
    gone.unlink()
    stays.write_text(TWICE + "\n", encoding="utf-8")
    recto("check", gone.parent)
    (entry,) = entries(cache_folder)
    assert list(json.loads(entry.read_bytes().partition(b"\n")[2])) == ["stays.txt"]


def test_old_entries_are_pruned_once_a_day(recto: Recto, write: Write, cache_folder: Path) -> None:
    path = write("docs/a.txt", TWICE)
    recto("check", path)
    (used,) = entries(cache_folder)
    old = used.with_name(f"{'0' * 32}.json")
    old.write_bytes(b"")
    month_ago = old.stat().st_mtime - 31 * 24 * 60 * 60
    for file in (old, used):
        os.utime(file, (month_ago, month_ago))
    recto("check", path)
    assert old.exists()
    os.utime(used.with_name("pruned"), (month_ago, month_ago))
    recto("check", path)
    assert entries(cache_folder) == [used]


def test_a_diagnostic_comes_back_as_it_was() -> None:
    source = Source("a.txt", "一二三\r\n" + "长" * 500 + "😀very\n")
    place = source.position(506), source.position(510)
    diagnostic = Diagnostic(
        path="a.txt",
        rule="mine.very",
        kind="existence",
        level="warning",
        grade="hint",
        message="“一”",
        help="h\udc80",
        url="u",
        start=place[0],
        end=place[1],
        excerpt=Excerpt("长" * 199 + "😀very", 200, 204, cut_before=True, cut_after=False),
        heading=("一", "二"),
        related=(
            Related(
                "a.txt",
                source.position(0),
                source.position(2),
                "m",
                Excerpt("一二三", 0, 2, cut_before=False, cut_after=False),
            ),
        ),
        fix=Fix(safe=True, message="f", edits=(Edit(*place, "quite"),)),
        fingerprint="f" * 32,
    )
    bare = diagnostic._replace(excerpt=None, related=(), fix=None, heading=())
    rows = json.loads(json.dumps(cached_rows.rows_of([diagnostic, bare])))
    back = cached_rows.diagnostics_from(rows, source)
    assert back == [diagnostic, bare]
    assert isinstance(back[0].start, Position)
    assert repr(back) == repr([diagnostic, bare])


@pytest.mark.parametrize(
    ("variables", "system", "expected"),
    [
        ({"RECTO_CACHE_DIR": "/own", "XDG_CACHE_HOME": "/x"}, "linux", "/own"),
        ({"XDG_CACHE_HOME": "/x"}, "linux", "/x/recto"),
        ({"XDG_CACHE_HOME": "x"}, "linux", "/home/someone/.cache/recto"),
        ({}, "darwin", "/home/someone/Library/Caches/recto"),
    ],
    ids=["own", "XDG", "relative XDG", "macOS"],
)
def test_where_the_cache_is(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], system: str, expected: str
) -> None:
    for name in ("RECTO_CACHE_DIR", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"HOME": "/home/someone", **variables}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.platform", system)
    from linter.outside.cache_folder import _user_folder

    assert _user_folder() == expected

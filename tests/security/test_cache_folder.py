"""A folder of the cache that somebody else may reach, and files in it that somebody else has written."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Recto, Write

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes and links are a thing of POSIX")
TEXT = "# A\n\n# A\n\nA pump.\n"


@pytest.fixture(autouse=True)
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """Short files are looked up as well."""
    monkeypatch.setattr("linter.running.files.CACHED_FROM", 0)


def test_a_link_in_its_place_is_not_followed(recto: Recto, write: Write, cache_folder: Path) -> None:
    old = write("precious/notes.json", "{}")
    os.utime(old, (0, 0))
    cache_folder.mkdir()
    (cache_folder / "lint").symlink_to(old.parent)
    mode = old.parent.stat().st_mode
    assert recto("check", write("a.md", TEXT)).status == 1
    assert list(old.parent.iterdir()) == [old]
    assert old.parent.stat().st_mode == mode


@pytest.mark.parametrize("mode", [0o777, 0o720, 0o702])
def test_one_that_others_may_write_to_is_not_used(recto: Recto, write: Write, cache_folder: Path, mode: int) -> None:
    (cache_folder / "lint").mkdir(parents=True)
    (cache_folder / "lint").chmod(mode)
    assert recto("check", write("a.md", TEXT)).status == 1
    assert list((cache_folder / "lint").iterdir()) == []


def test_that_of_somebody_else_is_not_used(
    recto: Recto, write: Write, cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (cache_folder / "lint").mkdir(parents=True, mode=0o700)
    monkeypatch.setattr("os.geteuid", lambda: (cache_folder / "lint").stat().st_uid + 1)
    assert recto("check", write("a.md", TEXT)).status == 1
    assert list((cache_folder / "lint").iterdir()) == []


def test_pruning_removes_nothing_but_its_own(recto: Recto, write: Write, cache_folder: Path) -> None:
    (cache_folder / "lint").mkdir(parents=True, mode=0o700)
    names = ("notes.json", "main.py", f"{'0' * 32}.json", f"{'0' * 32}.json.77.new")
    for name in names:
        (cache_folder / "lint" / name).write_text("{}", encoding="utf-8")
        os.utime(cache_folder / "lint" / name, (0, 0))
    recto("check", write("a.md", TEXT))
    assert {path.name for path in (cache_folder / "lint").iterdir()} & set(names) == {"notes.json", "main.py"}
    assert (cache_folder / "lint" / "pruned").stat().st_mtime > time.time() - 1000


_PLACE = [1, 1, 1, 1]
_ROW = ["PATH", "r.r", "k", "error", "sure", "said", "", "", _PLACE, _PLACE, True, [], [], None, "f", 0]


def changed(place: int, value: Any) -> list[Any]:
    return [[*_ROW[:place], value, *_ROW[place + 1 :]]]


@pytest.mark.parametrize(
    "rows",
    [
        {"a": 1}, 7, "x", [7], [[]], [[*_ROW, 1]], changed(0, "/etc/passwd"),
        changed(0, 1), changed(1, ["x"]), changed(3, "fatal"), changed(3, []), changed(4, "certain"), changed(5, None),
        changed(8, [10**30, 1, 1, 1]), changed(8, [-1, 1, 1, 1]), changed(8, [1, 1]), changed(8, ["1", 1, 1, 1]),
        changed(8, [True, 1, 1, 1]), changed(8, [999, 1, 1, 1]), changed(11, [1]), changed(12, [[1, _PLACE, _PLACE, "m"]]),
        changed(12, [["p"]]), changed(13, 1), changed(13, [1, 2, []]), changed(13, [True, "m", [[_PLACE, _PLACE, 1]]]),
        changed(14, None), changed(15, "1"), changed(15, 1e400),
    ],
    ids=repr,
)  # fmt: skip
def test_a_poisoned_entry_is_no_entry(recto: Recto, write: Write, cache_folder: Path, rows: Any) -> None:
    path = write("docs/a.md", TEXT)
    first = recto("check", path)
    assert first.status == 1
    (entry,) = (cache_folder / "lint").glob("*.json")
    kept = json.loads(entry.read_bytes().partition(b"\n")[2])
    kept["a.md"][1] = json.loads(json.dumps(rows).replace('"PATH"', json.dumps(str(path))))
    body = json.dumps(kept).encode()
    entry.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
    assert recto("check", path) == first


@pytest.mark.parametrize("summary", [7, [], [[], []], [{"no.rule": 1}, []], [{}, 1], None, {"a": 1}], ids=repr)
def test_a_poisoned_summary_is_none(recto: Recto, write: Write, cache_folder: Path, summary: Any) -> None:
    path = write("docs/a.md", TEXT)
    first = recto("check", "--project", path.parent)
    (entry,) = (cache_folder / "lint").glob("*.json")
    kept = json.loads(entry.read_bytes().partition(b"\n")[2])
    kept["a.md"][2] = summary
    body = json.dumps(kept).encode()
    entry.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
    assert recto("check", "--project", path.parent) == first


def test_an_entry_that_is_too_deep(recto: Recto, write: Write, cache_folder: Path) -> None:
    path = write("docs/a.md", TEXT)
    first = recto("check", path)
    (entry,) = (cache_folder / "lint").glob("*.json")
    body = b"[" * 200_000
    entry.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
    assert recto("check", path) == first

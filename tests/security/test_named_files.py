"""Files that rules and configurations name."""

from __future__ import annotations

import lzma
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from linter.errors import LinterError
from linter.outside.data_files import DataFiles

if TYPE_CHECKING:
    from conftest import Recto, Write

RULE = "extends: known-titles\nmessage: x\nlist: {}\n"
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="no such files there")


@pytest.fixture
def folder(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a document and a secret beside it."""
    write("secret.tsv", "swordfish\n")
    path = write("work/a.md", "# Pumps\n\nA very good pump.\n").parent
    monkeypatch.chdir(path)
    return path


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("../secret.tsv", "must stand in a pack"),
        ("mine/data/../../../secret.tsv", "must stand in a pack"),
        ("mine/..\\\\secret.tsv", "must stand in a pack"),
        ("/etc/passwd", "must stand in a pack"),
        ("mine/data/link.tsv", "is a link that leads out of its pack"),
        ("mine/data/folder/secret.tsv", "is a link that leads out of its pack"),
        ("mine/data", "there is no data file"),
        ('"mine/data/\\0x"', "must not hold the character U+0000"),
    ],
)
@posix_only
def test_a_rule_names_a_data_file_outside_of_its_pack(
    folder: Path, recto: Recto, write: Write, path: str, said: str
) -> None:
    data = write("work/styles/mine/data/own.tsv", "one\n").parent
    (data / "link.tsv").symlink_to(folder.parent / "secret.tsv")
    (data / "folder").symlink_to(folder.parent)
    write("work/styles/mine/rule.yaml", RULE.format(path))
    result = recto("check", "--rules-path", "styles", "a.md")
    assert result.status == 2
    assert "styles/mine/rule.yaml:3: " in result.err
    assert said in result.err
    assert "swordfish" not in result.out + result.err


def test_a_configuration_names_a_data_file_outside_of_its_pack(folder: Path, recto: Recto, write: Write) -> None:
    write("work/styles/mine/data/own.tsv", "one\n")
    write("work/styles/mine/rule.yaml", RULE.format("mine/data/own.tsv"))
    write("work/recto.yaml", "rules-path: [styles]\nrules:\n  mine.rule:\n    list: ../secret.tsv\n")
    result = recto("check", "a.md")
    assert (result.status, result.out) == (2, "")
    assert "recto.yaml:4: the data file '../secret.tsv' must stand in a pack" in result.err
    assert folder.is_dir()


@posix_only
def test_a_pack_may_itself_be_a_link(folder: Path, recto: Recto, write: Write) -> None:
    write("shared/mine/data/own.tsv", "one\n")
    write("shared/mine/rule.yaml", RULE.format("mine/data/own.tsv"))
    (folder / "styles").mkdir()
    (folder / "styles" / "mine").symlink_to(folder.parent / "shared" / "mine")
    assert recto("check", "--rules-path", "styles", "--select", "mine", "a.md") == (0, "", "0 diagnostics in 1 file\n")


@pytest.fixture(params=["pipe", "device", "folder", "too large", "no UTF-8"])
def no_text(folder: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A path at which no text stands."""
    path = folder / "named"
    match request.param:
        case "pipe":
            os.mkfifo(path)
        case "device":
            return Path("/dev/zero")
        case "folder":
            path.mkdir()
        case "too large":
            path.write_bytes(b"# a\n" * 1000)
            monkeypatch.setattr("linter.outside.reading.MAX_SIZE", 1000)
        case _:
            path.write_bytes(b"\xff\xfe")
    return path


@pytest.mark.parametrize("key", ["extends: {}", "vocabulary: [{}]"], ids=["extends", "vocabulary"])
@posix_only
def test_a_configuration_names_what_is_no_text_file(recto: Recto, write: Write, no_text: Path, key: str) -> None:
    write("work/recto.yaml", key.format(no_text) + "\n")
    result = recto("check", "a.md")
    assert (result.status, result.out) == (2, "")
    assert len(result.err.splitlines()) == 1
    assert f"{no_text}: " in result.err


@pytest.mark.parametrize("name", ["a.yaml", "b.yaml"])
@posix_only
def test_a_rule_is_a_pipe(folder: Path, recto: Recto, write: Write, name: str) -> None:
    pack = write("work/styles/mine/good.yaml", "extends: existence\nmessage: x\ntokens: [very]\n").parent
    os.mkfifo(pack / name)
    result = recto("check", "--rules-path", "styles", "a.md")
    assert (result.status, result.out) == (2, "")
    assert "no regular file" in result.err
    assert folder.is_dir()


@posix_only
def test_a_gitignore_is_a_pipe_or_without_end(folder: Path, recto: Recto) -> None:
    (folder / ".git").mkdir()
    os.mkfifo(folder / ".gitignore")
    assert recto("check", "--select", "document.to-do", ".").status == 0
    (folder / ".gitignore").unlink()
    (folder / ".gitignore").symlink_to("/dev/zero")
    assert recto("check", "--select", "document.to-do", ".").err == "0 diagnostics in 1 file\n"


@pytest.mark.parametrize("depth", [1, 2, 5])
def test_configurations_extend_each_other(folder: Path, recto: Recto, write: Write, depth: int) -> None:
    for number in range(depth):
        write(f"work/{number}.yaml", f"extends: ./{(number + 1) % depth}.yaml\n")
    result = recto("check", "--config", "0.yaml", "a.md")
    assert (result.status, result.out) == (2, "")
    assert "configurations extend each other without end" in result.err
    assert folder.is_dir()


def test_a_configuration_writes_over_nothing_but_a_baseline(folder: Path, recto: Recto, write: Write) -> None:
    target = write("precious.txt", "Mine.\n")
    write("work/recto.yaml", "baseline: ../precious.txt\n")
    result = recto("baseline", "a.md")
    assert result.status == 2
    assert "broken JSON" in result.err
    assert target.read_text(encoding="utf-8") == "Mine.\n"
    assert folder.is_dir()


@pytest.mark.parametrize("name", ["../precious.txt", "link/precious.txt"])
def test_a_configuration_sends_no_report_out_of_its_folder(folder: Path, recto: Recto, write: Write, name: str) -> None:
    target = write("precious.txt", "Mine.\n")
    (folder / "link").symlink_to(target.parent)
    write("work/recto.yaml", f"output-file: {name}\n")
    result = recto("check", "a.md")
    assert result.status == 2
    assert "recto.yaml: 'output-file' leads out of the folder of this configuration" in result.err
    assert target.read_text(encoding="utf-8") == "Mine.\n"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.tsv", b"\xff", "cannot be read"),
        ("a.tsv", b"a" * 2000, "larger than"),
        ("a.xz", lzma.compress(b"a" * 2000), "larger than"),
        ("a.xz", lzma.compress(b"a" * 500)[:-9], "cut short"),
        ("a.xz", b"PK", "cannot be unpacked"),
        ("a.xz", lzma.compress(b"a", filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 2**30}]), "cannot be unpacked"),
    ],
    ids=["no UTF-8", "large", "a bomb", "cut", "no xz", "asks for memory"],
)
def test_a_data_file_that_is_broken_or_a_bomb(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes, said: str
) -> None:
    monkeypatch.setattr("linter.outside.reading.MAX_SIZE", 1000)
    monkeypatch.setattr("linter.outside.data_files.MAX_SIZE", 1000)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / name).write_bytes(data)
    with pytest.raises(LinterError, match=said):
        DataFiles((str(tmp_path),)).rows(f"mine/{name}")


def test_a_data_file_that_is_packed(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "a.xz").write_bytes(lzma.compress(b"one\ttwo\n"))
    assert DataFiles((str(tmp_path),)).rows("mine/a.xz") == (("one", "two"),)

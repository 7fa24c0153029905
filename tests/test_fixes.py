"""`recto check --fix` and its relatives, as the command shows them."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Protocol

import pytest

from linter.outside import replacing

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Recto, Result, Write, WriteDocx

RULE = "extends: substitution\nmessage: \"'%[2]s' is '%[1]s'.\"\nfix: {}\nswap: {{{}}}\n"


class Fix(Protocol):
    """Runs the command with the rules of these tests."""

    def __call__(self, *arguments: str | Path) -> Result: ...


@pytest.fixture
def fix(recto: Recto, write: Write, tmp_path: Path) -> Fix:
    """The rules `mine.safe` (utilise: use) and `mine.unsafe` (very: quite) on one file."""
    write("styles/mine/safe.yaml", RULE.format("safe", "utilise: use, 利用了: 用了"))
    write("styles/mine/unsafe.yaml", RULE.format("unsafe", "very: quite"))

    def run(*arguments: str | Path) -> Result:
        return recto("check", "--rules-path", tmp_path / "styles", "--select", "mine", *arguments)

    return run


def test_safe_fixes_are_applied_and_what_is_left_is_reported(fix: Fix, write: Write) -> None:
    path = write("a.md", "We utilise it.\n\nA very old one.\n")
    result = fix("--fix", path)
    assert path.read_text(encoding="utf-8") == "We use it.\n\nA very old one.\n"
    assert result.lines == [f"{path}:3:3: warning: 'very' is 'quite'. [mine.unsafe]"]
    assert result.err.splitlines() == ["applied 1 fix in 1 file", "1 diagnostic in 1 file (0 errors, 1 warning)"]
    assert result.status == 1
    result = fix("--fix", "--unsafe-fixes", path)
    assert path.read_text(encoding="utf-8") == "We use it.\n\nA quite old one.\n"
    assert (result.status, result.out) == (0, "")


def test_without_fix_nothing_is_written(fix: Fix, write: Write) -> None:
    path = write("a.md", "We utilise it.\n")
    assert fix("--unsafe-fixes", path).status == 1
    assert path.read_text(encoding="utf-8") == "We utilise it.\n"


def test_fix_only_reports_nothing_and_is_clean(fix: Fix, write: Write) -> None:
    path = write("a.md", "We utilise a very old one.\n")
    result = fix("--fix-only", path)
    assert (result.status, result.out, result.err) == (0, "", "applied 1 fix in 1 file\n")
    assert path.read_text(encoding="utf-8") == "We use a very old one.\n"
    path.write_bytes(b"\xff\xfe\xfd")
    result = fix("--fix-only", path)
    assert result.status == 2
    assert "[recto.unreadable]" in result.err


def test_messages_in_chinese(fix: Fix, write: Write) -> None:
    path = write("a.md", "我们利用了它。\n")
    assert fix("--lang", "zh", "--diff", path).err == "可修复1处，涉及1个文件\n"
    assert fix("--lang", "zh", "--fix-only", path).err == "已修复1处，涉及1个文件\n"


def test_several_files_several_processes_and_the_cache(fix: Fix, write: Write, tmp_path: Path) -> None:
    for number in range(12):
        write(f"docs/{number}.md", "We utilise it.\n" * (number % 3) + "Nothing.\n" * 300)
    folder = tmp_path / "docs"
    fix(folder)
    result = fix("--fix", "--jobs", "3", folder)
    assert (result.status, result.out) == (0, "")
    assert result.err.startswith("applied 12 fixes in 8 files\n")
    assert not [path for path in folder.iterdir() if "utilise" in path.read_text(encoding="utf-8")]
    assert fix("--fix", folder).err.startswith("applied 0 fixes in 0 files\n")
    assert fix(folder).status == 0


@pytest.mark.usefixtures("fix")
def test_options_in_the_configuration_and_the_environment(
    recto: Recto, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("docs/a.md", "We utilise a very old one.\n")
    monkeypatch.chdir(path.parent)
    write("docs/recto.yaml", "fix: true\nrules-path: [../styles]\nselect: [mine]\nunsafe-fixes: true\n")
    assert recto("check", "--no-fix", "a.md").status == 1
    assert recto("check", "--diff", "a.md").out.count("\n+") == 2
    assert recto("check", "a.md").status == 0
    assert path.read_text(encoding="utf-8") == "We use a quite old one.\n"
    path.write_text("We utilise it.\n", encoding="utf-8")
    monkeypatch.setenv("RECTO_FIX", "false")
    assert recto("check", "a.md").status == 1


@pytest.mark.usefixtures("fix")
def test_a_rule_says_how_far_its_fixes_are_trusted(recto: Recto, write: Write, tmp_path: Path) -> None:
    path = write("docs/a.md", "We utilise a very old one.\n")
    options = ("--rules-path", tmp_path / "styles", "--select", "mine", "--fix-only", path)
    write("docs/recto.yaml", "rules:\n  mine.safe: {fix: off}\n  mine.unsafe: {fix: safe}\n")
    recto("check", *options)
    assert path.read_text(encoding="utf-8") == "We utilise a quite old one.\n"
    write("docs/recto.yaml", "rules:\n  mine.safe: {fix: unsafe}\n")
    recto("check", *options)
    assert "utilise" in path.read_text(encoding="utf-8")
    write("docs/recto.yaml", "rules:\n  mine.safe: {fix: always}\n")
    result = recto("check", *options)
    assert result.status == 2
    assert "recto.yaml:2: " in result.err


# Bytes


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("We utilise it.\r\nNext\n\r\nlast", "We use it.\r\nNext\n\r\nlast"),
        ("\ufeffWe utilise it.\n", "\ufeffWe use it.\n"),
        ("We utilise it.\u2028\x0cmore\rhere", "We use it.\u2028\x0cmore\rhere"),
    ],
)
def test_all_else_is_the_same_bytes(fix: Fix, write: Write, before: str, after: str) -> None:
    path = write("a.md", before)
    fix("--fix", path)
    assert path.read_bytes() == after.encode()


LONG = "各村要组织巡查队，发现险情立即上报。\r\n"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_the_encoding_is_kept(fix: Fix, write: Write, encoding: str) -> None:
    mark = "\ufeff" if encoding.startswith("utf-16") else ""
    path = write("a.txt", "")
    path.write_bytes((mark + LONG + "我们利用了它。\n").encode(encoding))
    assert fix("--fix", path).status == 0
    assert path.read_bytes() == (mark + LONG + "我们用了它。\n").encode(encoding)


def test_text_that_the_encoding_has_not_is_withheld(recto: Recto, write: Write, tmp_path: Path) -> None:
    write("styles/mine/a.yaml", "extends: substitution\nmessage: '%s'\nfix: safe\nswap: {euro: €, old: new}\n")
    path = write("a.md", "")
    data = "An old café costs one euro.\n".encode("latin-1")
    path.write_bytes(data)
    options = ("--rules-path", tmp_path / "styles", "--select", "mine", "--encoding", "latin-1", "--fix", path)
    result = recto("check", *options)
    assert path.read_bytes() == data.replace(b"old", b"new")
    assert f"note: {path}:1: mine.a: its fix is withheld, for the encoding of the file (LATIN-1)" in result.err
    assert result.status == 1


def test_bytes_that_do_not_come_back_are_left(write: Write, fix: Fix) -> None:
    path = write("a.md", "")
    data = "We utilise it.".encode("utf-7") + b" +AGE- b\n"  # `a` is written in a long way
    path.write_bytes(data)
    result = fix("--encoding", "utf-7", "--fix", path)
    assert path.read_bytes() == data
    assert "its bytes do not come back from its text in UTF-7" in result.err
    assert result.status == 1


def test_a_byte_order_that_is_named_is_kept(fix: Fix, write: Write) -> None:
    path = write("a.md", "")
    path.write_bytes("\ufeffWe utilise it.\n".encode("utf-16-be"))
    fix("--encoding", "utf-16", "--fix", path)
    assert path.read_bytes() == "\ufeffWe use it.\n".encode("utf-16-be")


# Files


def test_a_link_stays_a_link_and_permissions_stay(fix: Fix, write: Write, tmp_path: Path) -> None:
    target = write("real/a.md", "We utilise it.\n")
    target.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(target)
    assert fix("--fix", link).status == 0
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "We use it.\n"
    assert target.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in target.parent.iterdir()] == ["a.md"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only the superuser gives files away")
def test_the_owner_stays(fix: Fix, write: Write) -> None:
    path = write("a.md", "We utilise it.\n")
    os.chown(path, 1234, 1235)
    fix("--fix", path)
    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 1235)


def test_who_may_not_give_files_away_still_writes(fix: Fix, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "chown", refuse)
    path = write("a.md", "We utilise it.\n")
    assert fix("--fix", path).status == 0
    assert path.read_text(encoding="utf-8") == "We use it.\n"


def test_a_file_that_is_read_only_is_an_error(fix: Fix, write: Write) -> None:
    path = write("a.md", "We utilise it.\n")
    path.chmod(0o444)
    result = fix("--fix", path)
    assert result.status == 2
    assert result.err.startswith(f"recto: {path}: The file is read-only; it is not written.\n")
    assert result.lines == [f"{path}:1:4: warning: 'utilise' is 'use'. [mine.safe]"]
    assert fix("--fix-only", path).status == 2


def test_a_file_that_changed_meanwhile_is_left(fix: Fix, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("a.md", "We utilise it.\n")
    real = replacing._write_beside  # noqa: SLF001

    def interfere(*arguments: object) -> str:
        path.write_text("Another text.\n", encoding="utf-8")
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(replacing, "_write_beside", interfere)
    result = fix("--fix", path)
    assert result.status == 2
    assert "changed by another program" in result.err
    assert path.read_text(encoding="utf-8") == "Another text.\n"
    assert [entry.name for entry in path.parent.iterdir() if entry.name.startswith(".recto")] == []


def test_a_file_that_vanished_is_an_error(fix: Fix, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("a.md", "We utilise it.\n")
    real = replacing.replace_file

    def vanish(*arguments: object) -> None:
        path.unlink()
        real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(replacing, "replace_file", vanish)
    result = fix("--fix", "--lang", "zh", path)
    assert result.status == 2
    assert f"recto: {path}: 文件已不存在，未写入。" in result.err


def test_a_disk_that_is_full_leaves_the_file(fix: Fix, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    path = write("a.md", "We utilise it.\n")
    result = fix("--fix", path)
    assert result.status == 2
    assert "Cannot be written: No space left on device." in result.err
    assert path.read_text(encoding="utf-8") == "We utilise it.\n"
    assert [entry.name for entry in path.parent.iterdir() if entry.name.startswith(".recto")] == []


# Diffs


DOCUMENTS = {
    "a.md": b"We utilise it.\n\nNext\n",
    "b c/d.md": b"first\r\n\r\nWe utilise it.\r\n",
    "ends.md": b"one\n\nWe utilise it.",
    "gb.txt": (LONG * 3 + "我们利用了它。").encode("gb18030"),
    "bom.md": b"\xef\xbb\xbfWe utilise it.\n",
    "中文.md": "我们利用了它。\n".encode(),
    "far.md": b"We utilise it.\n" + b"line\n\n" * 30 + b"We utilise it.\n",
    "clean.md": b"Nothing.\n",
}


@pytest.mark.parametrize("program", ["git", "patch"])
def test_a_diff_gives_the_bytes_that_fixing_gives(
    fix: Fix, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    if not shutil.which(program):
        if os.environ.get("RECTO_TESTS") == "all":
            pytest.fail(f"there is no {program}")
        pytest.skip(f"there is no {program}")
    for folder in ("fixed", "patched"):
        for name, data in DOCUMENTS.items():
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    monkeypatch.chdir(tmp_path / "fixed")
    fix("--fix-only", ".")
    monkeypatch.chdir(tmp_path / "patched")
    shown = subprocess.run(
        [sys.executable, "-m", "linter", "check", "--rules-path", "../styles", "--select", "mine", "--diff", "."],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert shown.returncode == 1
    assert {name: (tmp_path / "patched" / name).read_bytes() for name in DOCUMENTS} == DOCUMENTS
    apply = ["git", "apply", "-"] if program == "git" else ["patch", "--binary", "-p1"]
    subprocess.run(apply, input=shown.stdout, check=True, capture_output=True)
    for name, data in DOCUMENTS.items():
        fixed = (tmp_path / "fixed" / name).read_bytes()
        assert (fixed == data) == (name == "clean.md")
        assert (tmp_path / "patched" / name).read_bytes() == fixed


def test_a_diff_that_is_empty_is_clean(fix: Fix, write: Write) -> None:
    path = write("a.md", "A very old one.\n")
    result = fix("--diff", path)
    assert (result.status, result.out, result.err) == (0, "", "would apply 0 fixes in 0 files\n")


def test_the_names_of_a_diff_are_those_of_git(fix: Fix, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write('a "b".md', "We utilise it.\n")
    monkeypatch.chdir(path.parent)
    assert fix("--diff", path).lines[:2] == ['--- "a/a \\"b\\".md"', '+++ "b/a \\"b\\".md"']
    monkeypatch.chdir("/")
    other = write("a.md", "We utilise it.\n")
    assert fix("--diff", other).lines[0] == f"--- a{other}"


# Standard input


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_standard_input_goes_to_standard_output(fix: Fix, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, b"We utilise it.\r\n\r\nA very old one.")
    result = fix("--fix", "--stdin-filename", "a.md", "-")
    assert result.out == "We use it.\r\n\r\nA very old one."
    assert "a.md:3:3: warning: 'very' is 'quite'. [mine.unsafe]\n" in result.err
    assert result.status == 1
    stdin(monkeypatch, b"Nothing.")
    assert fix("--fix-only", "-").out == "Nothing."


def test_standard_input_as_a_diff(fix: Fix, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, b"We utilise it.")
    result = fix("--diff", "--stdin-filename", "docs/a.md", "-")
    unended = "\n\\ No newline at end of file\n"
    assert result.out == (
        f"--- a/docs/a.md\n+++ b/docs/a.md\n@@ -1 +1 @@\n-We utilise it.{unended}+We use it.{unended}"
    )
    assert result.status == 1


def test_standard_input_that_cannot_be_read(fix: Fix, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, b"\0")
    result = fix("--fix", "-")
    assert (result.status, result.out) == (2, "")


# What is never fixed


@pytest.mark.parametrize(
    "text",
    [
        "We `utilise` it.\n",
        "```\nutilise\n```\n",
        "| utilise | b |\n|---|---|\n| c | d |\n",
        "See https://example.org/utilise now.\n",
        "Write to utilise@example.org now.\n",
        "[a](utilise.md)\n",
        "utilise <!-- recto-disable-line mine.safe -->\n",
        "<!-- recto-disable mine -->\n\nutilise\n",
        "We uti*lise* it.\n",
    ],
)
def test_what_no_fix_writes_over(fix: Fix, write: Write, text: str) -> None:
    path = write("a.md", text)
    fix("--fix", "--unsafe-fixes", path)
    assert path.read_text(encoding="utf-8") == text


def test_no_docx_is_written(fix: Fix, write_docx: WriteDocx) -> None:
    path = write_docx("<w:p><w:r><w:t>We utilise it.</w:t></w:r></w:p>")
    data = path.read_bytes()
    result = fix("--fix", path)
    assert (path.read_bytes(), result.status) == (data, 1)


def test_a_heading_keeps_its_anchor(fix: Fix, write: Write) -> None:
    text = "# One\n\nSee [below](#utilise-it).\n\n## Utilise it\n\nWe utilise it.\n"
    path = write("a.md", text)
    write("styles/mine/safe.yaml", RULE.format("safe", "Utilise: Use, utilise: use"))
    fix("--fix", path)
    assert path.read_text(encoding="utf-8") == text.replace("We utilise", "We use")
    result = fix("--fix", "--unsafe-fixes", path)
    assert path.read_text(encoding="utf-8") == text.replace("We utilise", "We use")
    assert f"note: {path}:5: mine.safe: its fix is withheld, for it would change how the document" in result.err


@pytest.mark.parametrize(
    ("swap", "text", "fixed"),
    [
        ("star: '* * *', very: quite", "star\n\nA very old one\n", "star\n\nA quite old one\n"),
        ("star: '*x*', very: quite", "a star, a very old one\n", "a star, a quite old one\n"),
        ("star: '`x`'", "a star b\n", "a star b\n"),
        ("star: '# x'", "star b\n", "star b\n"),
        ("star: '1. x'", "- a\n- b\n\nstar b\n", "- a\n- b\n\nstar b\n"),
        ("star: '[x](y)'", "a star b\n", "a star b\n"),
    ],
)
def test_a_fix_that_would_break_the_parse_is_withheld(  # noqa: PLR0913, PLR0917 - a case has these parts
    recto: Recto, write: Write, tmp_path: Path, swap: str, text: str, fixed: str
) -> None:
    write("styles/mine/a.yaml", RULE.format("unsafe", swap))
    path = write("a.md", text)
    options = ("--rules-path", tmp_path / "styles", "--select", "mine", "--unsafe-fixes", "--fix", path)
    result = recto("check", *options)
    assert path.read_text(encoding="utf-8") == fixed
    assert "mine.a: its fix is withheld, for it would change how the document around it is read\n" in result.err
    assert result.status == 1
    assert "mine.a: 修复会改变周围内容的解析结果，未予应用" in recto("check", "--lang", "zh", *options).err


def test_two_rules_that_undo_each_other(recto: Recto, write: Write, tmp_path: Path) -> None:
    for name, swap in {"a": "cat: dog", "b": "dog: cat", "c": "very: quite"}.items():
        write(f"styles/mine/{name}.yaml", RULE.format("safe", swap))
    path = write("a.md", "A very old cat and a dog.\n")
    result = recto("check", "--rules-path", tmp_path / "styles", "--select", "mine", "--fix", path)
    assert path.read_text(encoding="utf-8") == "A quite old cat and a dog.\n"
    note = (
        f"note: {path}:1: mine.a: its fixes are withheld, for those of mine.a, mine.b undo each other or come to no end"
    )
    assert result.err.splitlines()[0] == note
    assert result.status == 1


def test_a_rule_that_comes_to_no_end(recto: Recto, write: Write, tmp_path: Path) -> None:
    write("styles/mine/a.yaml", RULE.format("safe", "cat: cat cat"))
    path = write("a.md", "A cat.\n")
    result = recto("check", "--rules-path", tmp_path / "styles", "--select", "mine", "--fix", path)
    assert path.read_text(encoding="utf-8") == "A cat.\n"
    assert "come to no end" in result.err


# Ordinals


def test_no_safe_fix_touches_an_ordinal_and_none_its_value(recto: Recto, write: Write, tmp_path: Path) -> None:
    text = "1. one\n2. two\n\n## 3. Three\n\nThe 3. one.\n"
    path = write("a.md", text)
    options = ("--rules-path", tmp_path / "styles", "--select", "mine", "--fix", path)
    rule = "extends: substitution\nmessage: '%s'\nfix: safe\nnonword: true\nscope: heading\nswap: {}\n"
    write("styles/mine/a.yaml", rule.format("{'3[.] ': '3) '}"))
    assert recto("check", *options).status == 1
    assert path.read_text(encoding="utf-8") == text
    assert recto("check", "--unsafe-fixes", *options).status == 0
    assert path.read_text(encoding="utf-8") == text.replace("## 3. ", "## 3) ")
    write("styles/mine/a.yaml", rule.format("{'3': '4'}"))
    recto("check", "--unsafe-fixes", *options)
    assert path.read_text(encoding="utf-8") == text.replace("## 3. ", "## 3) ")


# Suppressions


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a\n\n<!-- recto-disable mine.safe -->\n\nb\n", "a\n\nb\n"),
        ("a\r\n\r\n<!-- recto-disable mine.safe -->\r\nb\r\n", "a\r\n\r\nb\r\n"),
        ("<!-- recto-disable mine.safe -->\n\nb\n", "b\n"),
        ("b\n\n<!-- recto-disable mine.safe -->", "b\n\n"),
        ("b <!-- recto-disable-line mine.safe -->\n", "b\n"),
        ("<!-- recto-disable mine.safe, mine.unsafe: why -->\n\nvery\n", "<!-- recto-disable mine.unsafe: why -->\n\nvery\n"),
        ("<!-- recto-disable mine.unsafe, mine.safe -->\n\nvery\n", "<!-- recto-disable mine.unsafe -->\n\nvery\n"),
        ("<!-- recto-disable mine.unsafe, mine.safe -->\n\nb\n", "b\n"),
        ("<!-- recto-disable mine.safe --> <!-- recto-disable mine.unsafe -->\n\nvery\n", "<!-- recto-disable mine.unsafe -->\n\nvery\n"),
    ],
)  # fmt: skip
def test_a_suppression_that_silences_nothing_goes(fix: Fix, write: Write, before: str, after: str) -> None:
    path = write("a.md", before)
    fix("--fix", "--unsafe-fixes", path)
    assert path.read_bytes() == after.encode()


@pytest.mark.usefixtures("fix")
def test_rules_across_files_are_never_fixed(recto: Recto, write: Write, tmp_path: Path) -> None:
    for name in ("a", "b"):
        write(f"docs/{name}.md", "# Title\n\nWe utilise it.\n" + "A sentence that stands in both of them.\n" * 20)
    options = ("check", "--rules-path", tmp_path / "styles", "--select", "mine,project", "--project", tmp_path / "docs")
    before = recto(*options)
    result = recto(*options, "--fix")
    assert result.err.startswith("applied 2 fixes in 2 files\n")
    across = [line for line in before.lines if "[project." in line]
    assert across
    assert result.lines == across

"""What the documentation promises of the hooks, tried with pre-commit and git."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from reportlab.pdfgen.canvas import Canvas
from ruamel.yaml import YAML

from linter.formats import SUFFIXES

if TYPE_CHECKING:
    from conftest import WriteDocx

    from hooks.conftest import Repository

ROOT = Path(__file__).parent.parent.parent
HOOKS: dict[str, dict[str, Any]] = {hook["id"]: hook for hook in YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")}
BAD = "# Plan\n\nIt is the the plan of the club.\n"
SAID = "3:7: error: “the” stands twice in a row. [document.repeated-words]"
CLEAN = "# Plan\n\nIt is the plan of the club.\n"
OFFICE = ("docx", "pdf")

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_suffix_has_its_hook(suffix: str) -> None:
    wanted = {"recto-office"} if SUFFIXES[suffix] in OFFICE else HOOKS.keys() - {"recto-office"}
    for name in (f"a/b{suffix}", f"B{suffix.upper()}"):
        assert {hook for hook, said in HOOKS.items() if re.search(said["files"], name)} == wanted
    assert not [hook for hook, said in HOOKS.items() if re.search(said["files"], f"b{suffix}.py")]


def test_the_readme_configures_hooks_that_there_are(repository: Repository, hooks_source: Path) -> None:
    """The block of the README, with an address put in, checks text, Markdown and HTML."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```yaml\n(repos:.*?)```", readme, re.DOTALL)
    repository.write(".pre-commit-config.yaml", re.sub(r"<[^>]+>", str(hooks_source), block))
    for name in ("a.md", "a.markdown", "a.txt", "a.text", "a.py"):
        repository.write(name, BAD)
    repository.write("a.html", "<h1>Plan</h1>\n<p>It is the the plan.</p>\n")
    repository.git("add", ".")
    ran = repository.hook()
    assert ran.status == 1
    assert [row.split(":")[0] for row in ran.rows] == ["a.html", "a.markdown", "a.md", "a.text", "a.txt"]
    assert re.search(r"recto on Word and PDF documents\.+\(no files to check\)Skipped", ran.out)


def test_word_and_pdf_documents(repository: Repository, write_docx: WriteDocx) -> None:
    docx = write_docx("<w:p><w:r><w:t>It is the the plan of the club.</w:t></w:r></w:p>")
    repository.write("a.docx", docx.read_bytes())
    canvas = Canvas(str(repository.folder / "b.PDF"))
    canvas.drawString(72, 700, "It is the the plan of the club.")
    canvas.save()
    repository.write("c.md", BAD)
    repository.use("recto-office")
    repository.git("add", ".")
    ran = repository.hook()
    assert ran.status == 1
    assert [row.split(":")[0] for row in ran.rows] == ["a.docx", "b.PDF"]


def test_a_commit_is_stopped_and_let_through(repository: Repository) -> None:
    repository.use("recto")
    repository.write("a.md", BAD)
    repository.git("add", ".")
    stopped = repository.git("commit", "--message=a", fails=True)
    assert f"a.md:{SAID}" in stopped.rows
    repository.write("a.md", CLEAN)
    repository.git("add", ".")
    assert "Passed" in repository.git("commit", "--message=a").out


def test_a_commit_without_documents(repository: Repository) -> None:
    repository.use("recto")
    assert "(no files to check)Skipped" in repository.git("commit", "--allow-empty", "--message=nothing").out


def test_only_what_is_committed_counts(repository: Repository) -> None:
    """What is changed, but not staged, is put aside; what is deleted or renamed is not looked for."""
    repository.write("gone.md", BAD)
    repository.write("old.md", CLEAN)
    repository.write("both.md", CLEAN)
    repository.git("add", ".")
    repository.use("recto")
    repository.git("rm", "--quiet", "gone.md")
    repository.git("mv", "old.md", "new.md")
    repository.write("both.md", CLEAN + "\nOne more line.\n")
    repository.git("add", ".")
    repository.write("both.md", BAD)
    done = repository.git("commit", "--message=b")
    assert "Passed" in done.out
    assert "in 2 files" in repository.hook("--verbose", "--files", "new.md", "both.md").out


def test_a_renamed_document_is_read_under_its_new_name(repository: Repository) -> None:
    repository.write("old.md", BAD)
    repository.git("add", ".")
    repository.use("recto")
    repository.git("mv", "old.md", "new.md")
    assert repository.git("commit", "--message=b", fails=True).rows == [f"new.md:{SAID}"]


def test_a_branch_as_a_ci_checks_it(repository: Repository) -> None:
    """`--from-ref` and `--to-ref` name what the branch has added and changed, not what it has deleted."""
    for name in ("kept.md", "gone.md", "new name.md"):
        repository.write(name, BAD)
    repository.git("add", ".")
    repository.use("recto")
    repository.git("switch", "--quiet", "--create", "topic")
    repository.git("rm", "--quiet", "gone.md")
    repository.git("mv", "new name.md", "newer name.md")
    repository.write("added.md", BAD)
    repository.git("add", ".")
    repository.git("commit", "--quiet", "--no-verify", "--message=topic")
    ran = repository.hook("--from-ref=main", "--to-ref=HEAD")
    assert (ran.status, ran.rows) == (1, [f"added.md:{SAID}", f"newer name.md:{SAID}"])


def test_a_document_deleted_but_not_staged(repository: Repository) -> None:
    repository.write("a.md", BAD)
    repository.write("b.md", CLEAN)
    repository.git("add", ".")
    repository.use("recto")
    (repository.folder / "a.md").unlink()
    assert repository.hook().status == 0


def test_a_conflict(repository: Repository) -> None:
    """git lists a file with a conflict three times; each of its diagnostics stands there once."""
    repository.write("a.md", BAD)
    repository.git("add", ".")
    repository.use("recto")
    for branch, line in (("one", "Six members came."), ("two", "Seven members came.")):
        repository.git("switch", "--quiet", "--create", branch, "main")
        repository.write("a.md", BAD + f"\n{line}\n")
        repository.git("commit", "--quiet", "--no-verify", "--all", f"--message={branch}")
    repository.git("merge", "one", fails=True)
    ran = repository.hook()
    assert ran.status == 1
    assert ran.rows.count(f"a.md:{SAID}") == 1
    assert len(ran.rows) == len(set(ran.rows))
    assert "Unmerged files" in repository.hook("--hook-stage=pre-commit").out
    repository.write("a.md", CLEAN)
    repository.git("add", ".")
    assert "Passed" in repository.git("commit", "--message=merged").out


def test_links_and_submodules_are_not_followed(repository: Repository, tmp_path: Path, hooks_home: Path) -> None:
    other = type(repository)(tmp_path / "other", tmp_path, hooks_home)
    other.write("inside.md", BAD)
    other.git("add", ".")
    other.git("commit", "--quiet", "--message=inside")
    repository.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other.folder), "sub.md")
    repository.write("real.txt", BAD)
    (repository.folder / "link.md").symlink_to("real.txt")
    (repository.folder / "nowhere.md").symlink_to("missing")
    repository.git("add", ".")
    repository.use("recto")
    ran = repository.hook()
    assert (ran.status, ran.rows) == (1, [f"real.txt:{SAID}"])


def test_what_the_configuration_excludes(repository: Repository) -> None:
    """Also when pre-commit names the file; a broken configuration is an error of its own."""
    repository.write("vendor/a.md", BAD)
    repository.write("b.md", CLEAN)
    repository.write("recto.yaml", "exclude: [vendor/]\n")
    repository.git("add", ".")
    repository.use("recto")
    assert repository.hook().status == 0
    repository.write("recto.yaml", "exlude: [vendor/]\n")
    ran = repository.hook()
    assert ran.status == 1
    assert "exit code: 2" in ran.out
    assert "recto.yaml:1: " in ran.out
    assert "exlude" in ran.out


def test_names_without_suffix_and_by_tag(repository: Repository) -> None:
    repository.write("README", BAD)
    repository.write("notes.mkd", BAD)
    repository.git("add", ".")
    repository.use("recto", files="^README$")
    assert repository.hook().rows == [f"README:{SAID}"]
    repository.write("a.md", BAD)
    repository.write("b.txt", BAD)
    repository.git("add", ".")
    repository.use("recto", files="", types=["markdown"])
    assert repository.hook().rows == [f"a.md:{SAID}"]


def test_encodings_and_line_ends(repository: Repository) -> None:
    """GB18030, UTF-16 and the CRLF that git puts into a working tree."""
    text = "工作计划\n\n大家提出的的意见很好。\n"
    repository.git("config", "core.autocrlf", "true")
    repository.write("gb.txt", text.encode("gb18030"))
    repository.write("wide.txt", text.encode("utf-16"))
    repository.write("lines.md", BAD)
    repository.git("add", ".")
    repository.use("recto", args=["--select=document.repeated-words"])
    (repository.folder / "lines.md").unlink()
    repository.git("checkout", "--", "lines.md")
    assert b"\r\n" in (repository.folder / "lines.md").read_bytes()
    ran = repository.hook()
    twice = "3:5: error: “的” stands twice in a row. [document.repeated-words]"
    assert ran.rows == [f"gb.txt:{twice}", f"lines.md:{SAID}", f"wide.txt:{twice}"]
    assert b"\r\n" in (repository.folder / "lines.md").read_bytes()


def test_arguments(repository: Repository) -> None:
    repository.write("a.md", BAD)
    repository.git("add", ".")
    repository.use("recto", args=["--fail-on=never", "--lang", "zh"], verbose=True)
    ran = repository.hook()
    assert ran.status == 0
    assert [row.split(":")[:3] for row in ran.rows] == [["a.md", "3", "7"]]
    assert "1个文件，1条诊断" in ran.out


def test_only_what_is_new(repository: Repository, hooks_home: Path) -> None:
    repository.write("a.md", BAD)
    repository.git("add", ".")
    repository.use("recto", args=["--baseline=recto-baseline.json"])
    recto = next(hooks_home.glob("*/py_env-*/bin/recto"))
    assert repository.run(str(recto), "baseline").status == 0
    repository.git("add", ".")
    assert repository.hook().status == 0
    repository.write("a.md", BAD + "\nAll of of them came.\n")
    assert [row.split(":")[1] for row in repository.hook().rows] == ["5"]


def test_only_what_has_changed(repository: Repository) -> None:
    """In a real commit, where git tells its hooks another index."""
    repository.write("a.md", BAD)
    repository.git("add", ".")
    repository.use("recto", args=["--changed-since=HEAD"])
    repository.write("a.md", BAD + "\nThey came.\n")
    repository.git("commit", "--all", "--message=fine")
    repository.write("a.md", BAD + "\nAll of of them came.\n")
    stopped = repository.git("commit", "--message=bad", "a.md", fails=True)
    assert [row.split(":")[1] for row in stopped.rows] == ["5"]

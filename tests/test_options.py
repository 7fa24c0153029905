"""The options of `recto check` that say what to show or how strictly, and where else options may stand."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest
from ruamel.yaml import YAML

from linter.authoring.options import Options
from linter.cli import make_parser

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Recto, Write

TWICE = "一、基本情况\n\n一、基本情况\n\n本年度共受理来信三十二件。\n"

# Options that make sense for one run only; a configuration cannot name itself, and what it may say otherwise.
OF_ONE_RUN = {"help", "paths", "config", "isolated", "stdin_filename", "prune", "show_files", "show_settings", "watch"}


def test_every_option_may_stand_in_the_configuration() -> None:
    args = vars(make_parser({"check"}).parse_args(["check"]))
    named = args.keys() - OF_ONE_RUN - {"run", "parser"}
    assert named <= set(Options._fields)


@pytest.mark.parametrize(
    ("key", "value", "changed"),
    [
        ("verbose", "true", lambda run: "pack document is on (every document)" in run.err),
        ("quiet", "true", lambda run: not run.err),
        ("output-format", "json", lambda run: run.out.startswith("[")),
        ("output-file", "report.out", lambda run: not run.out),
        ("fail-on", "never", lambda run: run.status == 0),
    ],
    ids=["verbose", "quiet", "format", "file", "fail-on"],
)
def test_the_same_in_the_configuration_and_in_the_environment(  # noqa: PLR0913, PLR0917 - three ways to say it
    recto: Recto, write: Write, monkeypatch: pytest.MonkeyPatch, key: str, value: str, changed: Callable[..., bool]
) -> None:
    path = write("a.txt", TWICE)
    monkeypatch.chdir(path.parent)
    write("recto.yaml", f"{key}: {value}\n")
    assert changed(recto("check", "a.txt"))
    (path.parent / "recto.yaml").unlink()
    monkeypatch.setenv("RECTO_" + key.upper().replace("-", "_"), value)
    assert changed(recto("check", "a.txt"))


def test_folding_is_off_in_the_configuration_and_in_the_environment(
    recto: Recto, write: Write, monkeypatch: pytest.MonkeyPatch, report_path: str
) -> None:
    folded = recto("check", report_path).lines
    unfolded = recto("check", "--no-fold", report_path).lines
    assert len(unfolded) > len(folded)
    assert recto("check", "--config", write("recto.yaml", "no-fold: true\n"), report_path).lines == unfolded
    monkeypatch.setenv("RECTO_NO_FOLD", "true")
    assert recto("check", report_path).lines == unfolded


@pytest.mark.parametrize(("where", "jobs"), [("command", 2), ("configuration", 3), ("environment", 4)])
def test_so_many_processes(recto: Recto, write: Write, monkeypatch: pytest.MonkeyPatch, where: str, jobs: int) -> None:
    asked: list[int] = []

    def in_processes(work: Callable[..., Any], tasks: list[Any], works: Any, *, sizes: Any, jobs: int) -> Any:  # noqa: ARG001
        asked.append(jobs)
        return (work(task, works) for task in tasks)

    monkeypatch.setattr("linter.running.linting.in_processes", in_processes)
    files = [write(name, TWICE) for name in ("a.txt", "b.txt")]
    options = ["--config", write("recto.yaml", f"jobs: {jobs}\n")] if where == "configuration" else ["--isolated"]
    if where == "environment":
        monkeypatch.setenv("RECTO_JOBS", str(jobs))
    elif where == "command":
        options += ["--jobs", str(jobs)]
    assert recto("check", *options, *files).status == 1
    assert asked == [jobs]


def test_the_cache_stays_empty(recto: Recto, write: Write, cache_folder: Path) -> None:
    path = write("a.txt", TWICE + "本段说明情况。\n\n" * 400)
    config = write("recto.yaml", "no-cache: true\n")
    recto("check", "--config", config, path)
    assert not cache_folder.exists()
    recto("check", path)
    assert cache_folder.exists()


def test_the_file_of_the_report_is_relative_to_the_configuration(
    recto: Recto, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("recto.yaml", "output-file: report.out\n")
    path = write("docs/a.txt", TWICE)
    monkeypatch.chdir(path.parent)
    recto("check", "a.txt")
    assert "document.repeated-heading" in (path.parent.parent / "report.out").read_text(encoding="utf-8")


def test_excluded_files_that_are_named(recto: Recto, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("vendor/a.txt", TWICE)
    monkeypatch.chdir(path.parent.parent)
    write("recto.yaml", "exclude: [vendor]\n")
    assert recto("check", "vendor/a.txt").status == 1
    write("recto.yaml", "exclude: [vendor]\nforce-exclude: true\n")
    assert recto("check", "vendor/a.txt").status == 0


def test_a_number_that_is_none(recto: Recto, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECTO_JOBS", "few")
    result = recto("check")
    assert result.status == 2
    assert "RECTO_JOBS: 'jobs' must be a whole number, not the text 'few'" in result.err


def test_a_configuration_that_the_environment_names(
    recto: Recto, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("a.txt", TWICE)
    monkeypatch.setenv("RECTO_CONFIG", str(write("other.yaml", "rules: {document: off}\n")))
    assert recto("check", path).status == 0
    assert recto("check", "--isolated", path).status == 1
    monkeypatch.delenv("RECTO_CONFIG")
    config = write("recto.yaml", "rules: {document: off}\n")
    assert recto("check", path).status == 0
    monkeypatch.setenv("RECTO_ISOLATED", "1")
    assert recto("check", path).status == 1
    assert recto("check", "--config", config, path).status == 0


def test_what_is_not_supported_is_broken_where_that_is_asked_for(
    recto: Recto, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("docs/a.pdf", "%PDF-1.4\n")
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    monkeypatch.delitem(sys.modules, "linter.outside.pdf", raising=False)  # another test may have read a PDF
    arguments = ("check", "--fail-on", "never", path.parent)
    result = recto(*arguments)
    assert result.status == 0
    assert "[recto.unsupported]" in result.out
    assert recto(*arguments, "--strict").status == 2
    monkeypatch.setenv("RECTO_STRICT", "1")
    assert recto(*arguments).status == 2


def test_the_files_that_would_be_checked(recto: Recto, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write("vendor/b.txt", TWICE)
    path = write("a.md", TWICE)
    write("c.py", TWICE)
    monkeypatch.chdir(path.parent)
    assert recto("check", "--show-files", "--exclude", "vendor") == (0, "a.md\n", "")
    assert recto("check", "--show-files").lines == ["a.md", "vendor/b.txt"]
    assert recto("check", "--show-files", "-", "--stdin-filename", "x.md").out == "x.md\n"
    result = recto("check", "--show-files", "--lang", "zh", "--exclude", "*")
    assert result == (0, "", "提示：此处没有可检查的文档\n")


def test_what_a_document_is_linted_with(recto: Recto, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    config = write(
        "recto.yaml",
        "exclude: [vendor/**]\n"
        "rules:\n"
        "  document: warning\n"
        "  zh: off\n"
        "overrides:\n"
        "  - files: ['docs/**']\n"
        "    rules: {document.numbering: suggestion}\n",
    )
    path = write("docs/a.txt", TWICE)
    monkeypatch.chdir(config.parent)
    monkeypatch.setenv("RECTO_MIN_GRADE", "likely")
    result = recto("check", "--show-settings", "--strict", "docs/a.txt")
    assert (result.status, result.err) == (0, "")
    lines = [" ".join(line.split()) for line in result.lines]
    assert lines[0] == "--- # docs/a.txt"
    for line in (
        "lang: en # locale",
        'exclude: ["vendor/**"] # recto.yaml:1',
        "min-grade: likely # environment variable RECTO_MIN_GRADE",
        "strict: true # command line",
        "fail-on: warning # default",
        "document.repeated-heading: warning # recto.yaml:3",
        "document.numbering: suggestion # recto.yaml:3, recto.yaml:7",
        "links.name-mismatch: {likely: warning, hint: suggestion}",
    ):
        assert line in lines
    shown = YAML(typ="safe").load(result.out)
    assert shown["packs-on"] == {"document": "every document", "links": "every document"}
    assert set(shown) == {field.replace("_", "-") for field in Options._fields} | {"packs-on", "rules"}
    assert path.exists()


def test_what_documents_in_a_folder_may_be_linted_with(recto: Recto, tmp_path: Path) -> None:
    result = recto("check", "--show-settings", "--select", "zh.width", "--isolated", tmp_path)
    shown = YAML(typ="safe").load(result.out)
    assert shown["select"] == ["zh.width"]
    assert set(shown["rules"]) == {"zh.width"}
    assert "packs-on" not in shown


def test_a_pack_that_somebody_names(recto: Recto, write: Write) -> None:
    path = write("a.md", "# Title\n\nSome text.\n")
    result = recto("check", "--show-settings", "--isolated", "--select", "zh.width", "--lang", "zh", path)
    shown = YAML(typ="safe").load(result.out)
    assert shown["packs-on"] == {"zh": "由配置或命令行指定"}
    assert "# 命令行" in result.out


def test_the_settings_of_a_document_that_there_is_not(recto: Recto) -> None:
    assert recto("check", "--show-settings", "nowhere.md") == (2, "", "recto: nowhere.md: There is no such file.\n")

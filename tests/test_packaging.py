"""The wheel, the hook and the README's promises, tried with the real programs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from programs import need

ROOT = Path(__file__).parent.parent
REPORT = "examples/township-report-2021.txt"
CLEAN = "一、基本情况\n\n本年度共受理来信三十二件。\n"


def run(*command: str | Path, cwd: Path, check: bool = True) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment |= {"LC_ALL": "C.UTF-8", "GIT_CONFIG_GLOBAL": os.devnull}
    words = [str(word) for word in command]
    return subprocess.run(words, cwd=cwd, capture_output=True, encoding="utf-8", check=check, env=environment)


@pytest.mark.slow
def test_the_wheel_holds_the_rules_and_runs_without_the_repository(tmp_path: Path) -> None:
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", tmp_path, ROOT, cwd=tmp_path)
    (wheel,) = tmp_path.glob("recto-*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "linter/rules/ruleset.json" in names
    assert "linter/rules/gongwen/name-mismatch.yaml" in names
    assert "linter/rules/gongwen/data/places.txt.xz" in names
    assert {"page.jinja", "page.css", "margin.js"} <= {name.removeprefix("linter/reporters/html/") for name in names}
    assert not [name for name in names if name.startswith(("tests/", "rules/", "examples/"))]
    run(sys.executable, "-m", "venv", tmp_path / "venv", cwd=tmp_path)
    run(tmp_path / "venv" / "bin" / "python", "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)
    shutil.copy(ROOT / REPORT, tmp_path / "report.txt")
    command = tmp_path / "venv" / "bin" / "recto"
    done = run(command, "check", "report.txt", cwd=tmp_path, check=False)
    assert done.returncode == 1, done.stderr
    here = run(sys.executable, "-m", "linter", "check", "report.txt", cwd=tmp_path, check=False)
    assert done.stdout == here.stdout


def repository(folder: Path, name: str, text: str) -> Path:
    git = need("git")
    folder.mkdir()
    (folder / name).write_text(text, encoding="utf-8", newline="")
    run(git, "init", "--quiet", cwd=folder)
    run(git, "add", ".", cwd=folder)
    return folder


@pytest.mark.slow
def test_pre_commit_runs_the_hook(tmp_path: Path) -> None:
    """`try-repo` on this checkout fails on the report with its ten defects, and passes on a clean document."""
    pre_commit = need("pre-commit")
    report = (ROOT / REPORT).read_text(encoding="utf-8")
    bad = repository(tmp_path / "bad", "report.txt", report)
    failed = run(pre_commit, "try-repo", ROOT, "recto", "--all-files", cwd=bad, check=False)
    assert failed.returncode == 1, failed.stdout + failed.stderr
    rows = [line for line in failed.stdout.splitlines() if line.startswith("report.txt:")]
    here = run(sys.executable, "-m", "linter", "check", "report.txt", cwd=bad, check=False)
    assert rows == here.stdout.splitlines() != []
    good = repository(tmp_path / "good", "plan.text", CLEAN)
    passed = run(pre_commit, "try-repo", ROOT, "recto", "--all-files", cwd=good, check=False)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "Passed" in passed.stdout


@pytest.mark.slow
def test_pre_commit_fixes_what_is_safe(tmp_path: Path) -> None:
    """The hook fails where it changes a file, and passes on what it has made of it."""
    pre_commit = need("pre-commit")
    folder = repository(tmp_path / "wide", "plan.md", "# 值守安排\n\n各村要轮流值守,及时上报险情。\n")
    failed = run(pre_commit, "try-repo", ROOT, "recto-fix", "--all-files", cwd=folder, check=False)
    assert failed.returncode == 1, failed.stdout + failed.stderr
    assert "files were modified by this hook" in failed.stdout
    assert (folder / "plan.md").read_text(encoding="utf-8").endswith("各村要轮流值守，及时上报险情。\n")
    passed = run(pre_commit, "try-repo", ROOT, "recto-fix", "--all-files", cwd=folder, check=False)
    assert passed.returncode == 0, passed.stdout + passed.stderr


@pytest.mark.slow
def test_the_hooks_file_is_valid() -> None:
    done = run(need("pre-commit"), "validate-manifest", ".pre-commit-hooks.yaml", cwd=ROOT, check=False)
    assert done.returncode == 0, done.stdout


def test_generated_files_are_fresh() -> None:
    done = run(sys.executable, ROOT / "tools" / "generate.py", "--check", cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr


def test_the_readme_shows_the_real_output() -> None:
    """The picture in the README is what the command prints, to the letter."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    done = run(sys.executable, "-m", "linter", "check", "--output-format", "full", REPORT, cwd=ROOT, check=False)
    shown = [block.split("\n", 1)[1] for block in readme.split("```")[1::2] if REPORT + ":" in block]
    assert shown
    for block in shown:
        for paragraph in block.strip("\n").split("\n\n"):
            assert paragraph in done.stdout


@pytest.mark.slow
def test_pre_commit_looks_across_files(tmp_path: Path) -> None:
    """The hook fails on a page that keeps the year of another, although that page alone is committed."""
    pre_commit = need("pre-commit")
    folder = repository(tmp_path / "pages", "readme.txt", CLEAN)
    page = "# Guide to the {} election\n\nMembers who joined before May {} may vote in the hall.\n\n{}\n"
    common = "The votes are counted by three members of the club who do not stand for election."
    for year, kept in ((2021, 2021), (2022, 2022), (2023, 2022)):
        (folder / str(year)).mkdir()
        (folder / str(year) / "guide.md").write_text(page.format(year, kept, common), encoding="utf-8")
    run(need("git"), "add", "2023", cwd=folder)
    failed = run(pre_commit, "try-repo", ROOT, "recto-project", cwd=folder, check=False)
    assert failed.returncode == 1, failed.stdout + failed.stderr
    assert "2023/guide.md:3:31: warning" in failed.stdout

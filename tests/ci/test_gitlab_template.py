"""The GitLab template: its script run as a GitLab runner runs it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from .conftest import BAD, ROOT, SAID, Done, check_schema, commit, need, read_yaml, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEMPLATE = read_yaml((ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8"))
JOB = TEMPLATE["recto"]
REPORT = "gl-code-quality-report.json"

pytestmark = pytest.mark.slow


def install(package: str, folder: Path) -> Done:
    """Run the part of the script that installs."""
    return run(need("sh"), "-e", "-c", "\n".join(JOB["script"][:-1]), cwd=folder, RECTO_PACKAGE=package)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the script has installed recto."""
    folder = tmp_path_factory.mktemp("installed")
    done = install(str(ROOT), folder)
    assert done.status == 0, done.err
    return folder / ".recto-venv"


@pytest.fixture(params=["bash", "dash"])
def check(request: pytest.FixtureRequest, installed: Path, workspace: Path) -> Callable[..., Done]:
    """Run the part of the script that checks, in a shell that an image may have."""
    shell = [need(request.param), "-e", *(["-o", "pipefail"] if request.param == "bash" else [])]
    (workspace / ".recto-venv").symlink_to(installed)

    def run_check(**overridden: str) -> Done:
        variables = JOB["variables"] | {f"RECTO_{name.upper()}": value for name, value in overridden.items()}
        return run(*shell, "-c", JOB["script"][-1], cwd=workspace, CI_PROJECT_DIR=str(workspace), **variables)

    return run_check


def test_the_template_fits_the_schema(tmp_path: Path) -> None:
    check_schema("gitlab-ci", TEMPLATE, tmp_path / "template.json")
    assert JOB["artifacts"]["reports"] == {"codequality": REPORT}


def test_every_variable_is_an_option_or_stands_in_the_script() -> None:
    script = "\n".join(JOB["script"])
    assert {name for name in JOB["variables"] if f"${name}" not in script} == {"RECTO_LANG", "RECTO_FAIL_ON"}


def test_nothing_to_install(tmp_path: Path) -> None:
    done = install("", tmp_path)
    assert done.status != 0
    assert "RECTO_PACKAGE: must say what pip is to install" in done.err
    assert install("x; touch made; $(touch made)", tmp_path).status != 0
    assert not (tmp_path / "made").exists()


def test_the_report_and_the_log(check: Callable[..., Done], workspace: Path) -> None:
    done = check()
    assert (done.status, done.out) == (1, f"docs/bad one.md:3:7: error: {SAID} [document.repeated-words]\n")
    (row,) = json.loads((workspace / REPORT).read_text(encoding="utf-8"))
    assert row["location"] == {"path": "docs/bad one.md", "lines": {"begin": 3, "end": 3}}
    assert (row["severity"], row["check_name"]) == ("major", "document.repeated-words")


def test_a_clean_folder(check: Callable[..., Done], workspace: Path) -> None:
    assert check(paths="clean").status == 0
    assert json.loads((workspace / REPORT).read_text(encoding="utf-8")) == []


def test_paths_levels_language_and_options(check: Callable[..., Done]) -> None:
    done = check(paths="clean\ndocs/bad one.md", fail_on="never", lang="zh", args="--no-cache --no-fold")
    assert done.status == 0
    assert "“the”连写了两次。" in done.out
    assert check(paths="docs/bad\none.md").status == 2


def test_a_merge_request(check: Callable[..., Done], workspace: Path) -> None:
    run(need("git"), "switch", "--quiet", "--create", "topic", cwd=workspace)
    (workspace / "docs" / "good.md").write_text(BAD, encoding="utf-8")
    commit(workspace, "topic")
    done = check(args="--changed-since=main...")
    assert [line.split(":")[0] for line in done.out.splitlines()] == ["docs/good.md"]


@pytest.mark.parametrize("name", ["paths", "args", "lang", "fail_on"])
@pytest.mark.parametrize(
    "text", ["; touch made", "$(touch made)", "`touch made`", "a\n touch made", '" && touch made "']
)
def test_a_variable_is_no_command(check: Callable[..., Done], workspace: Path, name: str, text: str) -> None:
    assert check(**{name: text}).status == 2
    assert not (workspace / "made").exists()


def test_a_glob_is_a_name(check: Callable[..., Done]) -> None:
    """No shell looks for files; the command says that there is none of that name."""
    done = check(paths="docs/*.md")
    assert done.status == 2
    assert done.out.startswith("docs/*.md:1:1: error: ")

"""The GitLab template: its script run as a GitLab runner runs it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from ruamel.yaml import YAML

from .conftest import BAD, ROOT, SAID, Done, check_schema, commit, need, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = (ROOT / "templates" / "recto.yml").read_text(encoding="utf-8")
SPEC, TEMPLATE = YAML(typ="safe").load_all(TEXT)
INPUTS = SPEC["spec"]["inputs"]
REPORT = "gl-code-quality-report.json"

pytestmark = pytest.mark.slow


def job(**inputs: str) -> dict[str, Any]:
    """The job that an `include` with these inputs makes."""

    def filled(value: Any) -> Any:
        if isinstance(value, dict):
            return {filled(key): filled(each) for key, each in value.items()}
        if isinstance(value, list):
            return [filled(each) for each in value]
        return re.sub(r"\$\[\[ inputs\.([\w-]+) \]\]", value_of, value) if isinstance(value, str) else value

    def value_of(found: re.Match[str]) -> str:
        return inputs.get(found[1].replace("-", "_"), str(INPUTS[found[1]].get("default", "")))

    return dict(filled(TEMPLATE))


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the script has installed recto."""
    folder = tmp_path_factory.mktemp("installed")
    *install, _ = job()["recto"]["script"]
    script = "\n".join(install)
    done = run(need("sh"), "-e", "-c", script, cwd=folder, INPUT_PACKAGE=str(ROOT))
    assert done.status == 0, done.err
    return folder / ".recto-venv"


@pytest.fixture(params=["bash", "dash"])
def check(request: pytest.FixtureRequest, installed: Path, workspace: Path) -> Callable[..., Done]:
    """Run the part of the script that checks, in a shell that an image may have."""
    shell = [need(request.param), "-e", *(["-o", "pipefail"] if request.param == "bash" else [])]
    (workspace / ".recto-venv").symlink_to(installed)

    def run_check(**inputs: str) -> Done:
        made = job(package="recto", **inputs)["recto"]
        variables = {name: said["value"] for name, said in made["variables"].items()}
        return run(*shell, "-c", made["script"][-1], cwd=workspace, CI_PROJECT_DIR=str(workspace), **variables)

    return run_check


def test_the_template_fits_the_schema(tmp_path: Path) -> None:
    check_schema("gitlab-ci", SPEC, tmp_path / "spec.json")
    check_schema("gitlab-ci", job(package="recto"), tmp_path / "job.json")
    assert job(package="recto")["recto"]["artifacts"]["reports"] == {"codequality": REPORT}


def test_every_input_is_used_and_none_in_the_script() -> None:
    assert set(re.findall(r"inputs\.([\w-]+)", json.dumps(TEMPLATE))) == INPUTS.keys()
    assert "$[[" not in json.dumps(next(iter(TEMPLATE.values()))["script"])


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
def test_an_input_is_no_command(check: Callable[..., Done], workspace: Path, name: str, text: str) -> None:
    assert check(**{name: text}).status == 2
    assert not (workspace / "made").exists()


def test_a_glob_is_a_name(check: Callable[..., Done]) -> None:
    """No shell looks for files; the command says that there is none of that name."""
    done = check(paths="docs/*.md")
    assert done.status == 2
    assert done.out.startswith("docs/*.md:1:1: error: ")

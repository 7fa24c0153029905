"""The GitHub action: its steps run as a runner runs them."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from .conftest import BAD, ROOT, SAID, Done, check_schema, commit, need, read_yaml, run

if TYPE_CHECKING:
    from collections.abc import Callable

ACTION = read_yaml((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["id"]: step for step in ACTION["runs"]["steps"]}
_EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")

pytestmark = pytest.mark.slow


class Runner(NamedTuple):
    """A job on a runner: its temporary folder, what its steps gave out, and where actions come from."""

    temp: Path
    outputs: dict[str, dict[str, str]]
    server: str = "https://github.com"

    def run(self, step: str, workspace: Path, **inputs: str) -> Done:
        """Run one step of the action; inputs are written with `_` for `-`."""
        file = self.temp / "output"
        file.write_text("", encoding="utf-8")
        script = self.temp / "script.sh"
        script.write_text(STEPS[step]["run"], encoding="utf-8")
        variables = {name: self._evaluated(text, inputs) for name, text in STEPS[step]["env"].items()}
        done = run(
            *(need("bash"), "--noprofile", "--norc", "-eo", "pipefail", script),
            cwd=workspace,
            GITHUB_ACTIONS="true",
            GITHUB_WORKSPACE=str(workspace),
            GITHUB_ACTION_PATH=str(ROOT),
            GITHUB_OUTPUT=str(file),
            GITHUB_SERVER_URL=self.server,
            RUNNER_TEMP=str(self.temp),
            **variables,
        )
        rows = file.read_text(encoding="utf-8").splitlines()
        self.outputs[step] = dict(row.split("=", 1) for row in rows)
        return done

    def _evaluated(self, text: str, inputs: dict[str, str]) -> str:
        return _EXPRESSION.sub(lambda match: self._value(match[1], inputs), text)

    def _value(self, name: str, inputs: dict[str, str]) -> str:
        match name.split("."):
            case ["inputs", key]:
                return inputs.get(key.replace("-", "_"), str(ACTION["inputs"][key]["default"]))
            case ["steps", step, "outputs", key]:
                return self.outputs[step].get(key, "")
        assert name == "github.action_repository"
        return "owner/recto"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    """A runner on which the action has installed recto, from where the action itself lies."""
    runner = Runner(tmp_path_factory.mktemp("runner temp"), {"python": {"python-path": sys.executable}})
    done = runner.run("install", runner.temp)
    assert done.status == 0, done.err
    return runner


@pytest.fixture
def check(installed: Runner, workspace: Path) -> Callable[..., Done]:
    """Run the step that checks."""
    return lambda **inputs: installed.run("check", workspace, **inputs)


def test_the_action_fits_its_schema(tmp_path: Path) -> None:
    check_schema("github-actions", ACTION, tmp_path / "action.json")


def test_no_input_stands_in_a_script() -> None:
    assert [step for step in STEPS.values() if "${{" in step.get("run", "")] == []
    used = {name for step in STEPS.values() for name in re.findall(r"inputs\.([\w-]+)", json.dumps(step))}
    assert used == ACTION["inputs"].keys()


def test_what_it_uploads() -> None:
    """Nothing: the only foreign action that it uses sets up Python."""
    assert [step["uses"].split("@")[0] for step in STEPS.values() if "uses" in step] == ["actions/setup-python"]


def test_annotations(check: Callable[..., Done], installed: Runner) -> None:
    done = check()
    assert done.status == 1
    assert done.out.splitlines() == [
        f"::error file=docs/bad one.md,line=3,endLine=3,col=7,endColumn=14,title=document.repeated-words::{SAID}"
    ]
    assert installed.outputs["check"] == {"status": "1"}


def test_a_clean_folder(check: Callable[..., Done], installed: Runner) -> None:
    assert check(paths="clean") == Done(0, "", "")
    assert installed.outputs["check"] == {"status": "0"}


def test_several_paths_with_blanks(check: Callable[..., Done]) -> None:
    assert check(paths="clean\r\n\ndocs/bad one.md\n").out.count("::error ") == 1
    broken = check(paths="docs/bad\none.md")
    assert broken.status == 2
    assert broken.out.count("recto.unreadable") == 2


def test_levels_language_and_options(check: Callable[..., Done]) -> None:
    done = check(fail_on="never", lang="zh", args=" --no-cache\n --select=document.repeated-words ")
    assert done.status == 0
    assert "::“the”连写了两次。" in done.out
    assert SAID not in done.out
    assert check(args="--ignore document.repeated-words").status == 0


def test_sarif(check: Callable[..., Done], installed: Runner) -> None:
    done = check(output_format="sarif")
    assert (done.status, done.out) == (1, f"docs/bad one.md:3:7: error: {SAID} [document.repeated-words]\n")
    file = Path(installed.outputs["check"]["sarif-file"])
    results = json.loads(file.read_text(encoding="utf-8"))["runs"][0]["results"]
    assert [row["ruleId"] for row in results] == ["document.repeated-words"]
    uri = results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "docs/bad%20one.md"


def test_no_report_of_an_earlier_step(check: Callable[..., Done], installed: Runner, workspace: Path) -> None:
    assert check(output_format="sarif").status == 1
    (workspace / "recto.yaml").write_text("exlude: []\n", encoding="utf-8")
    done = check(output_format="sarif")
    assert done.status == 2
    assert "recto.yaml:1: unknown key 'exlude'" in done.err
    assert installed.outputs["check"] == {"status": "2"}


def test_a_pull_request(check: Callable[..., Done], workspace: Path) -> None:
    """Only what the branch has changed is reported."""
    need("git")
    run("git", "switch", "--quiet", "--create", "topic", cwd=workspace)
    (workspace / "docs" / "good.md").write_text(BAD, encoding="utf-8")
    commit(workspace, "topic")
    done = check(args="--changed-since=main...")
    assert [line.split(",")[0] for line in done.out.splitlines()] == ["::error file=docs/good.md"]


@pytest.mark.parametrize("name", ["paths", "args", "output_format", "lang", "fail_on"])
@pytest.mark.parametrize(
    "text", ["; touch made", "$(touch made)", "`touch made`", "a\n touch made", '" && touch made "']
)
def test_an_input_is_no_command(check: Callable[..., Done], workspace: Path, name: str, text: str) -> None:
    done = check(**{name: text})
    assert done.status == 2
    assert not (workspace / "made").exists()


@pytest.mark.parametrize("name", ["version", "extras"])
def test_an_input_of_the_installation_is_no_command(tmp_path: Path, workspace: Path, name: str) -> None:
    runner = Runner(tmp_path, {"python": {"python-path": sys.executable}}, f"file://localhost{tmp_path}")
    done = runner.run("install", workspace, **{name: "x; touch made; $(touch made)"})
    assert done.status != 0
    assert not (workspace / "made").exists()


def test_another_version_with_extras(tmp_path: Path, workspace: Path) -> None:
    folder = tmp_path / "owner" / "recto"
    assert run(need("git"), "clone", "--quiet", ROOT, folder, cwd=tmp_path).status == 0
    assert run("git", "tag", "v9", cwd=folder).status == 0
    runner = Runner(tmp_path, {"python": {"python-path": sys.executable}}, f"file://localhost{tmp_path}")
    done = runner.run("install", workspace, version="v9", extras="docx,project")
    assert done.status == 0, done.err
    found = run(
        tmp_path / "recto/bin/python", "-c", "import docx, rensa, linter; print(linter.__file__)", cwd=workspace
    )
    assert found.out.startswith(str(tmp_path / "recto")), found.err
    assert runner.run("check", workspace).status == 1

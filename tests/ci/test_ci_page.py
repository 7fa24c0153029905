"""What docs/ci.md shows: each file fits its schema, each command runs."""

from __future__ import annotations

import json
import re
import shlex
import sys
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Any

import pytest
from junitparser import JUnitXml

from .conftest import BAD, ROOT, SAID, Done, check_schema, commit, need, read_yaml, run
from .test_action import ACTION
from .test_gitlab_template import JOB

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
CHINESE = (ROOT / "docs" / "ci.zh-CN.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL)
COMMANDS = [line[2:] for language, text in BLOCKS if language == "console" for line in text.splitlines()]
INSTALLS = 'python -m pip install "recto @ git+https://github.com/OWNER/recto@v0.1.0"'

pytestmark = pytest.mark.slow


def shown(file: str) -> Any:
    """What a block holds that begins with the name of a file."""
    (text,) = (text for _, text in BLOCKS if text.startswith(f"# {file}\n"))
    return read_yaml(text)


def in_shell(command: str, workspace: Path, tmp_path: Path) -> Done:
    """Run a command where `recto` is this checkout."""
    program = tmp_path / "bin" / "recto"
    program.parent.mkdir(exist_ok=True)
    root, python = shlex.quote(str(ROOT)), shlex.quote(sys.executable)
    program.write_text(f'#!/bin/sh\nPYTHONPATH={root} exec {python} -m linter "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    path = f"{program.parent}:/usr/bin:/bin"
    return run(need("bash"), "-c", command, cwd=workspace, PATH=path)


def test_the_chinese_page_shows_the_same() -> None:
    assert re.findall(r"```(\w+)\n(.*?)```", CHINESE, re.DOTALL) == BLOCKS
    names = re.compile(r"`(--?[a-z][\w-]*|recto-?\w*|RECTO_\w+|[\w-]+\.(?:yml|yaml|json))[`= ]")
    prose = re.compile(r"```.*?```", re.DOTALL)
    assert set(names.findall(prose.sub("", PAGE))) == set(names.findall(prose.sub("", CHINESE)))


def test_the_configuration_of_pre_commit(tmp_path: Path) -> None:
    config = shown(".pre-commit-config.yaml")
    (tmp_path / "config.json").write_text(json.dumps(config), encoding="utf-8")
    done = run(need("pre-commit"), "validate-config", "config.json", cwd=tmp_path)
    assert done.status == 0, done.out
    hooks = {hook["id"] for hook in read_yaml((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    listed = set(re.findall(r"^\| `([\w-]+)` \|", PAGE, re.MULTILINE))
    assert (
        {hook["id"] for hook in config["repos"][0]["hooks"]} <= listed == hooks - {"recto-fix"} | listed & {"recto-fix"}
    )


@pytest.mark.parametrize("name", ["documents", "scanning"])
def test_the_workflows_of_github(tmp_path: Path, name: str) -> None:
    workflow = shown(f".github/workflows/{name}.yml")
    check_schema("github-workflows", workflow, tmp_path / "workflow.json")
    (step,) = (step for step in workflow["jobs"]["recto"]["steps"] if step["uses"].startswith("OWNER/recto@"))
    assert step["with"].keys() <= ACTION["inputs"].keys()
    outputs = set(re.findall(r"steps\.recto\.outputs\.([\w-]+)", json.dumps(workflow)))
    assert outputs <= ACTION["outputs"].keys()
    assert set(re.findall(r"`([\w-]+)`", PAGE)) >= ACTION["inputs"].keys() - {"args", "paths", "output-format"}


def test_the_pipeline_of_gitlab(tmp_path: Path) -> None:
    pipeline = shown(".gitlab-ci.yml")
    check_schema("gitlab-ci", pipeline, tmp_path / "pipeline.json")
    (include,) = pipeline["include"]
    assert include["remote"].endswith("/ci/gitlab.yml")
    assert pipeline["recto"]["variables"].keys() <= JOB["variables"].keys()


def test_the_pipeline_of_azure(workspace: Path, tmp_path: Path) -> None:
    pipeline = shown("azure-pipelines.yml")
    check_schema("azure-pipelines", pipeline, tmp_path / "pipeline.json")
    install, command = (step["script"] for step in pipeline["steps"] if "script" in step)
    assert install == INSTALLS
    done = in_shell(command, workspace, tmp_path)
    place = "type=error;sourcepath=docs/bad one.md;linenumber=3;columnnumber=7;code=document.repeated-words"
    assert (done.status, done.out) == (1, f"##vso[task.logissue {place}]{SAID}\n")


def test_the_reports_for_jenkins(workspace: Path, tmp_path: Path) -> None:
    scripts = [text for language, text in BLOCKS if language == "groovy"]
    done = [in_shell(command, workspace, tmp_path) for text in scripts for command in re.findall(r"sh '(.*)'", text)]
    assert [each.status for each in done] == [0, 1]
    files = ["recto-checkstyle.xml", "recto-junit.xml"]
    assert all(f"'{file}'" in text for file, text in zip(files, scripts, strict=True))
    (error,) = ET.parse(workspace / files[0]).iter("error")
    assert (error.get("line"), error.get("source")) == ("3", "document.repeated-words")
    report = JUnitXml.fromfile(str(workspace / files[1]))
    assert report.failures == 1


def test_the_commands(workspace: Path, tmp_path: Path) -> None:
    """On a branch that has changed one document, after a baseline was written."""
    assert in_shell("recto baseline", workspace, tmp_path).status == 0
    commit(workspace, "baseline")
    run(need("git"), "switch", "--quiet", "--create", "topic", cwd=workspace)
    (workspace / "docs" / "good.md").write_text(BAD, encoding="utf-8")
    commit(workspace, "topic")
    for command in COMMANDS:
        if "reviewdog" in command:
            continue
        done = in_shell(command, workspace, tmp_path)
        assert done.status == 1, command
        if "-o recto.json" in command:
            found = [row["path"] for row in json.loads((workspace / "recto.json").read_text(encoding="utf-8"))]
            assert found == ["docs/bad one.md", "docs/good.md"]
        else:
            assert [line.split(":")[0] for line in done.out.splitlines()] == ["docs/good.md"], command


def test_reviewdog(workspace: Path, tmp_path: Path) -> None:
    """On the lines of a branch; for CI, what would be sent to GitHub is printed."""
    local, remote = (
        command.replace("reviewdog", need("reviewdog"), 1) for command in COMMANDS if "| reviewdog" in command
    )
    run(need("git"), "switch", "--quiet", "--create", "topic", cwd=workspace)
    (workspace / "docs" / "good.md").write_text(BAD, encoding="utf-8")
    commit(workspace, "topic")
    done = in_shell(local, workspace, tmp_path)
    assert done.out == f"docs/good.md:3:7: error: {SAID} [document.repeated-words]\n", done.err
    assert "github-pr-review" in remote
    printed = remote.replace("-reporter=github-pr-review", '-reporter=rdjson -diff="git diff main"')
    done = in_shell(printed, workspace, tmp_path)
    (found,) = json.loads(done.out)["diagnostics"]
    assert (found["location"]["path"], found["suggestions"][0]["text"]) == ("docs/good.md", "the")


def test_links_of_the_pages() -> None:
    for text in (PAGE, CHINESE):
        for target in re.findall(r"\]\(([^)#]+)", text):
            assert (ROOT / "docs" / target).exists(), target

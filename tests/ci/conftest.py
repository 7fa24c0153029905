"""Programs and documents for the tests of what runs in CI."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent.parent
BAD = "# Plan\n\nIt is the the plan of the club.\n"
SAID = "“the” stands twice in a row."
CLEAN = "# Plan\n\nIt is the plan of the club.\n"


class Done(NamedTuple):
    """What a script gave back."""

    status: int
    out: str
    err: str


def need(program: str) -> str:
    """The path of a program; where it is missing the test is skipped, and fails where all tests are asked for."""
    found = shutil.which(program, path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    if found is None:
        if os.environ.get("RECTO_TESTS") == "all":
            pytest.fail(f"{program} is not installed")
        pytest.skip(f"{program} is not installed")
    return found


def run(*command: str | Path, cwd: Path, **variables: str) -> Done:
    """Run a program that sees nothing of this checkout; `variables` are its environment beside the usual."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "GITHUB_", "CI"))}
    environment = {**inherited, "LC_ALL": "C.UTF-8", "GIT_CONFIG_GLOBAL": os.devnull, **variables}
    words = [str(word) for word in command]
    done = subprocess.run(
        words, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False, stdin=subprocess.DEVNULL
    )
    return Done(done.returncode, done.stdout, done.stderr)


def commit(folder: Path, message: str = "all") -> None:
    """Commit everything in a folder, a repository by then."""
    who = ("-c", "user.name=a", "-c", "user.email=a@b.c")
    for words in (("init", "--quiet", "--initial-branch=main"), ("add", "."), (*who, "commit", "-qm", message)):
        done = run(need("git"), *words, cwd=folder)
        assert done.status == 0, done.err


def check_schema(schema: str, document: dict[str, Any], file: Path) -> None:
    """Fail unless a document fits one of the schemas that come with check-jsonschema."""
    file.write_text(json.dumps(document), encoding="utf-8")
    transform = ("--data-transform", schema) if schema in ("gitlab-ci", "azure-pipelines") else ()
    done = run(need("check-jsonschema"), "--builtin-schema", f"vendor.{schema}", *transform, file, cwd=file.parent)
    assert done.status == 0, done.out


def read_yaml(text: str) -> Any:
    """One YAML document, as YAML 1.2 has it: `on` is a word."""
    return YAML(typ="safe").load(text)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A repository with a clean document and a bad one, whose folder has a blank in its name."""
    folder = tmp_path / "work space"
    for name, text in {"docs/good.md": CLEAN, "docs/bad one.md": BAD, "clean/a.md": CLEAN}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    commit(folder)
    return folder

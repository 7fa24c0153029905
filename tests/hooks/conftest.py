"""A repository that uses the hooks of this checkout, as pre-commit installs them from a tag."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).parent.parent.parent
TAG = "v0.1.0"


class Ran(NamedTuple):
    """What a program gave back; `out` has standard error in it, as pre-commit prints both."""

    status: int
    out: str

    @property
    def rows(self) -> list[str]:
        """The lines that are diagnostics."""
        return [line for line in self.out.splitlines() if line.endswith("]") and ": " in line]


class Repository:
    """A git repository, and what its user does in it."""

    def __init__(self, folder: Path, source: Path, home: Path) -> None:
        self.folder = folder
        self._source = source
        self._environment = {
            **{name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "SKIP")},
            "LC_ALL": "C.UTF-8",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "PRE_COMMIT_HOME": str(home),
            **{f"GIT_{who}_{what}": "a@b.c" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        }
        folder.mkdir(exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *words: str, fails: bool = False) -> Ran:
        done = self.run(_need("git"), *words)
        assert (done.status != 0) == fails, done.out
        return done

    def pre_commit(self, *words: str) -> Ran:
        return self.run(_need("pre-commit"), *words)

    def write(self, name: str, content: str | bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def use(self, hook: str, **settings: Any) -> None:
        """Configure one hook with settings such as `args`, commit that, and let `git commit` run it from now on."""
        entry = {"repo": str(self._source), "rev": TAG, "hooks": [{"id": hook, **settings}]}
        self.write(".pre-commit-config.yaml", json.dumps({"repos": [entry]}))
        self.git("add", ".pre-commit-config.yaml")
        self.git("commit", "--quiet", "--no-verify", "--message=hooks")
        assert self.pre_commit("install", "--install-hooks").status == 0

    def hook(self, *words: str) -> Ran:
        """Run the hook on all files that git knows, or as the words say."""
        return self.pre_commit("run", *(words or ("--all-files",)))

    def run(self, program: str, *words: str) -> Ran:
        done = subprocess.run(
            [program, *words],
            cwd=self.folder,
            env=self._environment,
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
        )
        return Ran(done.returncode, done.stdout.decode("utf-8", "replace"))


def _need(program: str) -> str:
    found = shutil.which(program, path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    if found is None:
        if os.environ.get("RECTO_TESTS") == "all":
            pytest.fail(f"{program} is not installed")
        pytest.skip(f"{program} is not installed")
    return found


@pytest.fixture(scope="session")
def hooks_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps what it has installed, once for all tests."""
    return tmp_path_factory.mktemp("pre-commit")


@pytest.fixture(scope="session")
def hooks_source(tmp_path_factory: pytest.TempPathFactory, hooks_home: Path) -> Path:
    """This checkout, changes and all, as a repository with a tag."""
    folder = tmp_path_factory.mktemp("recto")
    listed = subprocess.run(
        [_need("git"), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    source = Repository(folder, folder, hooks_home)
    for name in filter(None, os.fsdecode(listed.stdout).split("\0")):
        if not name.startswith("tests/") and (ROOT / name).exists():
            source.write(name, (ROOT / name).read_bytes())
    source.git("add", ".")
    source.git("commit", "--quiet", "--message=all")
    source.git("tag", TAG)
    return folder


@pytest.fixture
def repository(tmp_path: Path, hooks_source: Path, hooks_home: Path) -> Repository:
    """An empty repository."""
    return Repository(tmp_path / "repository", hooks_source, hooks_home)

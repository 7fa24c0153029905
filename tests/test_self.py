"""What this repository says of itself: its documents pass its own hook."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from ruamel.yaml import YAML

if TYPE_CHECKING:
    from conftest import Recto

ROOT = Path(__file__).parent.parent
CONFIGURED = ".pre-commit-config.yaml"


def own_hook() -> dict[str, Any]:
    hooks = YAML(typ="safe").load(ROOT / CONFIGURED)["repos"][0]["hooks"]
    (found,) = (hook for hook in hooks if hook["id"] == "recto")
    return dict(found)


def own_documents() -> list[str]:
    """The documents that the hook is given; what is generated from the rules is left out."""
    hook = own_hook()
    names = sorted(path.relative_to(ROOT).as_posix() for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
    return [name for name in names if re.search(hook["files"], name) and not re.search(hook["exclude"], name)]


def test_our_documents_have_no_errors_or_warnings(recto: Recto, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    documents = own_documents()
    expected = {"README.md", "README.zh-CN.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/ci.md", "docs/ci.zh-CN.md"}
    assert set(documents) >= expected
    command, *words = own_hook()["entry"].split()
    assert command == ".venv/bin/recto"
    result = recto(*words, *documents)
    assert result.status == 0, result.out


@pytest.mark.slow
def test_our_configuration_of_the_hooks_is_valid() -> None:
    program = shutil.which("pre-commit") or str(Path(sys.executable).parent / "pre-commit")
    done = subprocess.run([program, "validate-config", CONFIGURED], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout

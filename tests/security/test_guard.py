"""Every command over hostile inputs: no socket, no program but git where it is asked for, no file that nobody named."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from linter.reporters import FORMATS

if TYPE_CHECKING:
    from conftest import Write, WriteDocx

ROOT = Path(__file__).parent.parent.parent
SECRET = "secret.txt"


@pytest.fixture
def project(write: Write, write_docx: WriteDocx, tmp_path: Path) -> Path:
    """A folder of documents, rules and a configuration that all reach for `secret.txt` beside it, or for the network."""
    secret = write(SECRET, "The word is swordfish.\n")
    at = "https://192.0.2.1/x"
    write(
        "work/a.md",
        f"# Pumps\n\n| Total | 1 |\n|---|---|\n| 1 | 2 |\n\n![]({at}) <img src='{at}'> [x](file://{secret})\n\n{{{{ include '{secret}' }}}}\n\n---\n",
    )
    write("work/front.md", f"---\ntitle: !!python/object/apply:os.system ['touch {secret}.pwned']\n---\n\n# A\n")
    write(
        "work/a.html",
        f"<!DOCTYPE html [<!ENTITY x SYSTEM 'file://{secret}'>]><base href='{at}'><script>fetch('{at}')</script>"
        f"<link rel=stylesheet href='{at}'><iframe src='file://{secret}'></iframe><p>&x; A pump.</p>",
    )
    docx = write_docx("<w:p><w:r><w:t>A pump.</w:t></w:r></w:p>", "work/a.docx")
    entity = f'<!DOCTYPE w [<!ENTITY x SYSTEM "file://{secret}">]>'
    with zipfile.ZipFile(docx, "a") as archive:
        archive.writestr(f"../{SECRET}", "written")
        archive.writestr(str(secret), "written")
        archive.writestr("word/other.xml", f"{entity}<w>&x;</w>")
    with zipfile.ZipFile(tmp_path / "work" / "b.docx", "w") as archive:
        archive.writestr(
            "_rels/.rels", f'{entity}<R><R Type="/officeDocument" TargetMode="External" Target="{at}"/></R>'
        )
    (tmp_path / "work" / "a.pdf").write_bytes(
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/Launch/F(/bin/sh)>>>>endobj\ntrailer<</Root 1 0 R>>"
    )
    reach = "extends: table-totals\nmessage: x\nforms: "
    for number, path in enumerate((f"../../{SECRET}", str(secret), "mine/data/link.tsv")):
        write(f"work/styles/mine/r{number}.yaml", f"{reach}{path}\n")
    (tmp_path / "work" / "styles" / "mine" / "data").mkdir()
    (tmp_path / "work" / "styles" / "mine" / "data" / "link.tsv").symlink_to(secret)
    write("work/styles/mine/run.yaml", "extends: existence\nmessage: !!python/name:os.system x\ntokens: [pump]\n")
    write("work/styles/mine/good.yaml", "extends: existence\nmessage: \"'%s'\"\ntokens: [pump]\n")
    write("work/recto.yaml", "rules-path: [styles]\n")
    return tmp_path / "work"


def guarded(project: Path, *commands: list[str]) -> dict[str, Any]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("guarded.py")), json.dumps(commands)],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def strangers(opened: list[str], project: Path, cache: Path) -> list[str]:
    """What is neither of the project, nor the cache, nor Recto's own, nor Python's."""
    python = (*sysconfig.get_paths().values(), sys.prefix, sys.base_prefix)
    own = [project, cache, ROOT / "linter", ROOT / "rules", *map(Path, python)]
    return [path for path in opened if not any(Path(path).is_relative_to(each.resolve()) for each in own)]


def test_no_command_reaches_for_anything(project: Path, cache_folder: Path) -> None:
    reports = [["check", "--project", "--output-format", name, "."] for name in FORMATS]
    told = guarded(
        project,
        *reports,
        ["check", "-v", "."],
        ["baseline", "."],
        ["check", "--baseline", "recto-baseline.json", "."],
        ["check", "--output-format", "docx-comments", "-o", "copy.docx", "a.docx"],
        ["rules"],
        ["explain", "mine.good"],
        ["test", "styles"],
    )
    assert told["statuses"] == [2] * len(told["statuses"])  # for the rules that reach out
    assert told["asked"] == []
    assert str(project / "a.md") in told["opened"]
    assert strangers(told["opened"], project, cache_folder) == []
    assert (project.parent / SECRET).read_text(encoding="utf-8") == "The word is swordfish.\n"
    assert sorted(path.name for path in project.parent.iterdir()) == [".cache", SECRET, "work"]


def test_git_runs_where_it_is_asked_for_and_nothing_else(project: Path) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=project, check=True, capture_output=True)
    told = guarded(project, ["check", "--changed-since", "HEAD", "a.md"])
    assert told["asked"]
    assert all(one.startswith("subprocess.Popen ['git', ") for one in told["asked"])


def test_the_guard_hears(project: Path) -> None:
    assert strangers([str(project.parent / SECRET)], project, project) != []

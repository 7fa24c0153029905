"""The extension for VS Code: built, tried with the real server, and packaged by its own tools."""

from __future__ import annotations

import json
import shutil
import zipfile
from typing import TYPE_CHECKING

import pytest
from programs import EDITORS, QUOTED, REPORTED, ROOT, desk, need, need_pygls

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = EDITORS / "vscode"


@pytest.mark.slow
def test_it_is_built_tried_and_packaged(tmp_path: Path) -> None:
    npm = need("npm")
    need_pygls()
    place = desk(tmp_path)
    (place.documents / QUOTED[0].path).unlink()
    built = ("node_modules", "out", "dist", "*.vsix")
    folder = shutil.copytree(FOLDER, tmp_path / "vscode", ignore=shutil.ignore_patterns(*built))
    here = place._replace(documents=folder)
    here.run(npm, "ci", "--silent", "--ignore-scripts")
    here.run(npm, "run", "package")
    tried = here.run(npm, "test", DOCUMENTS=str(place.documents))
    assert "# fail 0" in tried.stdout
    (package,) = folder.glob("recto-*.vsix")
    names = {name.removeprefix("extension/") for name in zipfile.ZipFile(package).namelist()}
    assert {"package.json", "dist/extension.js", "l10n/bundle.l10n.zh-cn.json", "package.nls.zh-cn.json"} <= names
    assert not [name for name in names if name.startswith(("node_modules", "src", "test", "out"))]


def test_its_tests_look_for_the_same_places() -> None:
    text = (FOLDER / "test/documents.ts").read_text(encoding="utf-8")
    assert json.dumps([place.rest for place in REPORTED], ensure_ascii=False).strip("[]") in text


def test_the_lock_names_no_registry_and_the_licence_is_the_house_s_own() -> None:
    lock = json.loads((FOLDER / "package-lock.json").read_text(encoding="utf-8"))
    assert lock["packages"]["node_modules/vscode-languageclient"]["integrity"]
    assert not [name for name, package in lock["packages"].items() if "resolved" in package]
    assert (FOLDER / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()

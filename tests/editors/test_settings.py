"""Set-ups for editors that cannot be run here: their syntax, the names that the editors document, and what they run."""

from __future__ import annotations

import json
import re
import tomllib
from typing import TYPE_CHECKING, Any

import pytest
from programs import EDITORS, PLACES, Place, desk

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = {"lang", "select", "ignore"}
"""What the language server takes of an editor."""


def read_json(path: str) -> Any:
    return json.loads((EDITORS / path).read_text(encoding="utf-8"))


def read_toml(path: str) -> Any:
    return tomllib.loads((EDITORS / path).read_text(encoding="utf-8"))


@pytest.mark.slow
def test_sublime_s_build_system_reads_the_report(tmp_path: Path) -> None:
    build = read_json("sublime/Recto.sublime-build")
    assert build.keys() == {"cmd", "file_regex", "selector", "encoding", "working_dir", "variants"}
    (folder,) = build["variants"]
    assert build["cmd"] == [*folder["cmd"], "$file"]
    place = desk(tmp_path)
    done = place.run("sh", "-c", '"$@" || test $? = 1', "sh", *folder["cmd"])
    rows = [re.fullmatch(build["file_regex"], row) for row in done.stdout.splitlines()]
    found = [row.groups() for row in rows if row]
    assert len(found) == len(rows)
    lines = {name: (place.documents / name).read_text(encoding="utf-8").splitlines() for name, *_ in found}
    places = [Place(name, int(line), lines[name][int(line) - 1][int(column) - 1 :]) for name, line, column, _ in found]
    assert places == PLACES


def test_sublime_s_language_server() -> None:
    client = read_json("sublime/LSP.sublime-settings")["clients"]["recto"]
    assert client.keys() == {"enabled", "command", "selector", "settings"}
    assert client["command"] == ["recto", "lsp"]
    assert client["settings"].keys() == {f"recto.{name}" for name in SETTINGS}


def test_helix() -> None:
    languages = read_toml("helix/languages.toml")
    assert languages.keys() == {"language-server", "language"}
    server = languages["language-server"]["recto"]
    assert server.keys() == {"command", "args", "config"}
    assert [server["command"], *server["args"]] == ["recto", "lsp"]
    assert server["config"]["recto"].keys() == SETTINGS
    known = {"name", "scope", "language-id", "file-types", "language-servers"}
    assert all(
        known >= language.keys() and "recto" in language["language-servers"] for language in languages["language"]
    )


def test_zed() -> None:
    manifest = read_toml("zed/extension.toml")
    assert {"id", "name", "version", "schema_version", "authors"} <= manifest.keys()
    (server,) = manifest["language_servers"].values()
    assert server["language_ids"].keys() == set(server["languages"])
    assert read_toml("zed/Cargo.toml")["lib"]["crate-type"] == ["cdylib"]
    settings = read_json("zed/settings.json")["lsp"][manifest["id"]]
    assert settings.keys() == {"binary", "settings"}
    assert settings["settings"]["recto"].keys() == SETTINGS


def test_every_set_up_offers_the_settings_that_the_extension_of_vs_code_has() -> None:
    contributes = read_json("vscode/package.json")["contributes"]
    assert contributes["configuration"]["properties"].keys() == {f"recto.{name}" for name in {"path", *SETTINGS}}

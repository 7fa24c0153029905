"""`recto init`: a first configuration for what is in a folder."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Recto, Write

ENGLISH = "# Water supply\n\nThe pump was replaced in May, and the pipes are to follow.\n"
CHINESE = "一、基本情况\n\n本年度共受理来信三十二件，均已办结，群众较为满意。\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Write) -> Path:
    """A working folder with three documents of its own and one of somebody else's."""
    for name, text in {"a.md": ENGLISH, "b.md": ENGLISH, "zh/c.txt": CHINESE, "lib/vendor/d.md": ENGLISH}.items():
        write(f"docs/{name}", text)
    monkeypatch.chdir(tmp_path / "docs")
    return tmp_path / "docs"


def test_what_it_writes_and_says(recto: Recto, folder: Path) -> None:
    result = recto("init")
    assert (result.status, result.out) == (0, "")
    assert result.err == (
        "wrote recto.yaml, and recto.schema.json beside it, from which editors complete it\n"
        "documents found: 3; packs that fit them: document, links, zh\n"
        "left out: vendor/\n"
        "next: recto check\n"
    )
    text = (folder / "recto.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=recto.schema.json\n")
    assert YAML(typ="safe").load(text) == {"lang": "en", "exclude": ["vendor/"], "fail-on": "warning"}
    assert "#   document  3 / 3\n#   links     3 / 3\n#   zh        1 / 3\n" in text
    assert "# packs: [document, links, zh]\n" in text


def test_the_command_takes_what_it_has_written(recto: Recto, folder: Path) -> None:
    recto("init")
    assert recto("check", "--show-files").lines == ["a.md", "b.md", "zh/c.txt"]
    assert recto("check").status == 0
    schema = json.loads((folder / "recto.schema.json").read_text(encoding="utf-8"))
    text = (folder / "recto.yaml").read_text(encoding="utf-8")
    Draft202012Validator(schema).validate(YAML(typ="safe").load(text))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_stands_in_comments_may_be_uncommented(recto: Recto, folder: Path, language: str) -> None:
    recto("init", "--lang", language)
    path = folder / "recto.yaml"
    text = re.sub(r"(?m)^# (?!yaml-|.*\d / \d)((?:[a-z-]+:|  ).*)$", r"\1", path.read_text(encoding="utf-8"))
    options = YAML(typ="safe").load(text)
    schema = json.loads((folder / "recto.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(options)
    assert {"packs", "subject", "rules-path", "vocabulary", "rules", "overrides", "baseline"} < {*options}
    (folder / "words.txt").write_text("pump\n", encoding="utf-8")
    (folder / "styles").mkdir()
    path.write_text(text.replace("baseline: ", "# baseline: "), encoding="utf-8")
    assert recto("check").status == 0


def test_comments_and_messages_in_chinese(recto: Recto, folder: Path) -> None:
    result = recto("init", "--lang", "zh")
    assert result.err == (
        "已生成 recto.yaml 及供编辑器自动补全的 recto.schema.json\n"
        "文档：3个；适用的规则包：document、links、zh\n"
        "已排除：vendor/\n"
        "下一步：recto check\n"
    )
    text = (folder / "recto.yaml").read_text(encoding="utf-8")
    assert "lang: zh\n" in text
    assert "不检查的文件和文件夹" in text
    assert "配置文件" in (folder / "recto.schema.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["recto.yaml", ".recto.yaml", "pyproject.toml"])
def test_it_writes_over_nothing(recto: Recto, folder: Path, name: str) -> None:
    old = "[tool.recto]\nlang = 'zh'\n" if name.endswith(".toml") else "lang: zh\n"
    (folder / name).write_text(old, encoding="utf-8")
    result = recto("init")
    assert result.status == 2
    assert result.err == (
        f"recto: {folder / name}: there is a configuration already; `recto init --force` writes a new recto.yaml\n"
    )
    assert (folder / name).read_text(encoding="utf-8") == old
    assert not (folder / "recto.schema.json").exists()
    assert recto("init", "--force").status == 0
    assert "lang: en" in (folder / "recto.yaml").read_text(encoding="utf-8")


def test_a_broken_configuration_may_be_written_anew(recto: Recto, folder: Path) -> None:
    (folder / "recto.yaml").write_text("lang: [\n", encoding="utf-8")
    assert recto("init", "--force").status == 0


def test_a_configuration_above(recto: Recto, folder: Path, write: Write) -> None:
    above = write("recto.yaml", "lang: zh\n")
    result = recto("init")
    assert f"note: {above} no longer counts here" in result.err
    assert (folder / "recto.yaml").exists()


def test_another_folder(recto: Recto, folder: Path) -> None:
    err = recto("init", "zh").err
    assert err.startswith("wrote zh/recto.yaml, and recto.schema.json beside it")
    assert err.endswith("next: recto check zh\n")
    assert (folder / "zh" / "recto.schema.json").exists()


def test_a_folder_that_there_is_not(recto: Recto, folder: Path) -> None:
    result = recto("init", "nowhere")
    assert result == (2, "", "recto: nowhere: there is no such folder\n")
    assert not (folder / "nowhere").exists()


def test_a_folder_without_documents(recto: Recto, folder: Path) -> None:
    (folder / "empty").mkdir()
    (folder / "empty" / "a.txt").write_bytes(b"\x89PNG\0\0")
    result = recto("init", "empty")
    assert "packs that fit them: none\n" in result.err
    assert recto("check", "empty").status == 0


@pytest.mark.usefixtures("folder")
def test_of_very_many_documents_some_are_read(recto: Recto, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.cli.init._MOST", 2)
    assert "documents found: 2 read of 3;" in recto("init").err

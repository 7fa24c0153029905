"""recto.yaml and its kin: which file counts, what wins, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Recto, Write


TWICE = "一、基本情况\n\n一、基本情况\n\n本年度共受理来信三十二件。\n"
OWN_RULE = "extends: existence\nmessage: \"Leave out '%s'.\"\ntokens: [very]\n"


def said(recto: Recto, *arguments: str | Path) -> list[str]:
    result = recto("check", *arguments)
    assert result.status < 2, result.err
    return [f"{line.split(': ')[1]} {line.rpartition('[')[2][:-1]}" for line in result.lines]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("recto.yaml", "rules: {document.repeated-heading: suggestion}\n"),
        (".recto.yaml", "rules: {document.repeated-heading: suggestion}\n"),
        ("pyproject.toml", '[tool.recto.rules]\n"document.repeated-heading" = "suggestion"\n'),
    ],
)
def test_the_nearest_file_counts(recto: Recto, write: Write, name: str, text: str) -> None:
    write(name, text)
    write("near/recto.yaml", "rules: {document.repeated-heading: warning}\n")
    assert said(recto, write("docs/a.txt", TWICE)) == ["suggestion document.repeated-heading"]
    assert said(recto, write("near/a.txt", TWICE)) == ["warning document.repeated-heading"]


def test_a_project_file_of_others_is_passed_over(recto: Recto, write: Write) -> None:
    write("recto.yaml", "rules: {document: off}\n")
    write("docs/pyproject.toml", "[project]\nname = 'x'\n")
    assert said(recto, write("docs/a.txt", TWICE)) == []


def test_an_empty_file_changes_nothing(recto: Recto, write: Write) -> None:
    write("recto.yaml", "# nothing yet\n")
    assert said(recto, write("a.txt", TWICE)) == ["error document.repeated-heading"]


def test_a_file_may_be_named_or_none_be_read(recto: Recto, write: Write) -> None:
    write("recto.yaml", "rules: {document: off}\n")
    other = write("other.yaml", "rules: {document.repeated-heading: warning}\n")
    path = write("a.txt", TWICE)
    assert said(recto, "--config", other, path) == ["warning document.repeated-heading"]
    assert said(recto, "--isolated", path) == ["error document.repeated-heading"]


def test_a_file_extends_another(recto: Recto, write: Write) -> None:
    write("base.yaml", "lang: zh\nrules: {document.repeated-heading: suggestion}\n")
    write("recto.yaml", "extends: base.yaml\nrules: {document.repeated-heading: {allow: [无关]}}\n")
    path = write("a.txt", TWICE)
    assert said(recto, path) == ["suggestion document.repeated-heading"]
    assert "与第1行重复" in recto("check", path).out


def test_parameters_of_a_rule(recto: Recto, write: Write) -> None:
    write("recto.yaml", "rules: {document.repeated-heading: {allow: [基本情况], level: warning}}\n")
    assert said(recto, write("a.txt", TWICE)) == []


def test_a_rule_wins_over_its_pack_and_an_override_over_both(recto: Recto, write: Write) -> None:
    write(
        "recto.yaml",
        "rules:\n  document.repeated-heading: warning\n  document: off\n"
        "overrides:\n  - files: ['archive/**']\n    rules: {document.repeated-heading: off}\n"
        "  - files: ['archive/b.txt']\n    rules: {document.repeated-heading: suggestion}\n",
    )
    assert said(recto, write("a.txt", TWICE)) == ["warning document.repeated-heading"]
    assert said(recto, write("archive/a.txt", TWICE)) == []
    assert said(recto, write("archive/b.txt", TWICE)) == ["suggestion document.repeated-heading"]


def test_a_rule_that_is_named_runs_where_its_pack_does_not_apply(recto: Recto, write: Write) -> None:
    text = "一、供水\n\n(一) 现状\n\n管网老化。\n"
    path = write("a.txt", text)
    assert said(recto, path) == []
    write("recto.yaml", "rules: {gongwen.heading-style: {level: error}}\n")
    assert said(recto, path) == ["error gongwen.heading-style"]
    write("recto.yaml", "rules: {gongwen: error}\n")
    assert said(recto, path) == []


def test_packs_may_be_pinned_and_the_command_line_wins(recto: Recto, write: Write) -> None:
    write("recto.yaml", "packs: [gongwen]\n")
    path = write("a.txt", TWICE)
    assert said(recto, path) == []
    assert said(recto, "--pack", "document", path) == ["error document.repeated-heading"]


def test_rules_of_ones_own_stand_relative_to_the_configuration(recto: Recto, write: Write) -> None:
    write("recto.yaml", "rules-path: [styles]\n")
    write("styles/mine/very.yaml", OWN_RULE)
    assert said(recto, write("docs/a.txt", "very\n")) == ["warning mine.very"]


def test_who_the_documents_are_about(recto: Recto, write: Write) -> None:
    write("recto.yaml", "subject: 潭头镇\npacks: [gongwen]\n")
    path = write("a.txt", "工作总结\n\n依托陶湾镇党政办公室开展值守，潭头镇各村配合。\n")
    result = recto("check", path)
    assert "The configuration says “潭头镇”, here it says “陶湾镇”" in result.out


def test_words_that_are_let_pass(recto: Recto, write: Write) -> None:
    write("styles/mine/very.yaml", OWN_RULE.replace("[very]", "['ver\\w*']"))
    write("config/words.txt", "# of the trade\nverbena\n\nversions?\n")
    write("recto.yaml", "rules-path: [styles]\nvocabulary: [config/words.txt]\n")
    path = write("docs/a.txt", "very verbena, version versions verse\n")
    result = recto("check", path)
    assert [line.split("'")[1] for line in result.lines] == ["very", "verse"]
    words = write("config/words.txt", "fine\n(\n")
    assert f"{words}:2: bad pattern '('" in recto("check", path).err
    words.unlink()
    assert recto("check", path).status == 2


def test_an_encoding_may_be_named(recto: Recto, write: Write, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Übung\n\n1. Äpfel\n\n1. Äpfel\n\nSüß.\n".encode("cp1252"))
    assert recto("check", path).status == 2
    write("recto.yaml", "encoding: cp1252\n")
    assert said(recto, path) == ["error document.repeated-heading"]


def test_options_stand_in_the_configuration_of_the_working_folder(
    recto: Recto, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("a.txt", TWICE)
    write("recto.yaml", "output-format: json\nfail-on: never\nexclude: [vendor/**]\n")
    write("vendor/b.txt", TWICE)
    monkeypatch.chdir(path.parent)
    result = recto("check", ".")
    assert result.status == 0
    assert result.out.startswith("[\n{")
    assert "vendor" not in result.out
    assert recto("check", "--fail-on", "error", "--output-format", "concise", ".").status == 1


def test_the_environment_wins_over_the_configuration(
    recto: Recto, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("a.txt", TWICE)
    write("recto.yaml", "lang: en\nignore: [document]\n")
    monkeypatch.setenv("RECTO_IGNORE", "gongwen, document.numbering")
    monkeypatch.setenv("RECTO_LANG", "zh")
    assert "与第1行重复" in recto("check", path).out
    assert "stands at line 1" in recto("check", "--lang", "en", path).out
    monkeypatch.setenv("RECTO_LANG", "fr")
    result = recto("check", path)
    assert result.status == 2
    assert "RECTO_LANG: 'lang' must be one of" in result.err


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("lnag: zh\n", 1, "unknown key 'lnag'; did you mean 'lang'?"),
        ("lang: fr\n", 1, "'lang' must be one of"),
        ("rules:\n  document.repeated-headings: off\n", 2, "did you mean 'document.repeated-heading'?"),
        ("rules:\n  document.repeated-heading: of\n", 2, "a level is one of error, warning, suggestion, off, not 'of'"),
        ("rules:\n  document.repeated-heading: {alow: [x]}\n", 2, "unknown key 'alow'; did you mean 'allow'?"),
        ("rules:\n  document.repeated-heading: {allow: ['(']}\n", 2, "'allow': bad pattern"),
        ("rules: [a]\n", 1, "expected keys and values here, found a list"),
        ("overrides:\n  - file: [a]\n", 2, "unknown key 'file'; did you mean 'files'?"),
        ("overrides:\n  - files: [a]\n", 2, "an override needs the keys 'files' and 'rules'"),
        ("extends: nowhere.yaml\n", None, "nowhere.yaml: the configuration cannot be read"),
        ("extends: [a]\n", 1, "'extends' must be the path of another configuration"),
        ("extends: recto.yaml\n", 1, "configurations extend each other without end"),
        ("packs: [documents]\n", None, "there is no pack 'documents'; did you mean document?"),
        ("a: [\n", None, "broken YAML"),
    ],
)
def test_a_mistake(recto: Recto, write: Write, text: str, line: int | None, sentence: str) -> None:
    config = write("recto.yaml", text)
    result = recto("check", write("a.txt", TWICE))
    assert result.status == 2
    assert sentence in result.err
    if line:
        assert result.err.startswith(f"recto: {config}:{line}: ")


def test_broken_toml(recto: Recto, write: Write) -> None:
    config = write("pyproject.toml", "[tool.recto\n")
    result = recto("check", write("a.txt", TWICE))
    assert result.status == 2
    assert f"recto: {config}: broken TOML" in result.err

"""YAML, TOML, JSON and globs that explode, run something, or hold what is none of their kind."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Recto, Write

RULE = "extends: existence\nmessage: x\ntokens: [very]\n"
LAUGHS = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))


@pytest.fixture
def folder(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = write("a.md", "# Pumps\n\nA very good pump.\n").parent
    monkeypatch.chdir(path)
    return path


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (LAUGHS + RULE, "too large when its aliases are written out"),
        ("&a\nextends: existence\nmessage: *a\n", "too large when its aliases are written out"),
        ("#" * 1_000_001, "larger than 1,000,000 characters"),
        (f"{RULE}level: 0x{'f' * 5000}\n", "found a huge number"),
        (f"{RULE}? 0x{'f' * 99}\n: 1\n", "must be text"),
        (f'{RULE}level: !!int ""\n', "broken YAML"),
        (f"{RULE}level: !!bool x\n", "broken YAML"),
        (f"{RULE}level: !!float x\n", "broken YAML"),
        (f"{RULE}level: !!timestamp x\n", "broken YAML"),
        (f"{RULE}level: !!python/object/apply:os.abort []\n", "expected keys and values here, found a list"),
        (f"{RULE}level: !!python/name:os.abort x\n", "expected keys and values here"),
        (f"{RULE}<<: {{unknown: 1}}\n", "unknown key 'unknown'"),
        (f"{RULE}<<: 1\n", "broken YAML"),
        ("extends: existence\nmessage: x\nraw: ['(?:(?R))']\n", "the rule fails on a sample (MemoryError)"),
        ("extends: numbering\nmessage: '{0.__class__}'\n", "unknown field {0.__class__}"),
        ("extends: numbering\nmessage: '{place!r}'\n", "unknown field {place!r}"),
    ],
)
def test_a_rule(folder: Path, recto: Recto, write: Write, text: str, said: str) -> None:
    write("styles/mine/bad.yaml", text)
    result = recto("check", "--rules-path", "styles", "--select", "mine", "a.md")
    assert result.status == 2
    assert result.err.startswith("recto: styles/mine/bad.yaml:")
    assert said in result.err
    assert folder.is_dir()


def test_keys_that_an_alias_merges(folder: Path, recto: Recto, write: Write) -> None:
    write("styles/mine/rule.yaml", "<<: &a {message: x, level: error}\nextends: existence\ntokens: [very]\n")
    result = recto("check", "--rules-path", "styles", "--select", "mine", "a.md")
    assert result.lines == ["a.md:3:3: error: x [mine.rule]"]
    assert folder.is_dir()


def test_a_field_of_a_message_is_text(folder: Path, recto: Recto, write: Write) -> None:
    write("styles/mine/rule.yaml", "extends: existence\nmessage: '{0.__class__} %s'\ntokens: [very]\n")
    result = recto("check", "--rules-path", "styles", "--select", "mine", "a.md")
    assert result.lines == ["a.md:3:3: warning: {0.__class__} very [mine.rule]"]
    assert folder.is_dir()


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("recto.yaml", LAUGHS, "too large when its aliases are written out"),
        ("recto.yaml", "exclude: ['!']\n", "'!' is no glob"),
        ("recto.yaml", "exclude: ['[z-a]']\n", "'[z-a]' is no glob"),
        ("recto.yaml", "overrides:\n- files: ['[z-a]']\n  rules: {zh: off}\n", "'[z-a]' is no glob"),
        ("recto.yaml", 'encoding: "a\\0"\n', "must not hold the character U+0000"),
        ("recto.yaml", 'baseline: "a\\0"\n', "must not hold the character U+0000"),
        ("recto.yaml", 'extends: "a\\0"\n', "cannot be read"),
        ("pyproject.toml", "# tool.recto\na = " + "[" * 100_000, "broken TOML"),
        ("pyproject.toml", "[tool.recto]\nsubject = " + "9" * 10_000, "broken TOML"),
        ("pyproject.toml", "# tool.recto\na = ", "broken TOML"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_configuration(recto: Recto, write: Write, name: str, text: str, said: str) -> None:
    write(name, text)
    result = recto("check", ".")
    assert (result.status, result.out) == (2, "")
    assert said in result.err
    assert len(result.err.splitlines()) == 1


def test_a_table_of_tools_that_is_none(folder: Path, recto: Recto, write: Write) -> None:
    write("pyproject.toml", "tool = 1  # tool.recto\n")
    assert recto("check", "a.md").status == 0
    assert folder.is_dir()


def test_globs_with_many_stars(folder: Path, recto: Recto, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    glob = "*a" * 25 + "[xy]"  # which `re` would try for years
    write("a" * 200 + ".md", "# A\n")
    write("recto.yaml", f"exclude: ['{glob}']\n")
    assert recto("check", ".").err == "0 diagnostics in 2 files\n"
    monkeypatch.setattr("linter.outside.globs.TIME_LIMIT", 1e-9)
    result = recto("check", ".")
    assert (result.status, result.out) == (2, "")
    assert "takes too long on" in result.err
    (folder / "recto.yaml").unlink()
    (folder / ".git").mkdir()
    write(".gitignore", f"{glob}\n")
    result = recto("check", ".")
    assert (result.status, result.out) == (2, "")
    assert "takes too long on" in result.err


def test_a_gitignore_with_a_line_that_is_none(folder: Path, recto: Recto, write: Write) -> None:
    (folder / ".git").mkdir()
    write(".gitignore", "[z-a]\n!\n[[a]\n[a&&b]\n/b.md\n")
    write("b.md", "# B\n")
    assert recto("check", ".").err == "0 diagnostics in 1 file\n"


@pytest.mark.parametrize("sign", ["applies", "not"])
def test_a_slow_sign_of_a_pack(
    folder: Path, recto: Recto, write: Write, monkeypatch: pytest.MonkeyPatch, sign: str
) -> None:
    monkeypatch.setattr("linter.ruleset.TIME_LIMIT", 0.05)
    write(
        "styles/mine/pack.yaml", f"applies: [{{}}]\n{sign}: [{{body: '(?:a|aa)+c'}}]\n".replace("applies: [{}]\na", "a")
    )
    write("styles/mine/rule.yaml", RULE)
    write("b.md", f"# B\n\n{'a' * 60}\n")
    for options in ((), ("--project", "-v")):
        result = recto("check", *options, "--rules-path", "styles", ".")
        assert result.status == 2
        assert "b.md:1:1: error: A pattern of the rule mine/pack.yaml takes too long" in result.out
        assert ("a.md:3:3: warning: x [mine.rule]" in result.out) == (sign == "not")
    assert folder.is_dir()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '{"version": 1, "files": {"a": {"f": {"rule": "r", "count": ' + "9" * 5000 + "}}}}",
            "a number in it is too long",
        ),
        ('{"version": 1, "files": {"a": {"f": {"rule": "r", "count": 1e9}}}}', "an entry has a rule and a count"),
        (
            '{"version": 1, "files": {"a": {"f": {"rule": "r", "count": 9999999999}}}}',
            "an entry has a rule and a count",
        ),
        ('{"version": 1, "files": {"\\u001b[31m": {"f": 1}}}', "an entry has a rule and a count"),
        ("[" * 200_000, "it is too deep"),
        ('{"version": 1, "files": {' + '"a": {}, ' * 20_000 + '"b": {}}}', "stands in it twice"),
    ],
    ids=["long number", "float", "huge number", "escape", "deep", "twice"],
)
def test_a_baseline(folder: Path, recto: Recto, write: Write, text: str, said: str) -> None:
    write("known.json", text)
    result = recto("check", "--baseline", "known.json", "a.md")
    assert (result.status, result.out) == (2, "")
    assert said in result.err
    assert "\x1b" not in result.err
    assert folder.is_dir()


def test_a_baseline_of_files_elsewhere_reads_none_of_them(folder: Path, recto: Recto, write: Write) -> None:
    entry = {"f" * 32: {"rule": "r", "count": 1}}
    names = ("../../etc/passwd", "/etc/passwd", "a\0b", "\ud800")
    write("known.json", json.dumps({"version": 1, "files": dict.fromkeys(names, entry)}))
    result = recto("check", "--baseline", "known.json", "a.md")
    assert (result.status, result.out) == (0, "")
    assert recto("baseline", "--prune", "-o", "known.json", ".").status == 0
    assert folder.is_dir()

"""Three functions that take any bytes, and the seeds of each."""

from __future__ import annotations

import contextlib
import io
import json
import os
import tempfile
import zipfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from invariants import check_document, check_lint, check_reports

from linter.authoring.pack_reader import PackFile, author
from linter.authoring.rule_tests import run_test
from linter.cli import main
from linter.engines import patterns
from linter.errors import LinterError
from linter.lint import Settings
from linter.narrowing.baseline_text import read_baseline
from linter.outside.cached_rows import diagnostics_from
from linter.outside.data_files import DataFiles
from linter.outside.files import UnreadableError, source_of
from linter.outside.ignoring import file_layer, is_ignored
from linter.outside.rules import BUILT_IN, load_ruleset
from linter.ruleset import Ruleset, Selection, ruleset_from
from linter.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parent.parent
_SUFFIXES = (".md", ".txt", ".html", ".docx", ".pdf", ".word")  # the last is the XML in the body of a docx
_EVERY = 20  # of the inputs of tests, one so many is a seed: there are some hundreds
_TIME_LIMIT = 0.2  # seconds; of patterns, in rules and configurations
_SAMPLES = {
    "markdown": "# Report\n\n1. Pumps\n\nA very good TODO (of two pumps:\n\n- one\n- two\n- three\n\n| a | b |\n|---|---|\n| Total | 3 |\n",
    "text": "大章镇2021年工作报告\n\n一、总体情况\n\n2020年共受理来信32件，其中20件、11件。\n\n三、下一步\n\n王坪乡。\n",
}


@cache
def _built_in() -> Ruleset:
    return load_ruleset().ruleset


def documents(data: bytes) -> None:
    """The first byte tells the format; the others are the file."""
    suffix = _SUFFIXES[data[0] % len(_SUFFIXES)] if data else ".txt"
    content = data[1:]
    if suffix == ".word":
        suffix, content = ".docx", _docx(content)
    try:
        source = source_of(f"a\x1b[31m{suffix}", content)
    except UnreadableError:
        return
    ruleset = _built_in()
    check_document(source)
    check_lint(source, ruleset, Settings(Selection(packs=tuple(ruleset.packs))))


def _docx(body: bytes) -> bytes:
    """A Word document whose body is this XML."""
    word = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("_rels/.rels", f'<R><R Type="{relation}" Target="a.xml"/></R>')
        archive.writestr("a.xml", b'<w:document xmlns:w="' + word + b'"><w:body>' + body + b"</w:body></w:document>")
    return data.getvalue()


def rules(data: bytes) -> None:
    """The bytes are a rule file, or with a first byte that is odd a pack file."""
    patterns.TIME_LIMIT = _TIME_LIMIT
    name = "pack" if data and data[0] % 2 else "rule"
    lists = DataFiles((BUILT_IN,))
    files = [PackFile("mine", f"styles/mine/{name}.yaml", data[1:].decode("utf-8", "replace"))]
    if name == "pack":
        files.append(PackFile("mine", "styles/mine/rule.yaml", "extends: existence\nmessage: x\ntokens: [very]\n"))
    authored = author(files, lists, need_tests=False)
    json.dumps(authored.data)
    ruleset = ruleset_from(authored.data, lists)
    for test in authored.tests:
        with contextlib.suppress(LinterError):
            run_test(test, ruleset)
    for format_name, text in _SAMPLES.items() if ruleset.rules else ():
        source = Source("a", text, format_name)
        check_lint(source, ruleset, Settings(Selection(packs=("mine",))), may_fail=True)


def configurations(data: bytes) -> None:
    """The first byte tells the file: a configuration, a baseline, an ignore file, or what the cache keeps."""
    patterns.TIME_LIMIT = _TIME_LIMIT
    names = ("recto.yaml", "pyproject.toml", "baseline.json", ".gitignore", "rows.json")
    name, content = names[data[0] % len(names)] if data else names[0], data[1:]
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.md").write_text(_SAMPLES["markdown"], encoding="utf-8")
        Path(folder, name).write_bytes(content)
        with contextlib.suppress(LinterError):
            _configure(folder, name, content)


def _configure(folder: str, name: str, content: bytes) -> None:
    match name:
        case "baseline.json":
            read_baseline(content.decode("utf-8", "replace"), name)
        case ".gitignore":
            is_ignored(os.path.join(folder, "docs", "aaaa.md"), file_layer(folder))
        case "rows.json":
            _recall(content)
        case _:
            with contextlib.chdir(folder), contextlib.redirect_stdout(io.StringIO()):
                said = io.StringIO()
                with contextlib.redirect_stderr(said):
                    status = main(["check", "--no-cache", "--jobs", "1", "a.md"])
                assert status in (0, 1, 2), status
                assert "\x1b" not in said.getvalue(), "a terminal is driven"


def _recall(content: bytes) -> None:
    source = Source("a.md", _SAMPLES["markdown"], "markdown")
    try:
        rows = json.loads(content)
    except (ValueError, RecursionError):
        return
    found = diagnostics_from(rows, source)
    if found is not None:
        check_reports(found, source, _built_in())


def _document_seeds() -> Iterator[bytes]:
    for number, suffix in enumerate(_SUFFIXES):
        for path in sorted((ROOT / "examples").rglob(f"*{suffix}")) + sorted((ROOT / "tests").rglob(f"*{suffix}")):
            yield bytes([number]) + path.read_bytes()[:20_000]
    yield b'\x05<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>One</w:t></w:r></w:p><w:tbl><w:tr><w:tc/></w:tr></w:tbl>'
    yield from (bytes([number % 2]) + test.encode() for number, test in enumerate([*_inputs()][::_EVERY]))


def _inputs() -> Iterator[str]:
    """The inputs of the tests in rule files."""
    files = [PackFile(path.parent.name, str(path), path.read_text("utf-8")) for path in _rule_files()]
    for test in author(files, DataFiles((BUILT_IN,)), need_tests=False).tests:
        yield test.input


def _rule_files() -> list[Path]:
    return sorted(Path(BUILT_IN).glob("*/*.yaml"))


def _rule_seeds() -> Iterator[bytes]:
    for path in _rule_files():
        yield bytes([path.name == "pack.yaml"]) + path.read_bytes()


def _configuration_seeds() -> Iterator[bytes]:
    yield b"\x00extends: a.yaml\npacks: [document]\nrules:\n  document.repeated-content: {level: warning, min-chars: 80}\n"
    yield b"\x00vocabulary: [a.md]\noverrides:\n- files: ['*.md']\n  rules: {zh: off}\nexclude: [a/**]\nencoding: utf-8\n"
    yield b"\x01[tool.recto]\nselect = ['document']\nlang = 'zh'\n"
    yield b'\x02{"version": 1, "files": {"a": {"f": {"rule": "r", "count": 1}}}}'
    yield b"\x03*.md\n!/a/**/b\n[a-z]\\*\n"
    place = "[1,1,1,1],[1,2,2,2]"
    fix = f'[true,"m",[[{place},"x"]]]'
    yield f'\x04[["a.md","r.r","k","error","sure","m","h","u",{place},true,["h"],[["a.md",{place},"m"]],{fix},"f",0]]'.encode()


TARGETS: dict[str, Callable[[bytes], None]] = {
    "documents": documents,
    "rules": rules,
    "configurations": configurations,
}
SEEDS: dict[str, Callable[[], Iterator[bytes]]] = {
    "documents": _document_seeds,
    "rules": _rule_seeds,
    "configurations": _configuration_seeds,
}

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest

from linter.cli import main

ROOT = Path(__file__).parent.parent


class Result(NamedTuple):
    """What a run of the command gave back."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Write = Callable[[str, str], Path]
"""Writes a text to a file of a name, and gives its path."""


class Recto(Protocol):
    """Runs the command in this process."""

    def __call__(self, *arguments: str | Path) -> Result: ...


class WriteDocx(Protocol):
    """Writes a docx and gives its path.

    `body` is the XML inside `w:body`; `parts` are that inside `w:styles`, `w:numbering`, `w:footnotes`, `w:endnotes`.
    """

    def __call__(self, body: str, name: str = "a.docx", **parts: str) -> Path: ...


class ReadDocx(Protocol):
    """Tells what the command reads in a docx: `line:column scope: text` of each block."""

    def __call__(self, body: str, **parts: str) -> list[str]: ...


class Check(Protocol):
    """Tells what one rule says of a text, each diagnostic without its path and the name of the rule."""

    def __call__(self, rule: str, text: str, name: str = "a.txt") -> list[str]: ...


@pytest.fixture(autouse=True)
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the cache of whoever runs it."""
    folder = tmp_path / ".cache"
    monkeypatch.setenv("RECTO_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def recto(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Recto:
    """The command under an English locale."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def run(*arguments: str | Path) -> Result:
        capsys.readouterr()
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as exit_:
            status = int(exit_.code or 0)
        captured = capsys.readouterr()
        return Result(status, captured.out, captured.err)

    return run


@pytest.fixture
def report_path(monkeypatch: pytest.MonkeyPatch) -> str:
    """The township report, as seen from the root of the repository."""
    monkeypatch.chdir(ROOT)
    return "examples/township-report-2021.txt"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a text to a file below a temporary folder."""

    def write_text(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        return path

    return write_text


@pytest.fixture
def check(recto: Recto, write: Write) -> Check:
    """One rule, given as YAML, against one text."""

    def said_by(rule: str, text: str, name: str = "a.txt") -> list[str]:
        write("styles/mine/rule.yaml", rule)
        path = write(name, text)
        result = recto("check", "--rules-path", path.parent / "styles", "--select", "mine.rule", path)
        assert result.status < 2, result.out + result.err
        return [line.split(":", 1)[1].rpartition(" [")[0] for line in result.lines]

    return said_by


@pytest.fixture
def shared() -> Path:
    """The folder of real documents beside the repository; a test that needs it is skipped where it is not."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        if os.environ.get("RECTO_TESTS") == "all" and os.environ.get("CI"):
            pytest.fail("there is no ../shared")
        pytest.skip("there is no ../shared with real documents")
    return folder


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
)


@pytest.fixture
def write_docx(tmp_path: Path) -> WriteDocx:
    """Write a docx below a temporary folder, of its own XML."""

    def write_parts(body: str, name: str = "a.docx", **parts: str) -> Path:
        roots = {"document": f"<w:body>{body}</w:body>", **parts}
        types = "".join(
            f'<Override PartName="/word/{part}.xml" ContentType="{_WORD}.{"document.main" if part == "document" else part}+xml"/>'
            for part in roots
        )
        related = "".join(
            f'<Relationship Id="r{part}" Type="{_RELATION}/{part}" Target="{part}.xml"/>'
            for part in roots
            if part != "document"
        )
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(
                "[Content_Types].xml",
                '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
            )
            archive.writestr(
                "_rels/.rels",
                f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_RELATION}/officeDocument" '
                'Target="word/document.xml"/></Relationships>',
            )
            archive.writestr(
                "word/_rels/document.xml.rels", f'<Relationships xmlns="{_RELATIONS}">{related}</Relationships>'
            )
            for part, xml in roots.items():
                archive.writestr(f"word/{part}.xml", f"<w:{part} {_NAMESPACES}>{xml}</w:{part}>")
        return path

    return write_parts


_SCOPES = (
    "title",
    "heading.h1",
    "heading.h2",
    "heading.h3",
    "paragraph",
    "item",
    "footnote",
    "table.cell",
    "table.header",
)


@pytest.fixture
def read_docx(recto: Recto, write: Write, write_docx: WriteDocx) -> ReadDocx:
    """What a rule finds that finds everything, in each scope."""

    def read(body: str, **parts: str) -> list[str]:
        for scope in _SCOPES:
            rule = f"extends: existence\nmessage: '%s'\nscope: {scope}\nraw: ['.+']\n"
            write(f"styles/mine/{scope.replace('.', '-')}.yaml", rule)
        path = write_docx(body, **parts)
        found = recto("check", "--no-fold", "--rules-path", path.parent / "styles", "--select", "mine", path)
        assert found.status < 2, found.out + found.err
        rows = [line.removeprefix(f"{path}:").removesuffix("]").split(": warning: ") for line in found.lines]
        return [f"{place} {said.rpartition(' [mine.')[2]}: {said.rpartition(' [mine.')[0]}" for place, said in rows]

    return read

"""Word documents that are broken, hostile, or none."""

from __future__ import annotations

import io
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter.outside.decoding import OLE, UnreadableError
from linter.outside.files import source_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Recto, Write, WriteDocx

P = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
BODY = P.format("为做好工作。")
STYLE = '<w:style w:styleId="a"/>'


def repacked(path: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """The same zip, where each part is what `change` makes of it."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            changed = change(name, data)
            if changed is not None:
                archive.writestr(name, changed)
    return path


def said_of(recto: Recto, path: Path, *more: str | Path) -> str:
    result = recto("check", path, *more)
    assert result.status == 2
    (line,) = [line for line in result.lines if line.startswith(f"{path}:")]
    return line.removeprefix(f"{path}:1:1: error: ").removesuffix(" [recto.unreadable]")


@pytest.mark.parametrize("name", ["a.docx", "a.doc", "a.wps", "A.DOC"])
def test_an_encrypted_or_old_document(recto: Recto, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(OLE + b"\0" * 999)
    assert said_of(recto, path) == "Encrypted, or of an older format (.doc, .wps): save it as .docx without a password."
    assert "文件已加密，或为旧格式" in recto("check", "--lang", "zh", path).out


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", "一、总则".encode(), b"\0" * 99], ids=["empty", "cut", "text", "NUL"]
)
def test_no_zip(recto: Recto, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    assert said_of(recto, path) == "Not a docx: it is no zip archive."


def test_a_broken_part_is_named(recto: Recto, write_docx: WriteDocx) -> None:
    path = write_docx(BODY, styles=STYLE)
    repacked(path, lambda name, data: data[:-9] if name == "word/styles.xml" else data)
    assert said_of(recto, path).startswith("Broken: the part word/styles.xml cannot be read (")


def test_a_part_whose_bytes_have_changed_is_named(recto: Recto, write_docx: WriteDocx) -> None:
    path = write_docx(BODY)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("_rels/.rels", "<Relationships/>")
    path.write_bytes(path.read_bytes().replace(b"<Relationships/>", b"<Relationships >"))
    assert said_of(recto, path).startswith("Broken: the part _rels/.rels cannot be read (Bad CRC")


def test_a_missing_part_is_named(recto: Recto, write_docx: WriteDocx) -> None:
    path = repacked(write_docx(BODY, styles=STYLE), lambda name, data: None if name == "word/styles.xml" else data)
    assert said_of(recto, path) == "Broken: the part word/styles.xml is missing."


@pytest.mark.parametrize("name", ["_rels/.rels", "[Content_Types].xml"])
def test_a_zip_of_something_else(recto: Recto, tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, "<Relationships/>")
    assert said_of(recto, path) == "Not a Word document: its package names no main part."


def test_a_workbook_that_is_called_docx(recto: Recto, write_docx: WriteDocx) -> None:
    path = repacked(write_docx(BODY), lambda name, data: b"<workbook/>" if name == "word/document.xml" else data)
    assert said_of(recto, path).startswith("Not a Word document that can be read (word/document.xml)")


def test_a_part_with_a_password(recto: Recto, write_docx: WriteDocx) -> None:
    path = write_docx(BODY)
    data = bytearray(path.read_bytes())
    for start in range(len(data)):
        if data.startswith(b"PK\x01\x02", start):
            data[start + 8] |= 1
    path.write_bytes(data)
    assert said_of(recto, path) == "Encrypted: save it without a password."


def test_a_zip_bomb(recto: Recto, write_docx: WriteDocx) -> None:
    path = write_docx(BODY)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"word/media/{number}.bin", bytes(70_000_000))
    assert path.stat().st_size < 1_000_000
    assert said_of(recto, path) == "Unpacked it is larger than 200 MB."


def test_a_part_that_is_a_bomb(recto: Recto, write_docx: WriteDocx) -> None:
    path = repacked(
        write_docx(BODY), lambda name, data: data + b" " * 30_000_000 if name == "word/document.xml" else data
    )
    assert said_of(recto, path) == "The part word/document.xml is larger than 30 MB."


def test_entities_are_not_expanded(recto: Recto, write_docx: WriteDocx) -> None:
    def with_entity(name: str, data: bytes) -> bytes:
        doctype = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
        return doctype + data.replace("为".encode(), b"&b;") if name == "word/document.xml" else data

    assert (
        said_of(recto, repacked(write_docx(BODY), with_entity)) == "Broken: the part word/document.xml has a DOCTYPE."
    )


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_part_that_is_packed_as_in_no_docx(recto: Recto, write_docx: WriteDocx, method: int) -> None:
    path = write_docx(BODY)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    assert said_of(recto, path) == "Broken: the part _rels/.rels is packed in a way of its own."


def test_names_that_lead_out_of_the_archive(recto: Recto, write_docx: WriteDocx, tmp_path: Path) -> None:
    path = write_docx(BODY, "docs-a.docx")
    with zipfile.ZipFile(path, "a") as archive:
        for name in ("../out.txt", str(tmp_path / "out.txt"), "nested.zip", "word/../../out.txt"):
            archive.writestr(name, path.read_bytes())
    assert recto("check", path).status == 0
    assert {file.name for file in tmp_path.parent.glob("out.txt")} | {
        file.name for file in tmp_path.glob("out.txt")
    } == set()


def test_a_main_part_that_stands_elsewhere(recto: Recto, write_docx: WriteDocx) -> None:
    path = repacked(
        write_docx(BODY),
        lambda name, data: (
            data.replace(b"<Relationship ", b'<Relationship TargetMode="External" ') if name == "_rels/.rels" else data
        ),
    )
    assert said_of(recto, path) == "Not a Word document: its package names no main part."


def test_a_part_of_a_path_out_of_the_archive_is_missing(recto: Recto, write_docx: WriteDocx) -> None:
    path = repacked(
        write_docx(BODY),
        lambda name, data: (
            data.replace(b"word/document.xml", b"../../../etc/passwd") if name == "_rels/.rels" else data
        ),
    )
    assert said_of(recto, path) == "Broken: the part etc/passwd is missing."


def test_a_document_of_very_many_members(recto: Recto, write_docx: WriteDocx) -> None:
    path = write_docx(BODY)
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(20_000):
            archive.writestr(f"word/media/{number}", b"")
    assert recto("check", path).status == 0


def test_the_other_files_are_still_checked(recto: Recto, write: Write, write_docx: WriteDocx, tmp_path: Path) -> None:
    write("styles/mine/very.yaml", "extends: existence\nmessage: Found.\ntokens: [very]\n")
    write_docx(P.format("A very good plan."), "docs/good.docx".replace("/", "-"))
    (tmp_path / "broken.docx").write_bytes(b"PK")
    (tmp_path / "a.txt").write_text("very\n", encoding="utf-8")
    result = recto("check", "--rules-path", tmp_path / "styles", "--select", "mine", tmp_path)
    assert result.status == 2
    assert [line.removeprefix(f"{tmp_path}/") for line in result.lines] == [
        "a.txt:1:1: warning: Found. [mine.very]",
        "broken.docx:1:1: error: Not a docx: it is no zip archive. [recto.unreadable]",
        "docs-good.docx:1:3: warning: Found. [mine.very]",
    ]


@pytest.mark.parametrize(
    ("row", "columns"),
    [
        (f"<w:tc>{P.format('1')}</w:tc>" * 500, 500),
        ('<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr></w:tc>', 999999999),
    ],
    ids=["cells", "one cell"],
)
def test_a_table_that_is_too_wide_is_told_at_its_place(
    recto: Recto, write: Write, write_docx: WriteDocx, row: str, columns: int
) -> None:
    rules = write("styles/mine/very.yaml", "extends: existence\nmessage: Found.\ntokens: [very]\n").parent.parent
    path = write_docx(BODY + f"<w:tbl><w:tr>{row}</w:tr><w:tr>{row}</w:tr></w:tbl>" + P.format("A very good plan."))
    result = recto("check", "--rules-path", rules, "--select", "mine", path)
    assert result.status == 2
    assert result.lines == [
        f"{path}:2:1: error: Table 1 has {columns} columns here, and Word opens no table of more than 63. [recto.unreadable]",
        f"{path}:4:3: warning: Found. [mine.very]",
    ]
    assert f"第1个表格在此处有{columns}列" in recto("check", "--lang", "zh", path).out


def test_deep_nesting(recto: Recto, write_docx: WriteDocx) -> None:
    depth = 70
    wrapped = "<w:sdt><w:sdtContent>" * depth + BODY + "</w:sdtContent></w:sdt>" * depth
    tables = "<w:tbl><w:tr><w:tc>" * depth + BODY + "</w:tc></w:tr></w:tbl>" * depth
    boxes = "<w:p><w:r><w:txbxContent>" * depth + BODY + "</w:txbxContent></w:r></w:p>" * depth
    assert recto("check", write_docx(wrapped + tables + boxes)).status == 0


def test_deeper_nesting_than_xml_may_have(recto: Recto, write_docx: WriteDocx) -> None:
    path = write_docx("<w:sdt>" * 5000 + "</w:sdt>" * 5000)
    assert said_of(recto, path).startswith("Broken: the part word/document.xml cannot be read (")


def test_numbers_beyond_all_bounds(recto: Recto, write_docx: WriteDocx) -> None:
    big = "9" * 5000
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="{big}"><w:start w:val="999999999"/>'
        f'<w:numFmt w:val="upperRoman"/><w:lvlText w:val="{"%1" * 9999}"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    numbered = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
    assert recto("check", write_docx(numbered * 99, numbering=numbering)).status == 0


@pytest.mark.parametrize(
    "body", ["", "<w:p/>", "<w:tbl/>", "<w:tbl><w:tr/></w:tbl>", "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>"]
)
def test_an_empty_document_is_clean(recto: Recto, write_docx: WriteDocx, body: str) -> None:
    result = recto("check", write_docx(body))
    assert (result.status, result.out) == (0, "")


def test_a_document_without_a_body_is_clean(recto: Recto, write_docx: WriteDocx) -> None:
    path = repacked(write_docx(""), lambda _, data: data.replace(b"<w:body></w:body>", b""))
    assert recto("check", path).status == 0


def test_damaged_bytes_are_an_error_or_a_text(write_docx: WriteDocx) -> None:
    numbering = '<w:abstractNum w:abstractNumId="0"/><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    whole = write_docx(BODY * 3, styles=STYLE, numbering=numbering).read_bytes()

    @settings(max_examples=300, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255)), min_size=1, max_size=9))
    def holds(changes: list[tuple[int, int]]) -> None:
        data = bytearray(whole)
        for place, byte in changes:
            data[place] = byte
        try:
            source = source_of("a.docx", bytes(data))
        except UnreadableError:
            return
        assert len(source.layout) == source.text.count("\n") + 1

    holds()


def without_python_docx(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("linter.outside.word")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "lxml", None)


def test_the_package_to_install_is_named(
    recto: Recto, write_docx: WriteDocx, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_docx(BODY)
    without_python_docx(monkeypatch)
    assert said_of(recto, path) == "Reading docx needs python-docx: pip install 'recto[docx]'"
    found = recto("check", tmp_path)
    assert found.status == 0
    assert found.lines == [
        f"{path}:1:1: suggestion: Reading docx needs python-docx: pip install 'recto[docx]' [recto.unsupported]"
    ]


def test_standard_input(recto: Recto, write_docx: WriteDocx, monkeypatch: pytest.MonkeyPatch) -> None:
    data = write_docx(P.format("一、总则") * 2).read_bytes()

    class Stdin:
        buffer = io.BytesIO(data)

    monkeypatch.setattr("sys.stdin", Stdin)
    assert recto("check", "-", "--stdin-filename", "b.docx").lines[0].startswith("b.docx:2:1: ")

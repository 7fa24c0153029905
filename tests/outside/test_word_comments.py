"""Diagnostics as comments in a copy of the document."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter.broken import unreadable
from linter.outside.word.comments import commented
from linter.source import Position

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Recto, Write, WriteDocx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RULE = "extends: existence\nmessage: '“%s” is found.'\nhelp: Look again.\nnonword: true\nraw: ['{}']\n"


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(map(run, runs))}</w:p>"


def run(text: str) -> str:
    if text.startswith("<"):
        return text
    return f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def comments_in(path: Path) -> list[tuple[str, str]]:
    """The words that each comment of a document is about, and what it says, in the order of the comments."""
    from docx import Document

    document: Any = Document(str(path))
    words: dict[str, str] = {}
    now: list[str] = []
    for node in document.element.body.iter():
        if node.tag == f"{W}commentRangeStart":
            now.append(node.get(f"{W}id"))
            words[now[-1]] = ""
        elif node.tag == f"{W}commentRangeEnd":
            now.remove(node.get(f"{W}id"))
        elif node.tag in (f"{W}t", f"{W}tab", f"{W}br") and node.getparent().getparent().tag != f"{W}tabs":
            for name in now:
                words[name] += (node.text or "") if node.tag == f"{W}t" else " "
    assert not now
    references = [node.get(f"{W}id") for node in document.element.body.iter(f"{W}commentReference")]
    assert sorted(references) == sorted(words)
    return [(words[str(comment.comment_id)], comment.text) for comment in document.comments]


@pytest.fixture
def comment(recto: Recto, write: Write, tmp_path: Path) -> Any:
    """Write the copy, with a comment at each place that a pattern finds."""

    def comment_on(path: Path, pattern: str, *more: str) -> list[tuple[str, str]]:
        styles = write("styles/mine/found.yaml", RULE.format(pattern)).parent.parent
        before = path.read_bytes()
        copy = tmp_path / "reviewed.docx"
        done = recto(
            "check",
            "--rules-path",
            styles,
            "--select",
            "mine",
            path,
            "--output-format",
            "docx-comments",
            "-o",
            copy,
            *more,
        )
        assert (done.status, done.out) == (1, ""), done.err
        assert path.read_bytes() == before
        return comments_in(copy)

    return comment_on


def words(found: list[tuple[str, str]]) -> list[str]:
    return [about for about, _ in found]


def test_a_comment_is_about_the_words_and_says_what_the_linter_says(comment: Any, write_docx: WriteDocx) -> None:
    path = write_docx(p("The plan is ve", "ry go", "od, very."))
    said = "“{}” is found.\nLook again.\nmine.found"
    assert comment(path, "very go+d|very") == [("very good", said.format("very good")), ("very", said.format("very"))]


def test_what_xml_may_not_hold_is_left_out(recto: Recto, write: Write, write_docx: WriteDocx, tmp_path: Path) -> None:
    write("styles/mine/rule.yaml", 'extends: existence\nmessage: "a\\e\\u0001\\ud800\\ufffeb"\ntokens: [very]\n')
    path = write_docx(p("A very good plan."))
    options = ("--rules-path", tmp_path / "styles", "--select", "mine", "--output-format", "docx-comments")
    assert recto("check", *options, "-o", tmp_path / "copy.docx", path).status == 1
    assert [said.splitlines()[0] for _, said in comments_in(tmp_path / "copy.docx")] == ["ab"]


def test_a_divided_run_keeps_its_look_and_its_text(comment: Any, write_docx: WriteDocx, tmp_path: Path) -> None:
    path = write_docx(p("<w:r><w:rPr><w:b/></w:rPr><w:t>甲乙</w:t><w:tab/><w:t>丙丁 </w:t><w:br/><w:t>戊</w:t></w:r>"))
    assert words(comment(path, "乙 |丁 ")) == ["乙 ", "丁 "]
    from docx import Document

    document: Any = Document(str(tmp_path / "reviewed.docx"))
    (paragraph,) = document.paragraphs
    assert paragraph.text == "甲乙\t丙丁 \n戊"
    assert all(piece.bold for piece in paragraph.runs if piece.text)


@pytest.mark.parametrize(
    ("body", "pattern", "about"),
    [
        (p("甲", "<w:r><w:tab/></w:r>", "乙"), "甲 乙", ["甲 乙"]),
        (p("a", f"<w:hyperlink>{run('link')}</w:hyperlink>", "b"), "in|kb", ["in", "kb"]),
        (p("a", f"<w:ins>{run('new')}</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>", "b"), "ewb", ["ewb"]),
        (p("<w:r><w:ruby><w:rt/><w:rubyBase><w:r><w:t>汉字</w:t></w:r></w:rubyBase></w:ruby></w:r>"), "汉", ["汉字"]),
        (p("a", "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "b"), "a.b", ["ab"]),
        (p("<m:oMath/>"), ".", [""]),
        (f"<w:tbl><w:tr><w:tc>{p('项目')}</w:tc><w:tc>{p('数')}{p('量')}</w:tc></w:tr></w:tbl>", "项|量", ["项", "量"]),
        (p("一。") + p("<w:r><w:br w:type='page'/></w:r>", "二。"), "二", ["二"]),
    ],
    ids=["a tab", "a link", "a revision", "a reading aid", "around a formula", "a formula alone", "cells", "a page break"],
)  # fmt: skip
def test_the_words_of_a_comment(comment: Any, write_docx: WriteDocx, body: str, pattern: str, about: list[str]) -> None:
    assert words(comment(write_docx(body), pattern)) == about


def test_an_ordinal_that_is_drawn_has_the_first_run(comment: Any, write_docx: WriteDocx) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="第%1条"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    listed = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    path = write_docx(p("为了", "防汛。", properties=listed) + p(properties=listed), numbering=numbering)
    assert words(comment(path, "第.条")) == ["为了", ""]


def test_a_note_is_told_at_its_reference(comment: Any, write_docx: WriteDocx) -> None:
    footnotes = f'<w:footnote w:id="1">{p("数据截至十月。")}</w:footnote>'
    path = write_docx(p("水渠三条", '<w:r><w:footnoteReference w:id="1"/></w:r>', "。"), footnotes=footnotes)
    assert words(comment(path, "数据|三条")) == ["三条", ""]


def test_a_text_box_is_told_where_it_hangs(comment: Any, write_docx: WriteDocx) -> None:
    box = f"<w:r><w:t>图</w:t><w:pict><w:txbxContent>{p('框中一。')}{p('框中二。')}</w:txbxContent></w:pict></w:r>"
    assert words(comment(write_docx(p("见", box, "。")), "中二")) == ["图框中一。框中二。"]


def test_a_run_of_paragraphs_has_one_comment(recto: Recto, write_docx: WriteDocx, tmp_path: Path) -> None:
    text = "为做好防汛工作，各村要成立抢险队伍，落实二十四小时值班制度，及时上报险情和灾情，确保人民群众生命财产安全。"
    body = (
        p(text)
        + p("各部门要配合。" + text[:30])
        + p("其他事项另行通知，请各村委会主任于本月底前到镇政府领取物资并登记造册。")
        + p(text)
        + p("各部门要配合。" + text[:30])
    )
    copy = tmp_path / "b.docx"
    arguments = ("check", "--select", "document.repeated-content", "--output-format", "docx-comments", "-o", copy)
    recto(*arguments, write_docx(body))
    ((about, said),) = comments_in(copy)
    assert about == text + "各部门要配合。" + text[:30]
    assert "\nSee paragraph 1" in said
    recto(*arguments, "--lang", "zh", write_docx(body))
    assert "\n见第1段" in comments_in(copy)[0][1]


@pytest.mark.parametrize("body", ["", "<w:tbl><w:tr/></w:tbl>", p("完。") + "<w:tbl><w:tr/></w:tbl>"])
def test_what_broke_is_told_at_the_beginning(recto: Recto, write_docx: WriteDocx, body: str, tmp_path: Path) -> None:
    """A table that is too wide, with nothing in it that could be commented."""
    wide = "<w:tbl><w:tr><w:trPr><w:gridBefore w:val='99'/></w:trPr></w:tr></w:tbl>"
    copy = tmp_path / "b.docx"
    done = recto("check", write_docx(wide + body), "--output-format", "docx-comments", "-o", copy)
    assert done.status == 2
    ((_, said),) = comments_in(copy)
    assert said.startswith("Table 1 has 99 columns here")


def test_a_place_in_a_row_without_cells_is_told_beside_it(write_docx: WriteDocx, tmp_path: Path) -> None:
    """Rows whose cells all belong to those above them."""
    merged = "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"
    data = write_docx(p("甲", "乙") + merged + p("丙")).read_bytes()
    start, end = Position(1, 2, 4, 2), Position(2, 2, 2, 2)
    found = unreadable("a.docx", {"en": "Found."}, "en")._replace(start=start, end=end)
    copy = tmp_path / "b.docx"
    copy.write_bytes(commented(data, [found, found._replace(start=end, end=end)], "en"))
    assert words(comments_in(copy)) == ["乙", "乙"]


_WORDS = st.sampled_from(["甲", "乙丙", " ", "very ", "a𠮷b", "  "])
_RUN = st.lists(st.one_of(_WORDS.map(lambda word: f'<w:t xml:space="preserve">{word}</w:t>'), st.sampled_from(["<w:tab/>", "<w:br/>"])), max_size=4)  # fmt: skip
_PARAGRAPH = st.lists(st.one_of(_RUN.map(lambda parts: f"<w:r>{''.join(parts)}</w:r>"), _RUN.map(lambda parts: f"<w:ins><w:r>{''.join(parts)}</w:r></w:ins>")), max_size=4)  # fmt: skip


def test_every_comment_is_about_the_words_of_its_diagnostic(comment: Any, write_docx: WriteDocx) -> None:
    @settings(max_examples=40, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(_PARAGRAPH, min_size=1, max_size=3))
    def holds(paragraphs: list[list[str]]) -> None:
        path = write_docx(p("甲。") + "".join(p(*runs) for runs in paragraphs))
        for about, said in comment(path, "甲|丙.{2,}?(?=[甲a])|very|[乙a].?b"):
            assert said.split("\n")[0] == " ".join(f"“{about}” is found.".split())

    holds()


@pytest.fixture
def folder(write: Write, write_docx: WriteDocx, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with a docx, a text and a broken docx."""
    path = write_docx(p("very")).parent
    monkeypatch.chdir(path)
    write("a.txt", "very\n")
    write("broken.docx", "PK")
    return path


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.docx"], "recto: docx-comments writes a copy of the document: name it with -o FILE"),
        (
            ["a.docx", "a.txt", "-o", "b.docx"],
            "recto: docx-comments takes one document, a docx; here it is a.docx a.txt",
        ),
        (["a.txt", "-o", "b.docx"], "recto: docx-comments takes one document, a docx; here it is a.txt"),
        (["-o", "b.docx"], "recto: docx-comments takes one document, a docx; here it is ."),
        (["a.docx", "-o", "a.docx"], "recto: a.docx: this is the document itself; name another file to write to"),
        (["a.docx", "-o", "no/b.docx"], "recto: no/b.docx: cannot be written: No such file or directory"),
        (["no.docx", "-o", "b.docx"], "recto: no.docx: There is no such file."),
        (["broken.docx", "-o", "b.docx"], "recto: broken.docx: Not a docx: it is no zip archive."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_comments_cannot_be_written_to(recto: Recto, folder: Path, arguments: list[str], said: str) -> None:
    done = recto("check", *arguments, "--output-format", "docx-comments")
    assert done.status == 2
    assert said in done.err.splitlines()
    assert not (folder / "b.docx").exists()


def test_a_document_that_python_docx_cannot_open(recto: Recto, write_docx: WriteDocx, tmp_path: Path) -> None:
    path = write_docx(p("very"))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    relations = parts["word/_rels/document.xml.rels"].replace(
        b"</Relationships>", b'<Relationship Id="x" Type="t/image" Target="../NULL"/></Relationships>'
    )
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in {**parts, "word/_rels/document.xml.rels": relations}.items():
            archive.writestr(name, data)
    assert recto("check", path).status == 0
    done = recto("check", path, "--output-format", "docx-comments", "-o", tmp_path / "b.docx")
    assert done.status == 2
    assert f"recto: {path}: python-docx cannot open it (" in done.err


def test_python_docx_is_named_where_it_is_missing(
    recto: Recto, write_docx: WriteDocx, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "docx", None)
    done = recto("check", write_docx(p("a")), "--output-format", "docx-comments", "-o", tmp_path / "b.docx")
    assert done.status == 2
    assert "pip install 'recto[docx]'" in done.err


def test_any_report_can_be_written_to_a_file(recto: Recto, write: Write, tmp_path: Path) -> None:
    path = write("a.txt", "一、总则\n\n一、总则\n\n内容。\n")
    shown = recto("check", path, "--output-format", "json")
    written = recto("check", path, "--output-format", "json", "-o", tmp_path / "report.json")
    assert (written.status, written.out) == (shown.status, "")
    assert (tmp_path / "report.json").read_text(encoding="utf-8") == shown.out
    assert recto("check", path, "-o", path).status == 2
    assert path.read_text(encoding="utf-8").startswith("一、总则")


def libre_office() -> str:
    found = shutil.which("soffice")
    if found is None:
        if os.environ.get("RECTO_TESTS") == "all":
            pytest.fail("soffice is not installed")
        pytest.skip("soffice is not installed")
    return found


@pytest.mark.slow
def test_libre_office_shows_the_comments(comment: Any, write_docx: WriteDocx, tmp_path: Path) -> None:
    table = f"<w:tbl><w:tr><w:tc>{p('项目')}</w:tc><w:tc>{p('水渠很长')}</w:tc></w:tr></w:tbl>"
    path = write_docx(p("水渠", "很", "长。") + table + p("水渠修好了。"))
    found = comment(path, "渠很|水渠修", "--lang", "zh")
    assert words(found) == ["渠很", "渠很", "水渠修"]
    command = [libre_office(), "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"]
    subprocess.run(
        [*command, "--convert-to", "fodt", "--outdir", tmp_path, tmp_path / "reviewed.docx"],
        check=True,
        capture_output=True,
        timeout=120,
    )
    text = (tmp_path / "reviewed.fodt").read_text(encoding="utf-8")
    annotations = re.findall(r'<office:annotation [^>]*office:name="([^"]*)".*?</office:annotation>(.*?)<office:annotation-end office:name="\1"/>', text, re.DOTALL)  # fmt: skip
    assert [re.sub("<[^>]*>", "", about) for _, about in annotations] == words(found)
    told = re.findall("<office:annotation .*?</office:annotation>", text, re.DOTALL)
    assert len(told) == len(found)
    for said, (about, _) in zip(told, found, strict=True):
        assert "<dc:creator>Recto</dc:creator>" in said
        assert [part for part in re.split("(?:<[^>]*>|\\s{2,})+", said) if part][-3:] == [
            f"“{about}” is found.",
            "Look again.",
            "mine.found",
        ]

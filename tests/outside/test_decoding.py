from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from linter.outside.decoding import BinaryFileError, UnreadableError, decode
from linter.outside.files import read_stdin, source_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Recto

TEXT = "\r\n这是一个 very 好的工作，我们在这里。\r\n"
GERMAN = "Erste Zeile\nÜber die Größe der Städte läßt sich schön streiten; für Äpfel gilt das Gegenteil.\n"
FRENCH = "L'été où l'élève français a préféré rêver à la forêt, c'était déjà très tôt.\n"
RUSSIAN = "Съешь же ещё этих мягких французских булок, да выпей чаю.\n"
JAPANESE = "これは日本語の文章です。エンコーディングを確かめるためのものです。\n"
KOREAN = "이것은 한국어 문장입니다. 인코딩을 확인하기 위한 것입니다.\n"


@pytest.fixture
def styles(write: Callable[[str, str], Path]) -> Path:
    """A rule that finds `very`."""
    return write("styles/mine/very.yaml", "extends: existence\nmessage: Found.\ntokens: [very]\n").parent.parent


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("gb18030"), "gb18030"),
    ],
    ids=["UTF-8", "UTF-8 with a mark", "UTF-16 LE", "UTF-16 BE", "GB18030"],
)
def test_an_encoding_that_is_recognised(recto: Recto, tmp_path: Path, styles: Path, data: bytes, encoding: str) -> None:
    assert decode(data) == (TEXT, encoding)
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert recto("check", "--rules-path", styles, "--select", "mine", path).lines == [
        f"{path}:2:6: warning: Found. [mine.very]"
    ]


def test_an_english_text_with_a_french_name_is_read(recto: Recto, tmp_path: Path, styles: Path) -> None:
    """Old drafts are such: ASCII throughout, but for the names of their authors."""
    text = (
        "Author: André Petit\n" + "It was decided, and the decision was not a hard one.\n" * 10 + "It was very good.\n"
    )
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode("cp1252"))
    assert decode(path.read_bytes()) == (text, "latin-1")
    assert recto("check", "--rules-path", styles, "--select", "mine", path).lines == [
        f"{path}:12:8: warning: Found. [mine.very]"
    ]


def test_a_damaged_utf_8_text_is_not_taken_for_another_encoding(recto: Recto, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(("Author: André Petit\n" * 2 + "It was decided.\n" * 99).encode() + b"\xe9 and no more\n")
    assert recto("check", path).status == 2


def test_a_byte_order_mark_is_no_column(recto: Recto, tmp_path: Path, styles: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("very good\n".encode("utf-8-sig"))
    assert recto("check", "--rules-path", styles, path).lines == [f"{path}:1:1: warning: Found. [mine.very]"]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "cp1252"),
        (FRENCH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (KOREAN, "euc_kr"),
        ("這是一個繁體中文的句子，我們在這裡。\n", "big5"),
        ("né\n", "cp1252"),
    ],
    ids=["German", "French", "Russian", "Shift JIS", "EUC-JP", "Korean", "Big5", "one letter"],
)
def test_another_encoding_is_refused(recto: Recto, tmp_path: Path, text: str, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    result = recto("check", path)
    assert result.status == 2
    assert "Undecodable: line " in result.out
    assert decode(text.encode(encoding), encoding) == (text, encoding)


def test_the_line_is_named_in_both_languages(recto: Recto, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(GERMAN.encode("cp1252"))
    assert recto("check", path).lines == [
        (
            f"{path}:1:1: error: Undecodable: line 2 holds bytes that are no UTF-8. Name the encoding in the "
            "configuration (encoding: …) or convert the file to UTF-8. [recto.unreadable]"
        )
    ]
    zh = recto("check", "--lang", "zh", path).out
    assert "无法解码：第2行有不属于UTF-8的字节。请在配置中注明编码（encoding: …），或将文件转换为UTF-8。" in zh


@pytest.mark.parametrize(
    ("data", "encoding", "sentence"),
    [
        ("a\nü".encode("cp1252"), "utf-8", "line 2 holds bytes that are no UTF-8"),
        (b"a\nb\n\xff", "gb18030", "line 3 holds bytes that are no GB18030"),
        (b"a", "klingon", "There is no encoding 'klingon'."),
        (b"a", "base64", "There is no encoding 'base64'."),
        (b"\xff\xfea\0\n\0b", None, "line 2 holds bytes that are no UTF-16-LE"),
    ],
    ids=["UTF-8", "GB18030", "unknown", "no text encoding", "odd UTF-16"],
)
def test_a_named_encoding_is_strict(data: bytes, encoding: str | None, sentence: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        decode(data, encoding)
    assert sentence in caught.value.reason["en"]


def test_a_named_encoding_drops_the_mark_as_well() -> None:
    assert decode("a".encode("utf-8-sig"), "UTF-8") == ("a", "utf-8-sig")
    assert decode("a".encode("utf-16"), "utf-16") == ("a", "utf-16")
    assert decode(b"\xff\xfea\0", "utf-16-le") == ("a", "utf-16-le")


@pytest.mark.parametrize("data", [b"a\0b", b"\xff\xfe\0\0a\0\0\0", b"\x89PNG\r\n\0"], ids=["NUL", "UTF-32", "PNG"])
def test_binary(data: bytes) -> None:
    with pytest.raises(BinaryFileError):
        decode(data)


@pytest.mark.parametrize("text", ["a\r\nb\nc\rd", "\fa\n\x0bb", "", "no end", "\n\n"], ids=repr)
def test_the_text_stays_as_it_is(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8")


@pytest.mark.parametrize("filename", [None, "docs/a.md"], ids=str)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, filename: str | None) -> None:
    class Stdin:
        """As much of it as is read."""

        class buffer:  # noqa: N801 - its name
            @staticmethod
            def read(_: Any) -> bytes:
                return "\ufeffa\r\n".encode()

    monkeypatch.setattr("sys.stdin", Stdin)
    source = read_stdin(filename)
    assert (source.path, source.text, source.encoding) == (filename or "-", "a\r\n", "utf-8-sig")
    assert source.format == ("text" if filename is None else "markdown")


CHINESE = "<p>这是一个工作报告，我们在这里。</p>\n"


@pytest.mark.parametrize(
    ("head", "codec", "encoding"),
    [
        ('<meta charset="gb2312">', "gb2312", "gb18030"),
        ("<META CHARSET = GBK >", "gbk", "gb18030"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=gb18030" />', "gb18030", "gb18030"),
        ('<?xml version="1.0" encoding="GB2312"?>', "gb2312", "gb18030"),
        ("<!-- <meta charset=big5> --><meta charset=gbk>", "gbk", "gb18030"),
        ("<meta charset=gbk>", "utf-8", "utf-8"),  # the file was converted, and its head was not
        ("<meta charset=gbk>", "utf-8-sig", "utf-8-sig"),
        ("<meta charset=hz-gb-2312>", "hz", "hz"),
        ("<meta charset=iso-8859-1>", "gb2312", "gb18030"),
        ("<meta charset=x-unheard-of>", "gb2312", "gb18030"),
        ("", "gb2312", "gb18030"),
    ],
)
def test_a_page_is_decoded_as_it_declares(head: str, codec: str, encoding: str) -> None:
    source = source_of("a.html", (head + CHINESE).encode(codec))
    assert (source.text, source.encoding) == (head + CHINESE, encoding)


@pytest.mark.parametrize(
    ("text", "label", "encoding"),
    [
        (GERMAN, "iso-8859-1", "cp1252"),
        (RUSSIAN, "windows-1251", "windows-1251"),
        (JAPANESE, "shift_jis", "cp932"),
        (KOREAN, "euc-kr", "cp949"),
    ],
)
def test_a_declared_encoding_that_could_not_be_recognised(text: str, label: str, encoding: str) -> None:
    page = f"<meta charset={label}>{text}"
    source = source_of("a.htm", page.encode(encoding))
    assert (source.text, source.encoding) == (page, encoding)


@pytest.mark.parametrize(("label", "name"), [("utf-8", "UTF-8"), ("big5", "BIG5HKSCS"), ("utf-16", "UTF-8")])
def test_a_declaration_that_lies_is_told(recto: Recto, tmp_path: Path, label: str, name: str) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(f"<meta charset={label}>\n".encode() + b"\x81\x30\x81\x30\xff\xff")
    other = tmp_path / "b.html"
    other.write_text("<p>The the pump.</p>", encoding="utf-8")
    result = recto("check", tmp_path)
    assert f"{path}:1:1: error: Undecodable: line 2 holds bytes that are no {name}." in result.out
    assert "b.html:1:4" in result.out


def test_what_a_page_declares_holds_for_pages_alone_and_below_the_configuration() -> None:
    data = ("<meta charset=big5>" + CHINESE).encode("gb2312")
    assert source_of("a.txt", data).encoding == "gb18030"
    assert source_of("a.html", data, "gb18030").encoding == "gb18030"


@pytest.mark.parametrize("name", ["idna", "punycode", "undefined", "zlib", "../x", "a\0b", "\ud800", "é", "a" * 5000])
@pytest.mark.parametrize("data", [b"\xff\x1d\x12\x91a", b"-" * 3000 + b"\xff", b"xn--" + b"9" * 300])
def test_an_encoding_of_any_name(name: str, data: bytes) -> None:
    with pytest.raises(UnreadableError):
        decode(data, name)

"""Bytes → text. What is not recognised for certain is refused, for a wrong guess lints what nobody wrote."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from linter.rule import Words

_UTF8_BOM = b"\xef\xbb\xbf"
_UTF16_BOMS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所"
    "民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日"
    "那社义事平形相全表间样与关各重新线内数正心反你明看原又利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已"
    "通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指区"
    "强放决西被干做必战先回则任取据处理府务工作安全市县镇村乡委办监督检查信息服务项目标题名字段落申请单位"
    "，。、；：？！“”‘’（）《》【】—…·〇％　"
)
_COMMON_SHARE = 0.4  # of the characters that are not ASCII
_COMMON_LEAST = 2
_SEVEN_BITS = ("iso2022_jp", "hz")  # other scripts written in ASCII
_WESTERN = "cp1252"
_STRAY = re.compile(rb"(?<![\x80-\xff])[\xc0-\xff](?![\x80-\xff])")
_STRAY_SHARE = 0.005  # of the bytes: a name or two in an English text


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how encrypted documents begin, and those of older programs
OLD_FORMAT = {
    "en": "Encrypted, or of an older format (.doc, .wps): save it as .docx without a password.",
    "zh": "文件已加密，或为旧格式（.doc、.wps）：请取消密码并另存为 .docx。",
}


class UnreadableError(Exception):
    """A file that cannot be read; `reason` says why in each language."""

    def __init__(self, reason: Words) -> None:
        super().__init__(reason)
        self.reason = reason


class BinaryFileError(UnreadableError):
    """A file that is no text at all."""

    def __init__(self, reason: Words | None = None) -> None:
        super().__init__(reason or {"en": "A binary file.", "zh": "二进制文件。"})


class MissingReaderError(UnreadableError):
    """A file of a format whose reader is not installed."""


class Decoded(NamedTuple):
    """A text without its byte order mark, and the encoding that it was in."""

    text: str
    encoding: str


def decode(data: bytes, encoding: str | None = None, declared: str | None = None) -> Decoded:
    """The text in `data`, strictly in `encoding` where one is named; raises `UnreadableError`.

    What the data says itself, `declared`, holds where it is not plainly UTF-8.
    """
    if data.startswith(OLE):
        raise BinaryFileError(OLD_FORMAT)
    if encoding:
        return _decode_as(data, encoding)
    if data.startswith(tuple(_UTF16_BOMS)):
        return _decode_utf16(data)
    if b"\0" in data:
        raise BinaryFileError
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_other(data, declared, error)
    if declared in _SEVEN_BITS and text.isascii():
        return _decode_as(data, declared)
    if data.startswith(_UTF8_BOM):
        return Decoded(text[1:], "utf-8-sig")
    return Decoded(text, "utf-8")


def _decode_other(data: bytes, declared: str | None, error: UnicodeDecodeError) -> Decoded:
    """As declared, else as recognised. Servers declare Western Europe before anything, and it fits anything."""
    guessed = _decode_gb18030(data) if declared in (None, _WESTERN) else None
    if declared and not guessed:
        return _decode_as(data, declared)
    guessed = guessed or _decode_stray(data)
    if not guessed:
        raise _undecodable(data, error, "utf-8") from error
    return guessed


def _decode_as(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding.encode("ascii", "replace").decode())
    except UnicodeError as error:
        raise _undecodable(data, error, encoding) from error
    except (LookupError, ValueError) as error:
        words = {"en": f"There is no encoding {encoding!r}.", "zh": f"没有名为“{encoding}”的编码。"}
        raise UnreadableError(words) from error
    if data.startswith(_UTF8_BOM) and encoding.lower().replace("_", "-") in ("utf-8", "utf8"):
        encoding = "utf-8-sig"
    return Decoded(text.removeprefix("\ufeff"), encoding)


def _decode_utf16(data: bytes) -> Decoded:
    encoding = _UTF16_BOMS[data[:2]]
    try:
        text = data[2:].decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data[2:], error, encoding) from error
    if "\0" in text:
        raise BinaryFileError
    return Decoded(text, encoding)


def _decode_gb18030(data: bytes) -> Decoded | None:
    """GB18030 decodes nearly anything; only a text of common Chinese characters is taken for it."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    foreign = [character for character in text if character > "\x7f"]
    common = sum(character in _COMMON for character in foreign)
    if common < _COMMON_LEAST or common < _COMMON_SHARE * len(foreign):
        return None
    return Decoded(text, "gb18030")


def _decode_stray(data: bytes) -> Decoded | None:
    """An ASCII text with a few letters of Western Europe, each between ASCII: hardly a word can be misread."""
    strays = len(_STRAY.findall(data))
    if strays == sum(not chr(byte).isascii() for byte in data) < _STRAY_SHARE * len(data):
        return Decoded(data.decode("latin-1"), "latin-1")
    return None


def _undecodable(data: bytes, error: UnicodeError, encoding: str) -> UnreadableError:
    line = 1
    if isinstance(error, UnicodeDecodeError):
        with suppress(UnicodeError):  # of codecs that replace nothing
            line += data[: error.start].decode(encoding, "replace").count("\n")
    name = encoding.upper()
    return UnreadableError(
        {
            "en": f"Undecodable: line {line} holds bytes that are no {name}. "
            "Name the encoding in the configuration (encoding: …) or convert the file to UTF-8.",
            "zh": f"无法解码：第{line}行有不属于{name}的字节。请在配置中注明编码（encoding: …），或将文件转换为UTF-8。",
        }
    )

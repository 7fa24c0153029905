"""Bytes → the parts of a docx that are read: XML files in a zip, each found by what another says of it."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from linter.outside.decoding import OLD_FORMAT, OLE, MissingReaderError, UnreadableError

MISSING = {
    "en": "Reading docx needs python-docx: pip install 'recto[docx]'",
    "zh": "读取 docx 需要 python-docx：pip install 'recto[docx]'",
}

try:
    from lxml import etree
except ImportError as error:
    raise MissingReaderError(MISSING) from error

if TYPE_CHECKING:
    from linter.rule import Words

Element = Any  # lxml says nothing of its types

MAX_UNPACKED = 200_000_000  # bytes of all parts together
MAX_PART = 30_000_000  # bytes of one that is read

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others are in no docx, and may ask for gigabytes of memory
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError)


class Parts(NamedTuple):
    """The roots of the parts; those that a document may lack are None."""

    document: Element
    styles: Element = None
    numbering: Element = None
    footnotes: Element = None
    endnotes: Element = None


def read_parts(data: bytes) -> Parts:
    """The parts of a docx; raises `UnreadableError`."""
    archive = _Archive(data)
    main = archive.related("", "officeDocument")
    if main is None:
        raise _error("Not a Word document: its package names no main part.", "不是 Word 文档：包中没有主文档部件。")
    document = archive.root(main)
    if document.tag != f"{W}document":
        raise _error(
            f"Not a Word document that can be read ({main}): save it as a Word document (.docx), not as Strict Open XML.",
            f"不是可读取的 Word 文档（{main}）：请另存为“Word 文档(*.docx)”，不要用 Strict Open XML。",
        )
    names = [archive.related(main, field) for field in Parts._fields[1:]]
    return Parts(document, *(None if name is None else archive.root(name) for name in names))


class _Archive:
    """A zip whose sizes have been looked at."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(OLE):
            raise UnreadableError(OLD_FORMAT)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _BROKEN as error:
            raise _error("Not a docx: it is no zip archive.", "不是 docx 文件：不是 zip 压缩包。") from error
        self._entries = {entry.filename: entry for entry in self._zip.infolist()}
        if sum(entry.file_size for entry in self._zip.infolist()) > MAX_UNPACKED:
            size = MAX_UNPACKED // 1_000_000
            raise _error(f"Unpacked it is larger than {size} MB.", f"解压后超过{size} MB。")

    def related(self, source: str, kind: str) -> str | None:
        """The name of the part that `source` (the package where that is empty) relates to as `kind`, if there is one."""
        folder, name = posixpath.split(source)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self._entries:
            return None
        for relation in self.root(relations):
            target = relation.get("Target")
            if target and relation.get("Type", "").endswith(f"/{kind}") and relation.get("TargetMode") != "External":
                return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        return None

    def root(self, name: str) -> Element:
        """The part of a name, parsed."""
        entry = self._entries.get(name)
        if entry is None:
            raise _error(f"Broken: the part {name} is missing.", f"文件已损坏：缺少部件 {name}。")
        if entry.flag_bits & _ENCRYPTED:
            raise _error("Encrypted: save it without a password.", "文件已加密：请取消密码后另存。")
        if entry.compress_type not in _METHODS:
            raise _error(
                f"Broken: the part {name} is packed in a way of its own.",
                f"文件已损坏：部件 {name} 的压缩方式不受支持。",
            )
        if entry.file_size > MAX_PART:
            size = MAX_PART // 1_000_000
            raise _error(f"The part {name} is larger than {size} MB.", f"部件 {name} 超过{size} MB。")
        try:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
            tree: Any = etree.parse(BytesIO(self._zip.read(entry)), parser)
        except (*_BROKEN, etree.XMLSyntaxError) as error:
            said = " ".join(str(error).split())
            raise _error(
                f"Broken: the part {name} cannot be read ({said}).", f"文件已损坏：部件 {name} 无法读取（{said}）。"
            ) from error
        if tree.docinfo.doctype:
            raise _error(f"Broken: the part {name} has a DOCTYPE.", f"文件已损坏：部件 {name} 含有 DOCTYPE。")
        return tree.getroot()


def _error(english: str, chinese: str) -> UnreadableError:
    words: Words = {"en": english, "zh": chinese}
    return UnreadableError(words)

"""The encoding that a web page names in its first bytes."""

from __future__ import annotations

import re

_WITHIN = 1024  # bytes, as in browsers
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_LABEL = re.compile(
    rb"""<\?xml\s[^>]*?encoding\s*=\s*["'](?P<xml>[\w.:-]+)|<meta\s[^>]*?charset\s*=\s*["']?\s*(?P<meta>[\w.:-]+)""",
    re.IGNORECASE,
)
# What browsers take each label for; the older sets of a family are read as the newest, which holds them.
_FAMILIES = {
    "gb18030": "gb18030 gb2312 gbk gb_2312-80 gb_2312 x-gbk chinese csgb2312 cp936 ms936 windows-936",
    "big5hkscs": "big5 big5-hkscs cn-big5 x-x-big5 csbig5",
    "cp932": "shift_jis shift-jis sjis x-sjis ms_kanji windows-31j ms932",
    "euc_jp": "euc-jp x-euc-jp",
    "iso2022_jp": "iso-2022-jp csiso2022jp",
    "hz": "hz-gb-2312 hz",
    "cp949": "euc-kr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 windows-949",
    "cp1252": "iso-8859-1 latin1 l1 iso8859-1 us-ascii ascii windows-1252 cp1252",
    "utf-8": "utf-8 utf8 unicode-1-1-utf-8 utf-16 utf-16le utf-16be",  # whoever can read the label reads no UTF-16
}
_ENCODINGS = {label: encoding for encoding, labels in _FAMILIES.items() for label in labels.split()}
_SINGLE_BYTES = re.compile(r"windows-125[0-8]|iso-8859-(?:[2-9]|1[03456])|koi8-[ru]|windows-874|tis-620")


def declared_encoding(data: bytes) -> str | None:
    """The name of the encoding that a meta element or an XML declaration names; None for one that no browser knows."""
    found = _LABEL.search(_COMMENT.sub(b"", data[:_WITHIN]))
    if found is None:
        return None
    label = (found["xml"] or found["meta"]).decode("ascii", "replace").lower()
    return _ENCODINGS.get(label) or (label if _SINGLE_BYTES.fullmatch(label) else None)

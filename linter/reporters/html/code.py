"""The code of a document as a reader sees it."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.document import Block
    from linter.source import Source

_FENCED = re.compile(
    r"[ \t>]*(?:```+|~~~+)[^\n]*(?:\n(?P<code>.*?))??(?:\n[ \t>]*(?:```+|~~~+)[ \t]*)?\s*\Z", re.DOTALL
)
_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)


def code_of(block: Block, source: Source) -> str:
    """What stands in a block of code, without the fences or the tags around it and in it."""
    start, end = block.span
    written = source.text[start:end]
    if source.format == "html":
        return html.unescape(_TAG.sub("", written)).strip("\n")
    fenced = _FENCED.match(written)
    return (fenced["code"] or "") if fenced else written.rstrip()

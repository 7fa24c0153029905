"""Source → Document, one module per input format. This is the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.document import Document
    from linter.source import Source

SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".txt": "text",
    ".text": "text",
    ".docx": "docx",
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".shtml": "html",
}


def format_of(name: str) -> str:
    """The format of a file called `name`; what has no suffix of its own is plain text."""
    _, dot, suffix = name.rpartition(".")
    return SUFFIXES.get(dot + suffix.lower(), "text")


def parse(source: Source) -> Document:
    """Read `source` in its own format."""
    match source.format:
        case "text":
            from linter.formats import text as module  # noqa: PLC0415 - deferred: start-up
        case "markdown":
            from linter.formats import markdown as module  # type: ignore[no-redef] # noqa: PLC0415
        case "html":
            from linter.formats import html as module  # type: ignore[no-redef] # noqa: PLC0415
        case _ if source.layout:
            from linter.formats import laid_out as module  # type: ignore[no-redef] # noqa: PLC0415
        case _:
            raise ValueError(source.format)
    return module.parse(source)

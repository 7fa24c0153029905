"""What an open document is to the linter."""

from __future__ import annotations

from typing import Literal

from linter.formats import SUFFIXES

Sort = Literal["document", "configuration", "yaml", "nothing"]

_CONFIGURATIONS = ("recto.yaml", ".recto.yaml", "pyproject.toml")
_LANGUAGES = {"markdown": "markdown", "html": "html", "plaintext": "text", "text": "text"}
_NO_BUFFERS = ("docx", "pdf")  # of what is no text an editor shows none


def sort_of(name: str, language_id: str) -> Sort:
    """What a document of this name is, or, where the name says nothing, of what the editor calls its language."""
    base = name.replace("\\", "/").rpartition("/")[2].lower()
    if base in _CONFIGURATIONS:
        return "configuration"
    if base.endswith((".yaml", ".yml")):
        return "yaml"
    return "document" if format_for(name, language_id) else "nothing"


def format_for(name: str, language_id: str) -> str:
    """The format of a document; empty for what is none."""
    _, dot, suffix = name.rpartition(".")
    found = SUFFIXES.get(dot + suffix.lower()) or _LANGUAGES.get(language_id, "")
    return "" if found in _NO_BUFFERS else found

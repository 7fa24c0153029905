"""Documents whose names begin with a dash, which a shell and pre-commit hand over as they are."""

from __future__ import annotations

import os

from linter.formats import SUFFIXES


def file_or_word(word: str) -> str:
    """A word of the command line; where it is the name of a document that is there, in a form that is no option."""
    is_document = os.path.splitext(word)[1].lower() in SUFFIXES and os.path.isfile(word)
    return os.path.join(os.curdir, word) if is_document else word

"""For the compilation mode of Emacs, in the form of GNU's compilers.

Emacs counts display cells, from 1 (`compilation-error-screen-columns`, `compilation-first-column`): a tab reaches to the
next multiple of 8 (`tab-width`), a control character is shown as `^A` in two cells and one of U+0080–U+009F as four,
wide characters take two. Characters of ambiguous width take one, as in Emacs unless its language is set to Chinese,
Japanese or Korean. Suggestions are notes.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from wcwidth import wcwidth

from linter.outside.decoding import UnreadableError
from linter.rows.line import editor_lines

if TYPE_CHECKING:
    from linter.diagnostic import Diagnostic
    from linter.outcome import Outcome, Texts

_TAB = 8


def report(outcome: Outcome) -> str:
    """One line a diagnostic."""
    return editor_lines(outcome.diagnostics, lambda found: _column(found, outcome.texts))


def _column(found: Diagnostic, texts: Texts) -> int:
    """The display cell of the place, from 1; its character where the text cannot be read again."""
    if found.start.column == 1:
        return 1
    try:
        source = texts.source(found.path)
    except UnreadableError:
        return found.start.column
    start = source.line_span(found.start.line).start
    return _cells(source.text[start : start + found.start.column - 1]) + 1


def _cells(text: str) -> int:
    """How many cells Emacs draws `text` in, at the start of a line."""
    if text.isascii() and text.isprintable():
        return len(text)
    cells = 0
    for character in text:
        cells += _TAB - cells % _TAB if character == "\t" else _width(character)
    return cells


@lru_cache(maxsize=4096)
def _width(character: str) -> int:
    width = int(wcwidth(character))
    if width >= 0:
        return width
    return 2 if character.isascii() else 4

"""The fix of a diagnostic, and all that are safe at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import TextEdit

from linter.fixes.edits import fixed_text
from linter.lsp.offers import Offer

if TYPE_CHECKING:
    from linter.diagnostic import Diagnostic
    from linter.lsp.answers import Answer
    from linter.lsp.text import Text

_SHOWN = 40  # code points of a text that stand in a title
_UNSAFE = {"en": "{} (unsafe: read what it changes)", "zh": "{}（不安全：请核对改动）"}
_REPLACE = {"en": "Replace with “{}”", "zh": "改为“{}”"}
_DELETE = {"en": "Delete", "zh": "删除"}


def fixing(found: Diagnostic, answer: Answer) -> Offer | None:
    """The diagnostic's own fix; a safe one is preferred, another says that it is not safe."""
    if found.fix is None or answer.document is None:
        return None
    source, text = answer.document.source, answer.question.text
    edits = [
        TextEdit(text.range(source.offset(edit.start), source.offset(edit.end)), edit.text) for edit in found.fix.edits
    ]
    title = found.fix.message.rstrip("。.") or _described([edit.new_text for edit in edits], answer.language)
    return Offer(title if found.fix.safe else _UNSAFE[answer.language].format(title), edits, found.fix.safe)


def fixed(answer: Answer) -> list[TextEdit]:
    """All safe fixes as one edit, from the first character that changes to the last."""
    if answer.document is None:
        return []
    new = fixed_text(answer.document.source, answer.diagnostics, unsafe=False)
    return difference(answer.question.text, new)


def difference(text: Text, new: str) -> list[TextEdit]:
    """The one edit that makes `text` into `new`; none where it is the same."""
    old = text.text
    if old == new:
        return []
    shorter = min(len(old), len(new))
    start = next((place for place in range(shorter) if old[place] != new[place]), shorter)
    end = next((place for place in range(shorter - start) if old[-1 - place] != new[-1 - place]), shorter - start)
    return [TextEdit(text.range(start, len(old) - end), new[start : len(new) - end])]


def _described(texts: list[str], language: str) -> str:
    new = " ".join("".join(texts).split())
    return _REPLACE[language].format(new[:_SHOWN] + "…" * (len(new) > _SHOWN)) if new else _DELETE[language]

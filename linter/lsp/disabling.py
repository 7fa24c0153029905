"""A line in recto.yaml that turns a rule off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lsprotocol.types import TextEdit
from pygls.uris import from_fs_path

from linter.errors import LinterError
from linter.lsp.offers import Offer
from linter.lsp.text import Text
from linter.outside.reading import read_text

if TYPE_CHECKING:
    from linter.diagnostic import Diagnostic
    from linter.lsp.answers import Answer

_RULES = re.compile(r"^rules:[ \t]*(?:#.*)?\n(?:[ \t]*(?:#.*)?\n)*(?P<indent>[ ]+)", re.MULTILINE)
_TITLE = {"en": "Turn {} off in {}", "zh": "在 {1} 中关闭 {0}"}


def disabling(found: Diagnostic, answer: Answer) -> Offer | None:
    """A line in the document's configuration; None where there is none, or where it is written in another style."""
    path = answer.origins.config if answer.origins else ""
    if found.rule.startswith("recto.") or not path.endswith((".yaml", ".yml")):
        return None
    try:
        text = Text(read_text(path), answer.question.text.encoding)
    except LinterError:
        return None
    edit = _edit(found.rule, text)
    uri = from_fs_path(path)
    if edit is None or uri is None:
        return None
    name = path.replace("\\", "/").rpartition("/")[2]
    return Offer(_TITLE[answer.language].format(found.rule, name), [edit], uri=uri)


def _edit(rule: str, text: Text) -> TextEdit | None:
    written = text.text
    if re.search(rf"^\s*['\"]?{re.escape(rule)}\b", written, re.MULTILINE):
        return None  # it is set there already, and by hand
    if rules := _RULES.search(written):
        start = rules.start("indent")
        return TextEdit(text.range(start, start), f"{rules['indent']}{rule}: off\n")
    if re.search(r"^rules:", written, re.MULTILINE):
        return None  # in braces
    ending = "" if not written or written.endswith("\n") else "\n"
    return TextEdit(text.range(len(written), len(written)), f"{ending}rules:\n  {rule}: off\n")

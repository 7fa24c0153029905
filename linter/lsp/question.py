"""What is asked about a document that is open in an editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from linter.lsp.plans import Plans, Wishes
    from linter.lsp.text import Text


class Question(NamedTuple):
    """An open document as it stands; `path` is where it is, or would be, and `root` the folder around its neighbours."""

    uri: str
    path: str
    language_id: str
    version: int
    text: Text
    wishes: Wishes
    plans: Plans
    root: str = ""

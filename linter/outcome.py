"""What a run of the linter came to: everything that a reporter may ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from linter.diagnostic import Diagnostic
    from linter.errors import LinterError
    from linter.rule import Rule
    from linter.source import Source


class Texts(Protocol):
    """The texts of the documents, for reporters that show more of them than a diagnostic holds."""

    def source(self, path: str) -> Source:
        """The text of a document; raises `UnreadableError`."""


class Outcome(NamedTuple):
    """The diagnostics, in the order of `paths`, the documents that were looked at.

    `rules` are those that could have run, by their ids; `is_coloured` says that a terminal shows the report, `errors` are what could
    not be read of the rules.
    """

    diagnostics: Sequence[Diagnostic]
    paths: Sequence[str]
    rules: Mapping[str, Rule]
    texts: Texts
    language: str = "en"
    is_coloured: bool = False
    errors: Sequence[LinterError] = ()

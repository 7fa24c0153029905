"""Paths → diagnostics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.broken import unreadable
from linter.lint import Settings, lint
from linter.outside.files import UnreadableError, find_files, read_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from linter.diagnostic import Diagnostic
    from linter.ruleset import Ruleset


def run(paths: Iterable[str], ruleset: Ruleset, settings: Settings) -> Iterator[tuple[str, list[Diagnostic]]]:
    """Each file with its diagnostics, sorted by path; what cannot be read is a diagnostic of its own."""
    for path in find_files(paths):
        try:
            source = read_source(path)
        except UnreadableError as error:
            yield path, [unreadable(path, error.reason, settings.language)]
        else:
            yield path, lint(source, ruleset, settings)

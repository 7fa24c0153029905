"""For people: the documents, each with its diagnostics in columns below it; columns of the text count characters."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from linter.rows.terminal import painter, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from linter.diagnostic import Diagnostic
    from linter.outcome import Outcome
    from linter.rows.terminal import Paint


def report(outcome: Outcome) -> str:
    """A paragraph a document, with a blank line after each."""
    paint = painter(is_coloured=outcome.is_coloured)
    return "".join(
        "\n".join([paint(plain(path), "path"), *_rows(list(group), paint), "", ""])
        for path, group in groupby(outcome.diagnostics, lambda found: found.path)
    )


def _rows(diagnostics: Sequence[Diagnostic], paint: Paint) -> Iterator[str]:
    places = [f"{found.start.line}:{found.start.column}" for found in diagnostics]
    wide, level = max(map(len, places)), max(len(found.level) for found in diagnostics)
    for place, found in zip(places, diagnostics, strict=True):
        rule = paint(f"[{found.rule}]", "faint")
        yield f"  {place:>{wide}}  {paint(f'{found.level:<{level}}', found.level)}  {plain(found.message)} {rule}"

"""Text and diagnostics → text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.diagnostic import Diagnostic, Edit
    from linter.source import Source


def fixed_text(source: Source, diagnostics: Iterable[Diagnostic], *, unsafe: bool) -> str:
    """The text of `source` with the fixes of `diagnostics` applied; of two that overlap, the earlier one."""
    fixes = [found.fix for found in diagnostics if found.fix and (unsafe or found.fix.safe)]
    text = source.text
    kept: list[Edit] = []
    for edit in sorted(edit for fix in fixes for edit in fix.edits):
        if not kept or kept[-1].end <= edit.start:
            kept.append(edit)
    for edit in reversed(kept):
        start, end = source.offset(edit.start), source.offset(edit.end)
        text = text[:start] + edit.text + text[end:]
    return text

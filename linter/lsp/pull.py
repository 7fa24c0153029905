"""Diagnostics for an editor that asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from linter.lsp.diagnostics import shown_of

if TYPE_CHECKING:
    from linter.lsp.server import Server


async def diagnostic(ls: Server, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
    """All diagnostics of an open document, or that they are the same as the editor has already."""
    answer = await ls.checks.current(params.text_document.uri)
    if answer is None:
        return types.RelatedFullDocumentDiagnosticReport([])
    identity = f"{answer.question.version}.{id(answer.question.plans):x}"
    if params.previous_result_id == identity:
        return types.RelatedUnchangedDocumentDiagnosticReport(identity)
    return types.RelatedFullDocumentDiagnosticReport(shown_of(answer, ls.shown), result_id=identity)

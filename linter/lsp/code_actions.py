"""What the editor can do about a diagnostic: mend it, silence it, turn its rule off; and mend all that is safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from linter.lsp.diagnostics import from_document
from linter.lsp.disabling import disabling
from linter.lsp.fixing import fixed, fixing
from linter.lsp.suppressing import suppressing

if TYPE_CHECKING:
    from linter.lsp.answers import Answer
    from linter.lsp.server import Server
    from linter.lsp.worker import Stop

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.recto"
KINDS: list[types.CodeActionKind | str] = [types.CodeActionKind.QuickFix, FIX_ALL]
_FIX_ALL = {"en": "Apply all safe fixes (Recto)", "zh": "应用全部安全修复（Recto）"}


async def code_actions(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction] | None:
    """The actions at a place, of the kinds that are asked for."""
    answer = await ls.checks.current(params.text_document.uri)
    if answer is None or answer.document is None:
        return None
    only = [str(getattr(kind, "value", kind)) for kind in params.context.only or ()]

    def wanted(kind: str) -> bool:
        return not only or any(kind == one or kind.startswith(f"{one}.") for one in only)

    actions: list[types.CodeAction] = []
    if wanted(types.CodeActionKind.QuickFix.value):
        actions += await ls.worker.run(lambda stop: _quick_fixes(ls, answer, params.range, stop))
    edits = fixed(answer) if wanted(FIX_ALL) else []
    if edits:
        actions.append(types.CodeAction(_FIX_ALL[answer.language], FIX_ALL, edit=edit_of(ls, answer, edits)))
    return actions


def _quick_fixes(ls: Server, answer: Answer, place: types.Range, stop: Stop) -> list[types.CodeAction]:
    """All for the diagnostics that touch a place: fixes first."""
    assert answer.document is not None, "there are diagnostics"  # noqa: S101 - the caller has looked
    shown = [
        (found, diagnostic)
        for found in answer.diagnostics
        for diagnostic in [from_document(found, answer, answer.document.source, ls.shown)]
        if diagnostic.range.start <= place.end and place.start <= diagnostic.range.end
    ]
    actions: list[types.CodeAction] = []
    for make in (fixing, suppressing, disabling):
        for found, diagnostic in shown:
            stop.check()
            offer = make(found, answer)
            if offer is not None:
                actions.append(
                    types.CodeAction(
                        offer.title,
                        types.CodeActionKind.QuickFix,
                        diagnostics=[diagnostic],
                        is_preferred=offer.is_preferred or None,
                        edit=edit_of(ls, answer, offer.edits, offer.uri),
                    )
                )
    return actions


def edit_of(ls: Server, answer: Answer, edits: list[types.TextEdit], uri: str = "") -> types.WorkspaceEdit:
    """Edits of the document, or of another file, that hold for its version alone where the editor heeds that."""
    target = uri or answer.question.uri
    if not ls.can("workspace.workspace_edit.document_changes"):
        return types.WorkspaceEdit(changes={target: edits})
    buffer = ls.buffer(target)
    version = answer.question.version if not uri else buffer.version if buffer else None
    document = types.OptionalVersionedTextDocumentIdentifier(target, version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, list(edits))])

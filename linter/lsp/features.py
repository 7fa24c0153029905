"""Message → function. This is the table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

from linter.lsp import code_actions, completion, hover, listening, pull, symbols, workspace_run

if TYPE_CHECKING:
    from collections.abc import Callable

    from linter.lsp.server import Server

FEATURES: dict[str, Callable[..., Any]] = {
    types.INITIALIZE: listening.initialize,
    types.INITIALIZED: listening.initialized,
    types.SHUTDOWN: listening.shutdown,
    types.TEXT_DOCUMENT_DID_OPEN: listening.did_open,
    types.TEXT_DOCUMENT_DID_CHANGE: listening.did_change,
    types.TEXT_DOCUMENT_DID_SAVE: listening.did_save,
    types.TEXT_DOCUMENT_DID_CLOSE: listening.did_close,
    types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: listening.did_change_folders,
    types.WORKSPACE_DID_CHANGE_CONFIGURATION: listening.did_change_configuration,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: listening.did_change_files,
    types.TEXT_DOCUMENT_HOVER: hover.hover,
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: symbols.symbols,
}


def register(server: Server) -> None:
    """Tell the server what it can do."""
    for name, function in FEATURES.items():
        server.feature(name)(function)
    server.feature(
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        types.DiagnosticOptions(inter_file_dependencies=True, workspace_diagnostics=False, identifier="recto"),
    )(pull.diagnostic)
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_actions.KINDS))(
        code_actions.code_actions
    )
    server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(completion.TRIGGERS))(completion.complete)
    server.command(workspace_run.COMMAND)(workspace_run.lint_workspace)

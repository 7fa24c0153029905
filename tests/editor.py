"""An editor for the tests: the client of pytest-lsp, talking to `recto lsp` over a pipe."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if os.environ.get("RECTO_TESTS") != "all":
    pytest.importorskip("pytest_lsp")
import pytest_lsp
from lsprotocol import types
from pygls.protocol import default_converter
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence

ROOT = Path(__file__).parent.parent
PATIENCE = 60  # seconds; a test that waits as long has failed


def capabilities(*, pull: bool = False, encoding: str = "utf-16") -> types.ClientCapabilities:
    """An editor that can do everything; `pull` says whether it asks for diagnostics."""
    tags = types.ClientDiagnosticsTagOptions([types.DiagnosticTag.Unnecessary])
    return types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=[types.PositionEncodingKind(encoding)]),
        workspace=types.WorkspaceClientCapabilities(
            configuration=True,
            workspace_folders=True,
            workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True),
            did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True),
            diagnostics=types.DiagnosticWorkspaceClientCapabilities(refresh_support=True),
        ),
        window=types.WindowClientCapabilities(work_done_progress=True),
        text_document=types.TextDocumentClientCapabilities(
            publish_diagnostics=types.PublishDiagnosticsClientCapabilities(related_information=True, tag_support=tags),
            diagnostic=types.DiagnosticClientCapabilities(related_information=True, tag_support=tags) if pull else None,
            document_symbol=types.DocumentSymbolClientCapabilities(hierarchical_document_symbol_support=True),
        ),
    )


class Editor:
    """One session: the documents that are open, and what the server has sent."""

    def __init__(self, client: pytest_lsp.LanguageClient, folder: Path) -> None:
        self.client = client
        self.folder = folder
        self.texts: dict[str, str] = {}
        self.published: dict[str, types.PublishDiagnosticsParams] = {}
        self.watched: list[str] = []
        self.heard: Callable[[types.PublishDiagnosticsParams], object] = lambda _: None
        self._versions: dict[str, int] = {}
        self._news = asyncio.Condition()

    async def listen(self, params: types.PublishDiagnosticsParams) -> None:
        """Take what the server publishes."""
        async with self._news:
            self.published[params.uri] = params
            self.heard(params)
            self._news.notify_all()

    def open(self, name: str, text: str, language: str = "markdown") -> str:
        """Open a document below the folder, or one with a URI of its own."""
        uri = name if ":" in name else (self.folder / name).as_uri()
        self.texts[uri], self._versions[uri] = text, 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def type(self, uri: str, place: types.Range, text: str) -> int:
        """Change a part of a document; its new version."""
        self._versions[uri] += 1
        document = types.VersionedTextDocumentIdentifier(self._versions[uri], uri)
        change = types.TextDocumentContentChangePartial(place, text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))
        return self._versions[uri]

    def replace(self, uri: str, text: str) -> int:
        """Change the whole of a document; its new version."""
        self.texts[uri] = text
        self._versions[uri] += 1
        document = types.VersionedTextDocumentIdentifier(self._versions[uri], uri)
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))
        return self._versions[uri]

    def close(self, uri: str) -> None:
        """Close a document."""
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))

    async def diagnostics(self, uri: str, version: int | None = None) -> Sequence[types.Diagnostic]:
        """What is published of a document, once that is for this version (else for the last one)."""
        wanted = self._versions.get(uri) if version is None else version
        return await self.until(uri, lambda params: params.version == wanted)

    async def until(
        self, uri: str, holds: Callable[[types.PublishDiagnosticsParams], object]
    ) -> Sequence[types.Diagnostic]:
        """What is published of a document, once something holds of it."""
        async with asyncio.timeout(PATIENCE), self._news:
            await self._news.wait_for(lambda: uri in self.published and holds(self.published[uri]))
        return self.published[uri].diagnostics

    async def actions(self, uri: str, place: types.Range, *only: str) -> list[types.CodeAction]:
        """What can be done at a place."""
        context = types.CodeActionContext([], list(only) or None)
        params = types.CodeActionParams(types.TextDocumentIdentifier(uri), place, context)
        found = await self.client.text_document_code_action_async(params)
        return [one for one in found or () if isinstance(one, types.CodeAction)]

    async def words(self, uri: str, mark: str = "‸") -> list[str]:
        """What may be written where the mark stands, which is taken out before."""
        items = await self.completions(uri, mark)
        return [item.label for item in items]

    async def completions(self, uri: str, mark: str = "‸") -> Sequence[types.CompletionItem]:
        """The same, in full."""
        before, _, after = self.texts[uri].partition(mark)
        self.replace(uri, before + after)
        place = types.Position(before.count("\n"), len(before.rpartition("\n")[2]))
        params = types.CompletionParams(types.TextDocumentIdentifier(uri), place)
        found = await self.client.text_document_completion_async(params)
        return found.items if isinstance(found, types.CompletionList) else found or []

    async def hover(self, uri: str, line: int, character: int) -> str:
        """What is said of a place; empty where nothing is."""
        params = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(line, character))
        found = await self.client.text_document_hover_async(params)
        return found.contents.value if found and isinstance(found.contents, types.MarkupContent) else ""

    def tell_changed(self, path: Path) -> None:
        """Say that a file changed on the disk."""
        event = types.FileEvent(path.as_uri(), types.FileChangeType.Changed)
        self.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))


@asynccontextmanager
async def editing(
    folder: Path,
    can: types.ClientCapabilities | None = None,
    *,
    folders: Sequence[Path] = (),
    settings: dict[str, Any] | None = None,
    command: Sequence[str] = ("-m", "linter", "lsp"),
    **initial: Any,
) -> AsyncIterator[Editor]:
    """A session in `folder`; `initial` are further fields of the first message. It ends as it should."""
    client = pytest_lsp.LanguageClient(converter_factory=default_converter, configuration=settings)
    editor = Editor(client, folder)

    def register(params: types.RegistrationParams) -> None:
        editor.watched += [one.method for one in params.registrations]

    async def listen(params: types.PublishDiagnosticsParams) -> None:
        await editor.listen(params)

    features = {
        **DEFAULT_CLIENT_FEATURES,
        types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: listen,
        types.CLIENT_REGISTER_CAPABILITY: register,
    }

    register_lsp_features(client, features)
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    await client.start_io(sys.executable, *command, env=environment)
    workspace = [types.WorkspaceFolder(one.as_uri(), one.name) for one in folders or (folder,)]
    await client.initialize_session(
        types.InitializeParams(can or capabilities(), workspace_folders=workspace, **initial)
    )
    yield editor
    await client.shutdown_session()
    stop: Any = client.stop  # the library says nothing of its type
    await stop()

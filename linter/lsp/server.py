"""The server: what it knows of the editor and of the open documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from linter import __version__
from linter.lsp.buffer import Buffer
from linter.lsp.checks import Checks
from linter.lsp.diagnostics import Shown, shown_of
from linter.lsp.plans import Plans, Wishes
from linter.lsp.question import Question
from linter.lsp.troubles import Troubles
from linter.lsp.worker import Worker

if TYPE_CHECKING:
    from linter.lsp.answers import Answer


class Server(LanguageServer):
    """One editor's server.

    `wishes` are what the editor sets, by the URI of a folder, empty for all; `initial` is what it began with. `swept` are
    the documents that are not open and have diagnostics from a run over the whole workspace.
    """

    def __init__(self) -> None:
        super().__init__("recto", __version__)
        self.worker = Worker()
        self.plans = Plans()
        self.initial = Wishes()
        self.wishes: dict[str, Wishes] = {"": self.initial}
        self.swept: set[str] = set()
        self.checks = Checks(self.worker, self.question, self.show)
        self.is_ended = False
        self._troubles = Troubles()

    def can(self, capability: str) -> bool:
        """Whether the editor says that it can do something: a path of attributes, with dots."""
        return bool(get_capability(self.client_capabilities, capability, default=False))

    @property
    def pulls(self) -> bool:
        """Whether the editor asks for diagnostics, and is sent none."""
        return self.can("text_document.diagnostic")

    @property
    def shown(self) -> Shown:
        """What the editor can show of a diagnostic."""
        base = "text_document.diagnostic" if self.pulls else "text_document.publish_diagnostics"
        return Shown(self.can(f"{base}.related_information"), self.can(f"{base}.tag_support"))

    def buffer(self, uri: str) -> Buffer | None:
        """The open document."""
        found = self.workspace.get_text_document(uri)
        return found if isinstance(found, Buffer) else None

    def folder_of(self, uri: str) -> str:
        """The URI of the innermost workspace folder around a document, else of the first one; empty where there is none."""
        folders = [folder.uri.rstrip("/") for folder in self.workspace.folders.values()]
        around = [folder for folder in folders if uri.startswith(folder + "/")]
        return max(around, key=len, default=folders[0] if folders else "")

    def wishes_for(self, uri: str) -> Wishes:
        """What the editor sets for a document."""
        return self.wishes.get(self.folder_of(uri), self.wishes[""])

    def question(self, uri: str) -> Question | None:
        """The open document as it stands."""
        buffer = self.buffer(uri)
        if buffer is None:
            return None
        root = to_fs_path(self.folder_of(uri)) or ""
        path = to_fs_path(uri) or (f"{root}/" if root else "") + uri.rpartition(":")[2].rpartition("/")[2]
        language_id, version = buffer.language_id or "", buffer.version or 0
        return Question(uri, path, language_id, version, buffer.content, self.wishes_for(uri), self.plans, root)

    def restart(self) -> None:
        """Lint all open documents again, with rules and configurations as they stand now."""
        self.plans = Plans()
        for uri in self.open_uris():
            self.checks.start(uri)
        if self.pulls and self.can("workspace.diagnostics.refresh_support"):
            self.workspace_diagnostic_refresh(None)

    def open_uris(self) -> list[str]:
        """The documents that are open."""
        return [document.uri for document in self.workspace.text_documents.values()]

    def show(self, answer: Answer) -> None:
        """Send what was found, unless the editor asks for it itself."""
        if answer.failure is not None:
            self.log(f"recto failed on {answer.question.uri}: {answer.failure!r}", types.MessageType.Error)
        self.show_troubles()
        if not self.pulls:
            self.publish(answer.question.uri, shown_of(answer, self.shown), answer.question.version)

    def show_troubles(self) -> None:
        """Send what is wrong with rules and configurations that are not open themselves; what is new is said aloud."""
        errors = [error for one in self.checks.answers.values() for error in one.troubles]
        changed, new = self._troubles.update(errors, self.open_uris())
        for sentence in new:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, f"recto: {sentence}"))
        for uri, diagnostics in changed.items():
            self.publish(uri, diagnostics)

    def publish(self, uri: str, diagnostics: list[types.Diagnostic], version: int | None = None) -> None:
        """Send the diagnostics of a document, in place of all before."""
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics, version))

    def log(self, message: str, kind: types.MessageType = types.MessageType.Info) -> None:
        """Write a line to the editor's log."""
        self.window_log_message(types.LogMessageParams(kind, message))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """What goes wrong with a message is logged, and the server lives on."""
        self.log(f"recto: {source.__name__}: {error}", types.MessageType.Error)

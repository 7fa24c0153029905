"""What the editor tells: documents, folders, settings and files that change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.uris import to_fs_path

from linter.formats import SUFFIXES
from linter.lsp.buffer import Buffer
from linter.lsp.plans import Wishes
from linter.lsp.sorts import sort_of

if TYPE_CHECKING:
    from linter.lsp.server import Server

_SECTION = "recto"
_WATCHED = ("**/*.{yaml,yml}", "**/pyproject.toml", "**/data/*", "**/*.txt", f"**/*{{{','.join(SUFFIXES)}}}")


def initialize(ls: Server, params: types.InitializeParams) -> None:
    """Take what the editor sets from the beginning."""
    locale = "" if not params.locale else "zh" if params.locale.lower().startswith("zh") else "en"
    ls.initial = ls.wishes[""] = Wishes(locale=locale).changed(params.initialization_options)


async def initialized(ls: Server, _: types.InitializedParams) -> None:
    """Ask for the settings, and to be told when files change."""
    if ls.can("workspace.did_change_watched_files.dynamic_registration"):
        watchers = [types.FileSystemWatcher(glob) for glob in _WATCHED]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        registration = types.Registration(method, method, options)
        await ls.client_register_capability_async(types.RegistrationParams([registration]))
    await _ask_settings(ls)


def shutdown(ls: Server, _: None) -> None:
    """The editor ends the session as it should."""
    ls.is_ended = True
    for uri in ls.open_uris():
        ls.checks.forget(uri)


def did_open(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    """A document is open."""
    uri = params.text_document.uri
    documents = ls.workspace.text_documents
    key = next(key for key, document in documents.items() if document.uri == uri)
    documents[key] = Buffer(params.text_document, ls.workspace.position_codec)
    ls.checks.start(uri)


def did_change(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    """A keystroke, or a few."""
    ls.checks.start(params.text_document.uri)


def did_save(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    """A document is saved; an editor that watches no files tells so of its own configurations and rules alone."""
    _reload(ls, [params.text_document.uri])


def did_close(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    """A document is closed, and nothing is said of it any more."""
    uri = params.text_document.uri
    ls.checks.forget(uri)
    ls.publish(uri, [])
    ls.show_troubles()


async def did_change_folders(ls: Server, params: types.DidChangeWorkspaceFoldersParams) -> None:
    """Folders come and go, each with settings of its own."""
    for folder in params.event.removed:
        ls.wishes.pop(folder.uri.rstrip("/"), None)
        for uri in [uri for uri in ls.swept if uri.startswith(folder.uri.rstrip("/") + "/")]:
            ls.swept.discard(uri)
            ls.publish(uri, [])
    if not await _ask_settings(ls):
        ls.restart()


async def did_change_configuration(ls: Server, params: types.DidChangeConfigurationParams) -> None:
    """The user's settings change; the editor sends them along, or lets itself be asked."""
    settings = params.settings if isinstance(params.settings, dict) else {}
    ls.wishes = {"": ls.initial.changed(settings.get(_SECTION, settings))}
    if not await _ask_settings(ls):
        ls.restart()


def did_change_files(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
    """Files change on the disk."""
    _reload(ls, [change.uri for change in params.changes])


def _reload(ls: Server, uris: list[str]) -> None:
    """Read rules and configurations again where one of the files may be among them, or else a neighbour of a document."""
    paths = [path for uri in uris if (path := to_fs_path(uri))]
    answers = ls.checks.answers.values()
    if any(
        sort_of(path, "") in ("configuration", "yaml")
        or any(one.origins and one.origins.holds(path) for one in answers)
        for path in paths
    ):
        ls.restart()
        return
    for path in paths:
        ls.plans.neighbours.pop(path, None)
    for uri in [one.question.uri for one in answers if one.is_among and paths]:
        ls.checks.start(uri)


async def _ask_settings(ls: Server) -> bool:
    """Ask for the settings of each folder, and lint again where they are other than before; whether that was done."""
    if not ls.can("workspace.configuration"):
        return False
    uris = ["", *(folder.uri.rstrip("/") for folder in ls.workspace.folders.values())]
    items = [types.ConfigurationItem(uri or None, _SECTION) for uri in uris]
    answers: list[Any] = list(await ls.workspace_configuration_async(types.ConfigurationParams(items)))
    wishes = {uri: ls.initial.changed(answer) for uri, answer in zip(uris, answers, strict=False)}
    if all(ls.wishes.get(uri, ls.wishes[""]) == one for uri, one in wishes.items()):
        return False
    ls.wishes.update(wishes)
    ls.restart()
    return True

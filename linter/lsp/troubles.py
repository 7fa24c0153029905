"""What is wrong with rules and configurations that are not open: shown in those files, and said once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygls.uris import from_fs_path

from linter.lsp.diagnostics import from_error

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lsprotocol.types import Diagnostic

    from linter.errors import LinterError


class Troubles:
    """What is shown now. `update` tells what to send: the diagnostics of each file that changed, and what is new."""

    def __init__(self) -> None:
        self._shown: dict[str, list[Diagnostic]] = {}
        self._said: set[str] = set()

    def update(
        self, errors: Iterable[LinterError], open_uris: Iterable[str]
    ) -> tuple[dict[str, list[Diagnostic]], list[str]]:
        """Diagnostics by the URI of their file, and sentences; a file that is open has diagnostics of its own."""
        found = {str(error): error for error in errors}
        shown: dict[str, list[Diagnostic]] = {}
        for error in found.values():
            uri = from_fs_path(error.path) if error.path and error.path.replace("\\", "/").count("/") else None
            if uri and uri not in open_uris:
                shown.setdefault(uri, []).append(from_error(error))
        changed = {uri: shown.get(uri, []) for uri in {*shown, *self._shown} if shown.get(uri) != self._shown.get(uri)}
        new = [sentence for sentence in found if sentence not in self._said]
        self._shown, self._said = shown, set(found)
        return {uri: found for uri, found in changed.items() if uri not in open_uris}, new

"""The command that lints every document of the workspace, as the command line would."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.uris import from_fs_path, to_fs_path

from linter.errors import LinterError
from linter.lsp.diagnostics import from_elsewhere
from linter.lsp.plans import Plans
from linter.lsp.server import Server  # noqa: TC001 - the library reads the annotation of a command
from linter.lsp.worker import Worker
from linter.outside.walking import find_files
from linter.running.files import run_planned

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from linter.diagnostic import Diagnostic
    from linter.lsp.plans import Wishes
    from linter.lsp.worker import Stop

COMMAND = "recto.lintWorkspace"
_TITLE = {"en": "Recto: linting the workspace", "zh": "Recto：正在检查工作区"}
_numbers = count(1)


async def lint_workspace(ls: Server) -> dict[str, int]:
    """Lint all files of all folders; how many files and diagnostics there are. Progress is shown, and may be cancelled."""
    token = await _begin(ls)
    files = diagnostics = 0
    worker = Worker()  # of its own, with rules of its own, so that what is typed meanwhile is answered meanwhile
    try:
        async for path, found, share in _results(ls, worker):
            files += 1
            diagnostics += _publish(ls, path, found)
            if token:
                report = types.WorkDoneProgressReport(message=path, percentage=int(100 * share))
                ls.work_done_progress.report(token, report)
                if ls.work_done_progress.tokens[token].cancelled():
                    break
    except LinterError as error:
        ls.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"recto: {error}"))
    finally:
        worker.close()
        if token:
            ls.work_done_progress.end(token, types.WorkDoneProgressEnd())
            ls.work_done_progress.tokens.pop(token, None)
    return {"files": files, "diagnostics": diagnostics}


async def _begin(ls: Server) -> str:
    """The token of a progress that the editor shows; empty where it shows none."""
    if not ls.can("window.work_done_progress"):
        return ""
    token = f"recto-{next(_numbers)}"
    await ls.work_done_progress.create_async(token)
    language = ls.wishes[""].lang or ls.wishes[""].locale or "en"
    begin = types.WorkDoneProgressBegin(_TITLE.get(language, _TITLE["en"]), cancellable=True, percentage=0)
    ls.work_done_progress.begin(token, begin)
    return token


async def _results(ls: Server, worker: Worker) -> AsyncIterator[tuple[str, list[Diagnostic], float]]:
    """Each file with its diagnostics, and the share of the folder that is done with it."""
    for folder in list(ls.workspace.folders.values()):
        run = _Run(to_fs_path(folder.uri) or "", ls.wishes_for(folder.uri.rstrip("/") + "/-"))
        while (result := await worker.run(run.step)) is not None:
            yield result


class _Run:
    """The run over one folder, step by step."""

    def __init__(self, root: str, wishes: Wishes) -> None:
        self._root = root
        self._wishes = wishes
        self._steps: Iterator[tuple[str, list[Diagnostic], float]] | None = None

    def step(self, _: Stop) -> tuple[str, list[Diagnostic], float] | None:
        """The next file; None after the last one. Raises `LinterError`."""
        self._steps = self._steps or self._all()
        return next(self._steps, None)

    def _all(self) -> Iterator[tuple[str, list[Diagnostic], float]]:
        plans = Plans()
        exclude, base = plans.project(self._wishes).excluded(f"{self._root}/-")
        files = find_files([self._root], exclude=exclude, exclude_base=base) if self._root else []
        found = run_planned(files, lambda path: plans.plan_for(path, self._wishes), jobs=1)
        for number, (path, diagnostics) in enumerate(found, start=1):
            yield path, diagnostics, number / len(files)


def _publish(ls: Server, path: str, found: list[Diagnostic]) -> int:
    """Show the diagnostics of a file, and say how many there are; one that is open keeps its own."""
    uri = from_fs_path(path) or path
    if ls.buffer(uri) is not None:
        answer = ls.checks.answers.get(uri)
        return len(answer.diagnostics) if answer else 0
    encoding = str(getattr(ls.workspace.position_encoding, "value", ls.workspace.position_encoding))
    ls.publish(uri, [from_elsewhere(one, encoding, uri, ls.shown) for one in found])
    ls.swept.add(uri)
    return len(found)

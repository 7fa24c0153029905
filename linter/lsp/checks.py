"""The run on each open document: the latest wins."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from linter.lsp.answers import Answer, answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from linter.lsp.question import Question
    from linter.lsp.worker import Worker

PAUSE = 0.05  # seconds without a keystroke after which a burst of them is over


class Checks:
    """Runs by the URI of their document; `done` is told of each that came to its end."""

    def __init__(self, worker: Worker, ask: Callable[[str], Question | None], done: Callable[[Answer], None]) -> None:
        self._worker = worker
        self._ask = ask
        self._done = done
        self._runs: dict[str, asyncio.Task[Answer | None]] = {}
        self.answers: dict[str, Answer] = {}

    def start(self, uri: str) -> None:
        """Lint the document as it stands, and end the run before. A keystroke in the midst of a run is answered after a pause."""
        before = self._runs.get(uri)
        is_busy = before is not None and not before.done()
        if before is not None:
            before.cancel()
        self._runs[uri] = asyncio.create_task(self._run(uri, PAUSE if is_busy else 0))

    def forget(self, uri: str) -> None:
        """The document is closed."""
        if uri in self._runs:
            self._runs.pop(uri).cancel()
        self.answers.pop(uri, None)

    async def current(self, uri: str) -> Answer | None:
        """The answer on the document as it stands when the answer is there; None where it is not open."""
        while uri in self._runs:
            run = self._runs[uri]
            try:
                return await asyncio.shield(run)
            except asyncio.CancelledError:
                if not run.cancelled():
                    raise  # it is the one who waits that is cancelled, not the run
                await asyncio.sleep(0)
        return None

    async def _run(self, uri: str, pause: float) -> Answer | None:
        await asyncio.sleep(pause)
        question = self._ask(uri)
        if question is None:
            return None
        found = await self._worker.run(partial(answer, question))
        self.answers[uri] = found
        self._done(found)
        return found

"""The thread in which documents are linted, so that the server answers meanwhile."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class StoppedError(Exception):
    """Nobody waits for the result any more."""


class Stop:
    """Tells a run that it is no longer wanted."""

    def __init__(self) -> None:
        self._event = Event()

    def set(self) -> None:
        """Ask the run to end."""
        self._event.set()

    def check(self) -> None:
        """Raise `StoppedError` where the run was asked to end."""
        if self._event.is_set():
            raise StoppedError


class Worker:
    """One thread. What is called in it need not mind other threads, and takes turns."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="recto")

    async def run(self, function: Callable[[Stop], T]) -> T:
        """What `function` gives; where the waiting is cancelled, the function is told to stop."""
        stop = Stop()
        try:
            return await asyncio.wrap_future(self._pool.submit(function, stop))
        except asyncio.CancelledError:
            stop.set()
            raise

    def close(self) -> None:
        """Take no more calls."""
        self._pool.shutdown(wait=False, cancel_futures=True)

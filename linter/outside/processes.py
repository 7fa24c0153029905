"""The same function on many things, in several processes."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from linter.errors import LinterError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")
R = TypeVar("R")
S = TypeVar("S")

_BATCHES = 8  # for each process, so that none waits long for the last
_BATCH_SIZE = 1_000_000  # bytes at most, so that an interrupt need not wait long


class _Held(NamedTuple):
    """What a process got when it started."""

    function: Callable[..., Any]
    shared: Any


_held: list[_Held] = []


def processors() -> int:
    """How many processes may run at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_processes(
    function: Callable[[T, S], R], things: Sequence[T], shared: S, *, sizes: Sequence[int], jobs: int
) -> Iterator[R]:
    """`function(thing, shared)` for each thing, in their order; raises `LinterError` where a process dies.

    `shared` goes to each process once. Where processes are not forked, all of it has to be picklable.
    """
    import multiprocessing  # noqa: PLC0415 - deferred: start-up
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - deferred: start-up
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - deferred: start-up

    batches = _split(sizes, max(jobs * _BATCHES, sum(sizes) // _BATCH_SIZE))
    context = multiprocessing.get_context(start_method())
    pool = ProcessPoolExecutor(min(jobs, len(batches)), context, _hold, (_Held(function, shared),))
    try:
        heavy_first = sorted(batches, key=lambda batch: -sum(sizes[batch.start : batch.stop]))
        results = {batch: pool.submit(_do, things[batch.start : batch.stop]) for batch in heavy_first}
        for batch in batches:
            yield from results[batch].result()
    except BrokenProcessPool as error:
        raise LinterError("a process ended all at once, perhaps for want of memory; run with one process") from error
    finally:
        pool.shutdown(cancel_futures=True)


def start_method() -> str:
    """Forking is fast, and safe on Linux alone."""
    return "fork" if sys.platform == "linux" else "spawn"


def _split(sizes: Sequence[int], parts: int) -> list[range]:
    """Neighbours together, in about `parts` batches of about equal size."""
    limit = sum(sizes) / parts
    batches = []
    start, held = 0, 0
    for number, size in enumerate(sizes):
        held += size
        if held >= limit:
            batches.append(range(start, number + 1))
            start, held = number + 1, 0
    if start < len(sizes):
        batches.append(range(start, len(sizes)))
    return batches


def _hold(held: _Held) -> None:
    """Start a process; an interrupt is for the one that started it."""
    import signal  # noqa: PLC0415 - deferred: start-up

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _held[:] = [held]


def _do(things: Sequence[Any]) -> list[Any]:
    (held,) = _held
    return [held.function(thing, held.shared) for thing in things]

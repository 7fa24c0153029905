"""How far a long run is, on a terminal."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, NoReturn, TypeVar

from linter.outside.environment import is_dumb

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tqdm import tqdm

T = TypeVar("T")

_AFTER = 1.0  # seconds of work


def can_show_progress() -> bool:
    """Whether standard error is a terminal that can write over what it has written."""
    return sys.stderr.isatty() and not is_dumb()


def with_progress(results: Iterable[T], total: int) -> Iterator[T]:
    """The results; where they take longer than a second, a bar on standard error tells how many of `total` there are.

    The bar is gone when they are all there, or when nobody asks for more.
    """
    started = time.monotonic()
    bar: tqdm[NoReturn] | None = None
    try:
        for number, result in enumerate(results):
            if bar is None and time.monotonic() - started >= _AFTER:
                bar = _bar(number, total)
            yield result
            if bar is not None:
                bar.update()
    finally:
        if bar is not None:
            bar.close()


def _bar(done: int, total: int) -> tqdm[NoReturn]:
    from tqdm import tqdm  # noqa: PLC0415 - deferred: start-up

    tqdm.monitor_interval = 0  # no thread of its own beside our processes
    return tqdm(initial=done, total=total, file=sys.stderr, leave=False, dynamic_ncols=True, unit="")

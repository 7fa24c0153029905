"""What prevails among values that should be alike."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")


class Prevailing(NamedTuple, Generic[T]):
    """The value that most have: which of them is the first that does, how many there are, and what share of all."""

    value: T
    first: int
    number: int
    share: float


def prevailing(values: Sequence[T]) -> Prevailing[T] | None:
    """The most frequent value, of several the one that comes first; None where all are alike."""
    counts = Counter(values).most_common()
    if len(counts) < 2:  # noqa: PLR2004 - one value is no disagreement
        return None
    value, count = counts[0]
    return Prevailing(value, values.index(value), count, count / len(values))

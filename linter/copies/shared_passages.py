"""The passages that stand in two documents, exactly or nearly."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from linter.copies.units import units
from linter.engines.repetition import repeated_runs
from linter.engines.similarity import similarity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from linter.copies.units import Unit
    from linter.document import Document


class SharedPassage:
    """The `pairs` of units of one document and of another that read alike, in the order of both."""

    def __init__(self, pairs: list[tuple[Unit, Unit]]) -> None:
        self.pairs = pairs

    @cached_property
    def size(self) -> int:
        """Code points of sentences and rows, without blanks; headings and code do not count."""
        return sum(len(later.key) for _, later in self.pairs if later.is_text)

    @cached_property
    def exact(self) -> bool:
        """Whether the two read the same throughout."""
        return all(first.key == later.key for first, later in self.pairs)

    @cached_property
    def alike(self) -> float:
        """Share of the text that is the same, from 0 to 1."""
        total = sum(max(len(first.key), len(later.key)) for first, later in self.pairs)
        same = sum(max(len(one.key), len(other.key)) * similarity(one.key, other.key) for one, other in self.pairs)
        return same / total


def shared_passages(
    first: Document, later: Document, least: float, is_known: Callable[[Unit], bool]
) -> Iterator[SharedPassage]:
    """The passages, in the order of `later`; `least` is how alike two neighbours must be.

    What `is_known` to be no passage of its own ends one.
    """
    one, other = units(first), units(later)
    both = one + other

    def alike(left: int, right: int) -> bool:
        mine, theirs = both[left], both[right]
        return mine.sort == theirs.sort and similarity(mine.key, theirs.key, least) > 0

    for run in repeated_runs([unit.key for unit in both], alike, [unit.hints for unit in both]):
        pairs = [(both[a], both[b]) for a, b in run.pairs if a < len(one) <= b and not is_known(both[b])]
        while pairs and not pairs[-1][1].is_text:
            pairs.pop()
        if pairs:
            yield SharedPassage(pairs)

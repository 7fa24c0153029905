"""Places that a document writes right after a parent that they do not have."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.place_pairs import Pair, misplaced
from linter.engines.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from linter.document import Block, Document
    from linter.engines.contexts import Contexts
    from linter.engines.gazetteer import Gazetteer
    from linter.engines.patterns import Pattern

_NEAR = 150  # code points around a pair, within its sentence, that may say that it speaks of former times


class Misplaced(NamedTuple):
    """A pair of names in the text of a block."""

    block: Block
    pair: Pair


class Hierarchy(NamedTuple):
    """Which pairs are looked for, and which of them are let pass.

    `ends` finds where a parent may end, `sorts` are endings that a place may exchange, `doubtful` finds names that are
    words as well, `history` finds sentences about former times, `other` are contexts in which two names are no pair,
    `known` are pairs that exist besides.
    """

    ends: Pattern
    sorts: Sequence[str]
    doubtful: Pattern
    history: Pattern
    other: Contexts
    known: frozenset[str]

    def misplaced(
        self, document: Document, scope: tuple[str, ...], gazetteer: Callable[[], Gazetteer]
    ) -> Iterator[Misplaced]:
        """Every pair that does not exist."""
        for block in document.select(scope):
            text = block.prose
            pairs = [*misplaced(text, gazetteer(), self.ends, self.sorts)] if self.ends.search(text) else []
            told = list(sentences(text)) if pairs else []
            for pair in pairs:
                first, last = told[bisect_right(told, (pair.parent.start, len(text))) - 1]
                near = max(first, pair.parent.start - _NEAR), min(last, pair.child.end + _NEAR)
                if not (self._lets_pass(text, pair) or self.history.search(text, *near)):
                    yield Misplaced(block, pair)

    def _lets_pass(self, text: str, pair: Pair) -> bool:
        start, middle, end = pair.parent.start, pair.child.start, pair.child.end
        return (
            text[start:end] in self.known
            or self.doubtful.fullmatch(text, start, middle) is not None
            or self.doubtful.fullmatch(text, middle, end) is not None
            or self.other.hold(text, start, end)
        )

"""Words that a document uses of itself: 本办法, 我镇."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.engines.patterns import find_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from linter.document import Block, Document
    from linter.engines.contexts import Contexts
    from linter.engines.patterns import Pattern


class Word(NamedTuple):
    """`block.text[start:end]`, in block `number` of the document; the word of its `family` is at `name` in the text."""

    number: int
    block: Block
    start: int
    end: int
    name: tuple[int, int]
    family: str

    @property
    def text(self) -> str:
        """It as it is written."""
        return self.block.text[self.start : self.end]


class OwnWords(NamedTuple):
    """How they are told: `pattern` finds one, its group `word` is the word of a family; `other` are contexts of others."""

    pattern: Pattern
    other: Contexts
    families: Mapping[str, Pattern]

    def family(self, word: str) -> str:
        """The first family that has the word; else the word itself."""
        return next((family for family, words in self.families.items() if words.fullmatch(word)), word)

    def find(self, document: Document, pattern: Pattern | None = None) -> Iterator[Word]:
        """The words in reading order; of a `pattern` of its own, whatever the contexts."""
        wanted = pattern or self.pattern
        if not wanted.search(document.source.text):
            return
        for number, block in enumerate(document.blocks):
            for found in find_all(wanted, block.prose):
                if pattern or not self.other.hold(block.prose, *found.span()):
                    yield Word(number, block, *found.span(), found.span("word"), self.family(found["word"]))

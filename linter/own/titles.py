"""The papers of a document, each under its title, and the words in them that fit another sort of paper."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.patterns import find_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Block, Document
    from linter.engines.patterns import Pattern
    from linter.own.words import OwnWords, Word

_TOP = 6  # blocks among which a document has its title


class Paper(NamedTuple):
    """From block `first` on; `title.text[start:end]` is the word for its sort, `sorts` are all families it may be of."""

    first: int
    title: Block
    start: int
    end: int
    sorts: frozenset[str]

    @property
    def sort(self) -> str:
        """The word for its sort."""
        return self.title.text[self.start : self.end]


class Unfitting(NamedTuple):
    """A word, and the paper that it does not fit."""

    word: Word
    paper: Paper


class Titles(NamedTuple):
    """How titles are told: the group `word` of `title` is the word for the paper; `inner` finds others within a title.

    A title in the text begins a new paper where `before` is found in the block before it, or `after` in the next; another
    one only lends its sorts to the paper that it stands in, as a block does in which `named` is found. `defined` finds
    words that the document gives a meaning of their own.
    """

    said: OwnWords
    title: Pattern
    inner: Pattern
    before: Pattern
    after: Pattern
    named: Pattern
    defined: Pattern

    def mistaken(self, document: Document) -> Iterator[Unfitting]:
        """Every word that fits neither its paper nor a definition; what stands above the first title is in no paper."""
        words = list(self.said.find(document))
        papers = self._papers(document) if words else []
        given = set(self._families(self.defined, document.source.text)) if papers else set()
        starts = [paper.first for paper in papers]
        for word in words:
            place = bisect_right(starts, word.number) - 1
            if place >= 0 and word.family not in papers[place].sorts | given:
                yield Unfitting(word, papers[place])

    def _papers(self, document: Document) -> list[Paper]:
        papers: list[Paper] = []
        blocks = [(number, block) for number, block in enumerate(document.blocks) if block.text]
        texts = ["", *(block.text for _, block in blocks), ""]
        for place, (number, block) in enumerate(blocks):
            found = None if "table" in block.scopes else self.title.fullmatch(block.text)
            if found and (place < _TOP or self.before.search(texts[place]) or self.after.search(texts[place + 2])):
                sorts = frozenset([self.said.family(found["word"]), *self._families(self.inner, block.text)])
                papers.append(Paper(number, block, *found.span("word"), sorts))
            elif papers and (found or self.named.search(block.text)):
                papers[-1] = papers[-1]._replace(sorts=papers[-1].sorts.union(self._families(self.inner, block.text)))
        return papers

    def _families(self, pattern: Pattern, text: str) -> Iterator[str]:
        return (self.said.family(found["word"]) for found in find_all(pattern, text))

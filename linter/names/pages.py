"""Where a page says a name: in sentences, and in what its links lead to."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.kept_names import HOLE, mention_of, slot
from linter.engines.sentences import sentences
from linter.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Document


class Use(NamedTuple):
    """A name in the text of block `number`, from `start` to `end`, or in the `target` of a link that stands there.

    `slot` is what is around it, and the same for two names that are used alike; `said` is the sentence or the target,
    `name` the name as it is written.
    """

    slot: str
    number: int
    start: int
    end: int
    said: str
    name: str
    target: str = ""

    def says(self, name: str) -> bool:
        """Whether the sentence or the target holds another name as well."""
        return mention_of(name).search(self.said) is not None


class Page:
    """A document, asked for names; `least` is the shortest slot, in code points without blanks."""

    def __init__(self, path: str, document: Document, least: int) -> None:
        self.path = path
        self.document = document
        self._least = least
        self.uses = lru_cache(maxsize=None)(self._uses)
        self.slots = lru_cache(maxsize=None)(self._slots)

    def _uses(self, name: str) -> list[Use]:
        """The first use in each sentence, and the links whose targets hold the name; pictures serve many pages."""
        mention = mention_of(name)
        found = [*self._in_sentences(name), *self._in_links(name)] if mention.search(self.document.source.text) else []
        return [use for use in found if len(use.slot) - use.slot.count(HOLE) >= self._least]

    def _slots(self, name: str) -> frozenset[str]:
        return frozenset(use.slot for use in self.uses(name))

    def _in_sentences(self, name: str) -> Iterator[Use]:
        mention = mention_of(name)
        for number, block in enumerate(self.document.blocks):
            if mention.search(block.text):
                for start, end in sentences(block.text):
                    text = block.text[start:end]
                    if found := mention.search(text):
                        yield Use(
                            slot(text, mention), number, start + found.start(), start + found.end(), text, found[0]
                        )

    def _in_links(self, name: str) -> Iterator[Use]:
        mention = mention_of(name)
        for number, block in enumerate(self.document.blocks):
            for inline in block.inlines:
                if inline.scope != "alt" and inline.target and (found := mention.search(inline.target)):
                    shown = slot(block.text[inline.start : inline.end], mention)
                    form = f"[{shown}]{slot(inline.target, mention)}"
                    yield Use(form, number, inline.start, inline.end, inline.target, found[0], inline.target)

    def says_beside(self, use: Use, name: str) -> bool:
        """Whether the block in which a name is used says `name` in words."""
        return mention_of(name).search(self.document.blocks[use.number].text) is not None

    def place(self, use: Use) -> Span:
        """Where the name stands; in a target that is defined elsewhere, there."""
        span, text = self.document.blocks[use.number].locate(use.start, use.end), self.document.source.text
        if not use.target:
            return span
        is_inline = "](" in text[span.end : span.end + 4]
        start = text.find(use.target, span.end) if is_inline else text.find(f"]: {use.target}")
        found = text.find(use.name, start) if start >= 0 else -1
        return Span(found, found + len(use.name)) if found >= 0 else span

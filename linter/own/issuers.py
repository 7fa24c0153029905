"""Who issued a document, by its title, its head and its signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Block, Document
    from linter.engines.patterns import Pattern

_HEAD, _FOOT = 8, 14  # blocks in which a paper is headed and signed


class Issuer(NamedTuple):
    """An organ that issued the document, named at `block.text[start:end]`."""

    block: Block
    start: int
    end: int

    @property
    def name(self) -> str:
        """The organ as it is written."""
        return self.block.text[self.start : self.end]


class Organs(NamedTuple):
    """How organs are named: each pattern has a group `name`; `title` is searched, a line of `alone` holds nothing else."""

    title: Pattern
    alone: Pattern

    def find(self, document: Document) -> list[Issuer]:
        """The organs of the title, then those that head or sign the document; each name once.

        Where the title does not end its name, as in 调研报告 on a place, a line of its own in the head comes first.
        """
        found: dict[str, Issuer] = {}
        for issuer in self._all(document):
            found.setdefault(issuer.name, issuer)
        return list(found.values())

    def _all(self, document: Document) -> Iterator[Issuer]:
        titled = list(_match(self.title, document.title, whole=False)) if document.title else []
        ended = [one for one in titled if one.end < len(one.block.text)]
        texts = [block for block in document.blocks if block.text and "table" not in block.scopes]
        yield from ended
        for block in texts[:_HEAD]:
            yield from _match(self.alone, block, whole=True)
        yield from (one for one in titled if one not in ended)
        for block in texts[max(_HEAD, len(texts) - _FOOT) :]:
            yield from _match(self.alone, block, whole=True)


def _match(pattern: Pattern, block: Block, *, whole: bool) -> Iterator[Issuer]:
    found = pattern.fullmatch(block.text) if whole else pattern.search(block.text)
    if found:
        yield from (Issuer(block, *span) for span in found.spans("name"))

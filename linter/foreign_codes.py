"""Codes that a document gives as its issuer's own, and that cannot come from the issuer's name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from linter.engines.gazetteer import LEAF, lies_in
from linter.engines.name_tree import NO_NAME
from linter.engines.patterns import find_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from linter.document import Block, Document
    from linter.engines.contexts import Contexts
    from linter.engines.gazetteer import Gazetteer, Path, Written
    from linter.engines.organ_codes import CodeSigns
    from linter.engines.patterns import Pattern
    from linter.issuers import Issuer, Organs

_HEAD = 10  # blocks in which a document has its own number
_MOST_PLACES = 12  # of one name; a name that more places bear says nothing of its issuer
_NEIGHBOUR = 6  # code points that a name may have behind the character in question


class Found(NamedTuple):
    """A code at `block.text[start:end]`, the issuer that it does not fit, and how surely it is the issuer's own.

    `neighbour` is where the text names the place that the code comes from.
    """

    block: Block
    start: int
    end: int
    issuer: Issuer
    is_sure: bool
    neighbour: tuple[Block, int, int] | None = None


class Codes(NamedTuple):
    """Where a document says its own code.

    `number` is the line of its own number, `phrases` are words about codes; each has groups `code`. `own` are contexts
    in which another number is the document's own. `elsewhere` finds the codes of organs that everybody knows.
    """

    number: Pattern
    phrases: Sequence[Pattern]
    elsewhere: Pattern
    organs: Organs
    signs: CodeSigns
    cited: Pattern
    own: Contexts

    def foreign(self, document: Document, gazetteer: Callable[[], Gazetteer]) -> Iterator[Found]:
        """One find for each line or phrase."""
        own = list(self._own(document))
        if not own:
            return
        issuers = [(issuer, places) for issuer, places in self._issuers(document, gazetteer()) if places]
        for block, spans, in_head in own:
            codes = [(start, end, block.text[start:end]) for start, end in spans]
            foreign = [code for code in codes if self._is_foreign(code[2], issuers, in_head=in_head)]
            if foreign:
                issuer, places = issuers[0]
                neighbour = self._neighbour(document, gazetteer(), self.signs.head(foreign[0][2]), places)
                yield Found(block, foreign[0][0], foreign[-1][1], issuer, in_head or neighbour is not None, neighbour)

    def _own(self, document: Document) -> Iterator[tuple[Block, list[tuple[int, int]], bool]]:
        blocks = [block for block in document.blocks if block.text]
        for block in blocks[:_HEAD]:
            if found := self.number.fullmatch(block.text):
                yield block, found.spans("code"), True
        for block in blocks:
            for phrase in self.phrases:
                for found in find_all(phrase, block.prose):
                    yield block, found.spans("code"), False
            for found in find_all(self.cited, block.prose):
                if self.own.hold(block.prose, *found.span()):
                    yield block, found.spans("code"), False

    def _issuers(self, document: Document, gazetteer: Gazetteer) -> Iterator[tuple[Issuer, Sequence[Path]]]:
        for issuer in self.organs.find(document):
            if found := gazetteer.chain_at(issuer.block.text, issuer.start):
                yield issuer, _told_apart(found, document)

    def _is_foreign(self, code: str, issuers: Iterable[tuple[Issuer, Sequence[Path]]], *, in_head: bool) -> bool:
        if not issuers or self.elsewhere.match(code):
            return False
        places = [(issuer, place) for issuer, found in issuers for place in found]
        if not in_head and any(len(place) < LEAF for _, place in places):
            return False  # a county's paper may well speak of the codes of its towns
        return not any(self.signs.fits(code, place, issuer.name) for issuer, place in places)

    def _neighbour(
        self, document: Document, gazetteer: Gazetteer, head: str, places: Sequence[Path]
    ) -> tuple[Block, int, int] | None:
        """Where the text names a place beside the issuer's that begins as the code does."""
        beside = [place[:-1] for place in places]
        for block in document.blocks:
            for found in regex.finditer(
                rf"{regex.escape(head[:1])}\p{{Han}}{{1,{_NEIGHBOUR}}}?(?:镇|乡|街道)", block.text
            ):
                if any(lies_in(place, parent) for place in gazetteer.places(found[0]) for parent in beside):
                    return block, *found.span()
        return None


def _told_apart(found: Written, document: Document) -> Sequence[Path]:
    """The places that a name may mean here: those whose parents the document names, else all that are not too many."""
    text = document.source.text
    counts = [sum(name != NO_NAME and name in text for name in place[:-1]) for place in found.places]
    named = [place for place, count in zip(found.places, counts, strict=True) if count and count == max(counts)]
    return named or (found.places if len(found.places) <= _MOST_PLACES else ())

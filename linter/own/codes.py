"""Codes that a document gives as its issuer's own, and that cannot come from the issuer's name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

import regex

from linter.engines.gazetteer import lies_in
from linter.engines.name_tree import NO_NAME
from linter.engines.patterns import find_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from linter.document import Block, Document
    from linter.engines.contexts import Contexts
    from linter.engines.gazetteer import Gazetteer, Path, Written
    from linter.engines.organ_codes import CodeSigns
    from linter.engines.patterns import Pattern
    from linter.own.issuers import Issuer, Organs

_HEAD = 10  # blocks in which a document has its own number
_MOST_PLACES = 12  # of one name; a name that more places bear says nothing of its issuer
_BESIDE = 200  # code points before a number, in which an organ may be named that has it
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


class _Said(NamedTuple):
    """Codes at `spans` of a block: those of a number on a line of its own, of a phrase about codes, or of a number cited."""

    block: Block
    spans: list[tuple[int, int]]
    sort: Literal["number", "phrase", "cited"]


class _Owner(NamedTuple):
    """Whose the codes should be, the places that its name may mean, and the names of those below them."""

    issuer: Issuer
    places: Sequence[Path]
    below: Callable[[], Sequence[Path]]


class Codes(NamedTuple):
    """Where a document says its own code.

    `number` is the line of its own number, `phrases` are words about codes; each has groups `code`. `own` are contexts
    in which another number is the document's own. `elsewhere` and `departments` match codes that may stand in any text.
    """

    number: Pattern
    phrases: Sequence[Pattern]
    elsewhere: Pattern
    departments: Pattern
    organs: Organs
    signs: CodeSigns
    cited: Pattern
    own: Contexts

    def foreign(self, document: Document, gazetteer: Callable[[], Gazetteer]) -> Iterator[Found]:
        """One find for each line or phrase."""
        said = list(self._said(document))
        owner = self._owner(document, gazetteer()) if said else None
        if owner is None:
            return
        neighbour_of = cache(lambda head: _neighbour(document, gazetteer(), head, owner.places))
        for one in said:
            foreign = [span for span in one.spans if self._is_foreign(one, span, owner, gazetteer())]
            if foreign:
                neighbour = neighbour_of(self.signs.head(one.block.text[slice(*foreign[0])]))
                is_sure = one.sort == "number" or neighbour is not None
                yield Found(one.block, foreign[0][0], foreign[-1][1], owner.issuer, is_sure, neighbour)

    def _said(self, document: Document) -> Iterator[_Said]:
        """The codes that are the document's own, surely or perhaps."""
        blocks = [block for block in document.blocks if block.text]
        heads = [(block, found) for block in blocks[:_HEAD] if (found := self.number.fullmatch(block.text))]
        yield from (_Said(block, found.spans("code"), "number") for block, found in heads)
        numbered = [block for block, _ in heads]
        told: set[tuple[int, tuple[int, int]]] = set()
        sorts: list[tuple[Pattern, Literal["phrase", "cited"]]] = [(phrase, "phrase") for phrase in self.phrases]
        for pattern, sort in [*sorts, (self.cited, "cited")]:
            if pattern.search(document.source.text):
                for block in blocks:
                    for found in find_all(pattern, block.prose) if block not in numbered else ():
                        spans = [span for span in found.spans("code") if (id(block), span) not in told]
                        told.update((id(block), span) for span in spans)
                        yield _Said(block, spans, sort)

    def _owner(self, document: Document, gazetteer: Gazetteer) -> _Owner | None:
        """The first issuer that names a place that is known, and that place."""
        for issuer in self.organs.find(document):
            found = gazetteer.chain_at(issuer.block.text, issuer.start)
            if found and (places := _told_apart(found, document)):
                below = cache(lambda: [(name,) for place in places for name in gazetteer.below(place)])
                return _Owner(issuer, places, below)
        return None

    def _is_foreign(self, one: _Said, span: tuple[int, int], owner: _Owner, gazetteer: Gazetteer) -> bool:
        """Whether the code does not fit its issuer; one in the text may be that of a lower place, or of one named there."""
        code = one.block.text[slice(*span)]
        if self.elsewhere.match(code) or any(self.signs.fits(code, place, owner.issuer.name) for place in owner.places):
            return False
        if one.sort == "number" or self.own.hold(one.block.prose, *span):
            return True
        if self.departments.match(code) or (one.sort == "cited" and not self.signs.is_governments(code)):
            return False
        beside = one.block.text[max(0, span[0] - _BESIDE) : span[1]] if one.sort == "cited" else ""
        return not any(self.signs.fits(code, place, "") for place in (*owner.below(), *gazetteer.named_in(beside)))


def _neighbour(
    document: Document, gazetteer: Gazetteer, head: str, places: Sequence[Path]
) -> tuple[Block, int, int] | None:
    """Where the text names a place beside the issuer's that begins as the code does."""
    beside = [place[:-1] for place in places]
    pattern = regex.compile(rf"{regex.escape(head[:1])}\p{{Han}}{{1,{_NEIGHBOUR}}}?(?:镇|乡|街道)")
    for block in document.blocks:
        for found in pattern.finditer(block.text, overlapped=True):
            if any(lies_in(place, parent) for place in gazetteer.places(found[0]) for parent in beside):
                return block, *found.span()
    return None


def _told_apart(found: Written, document: Document) -> Sequence[Path]:
    """The places that a name may mean here: those whose parents the document names, else all that are not too many."""
    text = document.source.text
    counts = [sum(name != NO_NAME and name in text for name in place[:-1]) for place in found.places]
    named = [place for place, count in zip(found.places, counts, strict=True) if count and count == max(counts)]
    return named or (found.places if len(found.places) <= _MOST_PLACES else ())

"""What a document calls the organ that issued it, and whether the organ can be called so."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.patterns import find_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from linter.document import Block, Document
    from linter.engines.contexts import Contexts
    from linter.engines.patterns import Pattern
    from linter.own.issuers import Organs
    from linter.own.words import OwnWords, Word

_TOWN = 4  # level from which on a place has no organs of its own but those that its name tells
_FEW = 2  # uses from which on a word tells the issuer where nothing else does


class Mistaken(NamedTuple):
    """A use that does not fit, and `block.text[start:end]`, which tells the issuer, or uses one of `fitting` words that fit."""

    use: Word
    block: Block
    start: int
    end: int
    fitting: int


class _Self(NamedTuple):
    """Who issued the document: its families, the level of its place, where that is said, how often it speaks of itself.

    `above` are the families of the places above it that its name tells; `is_organ` tells whether it is
    the name of an organ: a title may name but the place that it is about.
    """

    families: frozenset[str]
    level: int | None
    above: frozenset[str]
    is_organ: bool
    said: tuple[Block, int, int]
    uses: int


class Families(NamedTuple):
    """Words that organs use of themselves.

    `said` are words for the issuer, `claims` find what only an organ of a family writes; `signs` finds in the name of
    an organ that it is of a family. `levels` are the families of places, from the highest on, those of one level
    together. An organ may speak of the places above it, but not in the contexts `acting`, nor where it has no word for
    itself and no context `above` holds; in the contexts `peers` only a word of its own level tells. From a line on that
    `forms` matches, others speak.
    """

    said: OwnWords
    claims: Sequence[Pattern]
    signs: Mapping[str, Pattern]
    levels: Sequence[frozenset[str]]
    organs: Organs
    rulers: Pattern
    forms: Pattern
    peers: Contexts
    acting: Contexts
    above: Contexts

    def mistaken(self, document: Document) -> Iterator[Mistaken]:
        """Every use that does not fit the issuer."""
        yield from self._foreign_rulers(document)
        uses, claims = self._uses(document)
        issuer = self._issuer(document, uses) if uses or claims else None
        if issuer:
            wrong = [use for use in uses if use.family not in issuer.families and self._is_wrong(use, issuer)]
            wrong += [use for use in claims if self._is_above(use, issuer)]
            yield from (Mistaken(use, *issuer.said, issuer.uses) for use in wrong)

    def _foreign_rulers(self, document: Document) -> Iterator[Mistaken]:
        """The organs above that are not those of the place that the issuer names, or else of the place most named."""
        uses = list(self.said.find(document, self.rulers))
        counts = Counter(use.family for use in uses)
        issuer = next(iter(self.organs.find(document)), None) if counts else None
        if issuer is None:
            return
        named = [family for family in counts if family in issuer.name]
        if len(named) == 1 and len(counts) > 1:
            yield from (
                Mistaken(use, issuer.block, issuer.start, issuer.end, 0) for use in uses if use.family != named[0]
            )

    def _uses(self, document: Document) -> tuple[list[Word], list[Word]]:
        """The words for the issuer, and the claims, before others speak."""
        uses = list(self.said.find(document))
        claims = [use for claim in self.claims for use in self.said.find(document, claim)]
        blocks = document.blocks if uses or claims else ()
        end = next((number for number, block in enumerate(blocks) if self.forms.fullmatch(block.text)), len(blocks))
        return [use for use in uses if use.number < end], [use for use in claims if use.number < end]

    def _issuer(self, document: Document, uses: Sequence[Word]) -> _Self | None:
        counts = Counter(use.family for use in uses)
        for organ in self.organs.find(document):
            if families := self._families(organ.name):
                count = sum(counts[family] for family in families)
                level = self._level(families)
                is_organ = not families <= self._placed or self.organs.alone.fullmatch(organ.name) is not None
                is_organ = is_organ or level is None or level >= _TOWN
                above = self._above(organ.name)
                return _Self(families, level, above, is_organ, (organ.block, organ.start, organ.end), count)
        if all(self.peers.hold(use.block.prose, use.start, use.end) for use in uses):
            return None
        (family, count), *others = [*counts.most_common(2), ("", 0)][: max(1, len(counts))]
        if not others or count < _FEW or count == others[0][1]:
            return None
        first = next(use for use in uses if use.family == family)
        families = frozenset([family])
        said = first.block, first.start, first.end
        return _Self(families, self._level(families), frozenset(), is_organ=True, said=said, uses=count)

    def _families(self, organ: str) -> frozenset[str]:
        """The families that the name shows; of those of places only the last that it names."""
        ends = self._ends(organ)
        places = frozenset(ends) & self._placed
        last = max((ends[family] for family in places), default=0)
        return frozenset(family for family, end in ends.items() if family not in places or end == last)

    def _ends(self, organ: str) -> dict[str, int]:
        """The families that show in a name, and where each does last."""
        found = {family: list(find_all(sign, organ)) for family, sign in self.signs.items()}
        return {family: signs[-1].end() for family, signs in found.items() if signs}

    def _above(self, organ: str) -> frozenset[str]:
        """The families of the places that a name tells before the last one."""
        ends = {family: end for family, end in self._ends(organ).items() if family in self._placed}
        return frozenset(family for family, end in ends.items() if end < max(ends.values()))

    @property
    def _placed(self) -> frozenset[str]:
        return frozenset[str]().union(*self.levels)

    def _level(self, families: frozenset[str]) -> int | None:
        """The lowest level of the families: a zone is no district, though it may call itself one."""
        return max((number for number, level in enumerate(self.levels) if families & level), default=None)

    def _is_above(self, use: Word, issuer: _Self) -> bool:
        level = self._level(frozenset([use.family]))
        return level is not None and issuer.level is not None and level < issuer.level

    def _is_wrong(self, use: Word, issuer: _Self) -> bool:
        """Whether the word is of another sort of organ, or of a place that is not above; or taken for the issuer's own."""
        level = self._level(frozenset([use.family]))
        if level is None or issuer.level is None:
            return level is None and issuer.is_organ
        if level == issuer.level:
            return True
        beside = issuer.above & self.levels[level]
        if level < issuer.level and beside and use.family not in beside:
            return True  # the place above is named, and is of another sort
        text, start, end = use.block.prose, use.start, use.end
        if self.peers.hold(text, start, end):
            return False
        if level > issuer.level:
            return True
        return self.acting.hold(text, start, end) or (not issuer.uses and not self.above.hold(text, start, end))

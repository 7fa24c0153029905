"""Slips of the pen in the names that a document uses as its own, and the bare words that are left of another's name."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.names import Mention
from linter.engines.near_names import near_names
from linter.engines.occurrences import occurrences
from linter.engines.similarity import shared_length
from linter.engines.sounds import sound_alike
from linter.names.passages import Named, Passage
from linter.names.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from linter.document import Block
    from linter.engines.contexts import Contexts
    from linter.engines.names import Names
    from linter.engines.near_names import Near
    from linter.engines.patterns import Pattern
    from linter.names.subjects import Subject

_OFTEN = 3  # times that a name stands before one near it can be its misspelling
_LONG = 3  # characters of a name without its ending that can be told wherever they stand
_SHORT = 2  # characters of such a name that can be told where it begins
_WHOLE = 7  # characters of a name whose ending may be misspelt as well
_SOUNDED = 4  # characters of such a name where the slip sounds like what is meant
_RARE = 2  # times that a misspelling may stand, however seldom the right name does


class Slips(NamedTuple):
    """How misspelt names are told.

    `ending` finds the end of a name, which stays but in a long name; `other` matches characters that make another name of
    one, unless they sound alike; a short name is told in the contexts `apart`, in which it begins where it seems to.
    """

    ending: Pattern
    other: Pattern
    apart: Contexts

    def find(
        self, names: Names, subjects: Sequence[Subject], found: Sequence[Named], blocks: Sequence[Block]
    ) -> Iterator[Verdict]:
        """The names one slip away from a subject, or from a name that stands often."""
        counts = Counter((one.mention.name, one.mention.sort) for one in found)
        wanted = {(subject.mention.name, subject.mention.sort): None for subject in subjects}
        wanted |= {(short, sort): None for name, sort in wanted for short in names.short_names(name, sort)}
        wanted |= {key: None for key, times in counts.items() if times >= _OFTEN and names.begins_with_place(*key)}
        wanted |= {(rest, sort): None for name, sort in wanted for rest in names.without_places(name, sort)}
        for name, sort in wanted:
            if ending := self.ending.search(name):
                yield from self._of_name(names, name, sort, len(name) - len(ending[0]), blocks)

    def _of_name(self, names: Names, name: str, sort: str, length: int, blocks: Sequence[Block]) -> Iterator[Verdict]:
        """The misspellings of a name whose ending begins at `length`; what stands oftener, or as another's, is another."""
        found: dict[str, list[Verdict]] = defaultdict(list)
        partners: set[str] = set()
        if length < _SHORT:
            return
        for block in blocks:
            for near in near_names(block.text, name, name[length:]):
                mention = Mention(block.text, near.start, near.end, sort)
                if self._is_slip(names, near, mention, name, length):
                    verdict = Verdict(Named(Passage(block, block.text), mention), "misspelt", name, "likely")
                    found[mention.name].append(verdict)
                elif not names.is_listed(sort) and names.is_anothers(mention):
                    partners.add(mention.name)
            for near in near_names(block.text, name, "") if len(name) >= _SOUNDED else ():
                mention = Mention(block.text, near.start, near.end, sort)
                if self._is_slip_in_ending(near, mention, name, length):
                    verdict = Verdict(Named(Passage(block, block.text), mention), "misspelt", name, "likely")
                    found[mention.name].append(verdict)
        times = sum(block.text.count(name) for block in blocks) if found else 0
        for written, verdicts in found.items():
            if written not in partners and sum(block.text.count(written) for block in blocks) <= max(times, _RARE):
                yield from verdicts

    def _is_slip_in_ending(self, near: Near, mention: Mention, name: str, length: int) -> bool:
        """Whether the ending of a long name is misspelt, or that of another one by its sound, where the name begins."""
        shared = shared_length(mention.name, name)
        if shared >= length and sound_alike(near.written, near.meant) and mention.stands_in(self.apart):
            return True
        return len(name) >= _WHOLE and shared > length and not self._is_other(near)

    def _is_other(self, near: Near) -> bool:
        """Whether what is written for what is meant makes another name."""
        return any(part and self.other.fullmatch(part) for part in (near.written, near.meant))

    def _is_slip(self, names: Names, near: Near, mention: Mention, name: str, length: int) -> bool:
        is_alike = sound_alike(near.written, near.meant)
        if (self._is_other(near) and not is_alike) or names.names_another_place(mention, name):
            return False
        begins = mention.stands_in(self.apart)
        is_long = length >= (_LONG if near.written else _LONG + 1) and mention.name[0] == name[0]
        is_listed = names.is_listed(mention.sort)
        if not begins and (not (is_long or (is_alike and is_listed)) or names.begins_before(mention)):
            return False
        if length < _LONG and not is_listed and not is_alike and len(near.written) == len(near.meant) == 1:
            return False
        is_told = is_listed and (is_long or is_alike)
        return names.is_name(mention) if is_told else not names.is_anothers(mention)


def left_of(
    verdicts: Sequence[Verdict], ending: Pattern, contexts: Contexts, blocks: Sequence[Block]
) -> Iterator[Verdict]:
    """The places in `contexts` where a name of `verdicts` stands without its ending."""
    for verdict in {
        verdict.named.mention.name: verdict for verdict in verdicts if verdict.reason != "misspelt"
    }.values():
        mention = verdict.named.mention
        found = ending.search(mention.name)
        core = mention.name[: found.start()] if found else ""
        for block in blocks if len(core) > 1 else ():
            for start in occurrences(block.text, core):
                bare = Mention(block.text, start, start + len(core), mention.sort)
                if bare.stands_in(contexts):
                    yield verdict._replace(named=Named(Passage(block, block.text), bare), grade="likely")

"""Names that a document should not use as its own: which ones, why, and how sure that is."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple

from linter.engines.name_tree import Degree
from linter.engines.names import Mention
from linter.engines.near_names import near_names
from linter.passages import Named, Passage
from linter.rule import GRADES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from linter.document import Block
    from linter.engines.contexts import Contexts
    from linter.engines.name_tree import Kinship
    from linter.engines.names import Names
    from linter.engines.patterns import Pattern
    from linter.rule import Grade
    from linter.subjects import Subject

Strength = Literal["sure", "likely", "hint", "silent"]
Reason = Degree | Literal["apart", "misspelt"]

_STEPS: list[Strength] = ["silent", *reversed(GRADES)]
_NEAREST: list[Degree] = ["sibling", "cousin", "relative", "unrelated", "unknown", "other-level"]
_LIST = 3  # different names one after the other
_OFTEN = 3  # times that a name stands before one near it can be its misspelling
_LONG = 3  # characters of a name without its ending that can be told wherever they stand


class Verdict(NamedTuple):
    """A name that should not stand there, and what it is to the subject; `parent` is what both belong to."""

    named: Named
    reason: Reason
    parent: str
    grade: Grade


class Judge(NamedTuple):
    """How a rule judges names.

    `kinship` grades a name by its relation to the subject. The sorts in `own_only` count in contexts of `own` alone. In
    the contexts `apart` the subject's own name is a mistake.
    """

    names: Names
    kinship: Mapping[Degree, Strength]
    own_only: Collection[str]
    apart: Contexts

    def judge(self, subjects: Sequence[Subject], found: list[Named], partners: Sequence[Named]) -> Iterator[Verdict]:
        """What there is to say of the names `found`, which are of the sort of the `subjects`.

        `partners` are the names in the title that are not its subject.
        """
        own = {id(one) for one in found if _is_among(self.names, one, [subject.named for subject in subjects])}
        listed = _in_lists(self.names, found)
        signed = any(one.is_signed(self.names) for one in found if id(one) in own)
        for one in found:
            if id(one) in own:
                if one.mention.stands_in(self.apart):
                    yield Verdict(one, "apart", "", "likely")
            elif id(one) not in listed and not self.names.is_anothers(one.mention):
                relation = self._nearest(subjects, one)
                grade = self._grade(one, relation, absent=not own, signed=signed)
                if grade and not _is_among(self.names, one, partners):
                    yield Verdict(one, relation.degree, relation.parent, grade)

    def _nearest(self, subjects: Sequence[Subject], one: Named) -> Kinship:
        relations = [self.names.relation(subject.mention, one.mention) for subject in subjects]
        return min(relations, key=lambda relation: _NEAREST.index(relation.degree))

    def _grade(self, one: Named, relation: Kinship, *, absent: bool, signed: bool) -> Grade | None:
        """The grade of the relation; one step higher, and likely at the least, where the document means itself.

        A signature is sure, unless the subject signs too.
        """
        if relation.degree == "other-level":
            return None
        if one.is_signed(self.names):
            return None if signed else "sure"
        step = _STEPS.index(self.kinship.get(relation.degree, "hint"))
        if one.is_own(self.names):
            step = max(step + 1, _STEPS.index("likely"))
        elif one.mention.sort in self.own_only:
            return None
        elif absent and step > _STEPS.index("hint"):
            step += 1
        strength = _STEPS[min(step, len(_STEPS) - 1)]
        return None if strength == "silent" else strength


class Slips(NamedTuple):
    """How misspelt names are told: `ending` finds the end of a name that stays; `other` finds what makes another name."""

    ending: Pattern
    other: Pattern

    def find(
        self, names: Names, subjects: Sequence[Subject], found: Sequence[Named], blocks: Sequence[Block]
    ) -> Iterator[Verdict]:
        """The names one slip away from a subject, or from a name that stands often."""
        counts = Counter((one.mention.name, one.mention.sort) for one in found)
        wanted = {(subject.mention.name, subject.mention.sort): None for subject in subjects}
        wanted |= {key: None for key, times in counts.items() if times >= _OFTEN and not names.is_listed(key[1])}
        for name, sort in wanted:
            if ending := self.ending.search(name):
                for block in blocks:
                    for start, end in self._in_text(names, block.text, name, ending[0], sort):
                        passage = Passage(block, block.text)
                        yield Verdict(Named(passage, Mention(block.text, start, end, sort)), "misspelt", "", "likely")

    def _in_text(self, names: Names, text: str, name: str, ending: str, sort: str) -> Iterator[tuple[int, int]]:
        listed = names.is_listed(sort)
        for near in near_names(text, name, ending):
            mention = Mention(text, near.start, near.end, sort)
            if (near.written and self.other.fullmatch(near.written)) or (
                near.meant and self.other.fullmatch(near.meant)
            ):
                continue
            if mention.stands_in(names.other) or (near.start == 0 and not near.written and text.startswith(name[1:])):
                continue
            if listed and names.tree and _known(names, text, near.end):
                continue
            if len(name) - len(ending) < _LONG and not (
                names.stands_in(mention, names.own) or mention.stands_in(names.certain)
            ):
                continue
            yield near.start, near.end


def _known(names: Names, text: str, end: int) -> bool:
    start = names.tree().ending_at(text, end) if names.tree else None
    return start is not None and end - start >= names.least


def _is_among(names: Names, one: Named, others: Sequence[Named]) -> bool:
    return any(
        one.mention.sort == other.mention.sort and names.are_same(other.mention, one.mention) for other in others
    )


def _in_lists(names: Names, found: list[Named]) -> set[int]:
    """The names that stand in a list of three or more, by identity; two may be a mistake."""
    listed: set[int] = set()
    chain: list[Named] = []
    for one in found:
        if chain and not names.are_listed_together(chain[-1].mention, one.mention):
            chain = []
        chain.append(one)
        if len({link.mention.name for link in chain}) >= _LIST:
            listed.update(map(id, chain))
    return listed


def without_overlaps(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """One verdict a place: the surer one, else the first."""
    ranked = sorted(verdicts, key=lambda verdict: GRADES.index(verdict.grade))
    taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
    kept: list[Verdict] = []
    for verdict in ranked:
        key, (start, end) = id(verdict.named.passage.block), (verdict.named.mention.start, verdict.named.mention.end)
        if verdict.named.passage.block and any(start < last and first < end for first, last in taken[key]):
            continue
        taken[key].append((start, end))
        kept.append(verdict)
    order = {id(verdict): number for number, verdict in enumerate(verdicts)}
    return sorted(kept, key=lambda verdict: order[id(verdict)])

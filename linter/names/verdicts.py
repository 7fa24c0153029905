"""Names that a document should not use as its own: which ones, why, and how sure that is."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple

from linter.engines.name_tree import Degree
from linter.rule import GRADES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from linter.engines.contexts import Contexts
    from linter.engines.name_tree import Kinship
    from linter.engines.names import Names
    from linter.names.passages import Named
    from linter.names.subjects import Subject
    from linter.rule import Grade

Strength = Literal["sure", "likely", "hint", "silent"]
Reason = Degree | Literal["apart", "misspelt"]

_STEPS: list[Strength] = ["silent", *reversed(GRADES)]
_NEAREST: list[Degree] = ["sibling", "cousin", "relative", "unrelated", "unknown", "other-level"]
_LIST = 3  # different names one after the other
_AGAIN = 2  # places that show a name to be another's, against one that only may be the document's own
_PAIR = 2  # of names that are not the subject's


class Verdict(NamedTuple):
    """A name that should not stand there, and what it is to the subject.

    `parent` is what both belong to, and the right name where one is misspelt.
    """

    named: Named
    reason: Reason
    parent: str
    grade: Grade


class Judge(NamedTuple):
    """How a rule judges names.

    `kinship` grades a name by its relation to the subject. The sorts in `own_only` count in contexts of `own` alone, the
    others in those of `doing` as well, unless a context of `beside` shows the name to be another's anywhere, and everywhere
    where there are none or the subject stands nowhere in the text. In
    the contexts `apart` the subject's own name is a mistake; in those of `kin` a name of the subject's kind is the
    document's own, in those of `despite` even where it seems to be another's.
    """

    names: Names
    kinship: Mapping[Degree, Strength]
    own_only: Collection[str]
    doing: Contexts | None
    beside: Contexts
    apart: Contexts
    kin: Contexts
    despite: Contexts

    def judge(self, subjects: Sequence[Subject], found: list[Named], partners: Sequence[Named]) -> list[Verdict]:
        """What there is to say of the names `found`, which are of the sort of the `subjects`.

        `partners` are the names in the title that are not its subject.
        """
        case = self._case(subjects, found, partners)
        verdicts = [verdict for one in found if (verdict := self._verdict(case, one))]
        return sorted([*verdicts, *self._more(case, verdicts)], key=lambda verdict: case.order[id(verdict.named)])

    def _case(self, subjects: Sequence[Subject], found: list[Named], partners: Sequence[Named]) -> _Case:
        names = self.names
        own = {id(one) for one in found if is_among(names, one, [subject.named for subject in subjects])}
        listed = _in_lists(names, found, own)
        others = [one for one in found if id(one) not in own]
        spoken_of = [
            one
            for one in others
            if one.mention.stands_in(names.other) and not self._is_kin(subjects, one, self.despite)
        ]
        beside = {
            (id(one.passage.block), names.core(one.mention))
            for one in (*spoken_of, *(one for one in others if id(one) in listed))
        }
        return _Case(
            subjects=subjects,
            found=found,
            order={id(one): number for number, one in enumerate(found)},
            own=own,
            signed=any(one.is_signed(names) for one in found if id(one) in own),
            let_pass={
                id(one)
                for one in others
                if id(one) in listed
                or (names.is_anothers(one.mention) and not self._is_kin(subjects, one, self.despite))
                or (self.doing is not None and (id(one.passage.block), names.core(one.mention)) in beside)
            },
            partners=Counter(
                names.core(one.mention) for one in (*partners, *spoken_of, *self._beside(subjects, others, spoken_of))
            ),
            titled={one.mention.name for one in partners},
        )

    def _beside(self, subjects: Sequence[Subject], others: Sequence[Named], known: Sequence[Named]) -> Iterator[Named]:
        """The names that stand beside the subject, and not as its own; without those `known`."""
        left = set(map(id, known))
        for one in others:
            if (
                id(one) not in left
                and self.names.stands_in(one.mention, self.beside)
                and not self._is_own(subjects, one)
            ):
                yield one

    def _verdict(self, case: _Case, one: Named) -> Verdict | None:
        if id(one) in case.own:
            return Verdict(one, "apart", "", "likely") if one.mention.stands_in(self.apart) else None
        if id(one) in case.let_pass or one.mention.name in case.titled:
            return None
        relation = self._nearest(case.subjects, one)
        grade = self._grade(case, one, relation)
        return Verdict(one, relation.degree, relation.parent, grade) if grade else None

    def _is_own(self, subjects: Sequence[Subject], one: Named) -> bool:
        return one.is_own(self.names) or self._is_kin(subjects, one, self.kin, self.despite)

    def _is_often_partner(self, case: _Case, one: Named) -> bool:
        """Whether a name that is the document's own by its kind alone is shown to be another's again and again."""
        if one.is_own(self.names) or self._is_kin(case.subjects, one, self.despite):
            return False
        return case.partners.get(self.names.core(one.mention), 0) >= _AGAIN

    def _is_kin(self, subjects: Sequence[Subject], one: Named, *contexts: Contexts) -> bool:
        """Whether a name of the subject's kind stands in one of the contexts."""
        if one.mention.sort in self.own_only:
            return False
        return any(self.names.stands_in(one.mention, kin) for kin in contexts) and any(
            self.names.are_of_kind(subject.mention, one.mention) for subject in subjects
        )

    def _nearest(self, subjects: Sequence[Subject], one: Named) -> Kinship:
        relations = [self.names.relation(subject.mention, one.mention) for subject in subjects]
        return min(relations, key=lambda relation: _NEAREST.index(relation.degree))

    def _grade(self, case: _Case, one: Named, relation: Kinship) -> Grade | None:
        """The grade of the relation; one step higher, and likely at the least, where the document means itself.

        A signature is sure, unless the subject signs too.
        """
        if relation.degree == "other-level":
            return None
        if one.is_signed(self.names):
            return None if case.signed else "sure"
        step = _STEPS.index(self.kinship.get(relation.degree, "hint"))
        if self._is_own(case.subjects, one) and not self._is_often_partner(case, one):
            step = max(step + 1, _STEPS.index("likely"))
        elif self._is_only_spoken_of(case, one):
            return None
        elif not case.own and step > _STEPS.index("hint"):
            step += 1
        elif self._is_doing(case, one):
            step = max(step, _STEPS.index("likely"))
        strength = _STEPS[min(step, len(_STEPS) - 1)]
        return None if strength == "silent" else strength

    def _is_only_spoken_of(self, case: _Case, one: Named) -> bool:
        if one.mention.sort in self.own_only:
            return True
        if self.doing is None or not case.own:
            return False
        return not self._stands_in_doing(case, one)

    def _is_doing(self, case: _Case, one: Named) -> bool:
        """Whether a name of the subject's kind acts as only the subject does, or is its twin, and is nowhere another's."""
        if self.doing is None or not self._stands_in_doing(case, one):
            return False
        if self._is_twin(case, one) or any(
            self.names.differ_inside(subject.mention, one.mention) for subject in case.subjects
        ):
            return True
        return self.names.is_proper(one.mention) and self._is_kin(case.subjects, one, self.doing)

    def _stands_in_doing(self, case: _Case, one: Named) -> bool:
        if self.doing is None or self.names.core(one.mention) in case.partners:
            return False
        return self._is_twin(case, one) or self.names.stands_in(one.mention, self.doing)

    def _is_twin(self, case: _Case, one: Named) -> bool:
        return any(self.names.are_twins(subject.mention, one.mention) for subject in case.subjects)

    def _more(self, case: _Case, verdicts: list[Verdict]) -> Iterator[Verdict]:
        """The other places of a name that stands as the document's own elsewhere, and never as another's."""
        if self.doing is None:
            return
        known = {verdict.named.mention.name: verdict for verdict in verdicts}
        told = {id(verdict.named) for verdict in verdicts}
        listed = _in_lists(self.names, case.found, case.own)
        for one in case.found:
            verdict = known.get(one.mention.name)
            is_partner = self.names.core(one.mention) in case.partners
            if verdict and id(one) not in told and id(one) not in listed and not is_partner:
                yield verdict._replace(named=one, grade="likely")


class _Case(NamedTuple):
    """The names `found`, by identity: in their order, those of the subject, those that are rightly another's.

    `partners` counts the places that show a name to be another's; names are as they are compared.
    """

    subjects: Sequence[Subject]
    found: list[Named]
    order: Mapping[int, int]
    own: set[int]
    signed: bool
    let_pass: set[int]
    partners: Mapping[str, int]
    titled: set[str]


def is_among(names: Names, one: Named, others: Sequence[Named]) -> bool:
    """Whether a name is the same as one of `others` of its sort."""
    return any(
        one.mention.sort == other.mention.sort and names.are_same(other.mention, one.mention) for other in others
    )


def _in_lists(names: Names, found: list[Named], own: Collection[int]) -> set[int]:
    """The names that stand in a list of three or more, or of two of which none is in `own`, all by identity.

    Two of which one is the subject's own may be a mistake.
    """
    listed: set[int] = set()
    chain: list[Named] = []
    for one in found:
        if chain and not names.are_listed_together(chain[-1].mention, one.mention):
            chain = []
        chain.append(one)
        least = _LIST if any(id(link) in own for link in chain) else _PAIR
        if len({link.mention.name for link in chain}) >= least:
            listed.update(map(id, chain))
    return listed


def without_overlaps(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """One verdict a place: the surer one, else the first."""
    ranked = sorted(verdicts, key=lambda verdict: GRADES.index(verdict.grade))
    taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
    kept: set[int] = set()
    for verdict in ranked:
        mention, others = verdict.named.mention, taken[id(verdict.named.passage.block)]
        place = bisect_left(others, (mention.start, mention.end))
        is_free = not place or others[place - 1][1] <= mention.start
        if is_free and (place == len(others) or mention.end <= others[place][0]):
            others.insert(place, (mention.start, mention.end))
            kept.add(id(verdict))
    return [verdict for verdict in verdicts if id(verdict) in kept]

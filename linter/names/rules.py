"""A rule about names, compiled."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.contexts import Contexts, compile_contexts
from linter.engines.name_tree import UNKNOWN
from linter.engines.names import NAME, Names
from linter.engines.patterns import late_pattern
from linter.names.passages import Named, OwnPlaces, Passage, Signatures, front_matter, named, named_in_targets
from linter.names.slips import Slips, left_of
from linter.names.subjects import Subject, Subjects, disagreements
from linter.names.twins import twins
from linter.names.verdicts import Judge, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from linter.document import Document
    from linter.engines.patterns import Pattern
    from linter.names.params import Params
    from linter.rule import Lists


class NameRule(NamedTuple):
    """A compiled rule; made by `compile_rule`."""

    params: Params
    names: Names
    subjects: Subjects
    places: OwnPlaces
    judge: Judge
    slips: tuple[Slips, ...]
    bare: Contexts
    partner: Contexts

    def verdicts(self, document: Document, scope: tuple[str, ...]) -> Iterator[tuple[Subject, Verdict]]:
        """Each name that should not stand where it does, and the subject that it is compared with."""
        subjects = self.subjects.find(self.names, document)
        for subject, other in disagreements(self.names, subjects):
            yield subject, Verdict(other, *UNKNOWN, "likely")
        sorts = {subject.mention.sort: None for subject in subjects if subject.mention.sort in self.names.patterns}
        if not sorts:
            return
        found, titled = self._found(document, scope, sorts), self._in_title(document, sorts)
        found += twins(self.names, subjects, found, document.select(scope))
        own = [one for one in titled if one.is_own(self.names)]
        told = [one for one in found if self.names.stands_in(one.mention, self.partner)]
        for sort in sorts:
            alike = [subject for subject in subjects if subject.mention.sort == sort]
            partners = [one for one in titled if one not in own and one.mention.sort == sort] + told
            of_sort = [one for one in [*own, *found] if one.mention.sort == sort]
            yield from ((alike[0], one) for one in self._judged(document, alike, of_sort, partners))

    def _judged(
        self, document: Document, subjects: list[Subject], found: list[Named], partners: list[Named]
    ) -> Iterator[Verdict]:
        verdicts = self.judge.judge(subjects, found, partners)
        yield from verdicts
        blocks = [block for block in document.blocks if block.text] if self.slips else []
        for slips in self.slips:
            yield from slips.find(self.names, subjects, found, blocks)
            yield from left_of(verdicts, slips.ending, self.bare, blocks)

    def _found(self, document: Document, scope: tuple[str, ...], sorts: dict[str, None]) -> list[Named]:
        titles = set(map(id, self.subjects.title_lines(document)))
        blocks = [block for block in document.select(scope) if id(block) not in titles]
        found = list(self.places.named(self.names, document, blocks, sorts, code=self.params.code))
        if self.params.front_matter:
            found += named(self.names, front_matter(document), sorts)
        if linked := [sort for sort in self.params.links if sort in sorts]:
            found += named_in_targets(self.names, blocks, linked)
        return found

    def _in_title(self, document: Document, sorts: dict[str, None]) -> list[Named]:
        """The names in the title that are not its subject."""
        passages = [Passage.of(line, code=self.params.code) for line in self.subjects.title_lines(document)]
        return [
            one
            for one in named(self.names, passages, sorts)
            if not self.names.stands_in(one.mention, self.subjects.title)
        ]


def compile_rule(params: Params, lists: Lists) -> NameRule:
    """Compile what a rule says; most of its patterns compile when they are first used."""
    names = _names(params, lists)
    signatures = Signatures(late_pattern(params.dated), compile_contexts(params.signature)) if params.dated else None
    under = [(late_pattern(heading), compile_contexts(contexts)) for heading, contexts in params.under.items()]
    begins = compile_contexts(params.begins)
    slips = [Slips(late_pattern(ending), late_pattern(other), begins) for ending, other in params.misspelt.items()]
    places = OwnPlaces(compile_contexts(params.opening), under, signatures)
    subjects = _subjects(params, signatures)
    return NameRule(
        params,
        names,
        subjects,
        places,
        _judge(params, names),
        tuple(slips),
        compile_contexts(params.bare),
        compile_contexts(params.partner),
    )


def _names(params: Params, lists: Lists) -> Names:
    mentions = ({NAME: params.mention} if params.mention else {}) | params.mentions
    return Names(
        patterns={
            sort: late_pattern(_with_pieces(mention, params.pieces), parts=[mention])
            for sort, mention in mentions.items()
        },
        tree=cache(lambda: lists.names(params.names)) if params.names else None,
        least=params.least,
        own=compile_contexts(params.own),
        other=compile_contexts(params.other),
        certain=compile_contexts(params.certain),
        doubtful=_optional(params.doubtful),
        between=_optional(params.between),
        aliases=tuple((late_pattern(pattern), text) for pattern, text in params.aliases.items()),
        tail=_optional(params.tail),
        short=params.short,
        distinct=_optional(params.distinct),
        kinds=_optional(params.kinds),
        proper=_optional(params.proper),
    )


def _subjects(params: Params, signatures: Signatures | None) -> Subjects:
    return Subjects(
        path=_optional(params.path),
        front_matter=compile_contexts(params.front_matter),
        title=compile_contexts(params.subject),
        about=params.about,
        code=params.code,
        head=compile_contexts(params.head) if params.head else None,
        last_line=_optional(params.last_line),
        signatures=signatures,
        ruled={sort: late_pattern(pattern) for sort, pattern in params.ruled.items()},
    )


def _judge(params: Params, names: Names) -> Judge:
    return Judge(
        names=names,
        kinship=params.kinship,
        own_only=params.own_only,
        doing=compile_contexts(params.doing) if params.doing else None,
        beside=compile_contexts(params.beside),
        apart=compile_contexts(params.apart),
        kin=compile_contexts(params.kin),
        despite=compile_contexts(params.despite),
    )


def _optional(pattern: str) -> Pattern | None:
    return late_pattern(pattern) if pattern else None


def _with_pieces(mention: str, pieces: Mapping[str, str]) -> str:
    for name, pattern in pieces.items():
        mention = mention.replace(f"{{{name}}}", pattern)
    return mention

"""kept-name: a page made from another that kept the other's name or year at a place where pages name themselves."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from linter.engines.kept_names import HOLE, Names, mention_of, names_in_paths, names_in_titles, slot
from linter.engines.sentences import sentences
from linter.nearby import Nearby, sketch_of
from linter.rule import Comparison, Doc, Match, Place
from linter.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from linter.document import Document
    from linter.engines.patterns import Pattern
    from linter.rule import Grade, Lists, Read, Rule

FIELDS = ("name", "own", "other")
GRADES: tuple[Grade, ...] = ("sure", "likely", "hint")
SCOPE: tuple[str, ...] = ("text",)

_HELD = 32  # documents


class Params(NamedTuple):
    """What a rule of this kind says."""

    across: Annotated[Literal["project"], Doc("Where the copies are.", "比较的范围。")]
    min_chars: Annotated[
        int,
        Doc("Shortest form of words around a name, in characters without blanks.", "名称前后文字至少多少字（不计空白）。"),
    ] = 12
    replaced: Annotated[
        int,
        Doc(
            "At how many places the page must have its own name where the other page has its own.",
            "至少有多少处已改为本文自己的名称。",
        ),
    ] = 2


class _Use(NamedTuple):
    """A name in its slot; `start` and `end` are the place of the name in the text of block `number`."""

    slot: str
    number: int
    start: int
    end: int
    is_link: bool

    def span(self, document: Document) -> Span:
        return document.blocks[self.number].locate(self.start, self.end)


def make_comparison(rule: Rule, lists: Lists) -> Comparison:  # noqa: ARG001 - every kind has this form
    """One match for each place, in the page that kept the name, related to the place in the other page."""
    params = Params(**rule.params)

    def compare(summaries: Mapping[str, Any], read: Read) -> Iterator[tuple[str, Match]]:
        nearby = Nearby(summaries)
        pages = lru_cache(maxsize=_HELD)(lambda path: _Page(path, read(path), params.min_chars))
        for number, path in enumerate(nearby.paths):
            others = nearby.of(number)
            if others:
                for match in _kept(pages(path), [pages(other) for other in others], params):
                    yield path, match

    return Comparison(sketch_of, compare)


class _Page:
    """A document with the sentences and links in which names may stand."""

    def __init__(self, path: str, document: Document, least: int) -> None:
        self.path = path
        self.document = document
        self.title = document.title.text if document.title else ""
        self._least = least
        self._texts = list(_texts(document))
        self._uses: dict[str, list[_Use]] = {}

    def uses(self, name: str) -> list[_Use]:
        """Where a name stands: the first place in each sentence, and the links that lead to it."""
        if name not in self._uses:
            self._uses[name] = list(self._find(mention_of(name)))
        return self._uses[name]

    def slots(self, name: str) -> set[str]:
        return {use.slot for use in self.uses(name)}

    def _find(self, mention: Pattern) -> Iterator[_Use]:
        for number, start, end, text, lead in self._texts:
            found = mention.search(text)
            if not found:
                continue
            form = lead + slot(text, mention)
            if len(form) - form.count(HOLE) < self._least:
                continue
            if lead:
                yield _Use(form, number, start, end, is_link=True)
            else:
                yield _Use(form, number, start + found.start(), start + found.end(), is_link=False)


def _texts(document: Document) -> Iterator[tuple[int, int, int, str, str]]:
    """Block number, place and text of each sentence; and of each link its text's place, its target, and its text."""
    for number, block in enumerate(document.blocks):
        for start, end in sentences(block.text):
            yield number, start, end, block.text[start:end], ""
        for inline in block.inlines:
            if inline.target:
                shown = block.text[inline.start : inline.end]
                yield number, inline.start, inline.end, inline.target, f"[{shown.casefold()}]"


def _names(theirs: _Page, own: _Page) -> list[Names]:
    """By which names the two are told apart."""
    found = [*names_in_paths(theirs.path, own.path), *names_in_titles(theirs.title, own.title)]
    return list(dict.fromkeys(found))


def _kept(page: _Page, others: list[_Page], params: Params) -> Iterator[Match]:
    """The places in `page` that still say the name of one of the others."""
    named = [(other, names) for other in others for names in _names(other, page)]
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for other, names in named:
        for form in other.slots(names.theirs):
            holders[form].add(other.path)
    told: set[tuple[int, int]] = set()
    for other, names in named:
        own = mention_of(names.own)
        mine = page.slots(names.own)
        replaced = len(mine & other.slots(names.theirs))
        for use in page.uses(names.theirs):
            text = page.document.blocks[use.number].text
            if use.slot in mine or own.search(text) or (use.number, use.start) in told:
                continue
            grade = _grade(use, names, holders[use.slot] - {other.path}, replaced, other, params)
            if grade:
                told.add((use.number, use.start))
                yield _match(page, other, names, use, grade)


def _grade(use: _Use, names: Names, others: set[str], replaced: int, other: _Page, params: Params) -> Grade | None:
    """Sure where a third page names itself in the same slot; else where the two pages alone show that it was kept."""
    if others:
        return "sure"
    if use.slot not in other.slots(names.theirs) or replaced < params.replaced or not names.are_distinct:
        return None
    return "likely" if use.is_link and not names.are_years else "hint"


def _match(page: _Page, other: _Page, names: Names, use: _Use, grade: Grade) -> Match:
    twins = [twin for twin in other.uses(names.theirs) if twin.slot == use.slot] or other.uses(names.theirs)
    related = tuple(Place(other.path, twin.span(other.document)) for twin in twins[:1])
    fields = {"name": names.theirs, "own": names.own, "other": other.path}
    return Match(use.span(page.document), fields, related, grade=grade)

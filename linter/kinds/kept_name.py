"""kept-name: a page made from another that kept the other's name or year at a place where pages name themselves."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from linter.copies.nearby import Nearby, sketch_of
from linter.engines.kept_names import HOLE, is_mentioned, names_in_paths, names_in_titles
from linter.engines.patterns import late_pattern
from linter.names.pages import Page
from linter.rule import Comparison, Doc, Match, PatternText, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from linter.engines.kept_names import Names
    from linter.engines.patterns import Pattern
    from linter.names.pages import Use
    from linter.rule import Files, Grade, Lists, Rule
    from linter.source import Span

FIELDS = ("name", "own", "other")
GRADES: tuple[Grade, ...] = ("sure", "likely", "hint")
SCOPE: tuple[str, ...] = ("text",)

_HELD = 32  # pages at hand


class Params(NamedTuple):
    """What a rule of this kind says."""

    across: Annotated[Literal["project"], Doc("Where the other pages are.", "比较的范围。")]
    min_chars: Annotated[
        int,
        Doc(
            "Shortest form of words around a name, in characters without blanks.",
            "名称前后文字至少多少字（不计空白）。",
        ),
    ] = 12
    replaced: Annotated[
        int,
        Doc(
            "At how many places a page must have its own name, where two pages alone are to show that one was kept.",
            "仅凭两个文件判断时，至少有多少处已改为本文自己的名称。",
        ),
    ] = 2
    distinct: Annotated[
        PatternText,
        Doc("Names that are no ordinary words; two pages alone show nothing of others.", "不会是普通词语的名称。"),
    ] = PatternText(r"[\p{N}_-]|\p{Ll}\p{Lu}")
    whole: Annotated[
        PatternText,
        Doc(
            "Names that are not cut where two titles differ in a part of them.", "标题不同之处落在其中时取整体的名称。"
        ),
    ] = PatternText(r"(?!)")


class _Other(NamedTuple):
    """Another page, and the names by which it and this one are told apart."""

    path: str
    names: Names


def make_comparison(rule: Rule, lists: Lists) -> Comparison:  # noqa: ARG001 - every kind has this form
    """One match for each place, in the page that kept the name, related to the place in the other page."""
    params = Params(**rule.params)
    whole, distinct = late_pattern(params.whole), late_pattern(params.distinct)

    def compare(summaries: Mapping[str, Any], files: Files) -> Iterator[tuple[str, Match]]:
        nearby = Nearby(summaries)
        page = lru_cache(maxsize=_HELD)(lambda path: Page(path, files.document(path), params.min_chars))
        for path, others in nearby.alike().items():
            named = [_Other(other, names) for other in others for names in _names(other, path, nearby.titles, whole)]
            if not named:
                continue
            lowered = files.source(path).text.casefold()
            if any(is_mentioned(other.names.theirs, lowered) for other in named):
                pages = {other.path: page(other.path) for other in named}
                for match in _Kept(page(path), pages, named, params, distinct).matches():
                    yield path, match

    return Comparison(sketch_of, compare)


def _names(theirs: str, own: str, titles: Mapping[str, str], whole: Pattern) -> list[Names]:
    """By which names two pages are told apart."""
    found = [*names_in_paths(theirs, own, whole), *names_in_titles(titles[theirs], titles[own], whole)]
    return list(dict.fromkeys(found))


class _Kept:
    """A page and the others that it may have been made from."""

    def __init__(
        self, page: Page, pages: Mapping[str, Page], others: list[_Other], params: Params, distinct: Pattern
    ) -> None:
        self._page = page
        self._pages = pages
        self._others = others
        self._params = params
        self._distinct = distinct
        self._holders: defaultdict[str, set[str]] = defaultdict(set)
        for path, names in others:
            for form in pages[path].slots(names.theirs):
                self._holders[form].add(path)

    def matches(self) -> Iterator[Match]:
        """One for each place that still says the name of another page, where that page or a third says its own."""
        told: set[Span] = set()
        for other in self._others:
            mine = self._page.slots(other.names.own)
            for use in self._page.uses(other.names.theirs):
                if use.slot in mine or use.says(other.names.own):
                    continue
                grade = self._grade(use, other)
                if grade and (place := self._page.place(use)) not in told:
                    told.add(place)
                    yield self._match(use, other, place, grade)

    def _grade(self, use: Use, other: _Other) -> Grade | None:
        """Sure where a third page names itself in the same slot; else how surely the two alone show what was kept."""
        holders = self._holders[use.slot]
        if holders - {other.path}:
            return "sure"
        names = other.names
        if other.path not in holders or not self._distinct.search(names.theirs):
            return None
        if use.target and not names.are_years:
            return "likely" if names.are_of_paths and self._is_blind(use, names) else None
        replaced = self._page.slots(names.own) & self._pages[other.path].slots(names.theirs)
        return "hint" if len(replaced) >= self._params.replaced else None

    def _is_blind(self, use: Use, names: Names) -> bool:
        """Whether a link leads to what belongs to the other page without saying so, on a page that links to its own."""
        if use.slot.endswith((HOLE, HOLE + "/")) or HOLE + "/" not in use.slot:
            return False  # it leads to the other page itself: a reference
        own = sum(bool(link.target) for link in self._page.uses(names.own))
        return own > self._params.replaced and not self._page.says_beside(use, names.theirs)

    def _match(self, use: Use, other: _Other, place: Span, grade: Grade) -> Match:
        page, name = self._pages[other.path], other.names.theirs
        twins = [twin for twin in page.uses(name) if twin.slot == use.slot] or page.uses(name)
        related = tuple(Place(other.path, page.place(twin)) for twin in twins[:1])
        return Match(place, {"name": name, "own": other.names.own, "other": other.path}, related, grade=grade)

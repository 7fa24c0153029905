"""Outcome → what the page shows."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from linter import __version__
from linter.outside.decoding import UnreadableError
from linter.reporters.html.article import article_of, text_of
from linter.reporters.html.notes import Margins
from linter.reporters.html.words import WORDS, counted
from linter.rule import LEVELS, in_language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from linter.outcome import Outcome
    from linter.reporters.html.article import Article, Text
    from linter.rule import Words
    from linter.source import Source


class Listed(NamedTuple):
    """A document in the list at the top; `number` is that of its article, 0 where it has none."""

    path: str
    counts: Mapping[str, int]
    number: int


class Told(NamedTuple):
    """A rule that found something: why it is there, what it rests on, and how much it found."""

    id: str
    description: str
    source: str
    url: str
    notes: int


class Page(NamedTuple):
    """Everything that the template says; `packs` are the rules that found something, by pack."""

    words: dict[str, str]
    version: str
    articles: list[Article]
    listed: list[Listed]
    unread: list[tuple[str, str]]
    counts: Mapping[str, int]
    packs: Mapping[str, list[Told]]
    levels: tuple[str, ...] = LEVELS

    @property
    def total(self) -> int:
        """How many diagnostics there are in the articles."""
        return sum(self.counts.values())

    def counted(self, number: int, what: str) -> str:
        """See `words.counted`."""
        return counted(number, what, self.words)

    def differences(self, number: int) -> str:
        """How many differences two passages have."""
        if number > 1:
            return self.words["differences"].format(number)
        return self.words["one-difference" if number else "no-differences"]


def page_of(outcome: Outcome) -> Page:
    """The page of a run. A document without diagnostics is shown where it is the only one, or where some refer to it."""
    words = WORDS[outcome.language]
    sources, unread = _read(outcome)
    spoken = {found.path for found in outcome.diagnostics}
    spoken |= {other.path for found in outcome.diagnostics for other in found.related}
    shown = {path: source for path, source in sources.items() if path in spoken or len(outcome.paths) == 1}
    margins = Margins(outcome.diagnostics, shown, outcome.rules, words)

    @cache
    def text_at(path: str) -> Text:
        return text_of(shown[path])

    articles = [article_of(number, path, text_at, margins) for number, path in enumerate(shown, start=1)]
    by_path = {article.path: article for article in articles}
    listed = [
        Listed(path, by_path[path].counts, by_path[path].number) if path in by_path else Listed(path, {}, 0)
        for path in sources
    ]
    counts: Counter[str] = Counter(found.level for found in outcome.diagnostics if found.path in shown)
    return Page(words, __version__, articles, listed, unread, counts, _packs(outcome, shown))


def _read(outcome: Outcome) -> tuple[dict[str, Source], list[tuple[str, str]]]:
    """The documents by path, and those that could not be read, each with the reason."""
    sources, unread = {}, []
    for path in outcome.paths:
        try:
            sources[path] = outcome.texts.source(path)
        except UnreadableError as error:
            unread.append((path, in_language(error.reason, outcome.language)))
    return sources, unread


def _packs(outcome: Outcome, shown: Mapping[str, Source]) -> dict[str, list[Told]]:
    found = Counter(one.rule for one in outcome.diagnostics if one.path in shown)
    packs: dict[str, list[Told]] = {}
    for name in sorted(found):
        packs.setdefault(name.partition(".")[0], []).append(_told(outcome, name, found[name]))
    return packs


def _told(outcome: Outcome, name: str, count: int) -> Told:
    def say(words: Words) -> str:
        return " ".join(in_language(words, outcome.language).split()) if words else ""

    rule = outcome.rules.get(name)
    return (
        Told(name, say(rule.description), say(rule.source), rule.url, count) if rule else Told(name, "", "", "", count)
    )

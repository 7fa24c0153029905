"""term-consistency: two spellings of one term in one document."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from linter.engines import spellings
from linter.engines.patterns import find_all, late_any, late_pattern
from linter.engines.slips import by_letter
from linter.engines.words import Forms, Words, names, words
from linter.rule import Doc, Match, PatternText, Rewrite

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from linter.document import Block, Document
    from linter.engines.patterns import Pattern
    from linter.engines.spellings import Spelling
    from linter.rule import Check, Field, Grade, Lists, Rule
    from linter.source import Span

FIELDS = ("observed", "times", "usual", "count", "first")
GRADES: tuple[Grade, ...] = ("sure", "likely")
SCOPE: tuple[str, ...] = ("text",)

_INSIDE_SENTENCE = frozenset(",;(、，；（")  # a capital after one of these is no sentence's first
_MOST = 50  # spellings of either sort; a document with more is no text that somebody wrote


class Params(NamedTuple):
    """What a rule of this kind says."""

    variants: Annotated[
        dict[PatternText, str],
        Doc(
            "Spellings (patterns) that are reported where the document has the other one as well.",
            "“异形（正则表达式）：通行写法”；两者同时出现时报告前者。",
        ),
    ] = {}  # noqa: RUF012 - never written to
    ignore: Annotated[
        tuple[Literal["case", "width", "hyphen", "space", "letter"], ...],
        Doc(
            "What two spellings of one term may differ in; `letter` is a slip of the pen.",
            "同一术语的两种写法可有的差别：大小写、全半角、连字符、空格、个别字母之误。",
        ),
    ] = ("case", "width", "hyphen", "space", "letter")
    min_count: Annotated[
        int, Doc("How often the usual spelling must stand in the document.", "通行写法在文中至少出现的次数。")
    ] = 2
    particles: Annotated[
        tuple[str, ...],
        Doc(
            "Words that make a phrase another word: one sets up a setup.",
            "小品词：带有它的短语与连写的词是两回事（如 set up 与 setup）。",
        ),
    ] = ()
    aliases: Annotated[
        dict[PatternText, str],
        Doc("Rewritings after which two spellings are both right.", "改写后相同的两种写法均属正确，不报告。"),
    ] = {}  # noqa: RUF012 - never written to
    exceptions: Annotated[
        tuple[PatternText, ...],
        Doc("A spelling that one of these is found in is let pass.", "写法含有其中之一时不报告。"),
    ] = ()


class _Text(NamedTuple):
    """What the spellings are told from: prose, the names in code, and the pieces of code as wholes."""

    blocks: list[Block]
    prose: str
    words: Words
    names: Counter[str]
    phrases: Counter[str]


class _Place(NamedTuple):
    """`block.text[start:end]`; `in_code` if it is a name in code."""

    block: Block
    start: int
    end: int
    in_code: bool

    @property
    def span(self) -> Span:
        """Where it stands in the source."""
        return self.block.locate(self.start, self.end)

    @property
    def text(self) -> str:
        """What stands there."""
        return self.block.text[self.start : self.end]

    @property
    def may_be_capitalised(self) -> bool:
        """Whether any word would have a capital here: in a heading, a cell, or first in its sentence."""
        before = self.block.text[: self.start].rstrip()[-1:]
        return bool(self.block.depth) or not (before.islower() or before in _INSIDE_SENTENCE)


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each rarer spelling, at its first place, related to its others."""
    params = Params(**rule.params)
    exceptions = late_any(params.exceptions)
    aliases = [(late_pattern(pattern), text) for pattern, text in params.aliases.items()]
    variants = [(late_pattern(pattern), usual) for pattern, usual in params.variants.items()]

    def is_wanted(spelling: Spelling) -> bool:
        if exceptions and exceptions.search(spelling.variant):
            return False
        return _rewritten(spelling.variant, aliases) != _rewritten(spelling.usual, aliases)

    def check(document: Document) -> Iterator[Match]:
        text = _read(document.select(rule.scope))
        for pattern, usual in variants:
            yield from _listed(text, pattern, usual, exceptions)
        exact = list(islice(filter(is_wanted, _exact(text, params)), _MOST))
        folded = list(islice(filter(is_wanted, _folded(text, params)), _MOST))
        if exact or folded:
            places = _places(text.blocks, exact, folded)
            for spelling in (*exact, *folded):
                yield from _judge(spelling, places, text, params.min_count)

    return check


def _read(blocks: list[Block]) -> _Text:
    prose = "\n".join([block.prose for block in blocks])
    code = [block.text[start:end] for block in blocks for start, end in _code(block)]
    return _Text(blocks, prose, words(prose), names("\n".join(code)), Counter(code))


def _code(block: Block) -> list[tuple[int, int]]:
    return [(inline.start, inline.end) for inline in block.inlines if inline.scope == "code"]


def _rewritten(word: str, aliases: list[tuple[Pattern, str]]) -> str:
    for pattern, text in aliases:
        word = pattern.sub(text, word)
    return word


def _exact(text: _Text, params: Params) -> Iterator[Spelling]:
    if "width" in params.ignore:
        yield from spellings.by_width(text.words)
    if "case" in params.ignore:
        yield from spellings.by_case(Counter(text.words.cased) + text.names)
    if "hyphen" in params.ignore:
        yield from spellings.by_dots(text.phrases)


def _folded(text: _Text, params: Params) -> Iterator[Spelling]:
    plain = text.words.plain
    if "hyphen" in params.ignore:
        yield from spellings.by_hyphen(plain)
    if "space" in params.ignore:
        lowered = text.prose.lower()
        in_code = {name.lower() for name in (*text.names, *text.words.cased) if not name[1:].islower()}
        yield from (
            spelling
            for spelling in spellings.by_space(plain, set(params.particles), lowered)
            if spelling.variant.replace(" ", "") not in in_code
        )
    if "letter" in params.ignore:
        yield from by_letter(plain)


def _places(blocks: list[Block], exact: list[Spelling], folded: list[Spelling]) -> dict[str, list[_Place]]:
    """Where each spelling stands, in reading order."""
    forms = Forms(_forms(exact), _forms(folded))
    places: dict[str, list[_Place]] = defaultdict(list)
    for block in blocks:
        found = [(form, _Place(block, start, end, in_code=False)) for form, start, end in forms.find(block.prose)]
        for first, last in _code(block):
            inside = forms.find(block.text[first:last], code=True)
            found += [(form, _Place(block, first + start, first + end, in_code=True)) for form, start, end in inside]
        titles = _titles(block) if found else []
        for form, place in sorted(found, key=lambda pair: pair[1].start):
            if not any(start <= place.start < end for start, end in titles):
                places[form].append(place)
    return places


def _forms(found: list[Spelling]) -> set[str]:
    return {form for spelling in found for form in (spelling.variant, spelling.usual)}


def _titles(block: Block) -> list[tuple[int, int]]:
    """Links that fill their block: titles of other texts, which are spelt as their authors spell."""
    links = [inline for inline in block.inlines if inline.scope == "link" and "://" in inline.target]
    return [(link.start, link.end) for link in links if 2 * (link.end - link.start) > len(block.text)]


def _judge(spelling: Spelling, places: dict[str, list[_Place]], text: _Text, least: int) -> Iterator[Match]:
    variant, usual, ratio = spelling
    of_variant, of_usual = places[variant], places[usual]
    if _is_common(usual, text.words):
        return
    if _is_common(variant, text.words):
        of_variant = [place for place in of_variant if place.in_code or not place.may_be_capitalised]
    if of_variant and len(of_usual) >= max(least, ratio * len(of_variant)):
        yield _match(of_variant, of_usual, usual, "likely")


def _is_common(word: str, found: Words) -> bool:
    """Whether a word with a capital stands in small letters as well, so that its capital may mean nothing."""
    return word.istitle() and found.plain.get(word.lower(), 0) > found.cased.get(word, 0)


def _listed(text: _Text, pattern: Pattern, usual: str, exceptions: Pattern | None) -> Iterator[Match]:
    """What the rule itself names, where the usual spelling stands in the document too."""
    if usual not in (text.prose if usual.isascii() else text.words.beyond_ascii) or not pattern.search(text.prose):
        return
    right = late_pattern(re.escape(usual))
    of_usual = [place for block in text.blocks for place in _each(block, right)]
    of_variant = [place for block in text.blocks for place in _each(block, pattern)]
    of_variant = [place for place in of_variant if not (exceptions and exceptions.search(place.text))]
    if of_variant and of_usual:
        yield _match(of_variant, of_usual, usual, "sure")


def _each(block: Block, pattern: Pattern) -> Iterable[_Place]:
    return (_Place(block, *found.span(), in_code=False) for found in find_all(pattern, block.prose))


def _match(of_variant: list[_Place], of_usual: list[_Place], usual: str, grade: Grade) -> Match:
    observed = of_variant[0].text
    expected = _expected(usual, observed, of_usual)
    fields: dict[str, Field] = {
        "observed": observed,
        "times": len(of_variant),
        "usual": expected,
        "count": len(of_usual),
        "first": of_usual[0].span,
    }
    related = tuple(place.span for place in of_variant[1:])
    rewrites = tuple(Rewrite(place.span, _expected(usual, place.text, of_usual)) for place in of_variant)
    return Match(of_variant[0].span, fields, related, grade=grade, rewrites=rewrites)


def _expected(usual: str, observed: str, of_usual: list[_Place]) -> str:
    """The usual spelling with its capitals: those of a name, or the first one of a sentence."""
    if not usual.islower():
        return usual
    inside = Counter(place.text for place in of_usual if not place.may_be_capitalised)
    written = inside.most_common(1)[0][0] if inside else usual
    if written.lower() == usual and not written[1:].islower():
        return written
    return usual[0].upper() + usual[1:] if observed[0].isupper() else usual

"""neighbour-link: a link that a neighbour has as well, where each of the other neighbours has a link of its own.

Neighbours are the sections under one heading, or the items under one item; what stands below a neighbour is its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.patterns import late, late_any
from linter.rule import Doc, Match, PatternText

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from linter.document import Block, Document
    from linter.engines.patterns import Pattern
    from linter.rule import Check, Field, Grade, Lists, Rule
    from linter.source import Span

FIELDS = ("neighbour", "name", "earlier")
GRADES: tuple[Grade, ...] = ("likely", "hint")
SCOPE: tuple[str, ...] = ("heading", "item")

_LEAST = 3  # neighbours
_PAIR = 2  # neighbours with the same link; what more of them share is meant to be shared
_ITEM = 10  # levels of headings
_LONGEST = 60  # code points of a name
_MOSTLY = 2  # times as long as the link is a block that says little more
_SHORTEST = 3  # code points of a name that may be part of an address

_ADDRESS = late(r"https?://[^\s<>()\[\]]+")
_COLON = late(r":(?=\s|$)|：")
_WORD = late(r"[\p{L}\p{N}]+")


class Params(NamedTuple):
    """What a rule of this kind says."""

    allow: Annotated[
        tuple[PatternText, ...], Doc("Addresses that neighbours may share.", "相邻各项可以共用的网址。")
    ] = ()


class _Link(NamedTuple):
    """A link; `label` is what its block says, in normal form, where that is little more than the link."""

    target: str
    label: str
    block: Block
    start: int
    end: int

    @property
    def place(self) -> Span:
        return self.block.locate(self.start, self.end)


class _Entry:
    """A heading or an item with the links that stand below it."""

    def __init__(self, block: Block | None, level: int) -> None:
        self.block = block
        self.level = level
        self.entries: list[_Entry] = []
        self.links: list[_Link] = []

    @property
    def name(self) -> str:
        """What the entry is called: its text as far as a colon before a blank."""
        return _COLON.split(self.block.wording, maxsplit=1)[0].strip() if self.block else ""

    @property
    def slug(self) -> str:
        """The name as an address would hold it, or nothing where it is too long or too short for that."""
        slug = _slug(self.name) if len(self.name) <= _LONGEST and "://" not in self.name else ""
        return slug if len(slug) >= _SHORTEST else ""

    def is_named_by(self, link: _Link) -> bool:
        """Whether the address has the name of the entry among its parts."""
        slug = self.slug
        parts = (_slug(part) for part in link.target.replace("#", "/").replace("?", "/").split("/"))
        return bool(slug) and slug in parts


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each link that stands under two neighbours; likely where it bears the name of the other."""
    params = Params(**rule.params)
    allowed = late_any(params.allow)

    def check(document: Document) -> Iterator[Match]:
        for entry in _entries(document, allowed):
            neighbours = [one for one in entry.entries if one.links]
            if len(neighbours) >= _LEAST:
                yield from _borrowed(neighbours)
                yield from _shared(neighbours)

    return check


def _entries(document: Document, allowed: Pattern | None) -> list[_Entry]:
    """Every heading and item of the document; a link stands below all that are around it."""
    entries = [_Entry(None, 0)]
    around = [entries[0]]
    for block in document.blocks:
        if level := _level(document, block):
            while around[-1].level >= level:
                around.pop()
            entries.append(_Entry(block, level))
            around[-1].entries.append(entries[-1])
            around.append(entries[-1])
        links = [link for link in _links(block) if not (allowed and allowed.search(link.target))]
        for entry in around if links else ():
            entry.links += links
    return entries


def _level(document: Document, block: Block) -> int:
    """Headings by their depth; items stand below all headings, by the indentation of their line; 0 for any other block."""
    if block.depth or "item" not in block.scopes:
        return block.depth
    return _ITEM + document.indent(block)


def _links(block: Block) -> Iterator[_Link]:
    for _, start, end, target in block.inlines:
        if "://" in target:
            label = block.compared if len(block.text) <= _MOSTLY * (end - start) else ""
            yield _Link(target, label, block, start, end)
    if "://" in block.text:
        for found in _ADDRESS.finditer(block.text):
            yield _Link(found[0], "", block, *found.span())


def _slug(text: str) -> str:
    return "-".join(_WORD.findall(text.lower()))


def _borrowed(neighbours: Sequence[_Entry]) -> Iterator[Match]:
    """Links that bear the name of one neighbour and stand under another, who has none with its own name."""
    named = [one for one in neighbours if any(one.is_named_by(link) for link in one.links)]
    if len(named) < _PAIR or 2 * len(named) < len(neighbours):
        return
    owners = {link.target: one for one in reversed(named) for link in one.links if one.is_named_by(link)}
    for one in neighbours:
        if one in named:
            continue
        for link in one.links:
            owner = owners.get(link.target)
            if owner and one.slug:
                yield _match(one, link, owner, "likely")


def _shared(neighbours: Sequence[_Entry]) -> Iterator[Match]:
    """Links of one label that stand under two neighbours, while every other neighbour has its own."""
    labelled: defaultdict[str, list[tuple[_Entry, _Link]]] = defaultdict(list)
    for one in neighbours:
        for link in one.links:
            if link.label and link.block is not one.block:
                labelled[link.label].append((one, link))
    for pairs in labelled.values():
        if len({id(one) for one, _ in pairs}) != len(pairs) or len(pairs) < _LEAST:
            continue
        often = Counter(link.target for _, link in pairs)
        twice = [pair for pair in pairs if often[pair[1].target] == _PAIR]
        if len(twice) == _PAIR and len(often) == len(pairs) - 1:
            (owner, _), (one, link) = twice
            yield _match(one, link, owner, "hint")


def _match(one: _Entry, link: _Link, owner: _Entry, grade: Grade) -> Match:
    earlier = next(other.place for other in owner.links if other.target == link.target)
    fields: dict[str, Field] = {"name": one.name, "neighbour": owner.name, "earlier": earlier}
    return Match(link.place, fields, (earlier,), grade=grade)

"""Two copies of a passage, and what speaks for and against the later one's being a mistake."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from math import log2
from typing import TYPE_CHECKING

import regex

from linter.engines.patterns import late
from linter.engines.similarity import similarity

if TYPE_CHECKING:
    from linter.copies.units import Unit
    from linter.document import Document, Section
    from linter.engines.repetition import RepeatedRun

_DIGITS = late(r"\p{N}+")
_LETTERS = late(r"\p{L}")
_WORDS = late(r"[\p{L}\p{M}\p{N}]")
_ARTICLE = late(r"第[一二三四五六七八九十百千〇零\d]+条|(?:Article|Section)\s+\d+\b|§\s*\d")
_QUESTION = late(r"[?？]\s*\Z")
_LEAD_IN = late(r"[:：]\Z")
_IN_MARKS = late(r"[“「『].*[”」』]\Z|[“「『][^”」』]*\Z", regex.DOTALL)
_SIZE = 30  # bytes of UTF-8; evidence of size counts from here
_FIRM = 10  # code points of a unit whose recurrence says something
_MANY = 3  # articles or questions that make a document what it is


class Passages:
    """The units of a document, and how often each recurs."""

    def __init__(self, document: Document, units: tuple[Unit, ...]) -> None:
        self.document = document
        self.units = units

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each key stands in the document."""
        return Counter(unit.key for unit in self.units)

    @cached_property
    def is_form(self) -> bool:
        """Whether the document answers questions, several of which may have one answer."""
        return sum(_QUESTION.search(section.heading.text) is not None for section in self.document.sections) >= _MANY

    @cached_property
    def is_statute(self) -> bool:
        """Whether the document is made of articles, which say the same of different things in the same words."""
        blocks = (block for block in self.document.blocks if "table" not in block.scopes)
        return sum(_ARTICLE.match(block.text) is not None for block in blocks) >= _MANY

    def copies(self, run: RepeatedRun) -> Copies | None:
        """The run without what says nothing at its ends: headings and fences behind, fences before."""
        pairs = list(run.pairs)
        while pairs and not self.units[pairs[-1][1]].is_text:
            pairs.pop()
        start = 0
        while start < len(pairs) and self.units[pairs[start][1]].sort == "code":
            start += 1
        return Copies(self, tuple(pairs[start:])) if start < len(pairs) else None


class Copies:
    """The `pairs` of units of an earlier and a later copy."""

    def __init__(self, passages: Passages, pairs: tuple[tuple[int, int], ...]) -> None:
        self._passages = passages
        self._document = passages.document
        units = passages.units
        self.pairs = [(units[one], units[other]) for one, other in pairs]
        self._places = pairs
        self._body = [pair for pair in self.pairs if pair[1].is_text]

    @cached_property
    def size(self) -> int:
        """Letters and digits of the later copy, headings and code not counted; of a row its letters."""
        return sum(_size(later) for _, later in self._body)

    @cached_property
    def _weight(self) -> int:
        """The size in bytes of UTF-8, as a Han character says more than a letter does."""
        return sum(_size(later) * len(later.key.encode()) // len(later.key) for _, later in self._body)

    @cached_property
    def alike(self) -> float:
        """Share of the text of the two copies that is the same, what was added to one of them counted."""
        total = same = 0.0
        for first, later in self._body:
            length = max(len(first.key), len(later.key))
            total += length
            same += length * similarity(first.key, later.key)
        return same / (total + self._added) if total else 0.0

    @cached_property
    def _added(self) -> int:
        """Code points of units within one copy that the other has no twin for."""
        units = self._passages.units
        extra = 0
        for side in (0, 1):
            mine = [pair[side] for pair in self._places]
            paired = set(mine)
            extra += sum(len(units[place].key) for place in range(mine[0], mine[-1]) if place not in paired)
        return extra

    @cached_property
    def exact(self) -> bool:
        """Whether the two read the same throughout."""
        return not self._added and all(first.key == later.key for first, later in self.pairs)

    @cached_property
    def is_quotation(self) -> bool:
        """Whether one copy, but not the other, is set as a quotation, or the later one stands in quotation marks.

        A summary quotes the text below it, and the quoted words of a law or a form recur by design.
        """
        blocks = self._document.blocks
        pairs = [(blocks[first.first], blocks[later.first]) for first, later in self._body]
        if all(("quote" in first.scopes) != ("quote" in later.scopes) for first, later in pairs):
            return True
        return all(_IN_MARKS.match(later.text) is not None for _, later in pairs)

    @cached_property
    def differing(self) -> list[tuple[Unit, Unit]]:
        """The pairs whose texts differ in anything."""
        return [pair for pair in self.pairs if pair[0].text(self._document) != pair[1].text(self._document)]

    def features(self) -> dict[str, float]:
        """Evidence by name, each about 0 to 1."""
        (first, later), (last, end) = self.pairs[0], self.pairs[-1]
        gap = max(0, self._places[0][1] - self._places[-1][0] - 1)
        headed = later.sort == "heading"
        partial = not self._is_whole(first, last) or not self._is_whole(later, end)
        started = first.starts_block(self._document) or later.starts_block(self._document)
        tail = not started and first.first != later.first
        size = min(5.0, log2(max(1.0, self._weight / _SIZE))) / 5
        return {
            "size": size,
            "exact": float(self.exact),
            "unlike": 1 - self.alike,
            "changed": 1 - self._equal,
            "adjacent": float(gap == 0),
            "pasted": float(gap == 0 and self.exact and not tail),
            "distance": min(10.0, log2(1 + gap)) / 10,
            **self._kinship(first, later),
            "headed": float(headed),
            "blocks": min(5.0, log2(len({unit.first for _, unit in self._body}))) / 5,
            "items": self._share("item"),
            "rows": self._share("row"),
            "quotes": self._share("quote"),
            "links": self._links,
            "recurs": self._recurs,
            "partial": float(partial),
            "tail": float(tail),
            "lead_in": float(len(self._body) == 1 and _LEAD_IN.search(end.text(self._document)) is not None),
            "listed": float(self.exact and self._is_listed),
            "shifted": float(not self.exact and self._places[0][1] <= self._places[-1][0]),
            "sound": 0.0 if self.exact else self._share("prose") * size * (1 - min(1.0, 10 * (1 - self.alike))),
            "form": float(self._passages.is_form),
            "statute": float(self._passages.is_statute),
            "figures": float(self._equal < 1 and all(_bare(one) == _bare(other) for one, other in self._body)),
            "code": float(any(one.key != other.key for one, other in self.pairs if other.sort == "code")),
            "retitled": float(any(one.key != other.key for one, other in self.pairs if other.sort == "heading")),
        }

    @cached_property
    def _is_listed(self) -> bool:
        """Whether the two are items of one list, or rows of one table."""
        (first, later), start, end = self.pairs[0], *self._places[0]
        between = self._passages.units[start:end]
        if first.sort not in ("item", "row") or any(unit.sort != first.sort for unit in between):
            return False
        indent = self._indent(first)
        return indent == self._indent(later) and all(self._indent(unit) >= indent for unit in between)

    def _indent(self, unit: Unit) -> int:
        """How deep an item is indented."""
        if unit.sort != "item":
            return 0
        return self._document.indent(self._document.blocks[unit.first])

    @cached_property
    def _equal(self) -> float:
        """Share of the text that stands in units that are the same."""
        return sum(_size(later) for first, later in self._body if first.key == later.key) / max(1, self.size)

    def _kinship(self, first: Unit, later: Unit) -> dict[str, float]:
        """Whether the sections of the two copies are the same, or what they are to each other."""
        one, other = self._section(first), self._section(later)
        same = one is other
        siblings = not same and one is not None and other is not None and one.parent == other.parent
        parallel = not same and one is not None and other is not None and one.heading.compared == other.heading.compared
        return {
            "same_section": float(same),
            "apart": float(not same and not siblings),
            "parallel": float(parallel),
        }

    def _section(self, unit: Unit) -> Section | None:
        """The section that the unit stands in; a heading stands in the one around its own."""
        section = self._document.section_of(unit.first)
        return self._document.parent(section) if section and unit.sort == "heading" else section

    def _share(self, sort: str) -> float:
        return sum(_size(later) for _, later in self._body if later.sort == sort) / max(1, self.size)

    @cached_property
    def _links(self) -> float:
        """Share of the text that leads elsewhere."""
        linked = total = 0
        for number in {unit.first for _, unit in self._body}:
            block = self._document.blocks[number]
            total += len(block.text)
            linked += sum(inline.end - inline.start for inline in block.inlines if inline.target)
        return linked / max(1, total)

    @cached_property
    def _recurs(self) -> float:
        """How often the passage recurs, told by its rarest sentence: what stands three times is a form of words."""
        counts = self._passages.counts
        rarest = min((counts[later.key] for _, later in self._body if len(later.key) >= _FIRM), default=2)
        return min(4.0, log2(max(1.0, rarest / 2))) / 4

    def _is_whole(self, first: Unit, last: Unit) -> bool:
        return first.starts_block(self._document) and last.end == len(self._document.blocks[last.last].text)


def _size(unit: Unit) -> int:
    return len((_LETTERS if unit.sort == "row" else _WORDS).findall(unit.key))


def _bare(unit: Unit) -> str:
    return _DIGITS.sub("", unit.key)

"""What a finding is known by in later runs and in other programs, wherever it has moved meanwhile."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from linter.engines.normal_form import normal_form
from linter.engines.sentences import sentences

if TYPE_CHECKING:
    from linter.document import Block, Document
    from linter.rule import Finding
    from linter.source import Span

_RULE_DIGITS = 8
_CONTENT_DIGITS = 24
_LONGEST = 200  # code points of what is found that are looked at
_EQUAL = ":"


class Fingerprints:
    """The fingerprints of a document's findings, in the order in which they are asked for.

    Eight hexadecimal digits tell the rule and 24 the content: the sentence that the finding starts in, what is found
    of it, and the first cell of its row in a table. Ordinals, blanks, width and case tell nothing, nor do line, path,
    message and language: so it outlives edits elsewhere, moves, new numbers and new names of the file. Of several
    that are equal in a document the second ends in `:2`, the third in `:3`.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._sentences: dict[int, list[tuple[int, int]]] = {}
        self._said: dict[tuple[int, int], str] = {}
        self._seen: Counter[str] = Counter()

    def of(self, finding: Finding) -> str:
        """The fingerprint of the next finding."""
        fingerprint = _digest(finding.rule.id, _RULE_DIGITS) + _digest(self._content(finding.place), _CONTENT_DIGITS)
        self._seen[fingerprint] += 1
        number = self._seen[fingerprint]
        return fingerprint if number == 1 else f"{fingerprint}{_EQUAL}{number}"

    def _content(self, place: Span) -> str:
        number = self._document.block_at(place.start)
        if number is None or not self._document.blocks[number].wording:
            return normal_form(self._document.source.text[place.start : min(place.end, place.start + _LONGEST)])
        block = self._document.blocks[number]
        start, end = block.reading(place.start), block.reading(min(place.end, block.span.end))
        first, last = self._sentence(number, block, start)
        if (number, first) not in self._said:
            self._said[number, first] = _digest(normal_form(block.text[first:last]), _CONTENT_DIGITS)
        found = block.text[max(start, first) : min(end, last)]
        return "\0".join([self._said[number, first], normal_form(found[:_LONGEST]), self._labels.get(block.span, "")])

    def _sentence(self, number: int, block: Block, offset: int) -> tuple[int, int]:
        """The sentence of the block's wording that `offset` stands in, or the one before it."""
        if number not in self._sentences:
            skipped = block.wording_start
            ranges = [(start + skipped, end + skipped) for start, end in sentences(block.wording)]
            self._sentences[number] = ranges or [(skipped, len(block.text))]
        ranges = self._sentences[number]
        return ranges[max(0, bisect_right(ranges, (offset, len(block.text))) - 1)]

    @cached_property
    def _labels(self) -> dict[Span, str]:
        """The first cell with a text of the row that a cell stands in, by the place of the cell."""
        labels = {}
        for table in self._document.tables:
            for row in table.rows:
                label = next((cell.compared for cell in row if cell.text), "")
                labels.update(dict.fromkeys((cell.span for cell in row), label))
        return labels


def without_number(fingerprint: str) -> str:
    """What is the same in equal findings of a document."""
    return fingerprint.partition(_EQUAL)[0]


def under_rule(fingerprint: str, rule: str) -> str:
    """The fingerprint that the same content has under another rule."""
    return _digest(rule, _RULE_DIGITS) + fingerprint[_RULE_DIGITS:]


def _digest(text: str, digits: int) -> str:
    from hashlib import sha256  # noqa: PLC0415 - deferred: start-up

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:digits]

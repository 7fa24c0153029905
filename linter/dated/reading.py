"""The dates that a document says itself: not those in code, in quotations or in its references."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.engines.dates import Date
from linter.engines.patterns import find_all, late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Block, Document
    from linter.engines.contexts import Contexts
    from linter.engines.dates import DateForms
    from linter.engines.patterns import Pattern
    from linter.source import Span

_ANOTHERS = frozenset({"quote", "footnote"})
_LONGEST_HEADING = 40  # code points of a line that serves as one
_YEAR = late(r"(?<!\d)[12]\d{3}(?!\d)")
_CHINESE_YEAR = late(r"[〇零○一二三四五六七八九]{4}\s*年")

_DAY = late(r"(?<![\d年./-])(?P<month>\d{1,2})月(?P<day>\d{1,2})日")


class Dated(NamedTuple):
    """A date and the block `number` that it stands in; the blocks of front matter have the number -1."""

    number: int
    block: Block
    date: Date

    @property
    def text(self) -> str:
        """The date as it is written."""
        return self.block.text[self.date.start : self.date.end]

    @property
    def span(self) -> Span:
        """Where it stands in the source."""
        return self.block.locate(self.date.start, self.date.end)

    @property
    def label(self) -> str:
        """What is written before it in its block, without the ordinal."""
        return self.block.text[self.block.wording_start : self.date.start]


class Reading(NamedTuple):
    """What makes a date one of the document's own: how dates are written, what lists others' works, what to let pass."""

    forms: DateForms
    references: Pattern | None
    allowed: Contexts

    def read(self, document: Document) -> list[Dated]:
        """The dates in the document's blocks, in reading order."""
        text = document.source.text
        found = [*_YEAR.finditer(text), *(_CHINESE_YEAR.finditer(text) if "年" in text else ())]
        numbers = {number for year in found if (number := document.block_at(year.start())) is not None}
        if not numbers:
            return []
        numbers -= self._of_references(document)
        blocks = ((number, document.blocks[number]) for number in sorted(numbers))
        return [
            dated
            for number, block in blocks
            if not _ANOTHERS.intersection(block.scopes)
            for dated in self.read_block(number, block)
        ]

    def _of_references(self, document: Document) -> set[int]:
        """The numbers of the blocks in sections with references; in a text without headings, a line serves as one."""
        found: set[int] = set()
        for section in document.sections:
            if self._heads_references(section.heading.wording):
                found.update(range(section.first, section.end))
        for number, block in enumerate(() if document.marked else document.blocks):
            if self._heads_references(block.text):
                found.update(range(number, len(document.blocks)))
                break
        return found

    def _heads_references(self, text: str) -> bool:
        if self.references is None or len(text) > _LONGEST_HEADING:
            return False
        return self.references.fullmatch(text) is not None

    def read_front_matter(self, document: Document) -> dict[str, Dated]:
        """The first date in each entry of the front matter that has one."""
        found = {key: next(self.read_block(-1, block), None) for key, block in document.front_matter.items()}
        return {key: dated for key, dated in found.items() if dated}

    def read_block(self, number: int, block: Block) -> Iterator[Dated]:
        """The dates in one block."""
        prose = block.prose
        for date in self.forms.find(prose):
            if not self.allowed.hold(prose, date.start, date.end):
                yield Dated(number, block, date)

    def read_days(self, document: Document, year: int) -> list[Dated]:
        """The days that are written with a weekday and without a year, as days of `year`."""
        return [
            Dated(number, block, date)
            for number, block in enumerate(document.blocks)
            if block.text and not _ANOTHERS.intersection(block.scopes) and not _YEAR.search(block.text)
            for date in self.forms.find_without_year(block.prose, year)
        ]

    def read_yearless(self, document: Document, year: int) -> Iterator[Dated]:
        """The days that are written without a year, in blocks that name none, as days of `year`."""
        for number, block in enumerate(document.blocks if "月" in document.source.text else ()):
            if "月" not in block.text or _ANOTHERS.intersection(block.scopes) or _YEAR.search(block.text):
                continue
            for found in find_all(_DAY, block.prose):
                month, day = int(found["month"]), int(found["day"])
                date = Date(*found.span(), year, found.start(), found.start(), (month, month), day)
                if date.is_possible and day:
                    yield Dated(number, block, date)

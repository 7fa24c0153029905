"""A document as a reader sees it: readable text that remembers where each piece of it came from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.language import language_of
from linter.engines.normal_form import normal_form
from linter.source import Source, Span

if TYPE_CHECKING:
    from linter.engines.ordinals import Ordinal


_SAMPLE = 200  # blocks that are enough to tell the language of a page, whose source begins with code
_BLOT = "\ufffc"  # object replacement character: neither letter nor blank


class Run(NamedTuple):
    """A piece of a block's text and the piece of the source that it comes from.

    The text of a run ends where the next run's starts. A `verbatim` run is the source, character by character; any
    other (an entity, a joined line break) stands for its whole source. All numbers are code points.
    """

    text_start: int
    source_start: int
    source_length: int
    verbatim: bool


class Inline(NamedTuple):
    """A part of a block's text, `text[start:end]`, that is marked up.

    `scope` is code, link, alt, strong, emphasis or strikethrough; `target` is where a link or an image leads.
    """

    scope: str
    start: int
    end: int
    target: str = ""


class Comment(NamedTuple):
    """A comment that a reader does not see: its text without marks, and where it stands, marks and all."""

    text: str
    span: Span


class Block(NamedTuple):
    """One heading, paragraph, item or cell: its `text` without markup, its `runs` tiling that text.

    `depth` is a heading's level from 1, 0 elsewhere; `ordinal` is what a heading or an item is numbered with, and
    part of the text; `inlines` are the parts of the text that are marked up. `indent` is how many lists the block
    stands in, where the format says so and not its place on the line. A block without text has one empty run that says where
    it stands.
    """

    scopes: tuple[str, ...]
    text: str
    runs: tuple[Run, ...]
    depth: int = 0
    ordinal: Ordinal | None = None
    inlines: tuple[Inline, ...] = ()
    indent: int | None = None

    def locate(self, start: int, end: int) -> Span:
        """Where `text[start:end]` stands in the source; an empty range is a place between two characters."""
        first = self._run_at(start)
        last = first if end <= start else self._run_at(end - 1)
        begin = first.source_start + (start - first.text_start if first.verbatim else 0)
        if end <= start:
            return Span(begin, begin)
        inside = end - last.text_start if last.verbatim else last.source_length
        return Span(begin, last.source_start + inside)

    def reading(self, offset: int) -> int:
        """Where in the text a source offset of the block is read; inside what is not verbatim, where that starts."""
        number = bisect_right(self.runs, offset, key=lambda run: run.source_start) - 1
        run = self.runs[max(0, number)]
        return run.text_start + (min(max(0, offset - run.source_start), run.source_length) if run.verbatim else 0)

    def _run_at(self, place: int) -> Run:
        return self.runs[max(0, bisect_right(self.runs, (place, float("inf"))) - 1)]

    @property
    def span(self) -> Span:
        """From the first to the last character of the source that the block was made from."""
        return Span(self.runs[0].source_start, self.runs[-1].source_start + self.runs[-1].source_length)

    @property
    def wording_start(self) -> int:
        """Where the text goes on behind the ordinal that a heading or an item starts with."""
        return len(self.ordinal.text) if self.ordinal else 0

    @property
    def wording(self) -> str:
        """The text without the ordinal that a heading or an item starts with."""
        return self.text[self.wording_start :]

    @property
    def prose(self) -> str:
        """The text with its code blotted out, character by character: rules about words do not read code."""
        pieces, last = [], 0
        for inline in self.inlines:
            if inline.scope == "code":
                pieces += [self.text[last : inline.start], _BLOT * (inline.end - inline.start)]
                last = inline.end
        return "".join([*pieces, self.text[last:]]) if pieces else self.text

    @property
    def compared(self) -> str:
        """The normal form of the wording: what makes two blocks the same to a reader."""
        return normal_form(self.wording)


class Section(NamedTuple):
    """A heading and what stands under it.

    `blocks[first:own_end]` of the document are the heading and its own blocks, `blocks[first:end]` those of the
    sections below it as well. `parent` is the number of the section around it, or None.
    """

    number: int
    parent: int | None
    heading: Block
    first: int
    own_end: int
    end: int

    @property
    def is_bare(self) -> bool:
        """Whether nothing but a next heading follows the heading."""
        return self.end == self.first + 1


class Table(NamedTuple):
    """Rows of cells; the first `header` rows name the columns."""

    rows: tuple[tuple[Block, ...], ...]
    header: int
    span: Span


class Document:
    """What a format makes of a source.

    `blocks` stand in reading order, among them the cells of the `tables`; `front_matter` has a block for each of its keys
    that holds one line of text, and `keys` are all keys at its margin, as they stand. Where the headings are not
    `marked`, they are told by their ordinals and their shape.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - a document has these parts
        self,
        source: Source,
        title: Block | None,
        blocks: tuple[Block, ...],
        tables: tuple[Table, ...] = (),
        front_matter: dict[str, Block] | None = None,
        comments: tuple[Comment, ...] = (),
        keys: tuple[Block, ...] = (),
        *,
        marked: bool = True,
    ) -> None:
        self.source = source
        self.title = title
        self.blocks = blocks
        self.tables = tables
        self.marked = marked
        self.front_matter = front_matter or {}
        self.comments = comments
        self.keys = keys

    def select(self, scopes: tuple[str, ...]) -> list[Block]:
        """The blocks that are of one of these scopes; `text` is everything that is read, which code is not."""
        if "text" in scopes:
            return [block for block in self.blocks if block.text]
        return [block for block in self.blocks if any(scope in scopes for scope in block.scopes)]

    @cached_property
    def language(self) -> str:
        """See `language_of`."""
        if self.source.format != "html":
            return language_of(self.source.text)
        return language_of("\n".join(block.text for block in self.blocks[:_SAMPLE]))

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """One section a heading, in reading order."""
        headings = [(number, block) for number, block in enumerate(self.blocks) if block.depth]
        ends = _section_ends([block.depth for _, block in headings])
        starts = [number for number, _ in headings] + [len(self.blocks)]
        parents = _parents([block.depth for _, block in headings])
        return tuple(
            Section(number, parents[number], block, first, starts[number + 1], starts[ends[number]])
            for number, (first, block) in enumerate(headings)
        )

    def block_at(self, offset: int) -> int | None:
        """The number of the block that holds source offset `offset`, or None."""
        number = bisect_right(self._starts, offset) - 1
        return number if number >= 0 and offset <= self.blocks[number].span.end else None

    def blocks_at(self, place: Span) -> list[Block]:
        """The blocks that share a character with `place`; where it is empty, those that hold it."""
        start, end = place.start, max(place.end, place.start + 1)
        first = max(0, bisect_right(self._starts, start) - 1)
        near = self.blocks[first : bisect_left(self._starts, end)]
        return [block for block in near if block.span.end > start or block.span.end == start == place.end]

    @cached_property
    def _starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    def indent(self, block: Block) -> int:
        """How deep a block is indented: the lists that it stands in, or the blanks that its line begins with."""
        return self.source.indent(block.span.start) if block.indent is None else block.indent

    def section_of(self, number: int) -> Section | None:
        """The innermost section that holds block `number`; a heading is held by its own section."""
        place = bisect_right(self._firsts, number) - 1
        return self.sections[place] if place >= 0 else None

    @cached_property
    def _firsts(self) -> list[int]:
        return [section.first for section in self.sections]

    def path_to(self, offset: int) -> tuple[str, ...]:
        """The headings over source offset `offset`, the outermost first; a heading is not over itself."""
        number = self.block_at(offset)
        section = None if number is None else self.section_of(number)
        if section and section.first == number:
            section = self.parent(section)
        path: list[str] = []
        while section:
            path.append(section.heading.text)
            section = self.parent(section)
        return tuple(reversed(path))

    def parent(self, section: Section) -> Section | None:
        """The section around `section`."""
        return None if section.parent is None else self.sections[section.parent]


def _section_ends(depths: list[int]) -> list[int]:
    """For each heading, the number of the next one that is not below it."""
    ends = [len(depths)] * len(depths)
    open_sections: list[int] = []
    for number, depth in enumerate(depths):
        while open_sections and depths[open_sections[-1]] >= depth:
            ends[open_sections.pop()] = number
        open_sections.append(number)
    return ends


def _parents(depths: list[int]) -> list[int | None]:
    """For each heading, the number of the heading that it stands under."""
    parents: list[int | None] = []
    around: list[int] = []
    for number, depth in enumerate(depths):
        while around and depths[around[-1]] >= depth:
            around.pop()
        parents.append(around[-1] if around else None)
        around.append(number)
    return parents

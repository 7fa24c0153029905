"""Where a document says names: its text, its links, its code, and the lines that say what it is about."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING, NamedTuple

from linter.document import Block, Run
from linter.engines.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from linter.document import Document
    from linter.engines.contexts import Contexts
    from linter.engines.names import Mention, Names
    from linter.engines.patterns import Pattern
    from linter.source import Span

_OPENING = 2  # paragraphs that say what a page is about
_SIGNATURES = 3  # lines over a date that may name who signs
_POINT = late(r"\p{P}")
_FOOT = 6  # blocks at the end in which a date may stand
_SHORT_LINE = 40  # code points of a line with a name or a date


class Passage(NamedTuple):
    """A text to look for names in, the block that holds it, and the contexts in which a name there is the document's.

    A text that stands in no block (the path of the file) has none; a text that a part of a block stands for has `part`.
    `signed` are the contexts in which it is the signature.
    """

    block: Block | None
    text: str
    own: tuple[Contexts, ...] = ()
    part: tuple[int, int] | None = None
    signed: Contexts | None = None

    @classmethod
    def of(cls, block: Block, *, code: bool, own: tuple[Contexts, ...] = ()) -> Passage:
        """What a reader reads, with or without the code in it."""
        return cls(block, block.text if code else block.prose, own)


class Named(NamedTuple):
    """A name and the passage that it stands in."""

    passage: Passage
    mention: Mention

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where it stands, if it stands anywhere."""
        block = self.passage.block
        return (block.locate(*(self.passage.part or (self.mention.start, self.mention.end))),) if block else ()

    def is_signed(self, names: Names) -> bool:
        """Whether it signs the document."""
        return self.passage.signed is not None and names.stands_in(self.mention, self.passage.signed)

    def is_own(self, names: Names) -> bool:
        """Whether it stands in a context of its passage, or in one that holds anywhere."""
        return any(names.stands_in(self.mention, contexts) for contexts in (names.own, *self.passage.own))


class Signatures(NamedTuple):
    """Blocks that say who signs: those beside a block that `dated` finds, and the contexts of the names in them."""

    dated: Pattern
    contexts: Contexts

    def blocks(self, document: Document) -> list[Block]:
        """Up to three lines before each date, or the one line after it; where no date stands near the end, the last line."""
        texts = [block for block in document.blocks if block.text]
        found: dict[int, Block] = {}
        last_date = -_FOOT
        for number, block in enumerate(texts):
            if len(block.text) <= _SHORT_LINE and self.dated.search(block.text):
                before = takewhile(_is_short, reversed(texts[max(0, number - _SIGNATURES) : number]))
                last_date = number
                found |= {id(one): one for one in (*before, *filter(_is_short, texts[number + 1 : number + 2]))}
        if texts and last_date < len(texts) - _FOOT and _is_short(texts[-1]) and not _POINT.search(texts[-1].text):
            found[id(texts[-1])] = texts[-1]
        return list(found.values())


def _is_short(block: Block) -> bool:
    return len(block.text) <= _SHORT_LINE and not block.depth and "table" not in block.scopes


class OwnPlaces(NamedTuple):
    """Contexts in which a name is the document's own: in the opening, below headings that a pattern finds, at the end.

    The opening is the first of the first paragraphs that has a name in such a context.
    """

    opening: Contexts
    under: Sequence[tuple[Pattern, Contexts]]
    signatures: Signatures | None = None

    def named(
        self, names: Names, document: Document, blocks: Sequence[Block], sorts: Iterable[str], *, code: bool
    ) -> Iterator[Named]:
        """The names in the text of `blocks`, with or without the code in it, and in the code below such a heading."""
        own = self._below_headings(document)
        if opening := self._opening(names, document, code=code):
            own[id(opening)] = (*own.get(id(opening), ()), self.opening)
        signed = {id(block) for block in self.signatures.blocks(document)} if self.signatures else ()
        texts = [block.text if code else block.prose for block in blocks]
        for number, mention in names.find_among(texts, sorts):
            block = blocks[number]
            contexts = self.signatures.contexts if self.signatures and id(block) in signed else None
            yield Named(Passage(block, texts[number], own.get(id(block), ()), signed=contexts), mention)
        coded = [block for block in document.blocks if id(block) in own and "code" in block.scopes] if own else []
        yield from named(names, [_verbatim(document, one.span)._replace(own=own[id(one)]) for one in coded], sorts)

    def _below_headings(self, document: Document) -> dict[int, tuple[Contexts, ...]]:
        """The contexts of a block, by its identity; a heading has none."""
        found: dict[int, tuple[Contexts, ...]] = {}
        for section in document.sections if self.under else ():
            contexts = tuple(own for pattern, own in self.under if pattern.search(section.heading.wording))
            blocks = document.blocks[section.first : section.end] if contexts else ()
            found.update((id(block), contexts) for block in blocks if not block.depth)
        return found

    def _opening(self, names: Names, document: Document, *, code: bool) -> Block | None:
        if not self.opening.pairs:
            return None
        paragraphs = (block for block in document.blocks if block.text and "paragraph" in block.scopes)
        passages = [Passage.of(block, code=code, own=(self.opening,)) for block in islice(paragraphs, _OPENING)]
        return next(
            (one.passage.block for one in named(names, passages) if names.stands_in(one.mention, self.opening)), None
        )


def named(names: Names, passages: Sequence[Passage], sorts: Iterable[str] = ()) -> Iterator[Named]:
    """The names in `passages`, of some `sorts` or of all."""
    texts = [passage.text for passage in passages]
    return (Named(passages[number], mention) for number, mention in names.find_among(texts, sorts or names.patterns))


def front_matter(document: Document) -> list[Passage]:
    """Each entry as its line, `key: value`."""
    source = document.source
    spans = [source.line_span(source.line_number(entry.span.start)) for entry in document.front_matter.values()]
    return [_verbatim(document, span) for span in spans]


def named_in_targets(names: Names, blocks: Iterable[Block], sorts: Iterable[str]) -> Iterator[Named]:
    """The names in where links lead; a link is read as `[words](target)`, and a name in it stands at its words."""
    passages = [
        Passage(block, f"[{block.text[start:end]}]({target})", part=(start, end))
        for block in blocks
        for _, start, end, target in block.inlines
        if target
    ]
    for one in named(names, passages, sorts):
        start, end = one.passage.part or (0, 0)
        if one.mention.start > end - start:
            yield one


def _verbatim(document: Document, span: Span) -> Passage:
    text = document.source.text[span.start : span.end]
    return Passage(Block((), text, (Run(0, span.start, len(text), verbatim=True),)), text)

"""References by number (section 4.2, step 3, 表3) to parts that the document numbers, and that are not there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.engines.families import families_of
from linter.engines.ordinals import parse_number
from linter.engines.patterns import TIME_LIMIT, find_all
from linter.structure.links import Dangling
from linter.structure.numbered import captions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from linter.document import Block, Document
    from linter.engines.contexts import Contexts
    from linter.engines.families import Families, Value
    from linter.engines.labels import Labels
    from linter.engines.patterns import Pattern
    from linter.source import Span

_LONGER = 10 * TIME_LIMIT  # for a look at the whole of a source, which is quicker than one at each block
_FEWEST = 2  # parts, in a document that numbers them
_GIVEN = (":", "：", "—")  # what follows a label that is not referred to


class _Parts(NamedTuple):
    """The parts of one sort, by their numbers, with how each is written and where; `others` may be such parts too."""

    known: Mapping[Value, tuple[str, Span]]
    others: frozenset[Value]
    families: Families

    def dangling(self, value: Value, place: Span, target: str) -> Iterator[Dangling]:
        """A reference to part `value`, where it ought to be there and is not."""
        if value not in self.others and self.families.lack(value):
            nearest = self.families.nearest(value)
            yield Dangling(place, target, *(self.known[nearest] if nearest else ()))


def to_headings(
    document: Document, pattern: Pattern, styles: tuple[str, ...], elsewhere: Contexts
) -> Iterator[Dangling]:
    """References to headings of some styles, in a document most of whose headings of that depth have such a number."""
    headings = [section.heading for section in document.sections]
    of_style = [heading for heading in headings if heading.ordinal and heading.ordinal.style in styles]
    depths = {heading.depth for heading in of_style}
    if 2 * len(of_style) >= sum(heading.depth in depths for heading in headings):
        yield from _to_ordinals(document, pattern, of_style, elsewhere)


def to_items(document: Document, pattern: Pattern, styles: tuple[str, ...], elsewhere: Contexts) -> Iterator[Dangling]:
    """References to numbered items or articles of some styles."""
    of_style = [
        block for block in document.blocks if block.ordinal and not block.depth and block.ordinal.style in styles
    ]
    yield from _to_ordinals(document, pattern, of_style, elsewhere)


def _to_ordinals(document: Document, pattern: Pattern, blocks: list[Block], elsewhere: Contexts) -> Iterator[Dangling]:
    known = {block.ordinal.value: (block.ordinal.text.strip(), block.span) for block in blocks if block.ordinal}
    if len(known) < _FEWEST or not pattern.search(document.source.text, timeout=_LONGER):
        return
    others = frozenset(block.ordinal.value for block in document.blocks if block.ordinal)
    parts = _Parts(known, others, families_of(known))
    for block in document.blocks:
        if block.text and not block.depth:
            for found in find_all(pattern, block.prose):
                if not _leads_elsewhere(block, *found.span(), elsewhere):
                    value = parse_number(found["number"])
                    yield from parts.dangling(value, block.locate(*found.span()), found[0])


def to_captions(document: Document, labels: Labels, elsewhere: Contexts) -> Iterator[Dangling]:
    """References to captions, in a document that has some of the same sort."""
    known: dict[str, dict[Value, tuple[str, Span]]] = {}
    for sort, caption in captions(document, labels):
        known.setdefault(sort, {}).setdefault(caption.ordinal.value, (caption.ordinal.text, caption.place))
    numbered = {sort for sort, parts in known.items() if len(parts) >= _FEWEST}
    if not numbered:
        return
    others: dict[str, set[Value]] = {sort: set() for sort in labels.sorts}
    mentions = []
    for block in document.blocks:
        text = block.prose or document.source.text[block.span.start : block.span.end]
        for label in labels.mentions(text):
            if block.text and not _gives(block, label.start, label.end):
                mentions.append((block, label))
            else:
                others[label.sort].add(label.ordinal.value)
    parts = {sort: _Parts(known[sort], frozenset(others[sort]), families_of(known[sort])) for sort in numbered}
    for block, label in mentions:
        if label.sort in numbered and not _leads_elsewhere(block, label.start, label.end, elsewhere):
            place = block.locate(label.start, label.end)
            yield from parts[label.sort].dangling(label.ordinal.value, place, label.ordinal.text)


def _gives(block: Block, start: int, end: int) -> bool:
    """Whether the label is that of a part, and refers to none."""
    return (
        block.depth > 0
        or "table" in block.scopes
        or block.text[end:].lstrip().startswith(_GIVEN)
        or any(inline.scope == "alt" and inline.start <= start < inline.end for inline in block.inlines)
    )


def _leads_elsewhere(block: Block, start: int, end: int, elsewhere: Contexts) -> bool:
    """Whether it is another document's part: it is in a link, or the words around it say so."""
    linked = any(inline.scope == "link" and inline.start < end and start < inline.end for inline in block.inlines)
    return linked or elsewhere.hold(block.text, start, end)

"""Headings that are marked or ended unlike those around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.engines.patterns import late
from linter.headings.odd import Odd, Trait, Words, odd, odd_traits, siblings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Block, Document

_UNDERLINED = 2  # levels that can be marked with a line below
_HALF = 0.5
_CLOSED = late(r"(?:^|[ \t])#+\s*$")
# A point after a shorter word may be that of an abbreviation, and one after a number alone that of the number;
# exclamations stand among questions.
_ENDS = tuple(".,:;。，；：")
_END = late(r"(?<=\p{Ll}{4}|\p{Ll} \d)\.$|[,:;。，；：]$")

_MARKS: dict[str, Words] = {
    "open": {"en": "marked with # at its beginning only", "zh": "只在前面用 # 标记"},
    "closed": {"en": "closed with #", "zh": "前后都用 # 标记"},
    "underlined": {"en": "underlined", "zh": "以下划线标记"},
}


def odd_marks(document: Document) -> Iterator[Odd]:
    """Headings with # before them, with # on both sides or with a line below, unlike the others.

    Only the first two levels can be underlined, so the others are compared by themselves where most of those are.
    Where no way prevails, that of the first heading does.
    """
    if document.source.format != "markdown":
        return
    traits = [
        Trait(section.heading, _mark(document, section.heading))
        for section in document.sections
        if section.heading.text
    ]
    groups = [traits]
    high = [trait for trait in traits if trait.heading.depth <= _UNDERLINED]
    if sum(trait.value == "underlined" for trait in high) > _HALF * len(high):
        groups = [high, [trait for trait in traits if trait.heading.depth > _UNDERLINED]]
    for group in groups:
        for trait, usual in odd_traits(group):
            expected = _marked(trait.heading, usual.value)
            yield odd(trait, usual, _MARKS[trait.value], expected, is_certain=usual.share > _HALF)


def _mark(document: Document, heading: Block) -> str:
    text = document.source.text
    start, end = heading.span
    if not document.source.line_before(start).lstrip().startswith("#"):
        return "underlined"
    line_end = text.find("\n", end)
    rest = text[end : len(text) if line_end < 0 else line_end]
    return "closed" if "#" in rest and _CLOSED.search(rest) else "open"


def _marked(heading: Block, mark: str) -> str:
    signs = "#" * heading.depth
    if mark == "underlined":
        return f"{heading.text} {'===' if heading.depth == 1 else '---'}"
    return f"{signs} {heading.text} {signs}" if mark == "closed" else f"{signs} {heading.text}"


def odd_ends(document: Document) -> Iterator[Odd]:
    """Headings that end in a mark of punctuation unlike those beside them, or in none unlike those."""
    for sections in siblings(document):
        group = [Trait(section.heading, _end(section.heading)) for section in sections]
        for trait, usual in odd_traits(group):
            if usual.is_clear:
                said = (
                    {"en": f"ended with “{trait.value}”", "zh": f"以“{trait.value}”结尾"}
                    if trait.value
                    else {"en": f"not ended with “{usual.value}”", "zh": f"不以“{usual.value}”结尾"}
                )
                expected = trait.heading.text.rstrip().removesuffix(trait.value) + usual.value
                yield odd(trait, usual, said, expected, is_certain=True)


def _end(heading: Block) -> str:
    text = heading.text.rstrip()
    found = _END.search(text) if text.endswith(_ENDS) else None
    return found[0] if found else ""

"""Headings that differ from what prevails among those that they should be like."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.engines.prevailing import prevailing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Block, Document, Section

Words = dict[str, str]  # one phrase a language

ALIKE, _SHARE = 3, 0.75  # so many headings, and such a share of all, show how the others should be
_MANY, _MOST = 5, 0.8  # and these leave no doubt


class Trait(NamedTuple):
    """How one heading is written."""

    heading: Block
    value: str


class Odd(NamedTuple):
    """A heading that is written unlike `others`, of which `model` is one.

    `said` is what it is and they are not, `expected` how it would be written like them; `is_certain` whether they
    suffice to say so.
    """

    heading: Block
    said: Words
    expected: str
    model: Block
    others: Words
    is_certain: bool


class Usual(NamedTuple):
    """How most headings of a group are written, and one of them."""

    value: str
    model: Block
    number: int
    share: float

    @property
    def is_clear(self) -> bool:
        """Whether enough of them are written so."""
        return self.number >= ALIKE and self.share >= _SHARE

    @property
    def is_certain(self) -> bool:
        """Whether no doubt is left."""
        return self.number >= _MANY and self.share >= _MOST


def odd_traits(group: list[Trait]) -> Iterator[tuple[Trait, Usual]]:
    """The traits of a group that differ from the most frequent one, of several from the one that comes first."""
    found = prevailing([trait.value for trait in group])
    if found:
        usual = Usual(found.value, group[found.first].heading, found.number, found.share)
        yield from ((trait, usual) for trait in group if trait.value != usual.value)


def odd(trait: Trait, usual: Usual, said: Words, expected: str, *, is_certain: bool) -> Odd:
    """The odd heading, in words."""
    others = other_headings(usual.number)
    return Odd(trait.heading, said, expected, usual.model, others, is_certain)


def other_headings(number: int) -> Words:
    """So many more headings."""
    return {"en": f"{number} other heading{'s' * (number > 1)}", "zh": f"另外{number}个标题"}


def siblings(document: Document) -> list[list[Section]]:
    """The sections of one level under one heading, in order."""
    groups: dict[tuple[int | None, int], list[Section]] = {}
    for section in document.sections:
        groups.setdefault((section.parent, section.heading.depth), []).append(section)
    return list(groups.values())

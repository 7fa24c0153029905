"""How the headings of a document fit a template of sections."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from linter.engines.normal_form import normal_form
from linter.engines.ordinals import parse_ordinal
from linter.engines.patterns import late, late_pattern
from linter.engines.template import align, read_template, renamed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from linter.document import Block, Document
    from linter.engines.ordinals import Ordinal
    from linter.engines.template import Alignment, Named, Template

Wording = Literal["exact", "ordinal", "pattern"]

_NEAR = 0.7  # as alike as this, a heading that is not foreseen is one that is missing, renamed
_RATHER_NEAR = 0.45  # the same where numbers help
_READ = ("heading", "paragraph", "item", "quote", "title")
_TEXT_BEHIND = late(r"[：:。]")


class Fit(NamedTuple):
    """The headings of a document that count, and how they fit the template.

    `new_names` are the entries that stand under another wording, each with the place of its heading.
    """

    document: Document
    template: Template
    headings: Sequence[Block]
    alignment: Alignment
    new_names: dict[int, int]


class Outline:
    """A template of sections, compared as `wording` says.

    Where they are `numbered`, a heading with the number of one that is missing is that one renamed; what begins with
    such a number, or is no more than a section's name, is a heading; and text may go on behind a name.
    """

    def __init__(self, sections: Iterable[str], wording: Wording, depth: int, *, numbered: bool) -> None:
        self.template = read_template(sections)
        self._depth = depth
        self._numbered = numbered
        self._fits = self._comparison(wording)

    def _comparison(self, wording: Wording) -> Callable[[Named, Block], bool]:
        names = [named.name for named in self.template.named]
        if wording == "pattern":
            patterns = {name: late_pattern(name) for name in names}
            return lambda named, heading: bool(patterns[named.name].fullmatch(heading.wording.strip()))
        if wording == "exact":
            return lambda named, heading: named.name == heading.text.strip()
        keys = {name: {_key(one) for one in name.split(" | ")} for name in names}
        if self._numbered:
            return lambda named, heading: normal_form(heading.text[slice(*wording_of(heading))]) in keys[named.name]
        return lambda named, heading: heading.compared in keys[named.name]

    def fit(self, document: Document) -> Fit:
        """How the headings of `document` fit."""
        headings, options = self._numbered_options(document) if self._numbered else self._options(document)
        alignment = align(options, len(headings))
        return Fit(document, self.template, headings, alignment, self._new_names(headings, alignment))

    def _options(self, document: Document) -> tuple[list[Block], list[list[int]]]:
        depths = Counter(section.heading.depth for section in document.sections)
        level = self._depth or min((depth for depth in depths if depths[depth] > 1), default=min(depths, default=1))
        levels = {named.depth or level for named in self.template.named} or {level}
        headings = [section.heading for section in document.sections if section.heading.depth in levels]
        return headings, [
            [
                place
                for place, heading in enumerate(headings)
                if heading.depth == (named.depth or level) and self._fits(named, heading)
            ]
            for named in self.template.named
        ]

    def _numbered_options(self, document: Document) -> tuple[list[Block], list[list[int]]]:
        headings = [
            block
            for block in document.select(_READ)
            if ((ordinal := ordinal_of(block)) and ordinal.style in self._styles)
            or any(self._fits(named, block) for named in self.template.named)
        ]
        return headings, [
            [place for place, heading in enumerate(headings) if self._fits(named, heading)]
            for named in self.template.named
        ]

    @cached_property
    def _styles(self) -> set[str]:
        return {ordinal.style for named in self.template.named if (ordinal := parse_ordinal(named.name))}

    def _new_names(self, headings: Sequence[Block], alignment: Alignment) -> dict[int, int]:
        names = [_key(first_name(named)) for named in self.template.named]
        if not self._numbered:
            return renamed(alignment, names, [heading.compared for heading in headings], _NEAR)
        said = [normal_form(heading.text[slice(*wording_of(heading))]) for heading in headings]
        places = {number_of(heading.text): place for place, heading in enumerate(headings)}
        numbers = [number_of(named.name) for named in self.template.named]
        own = {entry: places[number] for entry, number in enumerate(numbers) if number and number in places}
        return renamed(alignment, names, said, _RATHER_NEAR, own)


def first_name(named: Named) -> str:
    """The name that is wanted, of those that are right."""
    return named.name.split(" | ", maxsplit=1)[0]


def ordinal_of(block: Block) -> Ordinal | None:
    """What a heading is numbered with, also where it is marked as none."""
    return block.ordinal or parse_ordinal(block.text)


def number_of(text: str) -> tuple[int, ...]:
    """The value of the ordinal that a heading begins with; nothing where there is none."""
    ordinal = parse_ordinal(text)
    return ordinal.value if ordinal else ()


def wording_of(heading: Block) -> tuple[int, int]:
    """Where the wording of a heading starts and ends: behind its ordinal, and before the text that goes on behind it."""
    ordinal = ordinal_of(heading)
    start = len(ordinal.text) if ordinal else 0
    behind = _TEXT_BEHIND.search(heading.text, start)
    return start, behind.start() if behind else len(heading.text)


def stands_within(document: Document, name: str) -> bool:
    """Whether a section is there, its heading within other text."""
    wanted = normal_form(name)
    return any(wanted in normal_form(block.text) for block in document.select(_READ))


def _key(name: str) -> str:
    ordinal = parse_ordinal(name)
    return normal_form(name[len(ordinal.text) :] if ordinal else name)

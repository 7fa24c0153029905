"""heading-levels: a level left out, ordinals turned upside down, a level unlike that of the series or the contents."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.habits import told_once
from linter.engines.ordinals import parse_ordinal
from linter.engines.outline import Entry, odd_levels, turned
from linter.rule import Doc, Match, OrdinalText
from linter.structure.contents import elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Block, Document
    from linter.rule import Check, Field, Grade, Lists, Rule

FIELDS = ("heading", "previous", "defect")
GRADES: tuple[Grade, ...] = ("sure", "likely")
SCOPE: tuple[str, ...] = ("heading",)

_HABIT = 3  # skips from one level to the same other


class Params(NamedTuple):
    """What a rule of this kind says."""

    ladder: Annotated[
        tuple[OrdinalText, ...],
        Doc(
            "The ordinals of the levels from the highest down; a heading's level is then that of its ordinal.",
            "各级序号，由高到低；设定后以序号定标题的级别。",
        ),
    ] = ()
    max_skip: Annotated[
        int,
        Doc("How many levels a heading may be below the heading before it.", "标题最多可比前一标题低几级。"),
    ] = 1
    title: Annotated[
        str,
        Doc("The key of the front matter whose text stands above all headings.", "文首元数据中作为文档标题的键。"),
    ] = "title"


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each heading: likely where ordinals are upside down, else sure."""
    params = Params(**rule.params)
    styles = [ordinal.style for sample in params.ladder if (ordinal := parse_ordinal(sample))]

    def check(document: Document) -> Iterator[Match]:
        headings = [section.heading for section in document.sections]
        named = document.front_matter.get(params.title) if headings and not styles else None
        levels = [(named, 1)] if named else []
        skips = list(_skips([*levels, *_levels(headings, styles)], params.max_skip))
        yield from skips
        if not styles:
            yield from _turned(headings)
            if document.marked:  # else the levels are taken from the numbers
                told = {skip.place for skip in skips}
                odd = [match for match in _odd(headings) if match.place not in told]
                yield from odd
                told.update(match.place for match in odd)
                yield from (match for match in _unlike_contents(document) if match.place not in told)

    return check


def _levels(headings: list[Block], styles: list[str]) -> list[tuple[Block, int]]:
    """Each heading with its level, on the ladder where there is one; a heading that is not on it has none."""
    if not styles:
        return [(heading, heading.depth) for heading in headings]
    return [
        (heading, styles.index(heading.ordinal.style) + 1)
        for heading in headings
        if heading.ordinal and heading.ordinal.style in styles
    ]


def _skips(headings: list[tuple[Block, int]], max_skip: int) -> Iterator[Match]:
    """Every skip; one that is a habit of the document is told once, and related to the others."""
    skips: dict[tuple[int, int], list[tuple[Block, Block]]] = {}
    for (before, upper), (heading, lower) in pairwise(headings):
        if lower - upper > max_skip:
            skips.setdefault((upper, lower), []).append((before, heading))
    for (upper, lower), pairs in skips.items():
        told, rest = told_once(pairs, _HABIT)
        others = [heading for _, heading in rest]
        is_title = "front-matter" in pairs[0][0].scopes
        defect: Field = {
            "en": f"is of level {lower}, and the {'title' if is_title else 'heading before it'} of level {upper}"
            + (f", as at {len(others)} more headings" if others else ""),
            "zh": f"为{lower}级标题，而{'文档标题' if is_title else '前一标题'}为{upper}级，级别跳跃"
            + (f"，另有{len(others)}处相同" if others else ""),
        }
        for before, heading in told:
            yield _match(heading, [before, *others], defect, "sure")


def _turned(headings: list[Block]) -> Iterator[Match]:
    for place in turned([heading.ordinal for heading in headings]):
        above = headings[place - 1]
        defect: Field = {
            "en": f"stands under “{_sign(above)}”, while elsewhere such numbers stand above it",
            "zh": f"位于“{_sign(above)}”之下，而别处次序相反，层次颠倒",
        }
        yield _match(headings[place], [above], defect, "likely")


def _odd(headings: list[Block]) -> Iterator[Match]:
    """A heading of another level than those that it is numbered with."""
    for odd in odd_levels([Entry(heading.depth, heading.ordinal) for heading in headings]):
        heading, beside = headings[odd.place], headings[odd.beside]
        defect: Field = {
            "en": (f"is of level {heading.depth}, and “{_sign(beside)}” at ", beside.span, f" of level {odd.depth}"),
            "zh": (f"为{heading.depth}级标题，而同一序列的“{_sign(beside)}”（", beside.span, f"）为{odd.depth}级"),
        }
        yield _match(heading, [beside], defect, "sure")


def _unlike_contents(document: Document) -> Iterator[Match]:
    """A heading of another level than the table of contents says."""
    for entry, model in elsewhere(document):
        heading, beside = entry.heading, model.heading
        defect: Field = {
            "en": (
                f"is of level {heading.depth}, but stands in the table of contents (",
                entry.block.span,
                f") beside “{beside.text}” of level {beside.depth}",
            ),
            "zh": (
                f"为{heading.depth}级标题，而目录（",
                entry.block.span,
                f"）中与{beside.depth}级的“{beside.text}”并列",
            ),
        }
        yield _match(heading, [entry.block, beside], defect, "sure")


def _sign(heading: Block) -> str:
    return heading.ordinal.text.strip() if heading.ordinal else heading.text


def _match(heading: Block, related: list[Block], defect: Field, grade: Grade) -> Match:
    fields: dict[str, Field] = {"heading": heading.text, "previous": related[0].text, "defect": defect}
    return Match(heading.span, fields, tuple(block.span for block in related), grade=grade)

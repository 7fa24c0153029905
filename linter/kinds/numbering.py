"""numbering: a number left out, given twice or started anew in a series of headings or in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import regex

from linter.engines.ordinals import RANK
from linter.engines.patterns import late
from linter.engines.series import breaks, following
from linter.rule import Doc, Match

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Block, Document
    from linter.engines.ordinals import Ordinal
    from linter.engines.series import Defect
    from linter.rule import Check, Field, Grade, Lists, Rule

FIELDS = ("ordinal", "previous", "expected", "earlier", "defect")
GRADES: tuple[Grade, ...] = ("sure", "likely")
SCOPE: tuple[str, ...] = ("heading", "item")

_DEFECTS: dict[Defect, dict[str, Field]] = {
    "gap": {"en": "a number is left out", "zh": "序号不连续"},
    "repeat": {"en": "the number is given twice", "zh": "序号重复"},
    "restart": {"en": "the numbers start anew", "zh": "序号又从头开始"},
    "back": {"en": "the numbers go back", "zh": "序号倒退"},
}
_ARTICLES = ("第条", "Article")  # counted on through the whole of a law, and quoted one by one
_LETTERS = ("A", "a")
_ROMAN_TOO = (9, 22, 24)  # i, v, x
_LONGEST_HEADING = 40  # code points of a line that may head a part of its own
_SENTENCE_END = late(r"[。．.！!？?；;：:，,、…”’\"')）]\s*$")


class Params(NamedTuple):
    """What a rule of this kind says."""

    of: Annotated[
        tuple[Literal["headings", "lists"], ...],
        Doc("What is looked at.", "检查对象：标题、列表。"),
    ] = ("headings", "lists")
    report: Annotated[
        Literal["first", "all"],
        Doc("Which breaks of one series to report.", "同一序列中报告第一处，还是全部报告。"),
    ] = "all"


class _Numbered(NamedTuple):
    """A heading or an item; `number` is its place among the document's blocks."""

    number: int
    block: Block
    ordinal: Ordinal


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each break of a series, at the ordinal, related to the one before it."""
    params = Params(**rule.params)

    def check(document: Document) -> Iterator[Match]:
        if "headings" in params.of:
            for series in _of_headings(document):
                yield from list(_judge(document, series, tuple(_DEFECTS)))[: _most(params)]
        if "lists" in params.of:
            for series in _of_lists(document):
                yield from list(_judge(document, series, ("gap", "repeat"), "likely"))[: _most(params)]

    return check


def _most(params: Params) -> int | None:
    return 1 if params.report == "first" else None


def _of_headings(document: Document) -> list[list[_Numbered]]:
    """The numbered headings of one parent and one style; one of a higher style or without a number starts anew."""
    found: list[list[_Numbered]] = []
    open_series: dict[int | None, dict[str, list[_Numbered]]] = {}
    for section in document.sections:
        siblings = open_series.setdefault(section.parent, {})
        ordinal = section.heading.ordinal
        rank = RANK.index(ordinal.style) if ordinal else -1
        for style in [style for style in siblings if RANK.index(style) > rank]:
            del siblings[style]
        if ordinal and ordinal.style not in _ARTICLES:
            series = siblings.get(ordinal.style)
            if series is None or series[-1].ordinal.value[:-1] != ordinal.value[:-1]:
                series = siblings[ordinal.style] = []
                found.append(series)
            series.append(_Numbered(section.first, section.heading, ordinal))
    return found


def _of_lists(document: Document) -> Iterator[list[_Numbered]]:
    for items in document.lists:
        series = [
            _Numbered(document.block_at(item.span.start) or 0, item, item.ordinal)
            for item in items
            if item.ordinal and item.ordinal.style not in _ARTICLES
        ]
        if len({(entry.ordinal.style, entry.ordinal.value[:-1]) for entry in series}) == 1:
            yield series


def _judge(
    document: Document, series: list[_Numbered], defects: tuple[Defect, ...], grade: Grade = "sure"
) -> Iterator[Match]:
    for place, defect in breaks([entry.ordinal.value[-1] for entry in series]):
        before, entry = series[place - 1], series[place]
        if defect in defects and not _explained(document, before, entry, defect):
            yield _match(before, entry, defect, "likely" if defect in ("restart", "back") else grade)


def _explained(document: Document, before: _Numbered, entry: _Numbered, defect: Defect) -> bool:
    """Whether the break only seems one: the number is there unseen, or is no number, or a new part begins."""
    if entry.ordinal.style in _LETTERS and {before.ordinal.value[-1], entry.ordinal.value[-1]} & {*_ROMAN_TOO}:
        return True
    between = document.blocks[before.number : entry.number]
    if defect == "gap":
        expected = regex.compile(rf"(?<![\d一二三四五六七八九十百]){regex.escape(following(before.ordinal))}(?!\d)")
        parts = (before.ordinal.value[-1] + 1,)  # 3. 4.1 4.2 5.
        return any(
            expected.search(block.text) or (block.ordinal and block.depth and block.ordinal.value[:-1] == parts)
            for block in between
        )
    if defect == "repeat":
        return before.block.compared == entry.block.compared  # a repeated heading, and that is said of it
    rank = RANK.index(entry.ordinal.style)
    return any(_may_head(block, rank) for block in between[1:])


def _may_head(block: Block, rank: int) -> bool:
    """Whether a paragraph or an item that was not taken for a heading looks like the title of a new part."""
    if block.ordinal:
        return RANK.index(block.ordinal.style) < rank
    return "paragraph" in block.scopes and len(block.text) <= _LONGEST_HEADING and not _SENTENCE_END.search(block.text)


def _match(before: _Numbered, entry: _Numbered, defect: Defect, grade: Grade) -> Match:
    fields: dict[str, Field] = {
        "ordinal": entry.ordinal.text.strip(),
        "previous": before.ordinal.text.strip(),
        "expected": following(before.ordinal),
        "earlier": before.block.span,
        "defect": _DEFECTS[defect],
    }
    place = entry.block.locate(0, len(entry.ordinal.text.rstrip()))
    related = before.block.locate(0, len(before.ordinal.text.rstrip()))
    return Match(place, fields, (related,), grade=grade)

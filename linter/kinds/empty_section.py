"""empty-section: a heading with nothing under it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Annotated, NamedTuple

import regex

from linter.engines.habits import told_once
from linter.engines.ordinals import RANK
from linter.engines.patterns import late, late_any
from linter.rule import Doc, Match, PatternText
from linter.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from linter.document import Block, Document, Section
    from linter.rule import Check, Field, Grade, Lists, Rule

FIELDS = ("heading", "next", "others")
GRADES: tuple[Grade, ...] = ("likely", "hint")
SCOPE: tuple[str, ...] = ("heading",)

_OUTLINE = 0.5  # where more of the sections are empty, the document is an outline
_HABIT = 3  # empty sections of one document that are told at once
_LOWEST = 6  # depth of the headings that none can stand below
_UNSEEN = late(r"[^\s=-]")  # what is neither blank nor a line under a heading
_SHOWN = late(  # the same between the tags of a page
    r"<(?:audio|canvas|embed|form|iframe|img|input|math|object|svg|video)\b|>(?:\s|&(?:[ne][mbn]sp|#160);)*+[^\s<]",
    regex.IGNORECASE,
)
_END: Field = {"en": "the end of the document", "zh": "文末"}


class Params(NamedTuple):
    """What a rule of this kind says."""

    allow: Annotated[tuple[PatternText, ...], Doc("Headings that may be empty.", "允许没有内容的标题。")] = ()


class _Empty(NamedTuple):
    """A section with nothing to read in it, and the heading after it, if any; `commented` with a comment in it."""

    section: Section
    following: Block | None
    commented: bool


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each heading, or for all where there are many; a hint where they may be empty on purpose."""
    params = Params(**rule.params)
    allowed = late_any(params.allow)

    def check(document: Document) -> Iterator[Match]:
        found = list(_empty_sections(document))
        if sum(not one.commented for one in found) > _OUTLINE * len(document.sections):
            return
        numbers = {one.section.number for one in found}
        contents = _contents(document, numbers)
        graded: dict[Grade, list[_Empty]] = {"likely": [], "hint": []}
        for one in found:
            is_allowed = allowed and allowed.search(one.section.heading.wording)
            if not is_allowed and one.section.number not in contents and _is_told(document, one):
                graded[_grade(one, numbers)].append(one)
        for grade, group in graded.items():
            told, others = told_once(group, _HABIT)
            for one in told:
                yield _match(one, others, grade)

    return check


def _empty_sections(document: Document) -> Iterator[_Empty]:
    """Sections with nothing there, not even what is no readable text, such as a picture."""
    text = document.source.text
    unseen = _SHOWN if document.source.format == "html" else _UNSEEN
    starts = [comment.span.start for comment in document.comments]
    for section in document.sections:
        inside = document.blocks[section.first + 1 : section.end] if section.first + 1 < section.end else ()
        if not section.heading.compared or any(block.text or block.scopes != ("html",) for block in inside):
            continue
        following = document.blocks[section.end] if section.end < len(document.blocks) else None
        start, stop = _between(document, section.heading, following)
        spans = [one.span for one in document.comments[bisect_left(starts, start) : bisect_left(starts, stop)]]
        ends, begins = [start, *(span.end for span in spans)], [*(span.start for span in spans), stop]
        if not any(unseen.search(text, end, begin) for end, begin in zip(ends, begins, strict=True)):
            yield _Empty(section, following, bool(spans))


def _between(document: Document, heading: Block, following: Block | None) -> Span:
    """What stands between the line of a heading and that of the next block; in a page, between the two."""
    text, start, stop = document.source.text, heading.span.end, len(document.source.text)
    if document.source.format == "html":
        return Span(start, following.span.start if following else stop)
    start = text.find("\n", start)
    start = stop if start < 0 else start
    return Span(start, max(start, text.rfind("\n", 0, following.span.start)) if following else stop)


def _contents(document: Document, empty: set[int]) -> set[int]:
    """The numbers of empty headings beside each other that stand again over their text, as in a table of contents."""
    filled = {section.heading.compared for section in document.sections if section.number not in empty}
    beside = {number for number in empty if empty & {number - 1, number + 1}}
    return {number for number in beside if document.sections[number].heading.compared in filled}


def _is_told(document: Document, one: _Empty) -> bool:
    """Whether the heading is one of a section: no title of two lines, no item of a list, not the same as the next."""
    heading, following = one.section.heading, one.following
    if following and following.compared == heading.compared:
        return False
    is_title = one.section.number == 0 and following is not None and not heading.ordinal and following.depth == 1
    return not is_title and not _is_item(document, one.section)


def _grade(one: _Empty, numbers: set[int]) -> Grade:
    """A hint at the end, beside others (both may be a form), above a comment, and where no level below is left."""
    beside = numbers & {one.section.number - 1, one.section.number + 1}
    lowest = one.section.heading.depth >= _LOWEST
    return "hint" if beside or one.commented or lowest or one.following is None else "likely"


def _is_item(document: Document, section: Section) -> bool:
    """Whether it may be an item of a short list: plain text writes both alike."""
    if document.marked or section.heading.ordinal is None:
        return False
    if RANK.index(section.heading.ordinal.style) <= RANK.index("一"):
        return False
    beside = document.sections[max(0, section.number - 1) : section.number + 2]
    styles = [other.heading.ordinal.style for other in beside if other.heading.ordinal and other is not section]
    return section.heading.ordinal.style in styles


def _match(one: _Empty, others: Sequence[_Empty], grade: Grade) -> Match:
    following = one.following
    more: Field = {"en": f", nor under {len(others)} more headings", "zh": f"等{len(others) + 1}个标题"}
    fields: dict[str, Field] = {
        "heading": one.section.heading.text,
        "next": {"en": f"“{following.text}”", "zh": f"标题“{following.text}”"} if following else _END,
        "others": more if others else "",
    }
    related = [other.section.heading for other in others] or [following] if following else []
    return Match(one.section.heading.span, fields, tuple(block.span for block in related), grade=grade)

"""empty-section: a heading with nothing under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.ordinals import RANK
from linter.engines.patterns import any_of, late, late_pattern
from linter.rule import Doc, Match, PatternText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Block, Document, Section
    from linter.rule import Check, Field, Grade, Lists, Rule

FIELDS = ("heading", "next")
GRADES: tuple[Grade, ...] = ("likely", "hint")
SCOPE: tuple[str, ...] = ("heading",)

_OUTLINE = 0.5  # where more of the sections are empty, the document is an outline
_UNSEEN = late(r"[^\s=-]")  # what is neither blank nor a line under a heading
_END: Field = {"en": "the end of the document", "zh": "文末"}


class Params(NamedTuple):
    """What a rule of this kind says."""

    allow: Annotated[tuple[PatternText, ...], Doc("Headings that may be empty.", "允许没有内容的标题。")] = ()


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each heading; a hint where others beside it are empty, or the document ends, and may be a form."""
    params = Params(**rule.params)
    allowed = late_pattern(any_of(params.allow)) if params.allow else None

    def check(document: Document) -> Iterator[Match]:
        empty = [section for section in document.sections if _is_empty(document, section)]
        if len(empty) > _OUTLINE * len(document.sections):
            return
        for section in empty:
            following = _following(document, section)
            if following and following.compared == section.heading.compared:
                continue  # a repeated heading, and that is said of it
            if allowed and allowed.search(section.heading.wording):
                continue
            if not _is_title(section, following) and not _is_item(document, section):
                beside = {other.number for other in empty} & {section.number - 1, section.number + 1}
                yield _match(section, following, "hint" if beside or not following else "likely")

    return check


def _following(document: Document, section: Section) -> Block | None:
    return document.blocks[section.end] if section.end < len(document.blocks) else None


def _is_empty(document: Document, section: Section) -> bool:
    """Whether nothing is there, not even what is no readable text, such as a picture."""
    if not section.is_bare or not section.heading.compared:
        return False
    text = document.source.text
    following = _following(document, section)
    line_end = text.find("\n", section.heading.span.end)
    if line_end < 0:
        return True
    next_line = text.rfind("\n", 0, following.span.start) if following else len(text)
    return not _UNSEEN.search(text, line_end, max(line_end, next_line))


def _is_item(document: Document, section: Section) -> bool:
    """Whether it may be an item of a short list: plain text writes both alike."""
    if document.source.format != "text" or section.heading.ordinal is None:
        return False
    if RANK.index(section.heading.ordinal.style) <= RANK.index("一"):
        return False
    beside = document.sections[max(0, section.number - 1) : section.number + 2]
    styles = [other.heading.ordinal.style for other in beside if other.heading.ordinal and other is not section]
    return section.heading.ordinal.style in styles


def _is_title(section: Section, following: Block | None) -> bool:
    """Whether it opens the document and is followed by its equal: a title in two lines."""
    return section.number == 0 and following is not None and not section.heading.ordinal and following.depth == 1


def _match(section: Section, following: Block | None, grade: Grade) -> Match:
    fields: dict[str, Field] = {
        "heading": section.heading.text,
        "next": {"en": f"“{following.text}”", "zh": f"标题“{following.text}”"} if following else _END,
    }
    related = (following.span,) if following else ()
    return Match(section.heading.span, fields, related, grade=grade)

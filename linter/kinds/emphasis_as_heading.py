"""emphasis-as-heading: a bold or italic line that serves as a heading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.habits import told_once
from linter.engines.ordinals import parse_ordinal
from linter.engines.patterns import find_all, late, late_any
from linter.rule import Doc, Match, PatternText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Block, Document, Section
    from linter.rule import Check, Field, Grade, Lists, Rule

FIELDS = ("text", "defect")
GRADES: tuple[Grade, ...] = ("likely", "hint")
SCOPE: tuple[str, ...] = ("paragraph",)

_LONGEST = 80  # code points; what is longer is a sentence that matters
_HABIT = 7  # so many such lines are the document's way, and told as one
_SENTENCE_END = late(r"[.,;:!?。，、；：！？…—]\W*$")
_FIGURES = frozenset({"code", "html", "table"})  # a line of italics after one of these is its caption


class Params(NamedTuple):
    """What a rule of this kind says."""

    allow: Annotated[tuple[PatternText, ...], Doc("Lines that are no headings.", "不视为标题的行。")] = ()


class _Line(NamedTuple):
    """Block `number` of the document."""

    number: int
    block: Block


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each line; likely where its number is the one that the headings around it leave out."""
    params = Params(**rule.params)
    allowed = late_any(params.allow)

    def check(document: Document) -> Iterator[Match]:
        hints: list[_Line] = []
        for line in _lines(document):
            if allowed and any(find_all(allowed, line.block.text)):
                continue
            before = _numbered_before(document, line)
            if before:
                yield _of_series(line, before)
            else:
                hints.append(line)
        yield from _told(hints)

    return check


def _lines(document: Document) -> Iterator[_Line]:
    """The lines that are marked from end to end, end in no punctuation and have text under them."""
    blocks = document.blocks
    for number, block in enumerate(blocks[:-1]):
        if block.inlines and block.scopes[0] == "paragraph" and len(block.text) <= _LONGEST:
            mark = _mark(block)
            if not mark or blocks[number + 1].depth or _SENTENCE_END.search(block.text):
                continue
            if mark == "emphasis" and number and _is_figure(blocks[number - 1]):
                continue
            if "\n" not in document.source.text[block.span.start : block.span.end]:
                yield _Line(number, block)


def _mark(block: Block) -> str:
    """What the whole block is marked as: strong, emphasis, or nothing; a link or a picture is no heading."""
    if any(inline.scope in ("link", "alt") for inline in block.inlines):
        return ""
    wording = block.text.strip()
    marks = [inline.scope for inline in block.inlines if block.text[inline.start : inline.end].strip() == wording]
    return next((mark for mark in ("strong", "emphasis") if mark in marks), "")


def _is_figure(block: Block) -> bool:
    return bool(_FIGURES & {*block.scopes}) or any(inline.scope == "alt" for inline in block.inlines)


def _numbered_before(document: Document, line: _Line) -> Section | None:
    """The section before the line whose number it follows, where the next heading beside that one leaves it out."""
    ordinal = parse_ordinal(line.block.text)
    section = document.section_of(line.number) if ordinal else None
    while ordinal and section:
        own = section.heading.ordinal
        if own and (own.style, own.value[:-1]) == (ordinal.style, ordinal.value[:-1]):
            following = document.blocks[section.end].ordinal if section.end < len(document.blocks) else None
            values = (own.value[-1] + 1, (*own.value[:-1], own.value[-1] + 2))
            return section if following and (ordinal.value[-1], following.value) == values else None
        section = document.parent(section)
    return None


def _of_series(line: _Line, before: Section) -> Match:
    defect: Field = {
        "en": (f"is numbered on from the heading “{before.heading.text}” at ", before.heading.span),
        "zh": ("与", before.heading.span, f"的标题“{before.heading.text}”连续编号"),
    }
    return Match(line.block.span, {"text": line.block.text, "defect": defect}, (before.heading.span,), grade="likely")


def _told(lines: list[_Line]) -> Iterator[Match]:
    """One match for each line, or one for all where they are many."""
    told, rest = told_once(lines, _HABIT)
    defect: Field = {
        "en": "serves as a heading" + (f", as do {len(rest)} more lines" if rest else ""),
        "zh": "用作标题" + (f"，另有{len(rest)}处相同" if rest else ""),
    }
    for line in told:
        related = tuple(other.block.span for other in rest)
        yield Match(line.block.span, {"text": line.block.text, "defect": defect}, related, grade="hint")

"""single-title: a second title, as a heading of the first level or beside the one in the front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.habits import told_once
from linter.engines.normal_form import normal_form
from linter.engines.patterns import find_all, late, late_any
from linter.rule import Doc, Match, PatternText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Block, Document, Section
    from linter.rule import Check, Field, Grade, Lists, Rule

FIELDS = ("heading", "title", "earlier", "more")
GRADES: tuple[Grade, ...] = ("likely", "hint")
SCOPE: tuple[str, ...] = ("heading.h1",)

_FEW = 2  # more headings beside the title are chapters
_PARTS = 2  # sections below the title that show of which level the sections are
_HABIT = 9  # matches that are told as one
_UNREAD = late(r"[\W_]+")


class Params(NamedTuple):
    """What a rule of this kind says."""

    front_matter: Annotated[
        tuple[str, ...],
        Doc("The keys of the front matter that hold a title.", "文首元数据中表示标题的键。"),
    ] = ("title",)
    allow: Annotated[tuple[PatternText, ...], Doc("Headings that are no titles.", "不视为标题的标题。")] = ()


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each title after the first.

    Likely where the sections stand below the title, and one or two stand beside it; else, and where the title is in
    the front matter, a hint. A first title that says what the front matter says is the same title.
    """
    params = Params(**rule.params)
    allowed = late_any(params.allow)

    def check(document: Document) -> Iterator[Match]:
        if not document.marked:
            return
        named = next((document.front_matter[key] for key in params.front_matter if key in document.front_matter), None)
        titles = [
            section
            for section in document.sections
            if section.heading.depth == 1
            and section.heading.text
            and not (allowed and any(find_all(allowed, section.heading.text)))
        ]
        if named and titles and not _agree(named, titles[0].heading):
            yield from _told(named, [title.heading for title in titles], "hint")
        elif titles and titles[0].number == 0 and not titles[0].heading.ordinal:
            yield from _told(titles[0].heading, [title.heading for title in titles[1:]], _grade(document, titles))

    return check


def _agree(one: Block, other: Block) -> bool:
    """Whether one of the two says the other: front matter often adds the name of the site, and its entities stand."""
    from html import unescape  # noqa: PLC0415 - deferred: start-up

    first, second = (_UNREAD.sub("", normal_form(unescape(block.wording))) for block in (one, other))
    return first in second or second in first


def _grade(document: Document, titles: list[Section]) -> Grade:
    title, *others = titles
    parts = [section for section in document.sections if section.parent == title.number]
    return "likely" if len(others) <= _FEW and len(parts) >= _PARTS else "hint"


def _told(title: Block, others: list[Block], grade: Grade) -> Iterator[Match]:
    """One match for each of `others`, or one for all where they are many."""
    told, rest = told_once(others, _HABIT)
    for other in told:
        fields: dict[str, Field] = {
            "heading": other.text,
            "title": title.text,
            "earlier": title.span,
            "more": {"en": f", as are {len(rest)} more", "zh": f"，另有{len(rest)}处相同"} if rest else "",
        }
        yield Match(other.span, fields, (title.span, *(one.span for one in rest)), grade=grade)

"""count-mismatch: parts announced by their number (the following four steps:), with another number of them following."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.announcements import compile_announcements, last_named
from linter.engines.ordinals import parse_number
from linter.engines.patterns import TIME_LIMIT, find_all, late_pattern
from linter.itemized import items_from
from linter.rule import Doc, Match, PatternText
from linter.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from linter.document import Block, Document
    from linter.engines.announcements import Announcement, Announcements
    from linter.engines.patterns import Pattern
    from linter.rule import Check, Field, Grade, Lists, Rule

FIELDS = ("announced", "stated", "found", "parts")
GRADES: tuple[Grade, ...] = ("likely", "hint")
SCOPE: tuple[str, ...] = ("paragraph",)


class Params(NamedTuple):
    """What a rule of this kind says."""

    announcements: Annotated[
        tuple[PatternText, ...],
        Doc(
            "How parts are announced; `{count}` stands for their number, `{noun}` for one of `nouns`.",
            "预告数目的写法；`{count}` 代表数目，`{noun}` 代表 `nouns` 之一。",
        ),
    ]
    nouns: Annotated[
        tuple[PatternText, ...],
        Doc("What is counted: steps, reasons, 方面.", "所计事物的名称，如“方面”“步骤”。"),
    ] = ()
    numerals: Annotated[
        dict[str, int],
        Doc(
            "Numbers in words; digits and Chinese numerals are known.",
            "文字数词及其数值；阿拉伯数字与汉字数字无需列出。",
        ),
    ] = {}  # noqa: RUF012 - never written to
    approximate: Annotated[
        PatternText,
        Doc(
            "Words in the announcement by which the number is a rough one, or of something else.",
            "表示约数、或另有所指的字样。",
        ),
    ] = PatternText("")
    points: Annotated[
        PatternText,
        Doc(
            "A point counted in running text; its group `number` is the number.", "文中分点的写法，`number` 组为序号。"
        ),
    ] = PatternText("")


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each announcement: likely where more parts follow than announced, else a hint."""
    params = Params(**rule.params)
    announcements = compile_announcements(params.announcements, params.nouns, params.numerals, params.approximate)
    points = late_pattern(params.points) if params.points else None

    def check(document: Document) -> Iterator[Match]:
        children = _children(document)
        pattern = points if points and points.search(document.source.text, timeout=10 * TIME_LIMIT) else None
        for number, block in enumerate(document.blocks):
            if block.depth or "table" in block.scopes or not block.text:
                continue
            if block.text.endswith((":", "：")):
                yield from _before_list(document, number, announcements, children)
            elif pattern:
                yield from _before_points(document, number, announcements, pattern)

    return check


def _before_list(
    document: Document, number: int, announcements: Announcements, children: dict[int, list[Block]]
) -> Iterator[Match]:
    block = document.blocks[number]
    announcement = announcements.before(block.prose, len(block.text))
    if announcement is None:
        return
    items, is_all = items_from(document, number + 1)
    parts = items or children.get(number + 1, [])
    if last_named([part.wording for part in parts]) == announcement.stated:
        return
    more = items and len(items) > announcement.stated  # of headings, others may stand beside those announced
    if more or (parts and is_all and len(parts) < announcement.stated):
        yield _match(block, announcement, [part.span for part in parts])


def _children(document: Document) -> dict[int, list[Block]]:
    """The headings straight under another, by the number of the block at which that one's own blocks end."""
    found: dict[int, list[Block]] = {}
    for section in document.sections:
        parent = document.parent(section)
        if parent:
            found.setdefault(parent.own_end, []).append(section.heading)
    return found


def _before_points(document: Document, number: int, announcements: Announcements, points: Pattern) -> Iterator[Match]:
    """Points counted in the text itself: 三个方面：一是…二是…."""
    block = document.blocks[number]
    found = list(find_all(points, block.text))
    values = [parse_number(point["number"])[-1] for point in found]
    if len(values) > 1 and values == list(range(1, len(values) + 1)):
        announcement = announcements.before(block.text, found[0].start())
        goes_on = any(points.match(after.text) for after in document.blocks[number + 1 : number + 2])
        if announcement and announcement.stated != len(values) and not goes_on:
            yield _match(block, announcement, [block.locate(*point.span()) for point in found])


def _match(block: Block, announcement: Announcement, parts: Sequence[Span]) -> Match:
    fields: dict[str, Field] = {
        "announced": block.text[announcement.start : announcement.end].rstrip(":： "),
        "stated": announcement.stated,
        "found": len(parts),
        "parts": Span(parts[0].start, parts[-1].end),
    }
    place = block.locate(announcement.start, announcement.end)
    related = parts[min(announcement.stated, len(parts) - 1)]
    return Match(place, fields, (related,), grade="likely" if len(parts) > announcement.stated else "hint")

"""count-mismatch: parts announced by their number (the following four steps:), with another number of them following."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.ordinals import han_number, parse_number
from linter.engines.patterns import TIME_LIMIT, any_of, find_all, late_pattern
from linter.itemized import items_from
from linter.rule import Doc, Match, PatternText
from linter.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from linter.document import Block, Document
    from linter.engines.patterns import Pattern
    from linter.rule import Check, Field, Grade, Lists, Rule

FIELDS = ("announced", "stated", "found", "parts")
GRADES: tuple[Grade, ...] = ("likely", "hint")
SCOPE: tuple[str, ...] = ("paragraph",)

_END = 160  # code points at the end of a paragraph in which the announcement stands
_BEFORE = 24  # code points before an announcement that may say it is a rough one
_HOLES = ("{count}", "{noun}")


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


class _Announcement(NamedTuple):
    """A number of parts stated at `start` to `end` of a block."""

    block: Block
    start: int
    end: int
    stated: int


class _Reader(NamedTuple):
    """How to see announcements and points."""

    pattern: Pattern
    number: Pattern
    numerals: dict[str, int]
    approximate: Pattern | None
    points: Pattern | None

    def announcement(self, block: Block, text: str, offset: int) -> _Announcement | None:
        """The announcement that `text`, which starts at `offset` of the block, ends with."""
        found = self.pattern.search(text, timeout=TIME_LIMIT) if self.number.search(text) else None
        if found is None:
            return None
        words = text[max(0, found.start() - _BEFORE) : found.end()]
        if self.approximate and self.approximate.search(words, timeout=TIME_LIMIT):
            return None
        count = self._number(found["count"])
        return _Announcement(block, offset + found.start("count"), offset + found.end(), count) if count > 1 else None

    def _number(self, text: str) -> int:
        if text.isdecimal():
            return int(text)
        return self.numerals[text.lower()] if text.lower() in self.numerals else han_number(text)


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each announcement: likely where more parts follow than announced, else a hint."""
    params = Params(**rule.params)
    reader = _Reader(
        late_pattern(_pattern(params), ignore_case=True),
        late_pattern(_number(params), ignore_case=True),
        params.numerals,
        late_pattern(params.approximate, ignore_case=True) if params.approximate else None,
        late_pattern(params.points) if params.points else None,
    )

    def check(document: Document) -> Iterator[Match]:
        counts_points = reader.points and reader.points.search(document.source.text, timeout=TIME_LIMIT)
        for number, block in enumerate(document.blocks):
            if block.depth or "table" in block.scopes or not block.text:
                continue
            if block.text.rstrip().endswith((":", "：")):
                yield from _before_list(document, number, reader)
            elif counts_points:
                yield from _before_points(document, number, reader, counts_points.re)

    return check


def _pattern(params: Params) -> str:
    pattern = any_of(params.announcements)
    for hole, filling in zip(_HOLES, (f"(?P<count>{_number(params)})", f"(?:{any_of(params.nouns)})"), strict=True):
        pattern = pattern.replace(hole, filling)
    return pattern


def _number(params: Params) -> str:
    words = sorted(params.numerals, key=len, reverse=True)
    return "|".join(
        [r"\b\d{1,2}", "[一二三四五六七八九十]{1,3}", *(rf"\b{word}" if word.isascii() else word for word in words)]
    )


def _before_list(document: Document, number: int, reader: _Reader) -> Iterator[Match]:
    block = document.blocks[number]
    offset = max(0, len(block.text) - _END)
    announcement = reader.announcement(block, block.prose[offset:].rstrip(), offset)
    if announcement is None:
        return
    items, may_be_fewer = items_from(document, number + 1)
    parts = items or _children(document, number)
    more = items and len(items) > announcement.stated  # of headings, others may stand beside those announced
    fewer = parts and may_be_fewer and len(parts) < announcement.stated
    if more or fewer:
        yield _match(announcement, [part.span for part in parts])


def _children(document: Document, number: int) -> list[Block]:
    """The headings straight under the one that the block stands under, where one follows the block at once."""
    section = document.section_of(number)
    if section is None or section.own_end != number + 1:
        return []
    place = document.sections.index(section)
    return [other.heading for other in document.sections if other.parent == place]


def _before_points(document: Document, number: int, reader: _Reader, points: Pattern) -> Iterator[Match]:
    """Points counted in the text itself: 三个方面：一是…二是…."""
    block = document.blocks[number]
    found = list(find_all(points, block.text))
    values = [parse_number(point["number"])[-1] for point in found]
    if len(values) > 1 and values == list(range(1, len(values) + 1)):
        end = found[0].start()
        offset = max(0, end - _END)
        announcement = reader.announcement(block, block.text[offset:end].rstrip(), offset)
        following = points.match(document.blocks[number + 1].text) if number + 1 < len(document.blocks) else None
        if announcement and announcement.stated != len(values) and not following:
            yield _match(announcement, [block.locate(*point.span()) for point in found])


def _match(announcement: _Announcement, parts: Sequence[Span]) -> Match:
    block = announcement.block
    fields: dict[str, Field] = {
        "announced": block.text[announcement.start : announcement.end].rstrip(":： "),
        "stated": announcement.stated,
        "found": len(parts),
        "parts": Span(parts[0].start, parts[-1].end),
    }
    related = (parts[min(announcement.stated, len(parts) - 1)],)
    return Match(
        block.locate(announcement.start, announcement.end),
        fields,
        related,
        grade="likely" if len(parts) > announcement.stated else "hint",
    )

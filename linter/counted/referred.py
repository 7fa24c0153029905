"""Counts that look back: 以上四项内容 behind three items, 针对上述两个问题 behind 一是…二是…三是…."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.counted.miscount import Miscount
from linter.counted.points import series_of
from linter.engines.ordinals import parse_ordinal
from linter.engines.patterns import find_all, late

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from regex import Match

    from linter.counted.points import Points
    from linter.document import Block, Document
    from linter.engines.ordinals import Ordinal
    from linter.engines.patterns import Pattern
    from linter.source import Span

_NEAR = 4  # blocks between the last part and what looks back at it
_WITHIN = 60  # blocks in which another group may be the one that is meant
_FAR = 3  # a count further off is one of other things
_WORD = 2  # code points of the shortest word for parts
_ARTICLES = ("第章", "第条")
_SECTIONS = ("一", "第部分", *_ARTICLES)  # styles of what such a count stands in, not behind
_NUMBER = late(r"(?<![第\d])(?:\d{1,2}|[一二两三四五六七八九十]{1,2})(?=[\p{Han}])")
_CLAUSE = "，。；：！？"
_LONGEST_CLAUSE = 60  # code points


class _Group(NamedTuple):
    """Parts that are numbered on from a first one, in one `style`; `ends` are the block and the place in it of each."""

    style: str
    ends: list[tuple[int, int]]
    places: list[Span]
    is_heading: bool

    def up_to(self, place: tuple[int, int]) -> int:
        """How many of them stand before a place."""
        return sum(end < place for end in self.ends)


def misreferred(
    document: Document, referred: Pattern, number: Callable[[str], int], points: Points
) -> Iterator[Miscount]:
    """The counts that look back at parts of which there are more or fewer, and at no other parts of that number."""
    groups: list[_Group] | None = None
    for place, block in enumerate(document.blocks):
        if block.depth or "table" in block.scopes or not block.text:
            continue
        for found in find_all(referred, block.prose):
            stated = number(found["count"])
            if stated < 2 or _is_named(block.prose, found.start()):  # noqa: PLR2004
                continue
            if told := _told_otherwise(block, found, number):
                yield told
                continue
            groups = _groups(document, points) if groups is None else groups
            meant = _meant(document, groups, (place, found.start()), stated, found.groupdict().get("own"))
            if meant and not _said_before(document, place, found):
                count = meant.up_to((place, found.start()))
                yield Miscount(
                    block, found.start("count"), found.end(), stated, count, tuple(meant.places[:count]), is_clear=True
                )


def _is_named(text: str, start: int) -> bool:
    """Whether the clause itself lists what it counts: 人手少、经费缺以上两个问题."""
    clause = text[max(0, start - _LONGEST_CLAUSE) : start]
    return "、" in clause[max(clause.rfind(mark) for mark in _CLAUSE) + 1 :]


def _told_otherwise(block: Block, found: Match[str], number: Callable[[str], int]) -> Miscount | None:
    """The count, where the same block told another number of the same things before, and not this one."""
    end = found.end("count") - found.start()
    things = found[0][end:].strip()
    told = list(find_all(_NUMBER, block.prose, 0, found.start())) if len(things) > _WORD else []
    told = [one for one in told if block.prose.startswith(things, one.end())]
    stated = number(found["count"])
    counts = [number(one[0]) for one in told]
    if not told or stated in counts or abs(counts[-1] - stated) > _FAR:
        return None
    where = (block.locate(told[-1].start(), told[-1].end() + len(things)),)
    return Miscount(block, found.start("count"), found.end(), stated, counts[-1], where, is_clear=True)


def _said_before(document: Document, place: int, found: Match[str]) -> bool:
    """Whether the same number of the same things is told of before, and these may be meant."""
    count, end = found["count"], found[0][-2:]
    before = document.blocks[max(0, place - _WITHIN) : place]
    texts = [*(block.text for block in before), document.blocks[place].text[: found.start()]]
    return any(count in text and end in text[text.find(count) : text.find(count) + 12] for text in texts)


def _meant(
    document: Document, groups: list[_Group], place: tuple[int, int], stated: int, own: str | None
) -> _Group | None:
    """The nearest group before a place, where neither it nor another one has as many parts as stated."""
    before = [(group, count) for group in groups if (count := group.up_to(place))]
    if own:
        before = [one for one in before if all(own in document.blocks[number].text for number, _ in one[0].ends)]
    before = [(group, count) for group, count in before if place[0] - group.ends[count - 1][0] <= _WITHIN]
    near = [
        group
        for group, count in before
        if count == len(group.ends) > 1
        and not (group.is_heading or group.style in _SECTIONS)
        and place[0] - group.ends[-1][0] <= _NEAR
        and abs(count - stated) <= _FAR
    ]
    if not near:
        return None
    likely = min(near, key=lambda group: abs(len(group.ends) - stated))
    is_beside = likely.ends[-1][0] == place[0]
    for group, count in before:
        if count == stated and not (
            group.is_heading and (is_beside or _is_past(document, group.ends[count - 1], place))
        ):
            return None
    return likely


def _is_past(document: Document, last: tuple[int, int], place: tuple[int, int]) -> bool:
    """Whether two headings or more of a higher level part a heading from a place."""
    between = document.blocks[last[0] + 1 : place[0]]
    depth = document.blocks[last[0]].depth
    return sum(0 < block.depth < depth for block in between) > 1


def _groups(document: Document, points: Points) -> list[_Group]:
    """All groups of parts: points of the text, items and headings that go on from a first one."""
    groups = [
        _Group(
            series[0].style,
            [(point.number, point.start) for point in series],
            [point.place for point in series],
            is_heading=False,
        )
        for series in series_of(document, points)
    ]
    runs: dict[str, tuple[_Group, int]] = {}
    for place, block in enumerate(document.blocks):
        ordinal = _ordinal(block)
        if ordinal is None:
            continue
        group, last = runs.get(ordinal.style, (None, 0))
        if group is None or ordinal.value[-1] != last + 1:
            group = _Group(ordinal.style, [], [], is_heading=block.depth > 0)
            groups.append(group)
        group.ends.append((place, 0))
        group.places.append(block.locate(0, len(ordinal.text)))
        runs[ordinal.style] = (group, ordinal.value[-1])
    return groups


def _ordinal(block: Block) -> Ordinal | None:
    return None if "table" in block.scopes else block.ordinal or parse_ordinal(block.text[:12])

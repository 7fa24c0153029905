"""count-mismatch: parts whose number is stated (the following four steps:, 甲、乙、丙三项), and another number of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.counted.headed import misheaded
from linter.counted.inline import Wordings, miscounts, mistallied
from linter.counted.keyed import miskeyed
from linter.counted.miscount import Miscount
from linter.counted.points import Points, miscounted_points
from linter.counted.referred import misreferred
from linter.counted.structure import misstated_structure
from linter.engines.announcements import Holes, compile_announcements, last_named
from linter.engines.enumerations import Joints
from linter.engines.patterns import TIME_LIMIT, any_of, late_pattern
from linter.rule import Doc, Match, PatternText
from linter.source import Span
from linter.structure.itemized import items_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from linter.document import Block, Document
    from linter.engines.announcements import Announcements
    from linter.engines.patterns import Pattern
    from linter.rule import Check, Field, Grade, Lists, Rule

FIELDS = ("announced", "stated", "found", "parts")
GRADES: tuple[Grade, ...] = ("likely", "hint")
SCOPE: tuple[str, ...] = ("paragraph",)

_FULL_STOP = "。"
_ENDS = (":", "：", _FULL_STOP)
_LISTED = ("、", "；", "”“", "》《", "，分别", "，即")
_TALLIED = ("涨", "降", "跌", "减")


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
    point_words: Annotated[
        PatternText,
        Doc(
            "A point counted in words; the first of them stands in its group `first`.",
            "以词语分点的写法，其中首个在 `first` 组。",
        ),
    ] = PatternText("")
    first_points: Annotated[
        tuple[str, ...],
        Doc("Of these a text with points holds one: a quick test.", "分点的文本必含其中之一（用于提速）。"),
    ] = ()
    counted: Annotated[
        tuple[PatternText, ...],
        Doc(
            "How a count is written right behind the list of what it counts, or right before it and a colon.",
            "紧接在列举之后、或在冒号和列举之前的数目的写法。",
        ),
    ] = ()
    between: Annotated[PatternText, Doc("What parts the items of a list.", "列举各项之间的标点。")] = PatternText("")
    last: Annotated[
        PatternText, Doc("What parts the last two items, or stands within one.", "末两项之间、或一项之内的连词。")
    ] = PatternText("")
    lead: Annotated[
        PatternText,
        Doc("What stands before the first item, within its words.", "第一项之前不属于该项的字样。"),
    ] = PatternText("")
    open_end: Annotated[PatternText, Doc("What leaves a list open.", "表示列举未尽的词语。")] = PatternText("")
    set_up: Annotated[
        PatternText,
        Doc("What stands between places and the count of what was set up there.", "地点与所设事物的数目之间的字样。"),
    ] = PatternText("")
    in_place: Annotated[PatternText, Doc("What is set up once in each place.", "一处只设一个的事物。")] = PatternText(
        ""
    )
    separate: Annotated[
        PatternText,
        Doc(
            "What an item ends with where the count behind it counts something else.",
            "末项以此结尾时，其后的数目另有所指。",
        ),
    ] = PatternText("")
    places: Annotated[
        PatternText,
        Doc("What the names of places end with, in which other things may be counted.", "地名的结尾用字。"),
    ] = PatternText("")
    of_places: Annotated[PatternText, Doc("What a count of places holds.", "表示所计为地方的字样。")] = PatternText("")
    tally: Annotated[
        PatternText,
        Doc(
            "How a count is parted into its sorts; each `{part}` is the number of one.",
            "数目分类的写法；各 `{part}` 为一类的数目。",
        ),
    ] = PatternText("")
    referred: Annotated[
        tuple[PatternText, ...],
        Doc(
            "How a text looks back at parts; `{count}` stands for their number, the group `own` for a word that each holds.",
            "回指前文各项的写法；`{count}` 代表数目，`own` 组为各项均有的字样。",
        ),
    ] = ()
    keyed: Annotated[
        tuple[PatternText, ...],
        Doc(
            "A count of parts that all begin or end with the word in the group `key`; `{count}` stands for it.",
            "各项均以 `key` 组的字样开头或结尾的概括语；`{count}` 代表数目。",
        ),
    ] = ()
    headed: Annotated[
        tuple[PatternText, ...],
        Doc(
            "How a line ends that says how many names the next lines are; `{count}` stands for their number.",
            "标明其下名单数目的行尾写法；`{count}` 代表数目。",
        ),
    ] = ()
    structure: Annotated[
        tuple[PatternText, ...],
        Doc(
            "What a document says of its structure; `{chapters}`, `{articles}` and `{parts}` stand for numbers.",
            "文中交代自身结构的写法；`{chapters}`、`{articles}`、`{parts}` 代表数目。",
        ),
    ] = ()


class _Sight(NamedTuple):
    """The parameters, compiled; what a rule does not say finds nothing."""

    announcements: Announcements
    points: Points
    first_points: tuple[str, ...]
    words: Wordings | None
    tally: Pattern | None
    referred: Pattern
    keyed: Pattern
    headed: Pattern
    structure: Pattern


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each stated number that what follows, what stands beside it or the whole document has not."""
    params = Params(**rule.params)
    holes = Holes(params.nouns, params.numerals)
    announcements = compile_announcements(params.announcements, params.nouns, params.numerals, params.approximate)

    def filled(patterns: tuple[str, ...], *names: str) -> Pattern:
        return late_pattern(holes.filled(any_of(patterns) or "(?!)", names or ["count"]))

    sight = _Sight(
        announcements,
        Points(*(late_pattern(text) if text else None for text in (params.points, params.point_words))),
        params.first_points,
        _wordings(params, holes, announcements) if params.counted else None,
        filled((params.tally,), "part") if params.tally else None,
        filled(params.referred),
        filled(params.keyed),
        filled(params.headed),
        filled(params.structure, "chapters", "articles", "parts"),
    )

    def check(document: Document) -> Iterator[Match]:
        found: dict[int, Match] = {}
        for miscount in (*_in_blocks(document, sight), *_in_document(document, sight)):
            match = _said(miscount)
            found.setdefault(match.place.start, match)
        yield from found.values()

    return check


def _in_blocks(document: Document, sight: _Sight) -> Iterator[Miscount]:
    """Counts that what stands in their block, or in a list right behind it, contradicts."""
    children = _children(document)
    for number, block in enumerate(document.blocks):
        if block.depth or "table" in block.scopes or not block.text:
            continue
        if block.text.endswith(_ENDS):
            yield from _before_list(document, number, sight.announcements, children)
        if sight.words and _holds(block.text, _LISTED):
            yield from miscounts(block, sight.words)
        if sight.words and sight.tally and _holds(block.text, _TALLIED):
            yield from mistallied(block, sight.words, sight.tally)


def _in_document(document: Document, sight: _Sight) -> Iterator[Miscount]:
    """Counts of what stands in several blocks."""
    number = sight.announcements.value_of
    is_counted = not sight.first_points or _holds(document.source.text, sight.first_points)
    points = sight.points if is_counted else Points(None, None)
    yield from miscounted_points(document, sight.announcements, points)
    if _stands_in(document, sight.referred):
        yield from misreferred(document, sight.referred, number, sight.points)
    if _stands_in(document, sight.keyed):
        yield from miskeyed(document, sight.keyed, number)
    if _stands_in(document, sight.headed):
        yield from misheaded(document, sight.headed, number)
    if _stands_in(document, sight.structure):
        yield from misstated_structure(document, sight.structure, number)


def _holds(text: str, marks: Iterable[str]) -> bool:
    return any(mark in text for mark in marks)


def _stands_in(document: Document, pattern: Pattern) -> bool:
    return pattern.search(document.source.text, timeout=10 * TIME_LIMIT) is not None


def _wordings(params: Params, holes: Holes, announcements: Announcements) -> Wordings:
    def compiled(text: str) -> Pattern:
        return late_pattern(text or "(?!)")

    return Wordings(
        counted=late_pattern(holes.filled(any_of(params.counted))),
        number=announcements.value_of,
        joints=Joints(
            between=compiled(params.between),
            last=compiled(params.last),
            lead=compiled(params.lead),
            open_end=compiled(params.open_end),
        ),
        set_up=compiled(params.set_up),
        in_place=compiled(params.in_place),
        separate=compiled(params.separate),
        places=compiled(params.places),
        of_places=compiled(params.of_places),
        rough=announcements.approximate,
    )


def _said(found: Miscount) -> Match:
    parts = found.parts
    fields: dict[str, Field] = {
        "announced": found.block.text[found.start : found.end].rstrip(":：。 "),
        "stated": found.stated,
        "found": found.found,
        "parts": Span(parts[0].start, parts[-1].end),
    }
    related = parts[min(found.stated, len(parts) - 1)]
    place = found.block.locate(found.start, found.end)
    return Match(place, fields, (related,), grade="likely" if found.is_clear else "hint")


def _before_list(
    document: Document, number: int, announcements: Announcements, children: dict[int, list[Block]]
) -> Iterator[Miscount]:
    """The announcement at the end of a block, where the list or the headings right behind it are more or fewer."""
    block = document.blocks[number]
    is_listed = number + 1 < len(document.blocks) and "item" in document.blocks[number + 1].scopes
    announcement = None
    if is_listed or number + 1 in children:
        announcement = announcements.before(block.prose, len(block.text))
    if announcement is None:
        return
    items, is_all = items_from(document, number + 1)
    parts = items or children.get(number + 1, [])
    if (
        not parts
        or (len(parts) == 1 and block.text.endswith(_FULL_STOP))
        or last_named([part.wording for part in parts]) == announcement.stated
    ):
        return
    numbered = not items and [part.ordinal.value[-1] for part in parts if part.ordinal] == [*range(1, len(parts) + 1)]
    more = items or numbered  # of other headings, some may stand beside those announced
    if (more and len(parts) > announcement.stated) or (is_all and len(parts) < announcement.stated):
        places = tuple(part.span for part in parts)
        is_clear = numbered or len(parts) > announcement.stated
        yield Miscount(block, *announcement, len(parts), places, is_clear=is_clear)


def _children(document: Document) -> dict[int, list[Block]]:
    """The headings straight under another, by the number of the block at which that one's own blocks end."""
    found: dict[int, list[Block]] = {}
    for section in document.sections:
        parent = document.parent(section)
        if parent:
            found.setdefault(parent.own_end, []).append(section.heading)
    return found

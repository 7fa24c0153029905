"""required-sections: sections that are missing, renamed, out of order or unforeseen, against a template."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.ordinals import parse_ordinal
from linter.engines.patterns import late_pattern
from linter.rule import Doc, Match, PatternText
from linter.source import Span
from linter.tables.editions import edition_for, year_of
from linter.tables.fitted import Outline, Wording, first_name, number_of, stands_within, wording_of
from linter.tables.topics import read_topics

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from linter.document import Block, Document
    from linter.rule import Check, Field, Grade, Lists, Rule
    from linter.tables.fitted import Fit
    from linter.tables.topics import Topics

FIELDS = ("section", "heading", "defect")
GRADES: tuple[Grade, ...] = ("sure", "likely")
SCOPE: tuple[str, ...] = ("heading",)

_FEW = 2  # numbered sections that show that a document is of the form at all

Sections = tuple[str, ...]


class Params(NamedTuple):
    """What a rule of this kind says."""

    sections: Annotated[
        Sections,
        Doc(
            "The headings in order, with `##` before them or as their text. `*` stands for any number of others, `+` for "
            "one or more, `?` for one; `? text` and `text ?` may be missing.",
            "依次应有的标题，可写明 `##`，也可只写文字。`*` 表示任意多个其他标题，`+` 表示至少一个，`?` 表示恰有一个；"
            "`? 文字` 或 `文字 ?` 表示可以没有。",
        ),
    ] = ()
    editions: Annotated[
        dict[str, Sections],
        Doc(
            "The same by the first year of each edition of the form, instead: a document takes that of its own year. "
            "One without sections asks for none.",
            "改按格式各版的启用年份分别列出，文件按其所述年份取用；为空则该版不作要求。",
        ),
    ] = {}  # noqa: RUF012 - never changed
    year: Annotated[
        PatternText,
        Doc(
            "Text among the first blocks that says the year, where the title does not.",
            "标题未写年份时，开头部分写明年份的文字。",
        ),
    ] = PatternText(r"(?!)")
    numbered: Annotated[
        bool,
        Doc(
            "The sections are numbered in this order: a heading with the number of one that is missing is that one, "
            "renamed, and what starts with such a number, or says the name of a section alone, counts as a heading. "
            "`name | name` are equally right.",
            "各节依次编号：与所缺章节序号相同的标题视为其改写；以此类序号开头或只有章节名称的段落也作标题看待。"
            "`名称 | 名称` 表示两种写法均可。",
        ),
    ] = False
    wording: Annotated[
        Wording,
        Doc(
            "How a heading is compared: to the letter, without its ordinal, or with a regular expression.",
            "如何比较标题：一字不差、不计序号，或按正则表达式。",
        ),
    ] = "ordinal"
    order: Annotated[bool, Doc("Whether the order counts.", "是否要求次序一致。")] = True
    topics: Annotated[
        dict[str, dict[str, dict[str, PatternText]]],
        Doc(
            "What sections have to treat, by edition (`` where there is one alone) and section: each topic with what a text "
            "about it says. It is looked for where the section is arranged by topics.",
            "按版次（仅有一版时写空文本）和节列出应当涵盖的内容，以及识别各项内容的正则表达式；该节按这些内容分条叙述时才检查。",
        ),
    ] = {}  # noqa: RUF012 - never changed
    depth: Annotated[
        int,
        Doc(
            "The level of the sections without `#`; 0 is the highest that more than one heading is of.",
            "未写 `#` 的标题的级别；0 指有两个以上标题的最高级别。",
        ),
    ] = 0


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each section: likely where a heading seems to be another one renamed, else sure."""
    params = Params(**rule.params)
    year = late_pattern(params.year)

    def outline(sections: Sections) -> Outline:
        return Outline(sections, params.wording, params.depth, numbered=params.numbered)

    topics = {
        edition: {section: read_topics(wanted) for section, wanted in sections.items()}
        for edition, sections in params.topics.items()
    }
    editions = {first: outline(sections) for first, sections in params.editions.items() if sections}
    only = None if params.editions else outline(params.sections)

    def check(document: Document) -> Iterator[Match]:
        edition = "" if only else edition_for(year_of(document, year), params.editions) or ""
        wanted = only or editions.get(edition)
        if wanted is None:
            return
        fit = wanted.fit(document)
        if params.numbered and len(fit.alignment.anchors) < _FEW:
            return  # a page about the report, or a part of it
        yield from _misnamed(fit, numbered=params.numbered)
        if params.order:
            yield from _misplaced(fit)
        yield from _uncounted(fit, in_order=params.order)
        yield from _untreated(fit, topics.get(edition, {}))

    return check


def _misnamed(fit: Fit, *, numbered: bool) -> Iterator[Match]:
    for entry, named in enumerate(fit.template.named):
        name = first_name(named)
        if entry in fit.new_names:
            yield _other_wording(fit.headings[fit.new_names[entry]], name)
            continue
        is_there = fit.alignment.places[entry] is not None or (numbered and stands_within(fit.document, name))
        if not is_there and not named.is_optional:
            yield _missing(fit, *fit.alignment.around(entry), name)


def _other_wording(heading: Block, name: str) -> Match:
    """A match at a heading, which can be put right; its ordinal, and text that goes on behind it, are left alone."""
    start, end = wording_of(heading)
    wanted = parse_ordinal(name)
    defect: Field = {
        "en": f"“{heading.text[:end]}” stands where “{name}” is expected",
        "zh": f"“{heading.text[:end]}”处应为“{name}”",
    }
    wording = name[len(wanted.text) :] if wanted else name
    replacement = None if heading.inlines else heading.text[:start] + wording
    return Match(heading.locate(0, end), _fields(name, heading, defect), replacement=replacement, grade="likely")


def _missing(fit: Fit, before: int, after: int, name: str) -> Match:
    """A match at the heading that the section is missing after, or before, or at the beginning of the document."""
    en, zh = (f"“{name}”", f"“{name}”") if name else ("a section", "一节")
    if before >= 0:
        beside = fit.headings[before]
        defect: Field = {"en": f"{en} is missing after “{beside.text}”", "zh": f"“{beside.text}”之后缺少{zh}"}
    elif after < len(fit.headings):
        beside = fit.headings[after]
        defect = {"en": f"{en} is missing before “{beside.text}”", "zh": f"“{beside.text}”之前缺少{zh}"}
    else:
        start = fit.document.blocks[0].span.start if fit.document.blocks else 0
        return Match(Span(start, start), _fields(name, None, {"en": f"{en} is missing", "zh": f"缺少{zh}"}))
    others = tuple(span for span in _following(fit, after) if span != beside.span)
    return Match(beside.span, _fields(name, beside, defect), others)


def _following(fit: Fit, place: int) -> tuple[Span, ...]:
    """The heading that follows a gap, and those behind it whose numbers have moved up to close it."""
    moved = [
        fit.headings[other].span
        for entry, other in fit.alignment.anchors
        if other > place and number_of(fit.headings[other].text) < number_of(fit.template.named[entry].name)
    ]
    return (*(fit.headings[other].span for other in range(place, len(fit.headings))[:1]), *moved)


def _misplaced(fit: Fit) -> Iterator[Match]:
    anchored = {entry for entry, _ in fit.alignment.anchors}
    for entry, place in enumerate(fit.alignment.places):
        if place is None or entry in anchored:
            continue
        heading = fit.headings[place]
        before, after = fit.alignment.around(entry)
        side, zh_side, beside = ("after", "之后", before) if place < before else ("before", "之前", after)
        other = fit.headings[beside]
        defect: Field = {
            "en": (f"“{heading.text}” belongs {side} “{other.text}” at ", other.span),
            "zh": (f"“{heading.text}”应位于“{other.text}”（", other.span, f"）{zh_side}"),
        }
        yield Match(heading.span, _fields(first_name(fit.template.named[entry]), heading, defect), (other.span,))


def _uncounted(fit: Fit, *, in_order: bool) -> Iterator[Match]:
    """Headings for which the template has no room where they stand, and room that wants more of them."""
    ends = [(-1, -1), *(fit.alignment.anchors if in_order else ()), (len(fit.template.named), len(fit.headings))]
    taken = {*fit.alignment.places, *fit.new_names.values()}
    for (entry, start), (other, end) in pairwise(ends):
        room = fit.template.room(entry, other)
        unnamed = [place for place in range(start + 1, end) if place not in taken]
        for place in [] if room.most is None else unnamed[room.most :]:
            heading = fit.headings[place]
            defect: Field = {
                "en": f"“{heading.text}” is not foreseen here",
                "zh": f"此处不应有“{heading.text}”",
            }
            yield Match(heading.span, _fields("", heading, defect))
        if len(unnamed) < room.least:
            yield _missing(fit, start, end, "")


def _untreated(fit: Fit, topics: Mapping[str, Topics]) -> Iterator[Match]:
    """Sections that leave out a topic, at their headings."""
    places = [place for _, place in fit.alignment.anchors]
    for entry, place in fit.alignment.anchors if topics else ():
        name = first_name(fit.template.named[entry])
        if name not in topics:
            continue
        heading = fit.headings[place]
        after = next((fit.headings[other] for other in places if other > place), None)
        blocks = fit.document.blocks
        start = blocks.index(heading)
        end = blocks.index(after) if after else len(blocks)
        if left := topics[name].missing(blocks[start + 1 : end]):
            said = {"en": " and ".join(f"“{topic}”" for topic in left), "zh": "、".join(f"“{topic}”" for topic in left)}
            defect: Field = {
                "en": f"“{heading.text}” says nothing of {said['en']}",
                "zh": f"“{heading.text}”部分未述及{said['zh']}",
            }
            yield Match(heading.span, _fields(name, heading, defect), grade="likely")


def _fields(section: str, heading: Block | None, defect: Field) -> dict[str, Field]:
    return {"section": section, "heading": heading.text if heading else "", "defect": defect}

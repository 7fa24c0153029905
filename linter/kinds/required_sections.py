"""required-sections: sections that are missing, renamed, out of order or unforeseen, against a template."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from linter.editions import edition_for, year_of
from linter.engines.normal_form import normal_form
from linter.engines.ordinals import parse_ordinal
from linter.engines.patterns import late, late_pattern
from linter.engines.template import align, read_template, renamed
from linter.rule import Doc, Match, PatternText
from linter.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from linter.document import Block, Document
    from linter.engines.template import Alignment, Named, Template
    from linter.rule import Check, Field, Grade, Lists, Rule

    Fits = Callable[[Named, Block], bool]

FIELDS = ("section", "heading", "defect")
GRADES: tuple[Grade, ...] = ("sure", "likely")
SCOPE: tuple[str, ...] = ("heading",)

_NEAR = 0.7  # as alike as this, a heading that is not foreseen is one that is missing, renamed
_RATHER_NEAR = 0.45  # the same where numbers help
_READ = ("heading", "paragraph", "item", "quote", "title")
_HEADING_END = late(r"[：:。]")

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
        Literal["exact", "ordinal", "pattern"],
        Doc(
            "How a heading is compared: to the letter, without its ordinal, or with a regular expression.",
            "如何比较标题：一字不差、不计序号，或按正则表达式。",
        ),
    ] = "ordinal"
    order: Annotated[bool, Doc("Whether the order counts.", "是否要求次序一致。")] = True
    depth: Annotated[
        int,
        Doc(
            "The level of the sections without `#`; 0 is the highest that more than one heading is of.",
            "未写 `#` 的标题的级别；0 指有两个以上标题的最高级别。",
        ),
    ] = 0


class _Fit(NamedTuple):
    """The headings of a document that count, and how they fit the template."""

    document: Document
    template: Template
    headings: Sequence[Block]
    alignment: Alignment


class _Form(NamedTuple):
    """A template, and what of a document fits its entries."""

    template: Template
    fits: Fits


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each section: likely where a heading seems to be another one renamed, else sure."""
    params = Params(**rule.params)
    year = late_pattern(params.year)
    forms = {first: _form(sections, params) for first, sections in params.editions.items()}
    only = _form(params.sections, params)

    def check(document: Document) -> Iterator[Match]:
        edition = edition_for(year_of(document, year), forms) if forms else None
        if forms and (edition is None or not params.editions[edition]):
            return
        form = forms[edition] if edition else only
        fit = _fit_numbered(document, form) if params.numbered else _fit(document, form, params.depth)
        new_names = _renamed(fit, numbered=params.numbered)
        yield from _misnamed(fit, new_names, numbered=params.numbered)
        if params.order:
            yield from _misplaced(fit)
        yield from _uncounted(fit, {*new_names.values()}, in_order=params.order)

    return check


def _form(sections: Sections, params: Params) -> _Form:
    template = read_template(sections)
    return _Form(template, _comparison(template, params.wording))


def _comparison(template: Template, wording: str) -> Fits:
    if wording == "pattern":
        patterns = {named.name: late_pattern(named.name) for named in template.named}
        return lambda named, heading: bool(patterns[named.name].fullmatch(heading.wording.strip()))
    if wording == "exact":
        return lambda named, heading: named.name == heading.text.strip()
    keys = {named.name: {_key(name) for name in named.name.split(" | ")} for named in template.named}
    return lambda named, heading: _said(heading) in keys[named.name]


def _key(name: str) -> str:
    ordinal = parse_ordinal(name)
    return normal_form(name[len(ordinal.text) :] if ordinal else name)


def _said(heading: Block) -> str:
    """The wording of a heading, without the text that goes on behind it."""
    ordinal = heading.ordinal or parse_ordinal(heading.text)
    return normal_form(_HEADING_END.split(heading.text[len(ordinal.text) if ordinal else 0 :], maxsplit=1)[0])


def _fit(document: Document, form: _Form, depth: int) -> _Fit:
    template, fits = form
    depths = Counter(section.heading.depth for section in document.sections)
    level = depth or min((depth for depth in depths if depths[depth] > 1), default=min(depths, default=1))
    levels = {named.depth or level for named in template.named} or {level}
    headings = [section.heading for section in document.sections if section.heading.depth in levels]
    options = [
        [
            place
            for place, heading in enumerate(headings)
            if heading.depth == (named.depth or level) and fits(named, heading)
        ]
        for named in template.named
    ]
    return _Fit(document, template, headings, align(options, len(headings)))


def _fit_numbered(document: Document, form: _Form) -> _Fit:
    template, fits = form
    styles = {ordinal.style for named in template.named if (ordinal := parse_ordinal(named.name))}
    headings = [
        block
        for block in document.select(_READ)
        if ((ordinal := block.ordinal or parse_ordinal(block.text)) and ordinal.style in styles)
        or any(fits(named, block) for named in template.named)
    ]
    options = [[place for place, heading in enumerate(headings) if fits(named, heading)] for named in template.named]
    return _Fit(document, template, headings, align(options, len(headings)))


def _renamed(fit: _Fit, *, numbered: bool) -> dict[int, int]:
    names = [_key(named.name.split(" | ")[0]) for named in fit.template.named]
    said = [_said(heading) for heading in fit.headings]
    if not numbered:
        return renamed(fit.alignment, names, said, _NEAR)
    ordinals = [heading.ordinal or parse_ordinal(heading.text) for heading in fit.headings]
    places = {ordinal.value: place for place, ordinal in enumerate(ordinals) if ordinal}
    entries = {entry: parse_ordinal(named.name) for entry, named in enumerate(fit.template.named)}
    own = {entry: places[ordinal.value] for entry, ordinal in entries.items() if ordinal and ordinal.value in places}
    return renamed(fit.alignment, names, said, _RATHER_NEAR, own)


def _misnamed(fit: _Fit, new_names: dict[int, int], *, numbered: bool) -> Iterator[Match]:
    for entry, named in enumerate(fit.template.named):
        name = named.name.split(" | ")[0]
        if entry in new_names:
            heading = fit.headings[new_names[entry]]
            yield _other_wording(heading, name)
        elif fit.alignment.places[entry] is None and not named.is_optional:
            if numbered and _is_inside(fit.document, name):
                continue
            before, after = fit.alignment.around(entry)
            yield _missing(fit, before, after, name)


def _other_wording(heading: Block, name: str) -> Match:
    """A match at the wording of a heading, which can be put right where no text goes on behind it."""
    ordinal, wanted = heading.ordinal or parse_ordinal(heading.text), parse_ordinal(name)
    start = len(ordinal.text) if ordinal else 0
    end = _HEADING_END.search(heading.text, start)
    stop = end.start() if end else len(heading.text)
    wording = name[len(wanted.text) :] if wanted else name
    said = heading.text[:stop]
    defect: Field = {
        "en": f"“{said}” stands where “{name}” is expected",
        "zh": f"“{said}”处应为“{name}”",
    }
    place = heading.locate(0, stop)
    replacement = None if heading.inlines else heading.text[:start] + wording
    return Match(place, _fields(name, heading, defect), replacement=replacement, grade="likely")


def _is_inside(document: Document, name: str) -> bool:
    """Whether a section is there, its heading within other text."""
    wanted = normal_form(name)
    return any(wanted in normal_form(block.text) for block in document.select(_READ))


def _missing(fit: _Fit, before: int, after: int, name: str) -> Match:
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


def _following(fit: _Fit, place: int) -> tuple[Span, ...]:
    """The heading that follows a gap, and those behind it whose numbers have moved up to close it."""
    moved = [
        fit.headings[other].span
        for entry, other in fit.alignment.anchors
        if other > place and _number(fit.headings[other].text) < _number(fit.template.named[entry].name)
    ]
    return (*(fit.headings[other].span for other in range(place, len(fit.headings))[:1]), *moved)


def _number(heading: str) -> tuple[int, ...]:
    ordinal = parse_ordinal(heading)
    return ordinal.value if ordinal else ()


def _misplaced(fit: _Fit) -> Iterator[Match]:
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
        yield Match(heading.span, _fields(fit.template.named[entry].name, heading, defect), (other.span,))


def _uncounted(fit: _Fit, named: set[int], *, in_order: bool) -> Iterator[Match]:
    """Headings for which the template has no room where they stand, and room that wants more of them."""
    ends = [(-1, -1), *(fit.alignment.anchors if in_order else ()), (len(fit.template.named), len(fit.headings))]
    taken = {*fit.alignment.places, *named}
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


def _fields(section: str, heading: Block | None, defect: Field) -> dict[str, Field]:
    return {"section": section, "heading": heading.text if heading else "", "defect": defect}

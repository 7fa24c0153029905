"""required-sections: sections that are missing, renamed, out of order or unforeseen, against a template."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from linter.engines.normal_form import normal_form
from linter.engines.ordinals import parse_ordinal
from linter.engines.patterns import late_pattern
from linter.engines.template import align, read_template, renamed
from linter.rule import Doc, Match
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


class Params(NamedTuple):
    """What a rule of this kind says."""

    sections: Annotated[
        tuple[str, ...],
        Doc(
            "The headings in order, with `##` before them or as their text. `*` stands for any number of others, `+` for "
            "one or more, `?` for one; `? text` and `text ?` may be missing.",
            "依次应有的标题，可写明 `##`，也可只写文字。`*` 表示任意多个其他标题，`+` 表示至少一个，`?` 表示恰有一个；"
            "`? 文字` 或 `文字 ?` 表示可以没有。",
        ),
    ]
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


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each section: likely where a heading seems to be another one renamed, else sure."""
    params = Params(**rule.params)
    template = read_template(params.sections)
    fits = _comparison(template, params.wording)

    def check(document: Document) -> Iterator[Match]:
        fit = _fit(document, template, params.depth, fits)
        names = [_key(named.name) for named in template.named]
        new_names = renamed(fit.alignment, names, [heading.compared for heading in fit.headings], _NEAR)
        yield from _misnamed(fit, new_names)
        if params.order:
            yield from _misplaced(fit)
        yield from _uncounted(fit, {*new_names.values()}, in_order=params.order)

    return check


def _comparison(template: Template, wording: str) -> Fits:
    if wording == "pattern":
        patterns = {named.name: late_pattern(named.name) for named in template.named}
        return lambda named, heading: bool(patterns[named.name].fullmatch(heading.wording.strip()))
    if wording == "exact":
        return lambda named, heading: named.name == heading.text.strip()
    keys = {named.name: _key(named.name) for named in template.named}
    return lambda named, heading: keys[named.name] == heading.compared


def _key(name: str) -> str:
    ordinal = parse_ordinal(name)
    return normal_form(name[len(ordinal.text) :] if ordinal else name)


def _fit(document: Document, template: Template, depth: int, fits: Fits) -> _Fit:
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


def _misnamed(fit: _Fit, new_names: dict[int, int]) -> Iterator[Match]:
    for entry, named in enumerate(fit.template.named):
        if entry in new_names:
            heading = fit.headings[new_names[entry]]
            defect: Field = {
                "en": f"“{heading.text}” stands where “{named.name}” is expected",
                "zh": f"“{heading.text}”处应为“{named.name}”",
            }
            yield Match(heading.span, _fields(named.name, heading, defect), grade="likely")
        elif fit.alignment.places[entry] is None and not named.is_optional:
            before, after = fit.alignment.around(entry)
            yield _missing(fit, before, after, named.name)


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
    return Match(beside.span, _fields(name, beside, defect))


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

"""attachment-list: attachments that are listed, cited and headed differently."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.calling import is_near, is_part, is_said, is_same, is_short
from linter.engines.contexts import compile_contexts
from linter.engines.patterns import late, late_pattern
from linter.rule import ContextText, Doc, Match, PatternText
from linter.structure.attached import Forms, attached

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from linter.document import Document
    from linter.engines.patterns import Pattern
    from linter.rule import Check, Field, Grade, Lists, Rule
    from linter.source import Span
    from linter.structure.attached import Attached, Attachment

FIELDS = ("attachment", "defect")
GRADES: tuple[Grade, ...] = ("sure", "likely", "hint")
SCOPE: tuple[str, ...] = ("text",)

_NO_TITLE = late(r"[。；，：:;,]\s*$|^\s*(?:\||\d+[.．、])")
_LONGEST_TITLE = 45


class Params(NamedTuple):
    """What a rule of this kind says."""

    list: Annotated[
        PatternText,
        Doc(
            "How the list of attachments starts; the group `rest` is what follows.",
            "附件说明的开头，`rest` 组为其后文字。",
        ),
    ]
    heading: Annotated[
        PatternText,
        Doc(
            "A line that heads an attachment, with the groups `label`, `number` and `title`.",
            "附件首行的写法：`label` 组为“附件”及序号，`number` 组为序号，`title` 组为同行标题。",
        ),
    ]
    patterns: Annotated[
        tuple[PatternText, ...],
        Doc(
            "References, with the groups `label`, `number`, `more` for further numbers, and `name`.",
            "正文引用附件的写法：`label` 组为“附件”及序号，`number`、`more` 组为序号，`name` 组为附件名称。",
        ),
    ]
    cues: Annotated[
        tuple[str, ...], Doc("Without these, no attachment can be.", "不含其中任何一个文本的文档不必查找。")
    ]
    elsewhere: Annotated[
        tuple[ContextText, ...], Doc("Contexts of another document's attachments.", "表明为其他文件附件的上下文。")
    ] = ()
    point: Annotated[
        PatternText, Doc("A point that a name in the list must not end in.", "附件名称后不应有的标点。")
    ] = PatternText("(?!)")


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each place that disagrees with another; sure where it is a point at the end of a name."""
    params = Params(**rule.params)
    forms = Forms(
        late_pattern(params.list),
        late_pattern(params.heading),
        tuple(late_pattern(pattern) for pattern in params.patterns),
        compile_contexts(params.elsewhere),
    )
    point = late_pattern(params.point)

    def check(document: Document) -> Iterator[Match]:
        if any(cue in document.source.text for cue in params.cues):
            found = attached(document, forms)
            told: set[Span] = set()
            for match in _matches(found, point):
                if match.place not in told:
                    told.add(match.place)
                    yield match

    return check


def _matches(found: Attached, point: Pattern) -> Iterator[Match]:
    yield from _by_order(found.listed)
    yield from _by_name(found)
    yield from _by_title(found)
    yield from _by_number(found)
    yield from _by_place(found.headed)
    yield from _by_form([*found.headed, *found.cited])
    yield from _by_point(found.listed, point)


def _by_order(listed: Sequence[Attachment]) -> Iterator[Match]:
    """Numbers of the list that do not count on from 1."""
    expected = 1
    for one in listed:
        if one.number and one.number != expected:
            defect: Field = {
                "en": f"is numbered {one.number}, {expected} is expected",
                "zh": f"编号为{one.number}，应为{expected}",
            }
            yield _match(one, defect, "likely")
            return
        expected += 1


def _by_name(found: Attached) -> Iterator[Match]:
    """Headings and references whose name is not that of the list."""
    listed = {one.number: one for one in reversed(found.listed)}
    headed = found.headed if found.lists <= 1 else ()
    known = listed or {one.number: one for one in headed}
    titled = {one.number for one in headed if one.number in listed and is_said(listed[one.number].name, one.lines)}
    for one in headed if listed else ():
        if one.name and one.number in listed and one.number not in titled:
            yield from _differs(one, known, is_title=bool(titled))
    for one in found.cited:
        if one.name and one.number in known and not is_part(one.name, "".join(known[one.number].lines)):
            yield from _differs(one, known, is_title=one.is_named)


def _by_title(found: Attached) -> Iterator[Match]:
    """References by name alone to what no attachment is called."""
    known = [*found.listed, *found.headed]
    names = ["".join(one.lines) for one in known]
    for one in found.cited if len(found.listed) > 1 and found.lists == 1 else ():
        if one.number or not one.name or any(is_part(one.name, name) or is_part(name, one.name) for name in names):
            continue
        if any(is_short(one.name, line) for other in known for line in other.lines):
            continue
        last = found.listed[-1]
        defect: Field = {
            "en": (
                f"is “{one.name}” here, and none of the {len(found.listed)} attachments has that name, the last at ",
                last.place,
            ),
            "zh": (f"所指“{one.name}”不在附件之列，本文共{len(found.listed)}个附件（", last.place, "）"),
        }
        yield _match(one, defect, "likely", last)


def _differs(one: Attachment, known: Mapping[int, Attachment], *, is_title: bool) -> Iterator[Match]:
    """A match where what stands for a name is another one; `is_title`, if it must be a name."""
    at = next((at for at, line in enumerate(one.lines) if not _NO_TITLE.search(line)), None)
    if at is None or len(one.lines[at]) > _LONGEST_TITLE:
        return
    name, other = one.lines[at], known[one.number]
    meant = next((which for which in known.values() if which is not other and is_same(name, which.lines[0])), None)
    if meant:
        defect: Field = {
            "en": (f"is “{name}” here, which is attachment {meant.number} at ", meant.place),
            "zh": (f"此处名称为“{name}”，该附件的编号为{meant.number}（", meant.place, "）"),
        }
    elif is_title or is_near(name, other.lines[0]):
        defect = {
            "en": (f"is “{name}” here and “{other.lines[0]}” at ", other.place),
            "zh": (f"名称前后不一致：此处为“{name}”，另一处为“{other.lines[0]}”（", other.place, "）"),
        }
    else:
        return
    place = one.titles[at].span if one.titles else one.place
    fields: dict[str, Field] = {"attachment": one.number_text, "defect": defect}
    yield Match(place, fields, ((meant or other).place,), grade="likely")


def _by_number(found: Attached) -> Iterator[Match]:
    """References to what is neither listed nor headed, headings that are not listed, and items without a heading."""
    listed = {one.number or 1: one for one in found.listed}
    headed = {one.number: one for one in found.headed if one.number}
    known = headed | listed
    if len(known) > 1 or found.listed:
        last = known[max(known)]
        for one in found.cited:
            if (one.number or not one.name) and one.number not in known:
                defect: Field = {
                    "en": (f"is not among the {len(known)} attachments of this document, the last at ", last.place),
                    "zh": (f"所指不存在，本文仅有{len(known)}个附件（", last.place, "）"),
                }
                yield _match(one, defect, "likely", last)
    if found.lists > 1 or not headed or len(listed) < max(len(found.listed), 1):
        return
    for number in sorted(set(headed) - set(listed)):
        unlisted: Field = {
            "en": ("is not listed at ", found.listed[-1].place),
            "zh": ("未列入附件说明（", found.listed[-1].place, "）"),
        }
        yield _match(headed[number], unlisted, "likely", found.listed[-1])
    for number in sorted(set(listed) - set(headed)):
        if min(headed) < number < max(headed):
            missing: Field = {"en": "is listed, but does not follow", "zh": "已列入附件说明，但文后未见该附件"}
            yield _match(listed[number], missing, "hint")


def _by_place(headed: Sequence[Attachment]) -> Iterator[Match]:
    """The first heading whose number is not more than that of the one before it."""
    numbered = [one for one in headed if one.number]
    for before, one in pairwise(numbered):
        if one.number <= before.number:
            defect: Field = {
                "en": (f"follows “{before.number_text}” at ", before.place),
                "zh": (f"排在“{before.number_text}”（", before.place, "）之后，次序或编号有误"),
            }
            yield _match(one, defect, "likely", before)
            return


def _by_form(labelled: Sequence[Attachment]) -> Iterator[Match]:
    """Labels with a blank among those without, or the other way round; the fewer are told."""
    labels = [one for one in labelled if one.number_text and one.number]
    spaced = [one for one in labels if any(blank in one.number_text for blank in " \u3000\u00a0")]
    plain = [one for one in labels if one not in spaced]
    odd, usual = (spaced, plain) if len(spaced) <= len(plain) else (plain, spaced)
    if odd:
        other = usual[0]
        defect: Field = {
            "en": (f"is written unlike “{other.number_text}” at ", other.place),
            "zh": (f"与“{other.number_text}”（", other.place, "）写法不一"),
        }
        label = odd[0].number_text
        yield Match(
            odd[0].block.locate(odd[0].start, odd[0].start + len(label)),
            {"attachment": label, "defect": defect},
            (other.place, *(one.place for one in odd[1:])),
            grade="likely",
        )


def _by_point(listed: Sequence[Attachment], point: Pattern) -> Iterator[Match]:
    for one in listed:
        found = point.search(one.block.text, one.start, one.end)
        if found:
            defect: Field = {"en": "ends in a point", "zh": "名称后不应加标点"}
            fields = {"attachment": one.name, "defect": defect}
            yield Match(one.block.locate(*found.span()), fields, replacement="", grade="sure")


def _match(one: Attachment, defect: Field, grade: Grade, other: Attachment | None = None) -> Match:
    name = one.number_text or one.name
    return Match(one.place, {"attachment": name, "defect": defect}, (other.place,) if other else (), grade=grade)

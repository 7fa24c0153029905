"""known-sequence: a list that leaves out, reorders or outruns a known series, such as meetings or editions."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.dated.written import written
from linter.engines.contexts import compile_contexts
from linter.engines.known_series import KnownSeries, misplaced
from linter.engines.patterns import find_all, late, late_pattern
from linter.rule import ContextText, Doc, ListPath, Match, PatternText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.dated.written import Written
    from linter.document import Block, Document
    from linter.engines.contexts import Contexts
    from linter.engines.known_series import Member
    from linter.rule import Check, Field, Grade, Lists, Rule

FIELDS = ("list", "defect")
GRADES: tuple[Grade, ...] = ("sure", "likely", "hint")
SCOPE: tuple[str, ...] = ("text",)

_NEWS = 30  # days after which a document is expected to know of it
_LIST = 2  # members
_LONG_LIST = 3  # members of a list that leaves nothing out on purpose
_YEAR = late(r"(?<!\d)(?:19|20)\d\d(?=年)")


class Params(NamedTuple):
    """What a rule of this kind says."""

    list: Annotated[
        ListPath,
        Doc(
            "The data file: series, short name, name and day of each member, in order, between tabs.",
            "数据文件，依次每行一项，以制表符分隔：系列、列举时的简称、名称、日期。",
        ),
    ]
    mentions: Annotated[
        tuple[PatternText, ...],
        Doc(
            "How members are named: the group `series`, and the group `members` with one or more short names.",
            "提及的写法：`series` 组为系列，`members` 组为一项或列举的若干项。",
        ),
    ]
    member: Annotated[PatternText, Doc("A short name among the members.", "列举中的一个简称。")]
    cues: Annotated[
        tuple[str, ...],
        Doc("Where none of these stands, no member can be.", "不含其中任何一个文本的段落不必查找。"),
    ]
    until: Annotated[
        PatternText,
        Doc(
            "Titles of documents that look back on the year they name: they know all of that year.",
            "标题表明是对所述年份的回顾，写作时该年已过。",
        ),
    ] = PatternText("(?!)")
    ahead: Annotated[
        tuple[ContextText, ...], Doc("Contexts that speak of a member yet to come.", "表明尚未到来的上下文。")
    ] = ()
    closing: Annotated[
        tuple[ContextText, ...],
        Doc("Contexts in which a single one stands for a list that ends with it.", "单举一项但表示列举至此的上下文。"),
    ] = ()
    past: Annotated[
        tuple[ContextText, ...],
        Doc("Contexts that speak of one for its own sake, or of the past.", "就事论事或回顾往事的上下文。"),
    ] = ()


class _Named(NamedTuple):
    """The members that `block.prose[start:end]` names, in its order, or all of a series where it names none.

    It has an unknown one where it gives a name that no member has. A list may have a single member, its last.
    """

    block: Block
    start: int
    end: int
    series: str
    members: tuple[Member, ...]
    has_unknown: bool
    is_past: bool
    is_list: bool

    @property
    def text(self) -> str:
        return self.block.prose[self.start : self.end]

    def match(self, defect: Field, grade: Grade, when: Written | None = None) -> Match:
        place = self.block.locate(self.start, self.end)
        return Match(place, {"list": self.text, "defect": defect}, (when.place,) if when else (), grade=grade)


def make_check(rule: Rule, lists: Lists) -> Check:
    """One match for each list at fault: sure where the series has it otherwise, a hint where it ends too early."""
    params = Params(**rule.params)
    patterns = [late_pattern(pattern) for pattern in params.mentions]
    member, over = late_pattern(params.member), late_pattern(params.until)
    ahead, past = compile_contexts(params.ahead), compile_contexts(params.past)
    closing = compile_contexts(params.closing)
    known = cache(lambda: KnownSeries(lists.rows(params.list)))

    def read(block: Block, series: KnownSeries) -> Iterator[_Named]:
        for found in (found for pattern in patterns for found in find_all(pattern, block.prose)):
            if series.has(found["series"]):
                names = [one[0] for one in find_all(member, found["members"])]
                members = [series.get(found["series"], name) for name in names]
                yield _Named(
                    block,
                    *found.span(),
                    found["series"],
                    tuple(one for one in members if one),
                    has_unknown=None in members,
                    is_past=past.hold(block.prose, *found.span()),
                    is_list=len(names) >= _LIST or (_is_later(members) and closing.hold(block.prose, *found.span())),
                )

    def check(document: Document) -> Iterator[Match]:
        if not any(cue in document.source.text for cue in params.cues):
            return
        blocks = [block for block in document.select(rule.scope) if any(cue in block.text for cue in params.cues)]
        named = [one for block in blocks for one in read(block, known())]
        when = written(document, over) if named else None
        for one in named:
            if match := _by_itself(one, known()) or (when and _by_date(one, when, ahead)):
                yield match
        if when:
            yield from _behind(named, when, known())

    return check


def _is_later(members: list[Member | None]) -> bool:
    """Whether the first of them does not begin its series."""
    return bool(members) and members[0] is not None and members[0].place > 0


def _by_itself(one: _Named, series: KnownSeries) -> Match | None:
    """What is wrong with a list whenever it was written."""
    if one.has_unknown and series.is_closed(one.series):
        return one.match({"en": "names one that there never was", "zh": "中有并未召开过的会议"}, "sure")
    if late := misplaced(one.members):
        return one.match({"en": f"is out of order at {late.name}", "zh": f"次序有误，{late.name}的位置不对"}, "sure")
    length = len(one.members) + one.has_unknown
    missing = series.between(one.members) if length >= _LONG_LIST and len(one.members) >= _LIST else []
    if one.has_unknown and length >= _LONG_LIST and one.members:
        missing += series.after(one.members[-1], date.max.toordinal())
    if missing:
        names = "、".join(other.name for other in missing)
        return one.match({"en": f"leaves out {names}", "zh": f"漏列{names}"}, "likely")
    return None


def _by_date(one: _Named, when: Written, ahead: Contexts) -> Match | None:
    """A member that came after the document."""
    later = next((member for member in one.members if member.day > when.latest), None)
    if later is None or ahead.hold(one.block.prose, one.start, one.end):
        return None
    defect: Field = {
        "en": (f"names {later.name} ({_day(later)}), which came after the date of this document, ", when.place),
        "zh": (f"提到的{later.name}召开于{_day(later)}，晚于本文的时间（", when.place, "）"),
    }
    return one.match(defect, "sure", when)


def _behind(named: list[_Named], when: Written, series: KnownSeries) -> Iterator[Match]:
    """Lists that end before the last member that the document should know of, or that are of an earlier series."""
    known_by = when.earliest - _NEWS
    current = series.begun(known_by)
    if current is None:
        return
    newest = max(series.number(one.series) for one in named)
    are_old = newest < series.number(current.series)
    mentioned = {member for one in named if not one.is_list for member in one.members}
    for one in named:
        if one.is_past or one.has_unknown or _is_history(one, when):
            continue
        if are_old:
            if len(one.members) != 1 or one.members[0].place == 0:
                yield one.match(_outdated(current, when), "likely", when)
                return
        elif one.series == current.series and one.is_list and one.members and misplaced(one.members) is None:
            missing = [member for member in series.after(one.members[-1], known_by) if member not in mentioned]
            if missing:
                yield one.match(_incomplete(one.members[-1], missing, when), "hint", when)


def _is_history(one: _Named, when: Written) -> bool:
    """Whether the text before speaks of an earlier year than that of the document."""
    years = [int(found[0]) for found in _YEAR.finditer(one.block.prose, 0, one.start)]
    return bool(years) and years[-1] < date.fromordinal(when.earliest).year


def _outdated(current: Member, when: Written) -> Field:
    return {
        "en": (f"is of an earlier term: {current.name} ({_day(current)}) came before this document, ", when.place),
        "zh": ("是上一届的会议，本文（", when.place, f"）之前{current.name}（{_day(current)}）已经召开，文中未提及"),
    }


def _incomplete(last: Member, missing: list[Member], when: Written) -> Field:
    names = "、".join(f"{member.name}（{_day(member)}）" for member in missing)
    return {
        "en": (f"stops at {last.name}; before this document, ", when.place, f", came {names}"),
        "zh": (f"止于{last.name}，本文（", when.place, f"）之前还召开了{names}"),
    }


def _day(member: Member) -> str:
    return date.fromordinal(member.day).isoformat()[:7]

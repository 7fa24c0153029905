"""year-mismatch: a date that the document's other dates, its title or the calendar contradict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.dated.reading import Reading
from linter.dated.reckoned import compile_names
from linter.dated.said import said
from linter.dated.sight import Sight
from linter.dated.subject import Own, stale_links
from linter.dated.times import Times
from linter.engines.contexts import compile_contexts
from linter.engines.dates import DateForms
from linter.engines.patterns import any_of, late_pattern
from linter.rule import ContextText, Doc, Match, PatternText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.dated.contradictions import Contradiction, Sort
    from linter.dated.reading import Dated
    from linter.document import Document
    from linter.engines.patterns import Pattern
    from linter.rule import Check, Field, Grade, Lists, Rule
    from linter.source import Span

FIELDS = ("date", "defect", "expected")
GRADES: tuple[Grade, ...] = ("sure", "likely")
SCOPE: tuple[str, ...] = ("text",)

_SURE = ("impossible", "weekday", "itself")


class Params(NamedTuple):
    """What a rule of this kind says."""

    months: Annotated[
        tuple[PatternText, ...], Doc("How the twelve months are written.", "十二个月份的写法，依次列出。")
    ] = ()
    weekdays: Annotated[
        tuple[PatternText, ...],
        Doc("How the seven weekdays are written, from Monday.", "星期的写法，从星期一起依次列出。"),
    ] = ()
    parts: Annotated[
        dict[PatternText, str],
        Doc(
            "Parts of a year, each with the months that it may mean: `1-4`.",
            "一年中的时段及其可能对应的月份，如 `1-4`。",
        ),
    ] = {}  # noqa: RUF012 - never written to
    between: Annotated[
        PatternText, Doc("What stands between the start and the end of a period.", "时间段起止之间的连接。")
    ] = PatternText("")
    compared: Annotated[
        PatternText,
        Doc("What stands between two years that are compared.", "两个相比较的年份之间的文字。"),
    ] = PatternText("")
    subject: Annotated[
        tuple[ContextText, ...],
        Doc(
            "Where a title says the year it is about; `{name}` stands for the year.",
            "标题中所述年份的上下文；`{name}` 代表年份。",
        ),
    ] = ()
    subject_first: Annotated[
        tuple[ContextText, ...],
        Doc(
            "Where a title that names two years says the one that it looks back on.",
            "写有两个年份的标题中，所回顾年份的上下文。",
        ),
    ] = ()
    frames: Annotated[
        tuple[ContextText, ...],
        Doc("Contexts in which a year is the document's own.", "年份必为本文所述年份的上下文。"),
    ] = ()
    ahead: Annotated[
        tuple[ContextText, ...],
        Doc("Contexts in which a year is not yet over.", "年份尚未结束的上下文。"),
    ] = ()
    past: Annotated[
        PatternText, Doc("What introduces a link to an earlier edition.", "指向往年版本的链接的说明文字。")
    ] = PatternText("")
    yearly: Annotated[
        PatternText,
        Doc("What stands before a period that lasts a year at most.", "引出不超过一年的时间段的词语。"),
    ] = PatternText("")
    over: Annotated[
        tuple[ContextText, ...],
        Doc(
            "Contexts of the year in titles of what is written when it is over.",
            "年度终了时所写文件标题中年份的上下文。",
        ),
    ] = ()
    whole: Annotated[
        tuple[ContextText, ...],
        Doc("Those of them in which the whole year is meant.", "其中总结全年的标题中年份的上下文。"),
    ] = ()
    plan: Annotated[
        tuple[ContextText, ...],
        Doc("Contexts of a year that is still to come.", "尚未到来的年份的上下文。"),
    ] = ()
    due: Annotated[
        tuple[ContextText, ...],
        Doc("Contexts of a day by which something is to be done.", "完成时限的上下文。"),
    ] = ()
    promised: Annotated[
        tuple[ContextText, ...],
        Doc("Contexts of a day by which something will be done.", "将要完成某事的时限的上下文。"),
    ] = ()
    with_year: Annotated[
        tuple[ContextText, ...],
        Doc(
            "Contexts of a year that the year which is summed up is compared with.",
            "与所总结的年度相对比的年份的上下文。",
        ),
    ] = ()
    held: Annotated[
        tuple[ContextText, ...],
        Doc("Contexts of a day on which something was done.", "已经发生之事的日期的上下文。"),
    ] = ()
    telling: Annotated[
        PatternText,
        Doc("What titles say of papers that tell what was.", "叙述既往情况的文件标题用语。"),
    ] = PatternText("")
    summed: Annotated[
        tuple[ContextText, ...],
        Doc("Contexts of the year that is summed up.", "必为所总结年度的年份的上下文。"),
    ] = ()
    echo: Annotated[
        PatternText,
        Doc(
            "What stands before a year, behind which the words of the title follow again.",
            "年份之前的词语，其后复述标题字样。",
        ),
    ] = PatternText("")
    to_come: Annotated[
        PatternText, Doc("What is found in headings of what is to come.", "表示下一步打算的标题字样。")
    ] = PatternText("")
    opens_year: Annotated[
        PatternText,
        Doc(
            "What follows a year at the beginning of a sentence that is about it.",
            "句首年份之后的字样，表示该句所述即该年。",
        ),
    ] = PatternText("")
    time_label: Annotated[
        PatternText,
        Doc("What stands before the day on which something will take place.", "活动时间之前的标签。"),
    ] = PatternText("")
    stretch: Annotated[
        PatternText,
        Doc(
            "What follows a year in a title that is about a part of it only.",
            "标题年份之后的时段，表示所述为该年的一部分。",
        ),
    ] = PatternText("")
    checked: Annotated[
        tuple[ContextText, ...],
        Doc("Contexts of a day on which something was looked into.", "检查、审计等开始之日的上下文。"),
    ] = ()
    caused: Annotated[
        PatternText,
        Doc("What says that a sentence tells what came of it.", "表示该句所述为检查、审计之后续的字样。"),
    ] = PatternText("")
    lasting: Annotated[
        PatternText,
        Doc(
            "What says how long a period lasts, in the groups `count` and `unit`.",
            "期限长短的写法，`count` 组为数目，`unit` 组为单位。",
        ),
    ] = PatternText("")
    spanned: Annotated[
        tuple[PatternText, ...],
        Doc(
            "What names its years in the groups `first` and `last`, and how many they are in `count`; else it is two.",
            "写明起止年份的写法，`first`、`last` 组为起止年份，`count` 组为年数；无 `count` 组的跨两个年份。",
        ),
    ] = ()
    printed: Annotated[tuple[ContextText, ...], Doc("Contexts of the day of printing.", "印发日期的上下文。")] = ()
    relative: Annotated[
        dict[PatternText, int],
        Doc(
            "What stands before a year in brackets, and how many years that is from the document's own.",
            "括注年份之前的说法，及其与本文年份相差的年数。",
        ),
    ] = {}  # noqa: RUF012 - never written to
    done: Annotated[
        PatternText, Doc("What says in the same clause that it was done.", "同一分句中表示已经完成的字样。")
    ] = PatternText("")
    periods: Annotated[
        dict[str, str],
        Doc("Names of periods and the years that they cover: `2021-2025`.", "时期的名称及其起止年份，如 `2021-2025`。"),
    ] = {}  # noqa: RUF012 - never written to
    opening: Annotated[
        PatternText, Doc("What says behind its name that the first year is meant.", "名称之后表示首年的字样。")
    ] = PatternText("")
    closing: Annotated[
        PatternText, Doc("What says behind its name that the last year is meant.", "名称之后表示末年的字样。")
    ] = PatternText("")
    events: Annotated[dict[str, int], Doc("Events and their years.", "重大事件及其年份。")] = {}  # noqa: RUF012 - never written to
    anniversary: Annotated[
        PatternText,
        Doc(
            "What says behind an event how many years ago it was, in the group `count`.",
            "事件之后表示周年的写法，`count` 组为年数。",
        ),
    ] = PatternText("")
    forward: Annotated[
        PatternText,
        Doc("What introduces a list in the order of time.", "按时间先后排列的清单的引导语。"),
    ] = PatternText("")
    earlier: Annotated[
        dict[str, tuple[str, ...]],
        Doc(
            "Keys of front matter, each with keys whose dates cannot be earlier.",
            "文前数据的键，及其日期不得早于它的各键。",
        ),
    ] = {}  # noqa: RUF012 - never written to
    horizon: Annotated[
        int,
        Doc(
            "A later year, with two digits swapped, is a slip of the pen.",
            "晚于此年、且对调两位数字后与他处相符的年份视为笔误。",
        ),
    ] = 9999
    references: Annotated[
        PatternText, Doc("Headings of sections that list the works of others.", "参考文献等章节的标题。")
    ] = PatternText("")
    allow: Annotated[
        tuple[ContextText, ...],
        Doc(
            "Contexts of dates to let pass; `{name}` stands for the date.", "不检查的日期的上下文；`{name}` 代表日期。"
        ),
    ] = ()


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each date, related to the place that contradicts it."""
    params = Params(**rule.params)
    sight = _sight(params)

    def check(document: Document) -> Iterator[Match]:
        found: dict[Span, Match] = {}
        for match in _matches(document, sight):
            found.setdefault(match.place, match)
        yield from found.values()

    return check


def _sight(params: Params) -> Sight:
    return Sight(
        Reading(
            DateForms(params.months, params.weekdays, params.parts),
            _pattern(params.references),
            compile_contexts(params.allow),
        ),
        Own(
            compile_contexts(params.subject),
            compile_contexts(params.subject_first),
            compile_contexts(params.frames),
            compile_contexts(params.ahead),
            _pattern(params.past),
        ),
        _pattern(params.between),
        _pattern(params.compared and rf"(?:{params.compared})\s*\Z"),
        _pattern(params.forward),
        _pattern(params.yearly),
        _times(params),
        compile_names(params.periods, params.events, params.opening, params.closing, params.anniversary),
        params.earlier,
        params.horizon,
    )


def _times(params: Params) -> Times:
    return Times(
        over=compile_contexts(params.over),
        whole=compile_contexts(params.whole),
        plan=compile_contexts(params.plan),
        due=compile_contexts(params.due),
        promised=compile_contexts(params.promised),
        done=_some(params.done),
        compared=compile_contexts(params.with_year),
        relative=tuple((late_pattern(rf"(?:{words})[（(]\Z"), step) for words, step in params.relative.items()),
        held=compile_contexts(params.held),
        telling=_some(params.telling),
        summed=compile_contexts(params.summed),
        echo=_some(params.echo),
        to_come=_some(params.to_come),
        opens=_some(params.opens_year),
        label=_some(params.time_label),
        printed=compile_contexts(params.printed),
        stretch=_some(params.stretch),
        checked=compile_contexts(params.checked),
        caused=_some(params.caused),
        lasting=_some(params.lasting),
        spanned=late_pattern(any_of(params.spanned) or "(?!)"),
    )


def _pattern(pattern: str) -> Pattern | None:
    return late_pattern(pattern) if pattern else None


def _some(pattern: str) -> Pattern:
    """The pattern; where there is none, one that nothing matches."""
    return late_pattern(pattern or "(?!)")


def _matches(document: Document, sight: Sight) -> Iterator[Match]:
    subject = sight.subject_of(document)
    for contradiction in sight.contradictions(document, subject):
        yield _match(contradiction)
    links = [link.span for link in stale_links(document, subject, sight.own)] if subject else []
    if subject and links:
        fields = _fields(str(subject.date.year - 1), "stale", subject, subject.date.year)
        yield Match(links[0], fields, (subject.span, *links[1:]), grade="likely")


def _match(found: Contradiction) -> Match:
    weekday = found.dated.date.real_weekday if found.sort == "weekday" else 0
    fields = _fields(found.dated.text, found.sort, found.other, found.year, weekday)
    related = (found.other.span,) if found.other else ()
    grade: Grade = "sure" if found.sort in _SURE else "likely"
    return Match(found.dated.span, fields, related, grade=grade)


def _fields(date: str, sort: Sort, other: Dated | None, year: int | None, weekday: int = 0) -> dict[str, Field]:
    words = said(sort, other, weekday)
    defect: Field = {
        "en": (words["en"], f" “{other.text}” (", other.span, ")") if other else words["en"],
        "zh": (words["zh"], f"“{other.text}”（", other.span, "）") if other else words["zh"],
    }
    expected: Field = {"en": f"; {year} would fit", "zh": f"，似应为{year}年"} if year else ""
    return {"date": date, "defect": defect, "expected": expected}

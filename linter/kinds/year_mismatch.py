"""year-mismatch: a date that the document's other dates, its title or the calendar contradict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.dated.contradictions import (
    Contradiction,
    by_calendar,
    by_distance,
    by_label,
    by_order,
    by_period,
    by_weekday,
)
from linter.dated.impossible import impossible_dates
from linter.dated.reading import Dated, Reading
from linter.dated.reckoned import against_names, compile_names
from linter.dated.series import entries_of, series_of
from linter.dated.subject import Own, stale_links, strangers, subject_of
from linter.dated.time_of_writing import Times, against_end_of_year, against_headings, against_words, against_writing
from linter.engines.contexts import compile_contexts
from linter.engines.dates import DateForms
from linter.engines.patterns import late_pattern
from linter.rule import ContextText, Doc, Match, PatternText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.dated.contradictions import Sort
    from linter.dated.reckoned import Names
    from linter.document import Document
    from linter.engines.patterns import Pattern
    from linter.rule import Check, Field, Grade, Lists, Rule
    from linter.source import Span

FIELDS = ("date", "defect", "expected")
GRADES: tuple[Grade, ...] = ("sure", "likely")
SCOPE: tuple[str, ...] = ("text",)

_SURE = ("impossible", "weekday", "itself")
_DEFECTS: dict[Sort, dict[str, str]] = {
    "impossible": {"en": "is a day that no calendar has", "zh": "这一日期不存在"},
    "weekday": {"en": "is a {weekday}", "zh": "当日为{weekday}"},
    "reversed": {"en": "lies before the start of its period,", "zh": "早于起始时间"},
    "no-period": {"en": "ends a period where it starts,", "zh": "与起始时间相同："},
    "itself": {"en": "is compared with itself,", "zh": "与自身相比较："},
    "too-long": {"en": "ends a period of more than a year from", "zh": "距起始时间超过一年，起始时间为"},
    "order": {"en": "is out of the order of time beside", "zh": "与前后日期的顺序不符，见"},
    "far": {"en": "lies years after all other dates, the latest of which is", "zh": "远晚于文中其他日期，其中最晚的为"},
    "earlier": {"en": "cannot be earlier than", "zh": "不应早于"},
    "subject": {"en": "stands for the document's own year, which is", "zh": "与本文所述年份不符："},
    "ahead": {"en": "is spoken of as still to come, in a document about", "zh": "用于下一步打算，而本文所述年份为"},
    "unwritten": {"en": "lies before the end of the year that is summed up,", "zh": "早于本文所总结的年度结束之时，见"},
    "due": {"en": "had passed when this was written,", "zh": "作为完成时限已过期，本文时间为"},
    "later": {"en": "is told of as past, but lies after the day of writing,", "zh": "作为已发生之事，晚于本文落款时间"},
    "named": {"en": "does not go with the name beside it", "zh": "与所称时期、周年不符"},
    "relative": {"en": "is not the year that the word before it says,", "zh": "与其前的“去年”“今年”等说法不符，"},
    "stale": {
        "en": "is where a link leads, and the document's own year is",
        "zh": "是链接所指的年份，而本文所述年份为",
    },
}
_DAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "zh": ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"),
}


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


class _Sight(NamedTuple):
    """The parameters, compiled."""

    reading: Reading
    own: Own
    between: Pattern | None
    compared: Pattern | None
    forward: Pattern | None
    yearly: Pattern | None
    times: Times
    names: Names
    earlier: dict[str, tuple[str, ...]]
    horizon: int


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each date, related to the place that contradicts it."""
    params = Params(**rule.params)
    sight = _Sight(
        Reading(
            DateForms(params.months, params.weekdays, params.parts),
            _pattern(params.references),
            compile_contexts(params.allow),
        ),
        Own(
            compile_contexts(params.subject),
            compile_contexts(params.frames),
            compile_contexts(params.ahead),
            _pattern(params.past),
        ),
        _pattern(params.between),
        _pattern(params.compared and rf"(?:{params.compared})\s*\Z"),
        _pattern(params.forward),
        _pattern(params.yearly),
        Times(
            compile_contexts(params.over),
            compile_contexts(params.whole),
            compile_contexts(params.plan),
            compile_contexts(params.due),
            compile_contexts(params.promised),
            late_pattern(params.done or "(?!)"),
            compile_contexts(params.with_year),
            tuple((late_pattern(rf"(?:{words})[（(]\Z"), step) for words, step in params.relative.items()),
            compile_contexts(params.held),
            late_pattern(params.telling or "(?!)"),
        ),
        compile_names(params.periods, params.events, params.opening, params.closing, params.anniversary),
        params.earlier,
        params.horizon,
    )

    def check(document: Document) -> Iterator[Match]:
        found: dict[Span, Match] = {}
        for match in _matches(document, sight):
            found.setdefault(match.place, match)
        yield from found.values()

    return check


def _matches(document: Document, sight: _Sight) -> Iterator[Match]:
    dates = sight.reading.read(document)
    subject = subject_of(document, sight.reading, sight.own)
    for contradiction in _contradictions(document, dates, sight):
        yield _match(contradiction)
    for contradiction in _against_time(document, dates, subject, sight):
        yield _match(contradiction)
    if subject:
        for contradiction in _against_subject(document, dates, subject, sight):
            yield _match(contradiction)
        links = [link.span for link in stale_links(document, subject, sight.own)]
        if links:
            fields = _fields(str(subject.date.year - 1), "stale", subject, subject.date.year)
            yield Match(links[0], fields, (subject.span, *links[1:]), grade="likely")


def _against_time(
    document: Document, dates: list[Dated], subject: Dated | None, sight: _Sight
) -> Iterator[Contradiction]:
    yield from against_writing(document, dates, subject, sight.times)
    yield from against_headings(document, dates, sight.reading, sight.times)
    yield from against_words(document, dates, subject, sight.times)


def _contradictions(document: Document, dates: list[Dated], sight: _Sight) -> Iterator[Contradiction]:
    front_matter = sight.reading.read_front_matter(document)
    yield from by_calendar([*front_matter.values(), *dates])
    yield from impossible_dates(document)
    yield from by_period(dates, sight.between, sight.compared, sight.yearly)
    yield from by_label(front_matter, sight.earlier)
    yield from against_names(document, sight.names)
    for series in series_of(document, dates, sight.forward):
        yield from by_order(series)
    yield from by_distance(dates, entries_of(dates), sight.horizon)


def _against_subject(document: Document, dates: list[Dated], subject: Dated, sight: _Sight) -> Iterator[Contradiction]:
    yield from by_weekday(sight.reading.read_days(document, subject.date.year), subject)
    yield from against_end_of_year(document, dates, subject, sight.times)
    for dated in strangers(document, dates, subject, sight.own):
        yield Contradiction(dated, "subject", subject, subject.date.year)


def _pattern(pattern: str) -> Pattern | None:
    return late_pattern(pattern) if pattern else None


def _match(found: Contradiction) -> Match:
    weekday = found.dated.date.real_weekday if found.sort == "weekday" else 0
    fields = _fields(found.dated.text, found.sort, found.other, found.year, weekday)
    related = (found.other.span,) if found.other else ()
    grade: Grade = "sure" if found.sort in _SURE else "likely"
    return Match(found.dated.span, fields, related, grade=grade)


def _fields(date: str, sort: Sort, other: Dated | None, year: int | None, weekday: int = 0) -> dict[str, Field]:
    words = {language: text.format(weekday=_DAYS[language][weekday]) for language, text in _DEFECTS[sort].items()}
    if sort == "weekday" and other:
        words = {"en": f"{words['en']} in", "zh": f"{words['zh']}，所依年份为"}
    defect: Field = {
        "en": (words["en"], f" “{other.text}” (", other.span, ")") if other else words["en"],
        "zh": (words["zh"], f"“{other.text}”（", other.span, "）") if other else words["zh"],
    }
    expected: Field = {"en": f"; {year} would fit", "zh": f"，似应为{year}年"} if year else ""
    return {"date": date, "defect": defect, "expected": expected}

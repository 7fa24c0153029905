"""What is said of a date that something contradicts, in each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.dated.contradictions import Sort
    from linter.dated.reading import Dated

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
    "gone": {"en": "was over when this was written,", "zh": "早于本文落款时间，届时已过，见"},
    "caused": {"en": "lies before what it followed from,", "zh": "早于其所依据的检查、审计等的时间："},
    "numbered": {"en": "is the year of the number of what was written on", "zh": "为发文字号的年份，与成文日期不符："},
    "lasting": {
        "en": "does not end a period as long as the sentence says, from",
        "zh": "与句中所称期限不符，起始时间为",
    },
    "stale": {
        "en": "is where a link leads, and the document's own year is",
        "zh": "是链接所指的年份，而本文所述年份为",
    },
}
_DAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "zh": ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"),
}


def said(sort: Sort, other: Dated | None, weekday: int = 0) -> dict[str, str]:
    """What is wrong with a date, up to the place of the other one; `weekday` is the real one, from 0, Monday."""
    words = {language: text.format(weekday=_DAYS[language][weekday]) for language, text in _DEFECTS[sort].items()}
    if sort == "weekday" and other:
        return {"en": f"{words['en']} in", "zh": f"{words['zh']}，所依年份为"}
    return words

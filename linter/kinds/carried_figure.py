"""carried-figure: what one year's report carries into the next is not what the next says it took over."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from linter.engines.normal_form import normal_form
from linter.engines.patterns import late_pattern
from linter.rule import Comparison, Doc, ListPath, Match, PatternText, Place
from linter.source import Span
from linter.tables.editions import year_of
from linter.tables.forms import filled_forms, read_forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from linter.document import Document
    from linter.rule import Field, Files, Grade, Lists, Rule
    from linter.tables.forms import Filled

FIELDS = ("column", "stated", "carried", "year", "before", "other")
GRADES: tuple[Grade, ...] = ("sure", "likely")
SCOPE: tuple[str, ...] = ("table",)


class Params(NamedTuple):
    """What a rule of this kind says."""

    across: Annotated[Literal["project"], Doc("Where the other reports are.", "比较的范围。")]
    forms: Annotated[
        ListPath,
        Doc(
            "Data file of forms, each row with the form, `row` or `column`, a name and the pattern that tells its label.",
            "表格格式的数据文件，每行依次为表名、`row`（行）或 `column`（列）、名称、识别名称的正则表达式。",
        ),
    ]
    leaving: Annotated[str, Doc("The row that says what is carried into the next year.", "结转至下一年的行。")]
    arriving: Annotated[str, Doc("The row that says what was taken over from the year before.", "自上一年转入的行。")]
    total: Annotated[str, Doc("The column that counts them all.", "合计列。")]
    not_organ: Annotated[
        PatternText,
        Doc(
            "What a title says besides the organ whose report it is; without an organ the folder stands for it.",
            "标题中机关名称以外的文字；标题没有机关名称的，按所在文件夹区分。",
        ),
    ]
    year: Annotated[
        PatternText,
        Doc(
            "Text among the first blocks that says the year, where the title does not.",
            "标题未写年份时，开头部分写明年份的文字。",
        ),
    ] = PatternText(r"(?!)")
    blanks: Annotated[tuple[str, ...], Doc("What stands in a cell for nothing.", "表示无数据的单元格内容。")] = ()


class _Report(NamedTuple):
    """The report of an organ for a year: by column, a figure with its place, for what came in and for what is left."""

    path: str
    year: int
    arriving: dict[str, tuple[str, int, int]]
    leaving: dict[str, tuple[str, int, int]]


def make_comparison(rule: Rule, lists: Lists) -> Comparison:
    """One match for each report that does not take over what its organ's last one carried over."""
    params = Params(**rule.params)
    blanks = frozenset(map(normal_form, params.blanks))
    not_organ, named = late_pattern(params.not_organ), late_pattern(params.year)

    def summarise(document: Document) -> Any:
        year = year_of(document, named)
        if year is None:
            return None
        filled = list(filled_forms(document, read_forms(lists.rows(params.forms)), blanks))
        title = document.title.text if document.title else ""
        organ = normal_form(not_organ.sub("", title))
        return [organ, year, _row(filled, params.arriving), _row(filled, params.leaving)]

    def compare(summaries: Mapping[str, Any], files: Files) -> Iterator[tuple[str, Match]]:  # noqa: ARG001 - the form
        for reports in _by_organ(summaries):
            by_year = defaultdict(list)
            for report in reports:
                by_year[report.year].append(report)
            for year, same in by_year.items():
                earlier = by_year.get(year - 1, [])
                if len(same) == len(earlier) == 1 and (match := _judge(same[0], earlier[0], params.total)):
                    yield same[0].path, match

    return Comparison(summarise, compare)


def _row(filled: Iterable[Filled], row: str) -> dict[str, tuple[str, int, int]]:
    """The figures of a row by column, each with the place of its cell."""
    return {
        column: (f"{entry.value:f}", *entry.block.span)
        for one in filled
        for (name, column), entry in one.entries.items()
        if name == row
    }


def _by_organ(summaries: Mapping[str, Any]) -> Iterable[list[_Report]]:
    """The reports of each organ; a name is short for the only other one that ends in it."""
    known = {path: fields for path, fields in summaries.items() if fields}
    longer: defaultdict[str, set[str]] = defaultdict(set)
    for organ in {fields[0] for fields in known.values()}:
        for start in range(1, len(organ)):
            longer[organ[start:]].add(organ)
    groups: defaultdict[str, list[_Report]] = defaultdict(list)
    for path, (organ, *fields) in sorted(known.items()):
        full = next(iter(longer[organ])) if len(longer[organ]) == 1 else organ
        groups[full or path.rpartition("/")[0] + "/"].append(_Report(path, *fields))
    return groups.values()


def _judge(report: _Report, earlier: _Report, total: str) -> Match | None:
    """The total is sure; where it agrees, a column that does not is likely."""
    columns = [total, *report.arriving]
    pairs = [(column, report.arriving.get(column), earlier.leaving.get(column)) for column in columns]
    for column, one, other in pairs:
        if one and other and Decimal(one[0]) != Decimal(other[0]):
            fields: dict[str, Field] = {
                "column": column,
                "stated": one[0],
                "carried": other[0],
                "year": str(report.year),
                "before": str(earlier.year),
                "other": earlier.path,
            }
            related = (Place(earlier.path, Span(*other[1:])),)
            return Match(Span(*one[1:]), fields, related, grade="sure" if column == total else "likely")
    return None

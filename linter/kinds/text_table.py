"""text-table: a figure in the text that the document's own table contradicts."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.contexts import HOLE
from linter.engines.normal_form import normal_form
from linter.engines.ordinals import han_number
from linter.engines.patterns import find_all, late, late_any, late_pattern
from linter.rule import ContextText, Doc, ListPath, Match, PatternText
from linter.tables.editions import year_of, years_in
from linter.tables.forms import entries_by_cell, filled_forms, read_forms, read_sum

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import regex

    from linter.document import Block, Document
    from linter.engines.patterns import Pattern
    from linter.rule import Check, Field, Grade, Lists, Rule
    from linter.tables.forms import Cell, Entry

FIELDS = ("text", "figure", "cell", "stated")
GRADES: tuple[Grade, ...] = ("sure",)
SCOPE: tuple[str, ...] = ("paragraph", "item", "quote")

_FIGURE = r"(?P<figure>[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+|[0-9０-９]{1,9}(?:\.[0-9]{1,4})?|[〇零一二两三四五六七八九十百千]{1,9})"
_BEFORE = 300  # code points before a figure that tell whose it is
_SENTENCE = late(r"[。；;！？!?\n]")
_CLAUSE = late(r"[，,。；;！？!?：:\n]")

Sums = tuple[str, ...]
Patterns = tuple[PatternText, ...]


class Params(NamedTuple):
    """What a rule of this kind says."""

    forms: Annotated[
        ListPath,
        Doc(
            "Data file of forms, each row with the form, `row` or `column`, a name and the pattern that tells its label.",
            "表格格式的数据文件，每行依次为表名、`row`（行）或 `column`（列）、名称、识别名称的正则表达式。",
        ),
    ]
    anchors: Annotated[
        dict[ContextText, Sums],
        Doc(
            "Where a figure stands in the text, and the cells it may be the sum of: `row/column`, added by ` + `.",
            "数字在文中的上下文，以及与之对应的单元格：`行/列`，多格之和以 ` + ` 相连；列出的任一和相符即可。",
        ),
    ]
    none: Annotated[
        dict[PatternText, Sums],
        Doc(
            "What says that there was nothing, and the cells that are 0 then.",
            "表示“没有”的文字，以及应为 0 的单元格。",
        ),
    ] = {}  # noqa: RUF012 - never changed
    blanks: Annotated[tuple[str, ...], Doc("What stands in a cell for nothing.", "表示无数据的单元格内容。")] = ()
    other: Annotated[
        Patterns,
        Doc(
            "What a clause says that speaks of others, or counts other things as well.",
            "分句中表明所说为其他单位，或者同时包含其他事项的文字。",
        ),
    ] = ()
    apart: Annotated[
        Patterns,
        Doc("What a sentence says before that takes it out of the year.", "句中前文表明不限于本年度的文字。"),
    ] = ()
    organ: Annotated[
        PatternText,
        Doc(
            "The name of an organ at the end of the words before; it is another's where the title does not have it.",
            "前文末尾的机构名称；标题中没有的，视为其他单位。",
        ),
    ] = PatternText(r"(?!)")
    carried: Annotated[
        PatternText,
        Doc("What names another year only as that of what was taken over.", "只为说明结转而提及其他年份的文字。"),
    ] = PatternText(r"(?!)")


class _Anchor(NamedTuple):
    """A pattern of the text, and the sums of cells that its figure may be."""

    pattern: Pattern
    sums: tuple[tuple[Cell, ...], ...]


class _Around(NamedTuple):
    """What stands around a figure that takes it out of comparison."""

    other: Pattern | None
    apart: Pattern | None
    organ: Pattern
    carried: Pattern


def make_check(rule: Rule, lists: Lists) -> Check:
    """One match for each figure, at the figure, related to the cells."""
    params = Params(**rule.params)
    blanks = frozenset(map(normal_form, params.blanks))
    anchors = [
        _Anchor(late_pattern(text.replace(HOLE, _FIGURE), parts=[text]), tuple(map(read_sum, sums)))
        for text, sums in params.anchors.items()
    ] + [_Anchor(late_pattern(text), tuple(map(read_sum, sums))) for text, sums in params.none.items()]
    around = _Around(
        late_any(params.other), late_any(params.apart), late_pattern(params.organ), late_pattern(params.carried)
    )

    def check(document: Document) -> Iterator[Match]:
        forms = read_forms(lists.rows(params.forms))
        entries = entries_by_cell(filled_forms(document, forms, blanks))
        year = year_of(document)
        told = set()
        for block in document.select(rule.scope) if entries else ():
            for anchor in anchors:
                for found in list(find_all(anchor.pattern, block.prose)):
                    if not _is_own(document, block, found, around, year):
                        continue
                    match = _judge(block, found, anchor, entries)
                    if match and match.place not in told:
                        told.add(match.place)
                        yield match

    return check


def _is_own(document: Document, block: Block, found: regex.Match[str], around: _Around, year: int | None) -> bool:
    """Whether the figure is the document's own, of its own year."""
    before = block.prose[max(0, found.start() - _BEFORE) : found.start()]
    sentence, clause = _SENTENCE.split(before)[-1], _CLAUSE.split(before)[-1]
    if around.other and (around.other.search(clause) or around.other.search(found[0])):
        return False
    if around.apart and around.apart.search(sentence):
        return False
    if any(other != year for other in years_in(around.carried.sub("", sentence))):
        return False
    organ = around.organ.search(clause)
    title = document.title.text if document.title else ""
    return organ is None or organ[0] in title or organ[0] in title.replace("人民政府", "政府")


def _judge(block: Block, found: regex.Match[str], anchor: _Anchor, known: Mapping[Cell, Entry]) -> Match | None:
    """A match where the cells are there and none of the sums is the figure."""
    if not all(cell in known for cells in anchor.sums for cell in cells):
        return None
    sums = [[known[cell] for cell in cells] for cells in anchor.sums]
    figure = found.groupdict().get("figure")
    value = _number(figure) if figure else Decimal(0)
    if any(value == _total(entries) for entries in sums):
        return None
    cells, entries = anchor.sums[0], sums[0]
    names = "＋".join(dict.fromkeys(cell.row or cell.column for cell in cells))
    start, end = found.span("figure") if figure else found.span()
    fields: dict[str, Field] = {
        "text": found[0],
        "figure": f"{value:f}",
        "cell": names,
        "stated": f"{_total(entries):f}",
    }
    return Match(block.locate(start, end), fields, tuple(entry.block.span for entry in entries))


def _total(entries: Sequence[Entry]) -> Decimal:
    return sum((entry.value for entry in entries), Decimal(0))


def _number(text: str) -> Decimal:
    digits = normal_form(text).replace(",", "")
    return Decimal(digits) if digits[0].isdecimal() else Decimal(han_number(text.replace("两", "二")))

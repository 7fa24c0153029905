"""table-totals: a total in a table that its figures do not give."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.equations import parse_equation
from linter.engines.figures import written_like
from linter.engines.normal_form import normal_form
from linter.engines.patterns import late_any
from linter.rule import Doc, EquationText, ListPath, Match, PatternText
from linter.source import Span
from linter.tables.balances import causes, imbalances, shown, total
from linter.tables.forms import filled_forms, read_forms
from linter.tables.grids import grid_of
from linter.tables.totals import Claims, faults_of_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from linter.document import Block, Document
    from linter.rule import Check, Field, Grade, Lists, Rule
    from linter.tables.balances import Cause, Imbalance, Term
    from linter.tables.totals import Fault

FIELDS = ("what", "stated", "computed", "parts", "cells", "left", "right")
GRADES: tuple[Grade, ...] = ("sure", "likely")
SCOPE: tuple[str, ...] = ("table",)

_SHOWN = 6  # parts that a message lists


class Params(NamedTuple):
    """What a rule of this kind says."""

    labels: Annotated[tuple[str, ...], Doc("What a row or column of totals is called.", "合计行、合计列的名称。")] = ()
    not_summed: Annotated[
        tuple[PatternText, ...],
        Doc("Rows and columns that are not added up, such as averages.", "不求和的行或列，如平均值、比率。"),
    ] = ()
    blanks: Annotated[tuple[str, ...], Doc("What stands in a cell for nothing.", "表示无数据的单元格内容。")] = (
        "-",
        "–",
        "—",
        "/",
    )
    equations: Annotated[
        tuple[EquationText, ...],
        Doc(
            "Equations between rows or columns, each named by a part of its label: `new + carried over = settled`.",
            "行或列之间的等式，以名称中的一段文字指代：`新收 + 结转 = 办结`。",
        ),
    ] = ()
    forms: Annotated[
        ListPath,
        Doc(
            "Data file of forms, each row with the form, `row` or `column`, a name and the pattern that tells its label; "
            "the equations then speak of these names, and hold in tables of these forms alone.",
            "表格格式的数据文件，每行依次为表名、`row`（行）或 `column`（列）、名称、识别名称的正则表达式；"
            "等式即以其中的名称书写，只用于这些表格。",
        ),
    ] = ListPath("")
    tolerance: Annotated[float, Doc("By how much a total may be off.", "允许的误差。")] = 0.0


def make_check(rule: Rule, lists: Lists) -> Check:
    """One match for each total that is off, at the total, related to its parts; one for what one figure causes."""
    params = Params(**rule.params)
    blanks = frozenset(map(normal_form, params.blanks))
    equations = tuple(map(parse_equation, params.equations))
    claims = Claims(
        frozenset(map(normal_form, params.labels)),
        late_any(params.not_summed, ignore_case=True),
        () if params.forms else equations,
        Decimal(str(params.tolerance)),
    )

    def check(document: Document) -> Iterator[Match]:
        for table in document.tables:
            grid = grid_of(table, blanks)
            if grid:
                yield from _told_once(chain(faults_of_rows(grid, claims), faults_of_rows(grid.turned(), claims)))

    def check_forms(document: Document) -> Iterator[Match]:
        forms = read_forms(lists.rows(params.forms))
        for filled in filled_forms(document, forms, blanks):
            yield from map(_unbalanced, causes(imbalances(filled, equations)))

    return check_forms if params.forms else check


def _told_once(faults: Iterable[Fault]) -> Iterator[Match]:
    """One match for all that are off by the same: they meet in the figure that is wrong."""
    by_difference: dict[Decimal, list[Fault]] = {}
    for fault in faults:
        by_difference.setdefault(fault.difference, []).append(fault)
    for same in by_difference.values():
        added = Counter(cell.span for fault in same for cell in fault.parts)
        first = max(same, key=lambda fault: added[fault.stated[0].span])  # a sub-total that the others add up
        yield _match(first, [fault for fault in same if fault is not first])


def _match(fault: Fault, others: list[Fault]) -> Match:
    place, cells = _whole(fault.stated), _whole(fault.parts)
    fields: dict[str, Field] = {
        "what": _what(fault),
        "stated": _sum(fault.stated),
        "computed": written_like(fault.computed, fault.stated[0].text),
        "parts": _sum(fault.parts),
        "cells": cells,
        "left": _sum(fault.stated),
        "right": _sum(fault.parts),
    }
    return Match(
        place, fields, (cells, *(_whole(other.stated) for other in others)), grade="sure" if fault.proven else "likely"
    )


def _sum(cells: Sequence[Block]) -> str:
    texts = [cell.text for cell in cells]
    if len(texts) > _SHOWN:
        texts[_SHOWN - 2 : -1] = ["…"]
    return " + ".join(texts)


def _whole(cells: Sequence[Block]) -> Span:
    return Span(cells[0].span.start, cells[-1].span.end)


def _what(fault: Fault) -> Field:
    """How a figure is named: by the line that it stands in, and what crosses that."""
    names = [name for name in (fault.line, fault.crossing) if name]
    return {
        "en": " of ".join(f"“{name}”" for name in names) or "The last figure",
        "zh": "".join(f"“{name}”" for name in reversed(names)) or "末尾数据",
    }


def _unbalanced(cause: Cause) -> Match:
    """A match at the entry where all equations that one cause upsets meet, in the words of the shortest."""
    first, *others = cause.imbalances
    told = [term.entry.block.span for one in (first, *others) for term in one.told]
    place = cause.entry.block.span
    related = tuple(dict.fromkeys(span for span in told if span != place))
    left, right = (_side(side, len(first.terms)) for side in (first.left, first.right))
    fields: dict[str, Field] = {
        "what": _line(first),
        "stated": f"{total(first.right):f}",
        "computed": f"{total(first.left):f}",
        "parts": left,
        "cells": place,
        "left": left,
        "right": right,
    }
    return Match(place, fields, related)


def _line(one: Imbalance) -> Field:
    if not one.line:
        return {"en": "", "zh": ""}
    name = one.line
    return {"en": f"“{name}”: ", "zh": f"“{name}”："}


def _side(side: Sequence[Term], terms: int) -> Field:
    """`new 3 + carried over 1 = 4`, or the one figure that the side consists of."""
    told = shown(side, terms)
    comes_to = f"{total(side):f}"
    en = _row([(term.sign, f"{term.name} {term.entry.value:f}") for term in told], " + ", " - ")
    zh = _row([(term.sign, f"{term.name}{term.entry.value:f}") for term in told], "＋", "－")
    if len(told) == 1:
        return {"en": en, "zh": zh}
    return {"en": f"{en} = {comes_to}" if told else comes_to, "zh": f"{zh}＝{comes_to}" if told else comes_to}


def _row(terms: Iterable[tuple[int, str]], plus: str, minus: str) -> str:
    return "".join((plus if sign > 0 else minus) + text for sign, text in terms).removeprefix(plus)

"""numbering: a number left out, given twice or started anew among headings, items, captions or points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple, get_args

from linter.engines.labels import compile_labels
from linter.engines.patterns import late_pattern
from linter.engines.series import breaks, following
from linter.rule import Doc, Match, PatternText
from linter.structure.numbered import (
    article_series,
    caption_series,
    heading_series,
    list_series,
    paragraph_series,
    point_series,
)
from linter.structure.outline import misplaced
from linter.structure.seeming_breaks import only_seems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from linter.document import Document
    from linter.engines.patterns import Pattern
    from linter.engines.series import Defect
    from linter.rule import Check, Field, Grade, Lists, Rule
    from linter.source import Span
    from linter.structure.numbered import Numbered, Series

FIELDS = ("ordinal", "previous", "expected", "earlier", "defect")
GRADES: tuple[Grade, ...] = ("sure", "likely")
SCOPE: tuple[str, ...] = ("heading", "item")

_Sort = Literal["tables", "figures", "listings", "steps", "examples", "appendices", "parts"]
_Of = Literal[
    "headings",
    "lists",
    "paragraphs",
    "articles",
    "points",
    "tables",
    "figures",
    "listings",
    "steps",
    "examples",
    "appendices",
    "parts",
]

_DEFECTS: dict[Defect, dict[str, Field]] = {
    "gap": {"en": "a number is left out", "zh": "序号不连续"},
    "repeat": {"en": "the number is given twice", "zh": "序号重复"},
    "restart": {"en": "the numbers start anew", "zh": "序号又从头开始"},
    "back": {"en": "the numbers go back", "zh": "序号倒退"},
}
_MISPLACED: dict[str, Field] = {"en": "it does not go with the headings around it", "zh": "与上级或同级标题的序号不符"}
_COUNTED: tuple[Defect, ...] = ("gap", "repeat", "back")  # what is no heading may start anew


class Params(NamedTuple):
    """What a rule of this kind says."""

    of: Annotated[
        tuple[_Of, ...],
        Doc("What is looked at.", "检查对象：标题、列表、未标记的编号段落、条文、文中分点以及各类编号。"),
    ] = get_args(_Of)
    report: Annotated[
        Literal["first", "all"],
        Doc("Which breaks of one series to report.", "同一序列中报告第一处，还是全部报告。"),
    ] = "all"
    labels: Annotated[
        dict[_Sort, tuple[str, ...]],
        Doc("The words that stand before a number, for each sort of captions.", "各类编号之前的用词。"),
    ] = {}  # noqa: RUF012 - never written to
    points: Annotated[
        PatternText,
        Doc(
            "A point counted in running text; its group `number` is the number.", "文中分点的写法，`number` 组为序号。"
        ),
    ] = PatternText("")
    continued: Annotated[
        PatternText,
        Doc("What a caption says that may bear the number of the one before it.", "表示续前的字样，此类编号可重复。"),
    ] = PatternText("")


class _Source(NamedTuple):
    """Where series come from, what counts as a defect in them, and how sure that is."""

    series_in: Callable[[Document], list[Series]]
    defects: tuple[Defect, ...]
    grade: Grade


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each break of a series, at the ordinal, related to the one before it."""
    params = Params(**rule.params)
    sources = list(_sources(params))
    most = 1 if params.report == "first" else None
    continued = late_pattern(params.continued) if params.continued else None

    def check(document: Document) -> Iterator[Match]:
        told: set[Span] = set()
        for source in sources:
            for series in source.series_in(document):
                found = _judge(document, series, source, continued)
                for match in [match for match in found if match.place not in told][:most]:
                    told.add(match.place)
                    yield match
        if "headings" in params.of:
            for before, heading, expected in misplaced(document):
                yield _match(before, heading, _MISPLACED, "likely", expected)

    return check


def _sources(params: Params) -> Iterator[_Source]:
    if "headings" in params.of:
        yield _Source(heading_series, tuple(_DEFECTS), "sure")
    if "lists" in params.of:
        yield _Source(list_series, _COUNTED, "likely")
    if "paragraphs" in params.of:
        yield _Source(paragraph_series, ("gap", "repeat"), "likely")
    if "articles" in params.of:
        yield _Source(article_series, _COUNTED, "likely")
    if "points" in params.of and params.points:
        pattern = late_pattern(params.points)
        yield _Source(lambda document: point_series(document, pattern), _COUNTED, "likely")
    if words := {sort: words for sort, words in params.labels.items() if sort in params.of}:
        labels = compile_labels(words)
        yield _Source(lambda document: caption_series(document, labels), _COUNTED, "likely")


def _judge(document: Document, series: Series, source: _Source, continued: Pattern | None) -> Iterator[Match]:
    for place, defect in breaks([entry.last for entry in series]):
        before, entry = series[place - 1], series[place]
        if defect in source.defects and not only_seems(document, series, place, defect, continued):
            grade = "likely" if defect in ("restart", "back") else source.grade
            yield _match(before, entry, _DEFECTS[defect], grade, following(before.ordinal))


def _match(before: Numbered, entry: Numbered, defect: dict[str, Field], grade: Grade, expected: str) -> Match:
    fields: dict[str, Field] = {
        "ordinal": entry.ordinal.text.strip(),
        "previous": before.ordinal.text.strip(),
        "expected": expected,
        "earlier": before.block.span,
        "defect": defect,
    }
    return Match(entry.place, fields, (before.place,), grade=grade)

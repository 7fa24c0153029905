"""metric: a value, reckoned from what a document holds, that it should not have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.rule import ConditionText, Doc, FormulaText, Match
from linter.structure.measured import (
    SUMMARY,
    evaluated,
    measured,
    read_condition,
    read_formula,
    shape_counts,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Document
    from linter.rule import Check, Grade, Lists, Rule

FIELDS = ("value",)
GRADES: tuple[Grade, ...] = ("sure",)
SCOPE: tuple[str, ...] = (SUMMARY,)


class Params(NamedTuple):
    """What a rule of this kind says."""

    formula: Annotated[
        FormulaText,
        Doc(
            "What is reckoned, from words, sentences, paragraphs, characters, syllables, complex_words, long_words, "
            "polysyllabic_words, blockquote, list, pre, heading.h1 to heading.h6 and the functions of `math`.",
            "计算公式，可用变量有 words（词数）、sentences（句数）、paragraphs（段落数）、characters（字符数）、"
            "syllables（音节数）、complex_words（复杂词数）、long_words（长词数）、polysyllabic_words（多音节词数）、"
            "blockquote（引用数）、list（列表数）、pre（代码块数）、heading.h1 至 heading.h6（各级标题数），"
            "以及 `math` 中的函数。汉字每字计为一词。",
        ),
    ]
    condition: Annotated[
        ConditionText,
        Doc(
            "When the value is reported: an operator and what stands behind it.",
            "报告的条件：运算符及其后的数值，如 > 8.0。",
        ),
    ]


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match at the start of the document, or with another scope than `summary` one for each block of it."""
    params = Params(**rule.params)
    formula, condition = read_formula(params.formula), read_condition(params.condition)

    def check(document: Document) -> Iterator[Match]:
        shape = shape_counts(document)
        for place, counts in measured(document, rule.scope):
            value = evaluated(formula, condition, {**counts._asdict(), **shape})
            if value is not None:
                yield Match(place, {"value": f"{value:.2f}"})

    return check

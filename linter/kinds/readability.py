"""readability: English text that asks for more years of school than it should."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.grades import GradeName, grade
from linter.rule import Doc, Match
from linter.structure.measured import SUMMARY, measured

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Document
    from linter.rule import Check, Grade, Lists, Rule

FIELDS = ("value",)
GRADES: tuple[Grade, ...] = ("sure",)
SCOPE: tuple[str, ...] = (SUMMARY,)

_UNSPACED = ("zh", "ja", "ko")  # languages of which these formulas know nothing


class Params(NamedTuple):
    """What a rule of this kind says."""

    metrics: Annotated[
        tuple[GradeName, ...],
        Doc("The formulas, of whose grades the mean is taken.", "所用的可读性公式；采用多个时取平均值。"),
    ]
    grade: Annotated[float, Doc("A higher grade is reported.", "年级水平的上限，超过即报告。")]


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match at the start of the document, or with another scope than `summary` one for each block of it.

    The formulas are made for English: of a Chinese, Japanese or Korean document nothing is said.
    """
    params = Params(**rule.params)

    def check(document: Document) -> Iterator[Match]:
        if document.language in _UNSPACED:
            return
        for place, counts in measured(document, rule.scope):
            if not counts.words or not params.metrics:
                continue
            value = fmean(grade(counts, name) for name in params.metrics)
            if value > params.grade:
                yield Match(place, {"value": f"{value:.2f}"})

    return check

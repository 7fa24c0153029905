"""heading-style: a heading whose ordinal is written unlike the others of its level, or unlike a ladder."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from linter.engines.ordinals import Writing, parse_ordinal, write, writing
from linter.rule import Doc, Match, OrdinalText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Block, Document
    from linter.engines.ordinals import Ordinal
    from linter.rule import Check, Field, Grade, Lists, Rule

FIELDS = ("ordinal", "expected", "differences", "ladder", "others", "same")
GRADES: tuple[Grade, ...] = ("sure", "likely", "hint")
SCOPE: tuple[str, ...] = ("heading",)

_WIDTHS = {
    "half": {"en": "half-width", "zh": "半角括号"},
    "full": {"en": "full-width", "zh": "全角括号"},
    "mixed": {"en": "half-width on one side only", "zh": "括号半角、全角混用"},
}
_BRACKETS = {
    "()": {"en": "in brackets", "zh": "带括号的序号"},
    ")": {"en": "followed by a bracket", "zh": "带半边括号的序号"},
    "": {"en": "without brackets", "zh": "不带括号的序号"},
}
_BLANKS = {
    True: {"en": "followed by a blank", "zh": "序号后有空格"},
    False: {"en": "not followed by a blank", "zh": "序号后没有空格"},
}
_AND = {"en": " and ", "zh": "、"}


class Params(NamedTuple):
    """What a rule of this kind says."""

    ladder: Annotated[
        tuple[OrdinalText, ...],
        Doc(
            "The ordinals of the levels, each as it is to be written; without it the majority decides.",
            "各级序号的规范写法；不设则以多数为准。",
        ),
    ] = ()
    features: Annotated[
        tuple[Literal["width", "blank", "point"], ...],
        Doc(
            "What is compared: the width of brackets, a blank after, the point after.",
            "比较哪些特征：括号宽度、其后空格、其后标点。",
        ),
    ] = ("width", "blank", "point")
    ties: Annotated[
        Literal["silent", "later"],
        Doc("What to report where no way of writing prevails.", "各种写法一样多时，不报告或报告后出现的。"),
    ] = "silent"


class _Wanted(NamedTuple):
    writing: Writing
    model: Block | None  # a heading of the document that is written so
    others: int  # how many are


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each heading, at its ordinal; the replacement is the same ordinal as the others are written."""
    params = Params(**rule.params)
    samples = [ordinal for sample in params.ladder if (ordinal := parse_ordinal(sample))]
    ladder = {sample.style: writing(sample) for sample in samples}

    def check(document: Document) -> Iterator[Match]:
        for headings in _levels(document, by_style=bool(ladder)):
            style = headings[0][1].style
            wanted = _on_ladder(headings, ladder.get(style)) if ladder else _prevailing(headings, params.ties)
            if wanted is None:
                continue
            for heading, ordinal in headings:
                target = _only(params.features, writing(ordinal), wanted.writing)
                if target != writing(ordinal):
                    yield _match(heading, ordinal, target, wanted, "".join(params.ladder))

    return check


def _levels(document: Document, *, by_style: bool) -> list[list[tuple[Block, Ordinal]]]:
    """The numbered headings that should be written alike: of one style, or of one depth and one sort of numeral."""
    groups: dict[object, list[tuple[Block, Ordinal]]] = {}
    for section in document.sections:
        heading, ordinal = section.heading, section.heading.ordinal
        if ordinal:
            key = ordinal.style if by_style else (heading.depth, ordinal.style.strip("（）"))
            groups.setdefault(key, []).append((heading, ordinal))
    return list(groups.values())


def _on_ladder(headings: list[tuple[Block, Ordinal]], wanted: Writing | None) -> _Wanted | None:
    if wanted is None:
        return None
    models = [heading for heading, ordinal in headings if writing(ordinal) == wanted]
    return _Wanted(wanted, models[0] if models else None, len(models))


def _prevailing(headings: list[tuple[Block, Ordinal]], ties: str) -> _Wanted | None:
    counts = Counter(writing(ordinal) for _, ordinal in headings)
    (most, count), *rest = counts.most_common()
    if rest and rest[0][1] == count and ties == "silent":
        return None
    model = next(heading for heading, ordinal in headings if writing(ordinal) == most)
    return _Wanted(most, model, count)


def _only(features: tuple[str, ...], own: Writing, wanted: Writing) -> Writing:
    """The wanted writing, as far as `features` go; a full-width point is as good as a plain one."""
    points = {own.point, wanted.point} <= {".", "．"}
    return Writing(
        wanted.width if "width" in features else own.width,
        wanted.point if "point" in features and not points else own.point,
        wanted.blank if "blank" in features else own.blank,
        wanted.brackets if "width" in features else own.brackets,
    )


def _match(heading: Block, ordinal: Ordinal, target: Writing, wanted: _Wanted, ladder: str) -> Match:
    own = writing(ordinal)
    expected = write(ordinal, target)
    fields: dict[str, Field] = {
        "ordinal": ordinal.text,
        "expected": expected,
        "differences": _differences(own, target),
        "ladder": ladder,
        "others": wanted.others,
        "same": wanted.model.span if wanted.model else "",
    }
    return Match(
        heading.locate(0, len(ordinal.text)),
        fields,
        (wanted.model.locate(0, len(wanted.model.text)),) if wanted.model else (),
        replacement=expected,
        grade=_grade(own, target, wanted),
    )


def _grade(own: Writing, target: Writing, wanted: _Wanted) -> Grade:
    """The document's own majority or example is the best evidence; a point alone, never written otherwise, the least."""
    if wanted.others:
        return "sure"
    return "likely" if (own.width, own.blank) != (target.width, target.blank) else "hint"


def _differences(own: Writing, wanted: Writing) -> Field:
    phrases: list[dict[str, str]] = []
    if own.brackets != wanted.brackets:
        phrases.append(_BRACKETS[own.brackets])
    elif own.width != wanted.width:
        phrases.append(_WIDTHS[own.width])
    if own.point != wanted.point:
        phrases.append(
            {"en": f"followed by “{own.point}”", "zh": f"序号后用“{own.point}”"}
            if own.point
            else {"en": "without a point", "zh": "序号后没有标点"}
        )
    if own.blank != wanted.blank:
        phrases.append(_BLANKS[own.blank])
    return {language: _AND[language].join(phrase[language] for phrase in phrases) for language in _AND}

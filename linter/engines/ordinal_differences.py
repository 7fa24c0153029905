"""How one ordinal is written unlike another, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.engines.ordinals import Writing

if TYPE_CHECKING:
    from collections.abc import Container

Words = dict[str, str]  # one phrase a language

_WIDTHS: dict[str, Words] = {
    "half": {"en": "half-width", "zh": "半角括号"},
    "full": {"en": "full-width", "zh": "全角括号"},
    "mixed": {"en": "half-width on one side only", "zh": "括号半角、全角混用"},
}
_BRACKETS: dict[str, Words] = {
    "()": {"en": "in brackets", "zh": "带括号的序号"},
    ")": {"en": "followed by a bracket", "zh": "带半边括号的序号"},
    "": {"en": "without brackets", "zh": "不带括号的序号"},
}
_BLANKS: dict[bool, Words] = {
    True: {"en": "followed by a blank", "zh": "序号后有空格"},
    False: {"en": "not followed by a blank", "zh": "序号后没有空格"},
}
_AND = {"en": " and ", "zh": "、"}


def as_far_as(features: Container[str], own: Writing, wanted: Writing) -> Writing:
    """The wanted writing, as far as `features` go; a full-width point is as good as a plain one."""
    points = {own.point, wanted.point} <= {".", "．"}
    return Writing(
        wanted.width if "width" in features else own.width,
        wanted.point if "point" in features and not points else own.point,
        wanted.blank if "blank" in features else own.blank,
        wanted.brackets if "width" in features else own.brackets,
    )


def differences(own: Writing, wanted: Writing) -> Words:
    """What `own` is and `wanted` is not."""
    phrases: list[Words] = []
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

"""sum-mismatch: parts in a sentence that do not come to their whole, a percentage that its figures do not give."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.breakdowns import Cues, breakdowns, shares
from linter.engines.figures import written_like
from linter.engines.patterns import any_of, find_all, late, late_pattern
from linter.engines.sentences import sentences
from linter.rule import Doc, Match, PatternText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Block, Document
    from linter.engines.breakdowns import Breakdown
    from linter.engines.figures import Figure
    from linter.engines.patterns import Pattern
    from linter.rule import Check, Field, Grade, Lists, Rule

FIELDS = ("sum", "parts", "computed", "stated", "relation")
GRADES: tuple[Grade, ...] = ("sure", "likely", "hint")
SCOPE: tuple[str, ...] = ("paragraph", "item", "quote", "footnote")

_NEAR = Decimal("0.3")  # of the whole: parts further off are those of each, or of something else
_THREE = late(r"[0-9][^0-9]+[0-9]+[^0-9]+[0-9]")
_TWO = late(r"[0-9０-９一二三四五六七八九十百千万亿][^0-9]+[0-9０-９一二三四五六七八九十百千万亿]")
_LONGEST = 1000  # code points of a sentence that somebody has added up
_NOT: Field = {"en": "not", "zh": "不等于"}
_MORE: Field = {"en": "more than", "zh": "大于"}
_PART_IS_MORE: Field = {"en": "is more than", "zh": "大于"}

Patterns = tuple[PatternText, ...]


class Params(NamedTuple):
    """What a rule of this kind says."""

    complete: Annotated[Patterns, Doc("What all the parts of a whole follow.", "引出全部分项的词语。")] = ()
    partial: Annotated[Patterns, Doc("What some parts of a whole follow.", "引出部分分项的词语。")] = ()
    unfinished: Annotated[Patterns, Doc("What leaves a list open.", "表示列举未尽的词语。")] = ()
    approximate: Annotated[
        Patterns,
        Doc("What makes a figure beside it an approximate one, or a rate.", "表示约数、限额或人均数的词语。"),
    ] = ()
    of: Annotated[Patterns, Doc("What stands between a part and its whole.", "部分与总体之间的词语。")] = ()
    share: Annotated[Patterns, Doc("What stands between a part and its percentage.", "部分与其占比之间的词语。")] = ()
    uncounted: Annotated[
        tuple[str, ...], Doc("Units of what is not added up, such as dates.", "不相加的计量单位，如日期、倍数。")
    ] = ()
    tolerance: Annotated[float, Doc("By how much a sum may be off.", "允许的误差。")] = 0.0


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each whole or percentage that is off, at its figure, related to the parts."""
    params = Params(**rule.params)
    cues = Cues(
        all_parts=_pattern(params.complete),
        some_parts=_pattern(params.partial),
        unfinished=_pattern(params.unfinished),
        approximate=_pattern(params.approximate),
        of=_pattern(params.of),
        share=_pattern(params.share),
        uncounted=frozenset(params.uncounted),
    )
    tolerance = Decimal(str(params.tolerance))

    def check(document: Document) -> Iterator[Match]:
        for block in document.select(rule.scope):
            if _is_worth_reading(block.text, cues):
                text = block.prose
                for start, end in sentences(text):
                    if end - start > _LONGEST:
                        continue
                    yield from _judge(block, start, text[start:end], cues, tolerance)

    return check


def _pattern(patterns: Patterns) -> Pattern:
    return late_pattern(any_of(patterns) or r"(?!)")


def _is_worth_reading(text: str, cues: Cues) -> bool:
    """A cheap look before the patterns are asked; where no unit is written beside them, it takes three figures."""
    if not (_THREE if text.isascii() else _TWO).search(text):
        return False
    return (
        "%" in text
        or "％" in text
        or any(True for cue in (cues.all_parts, cues.some_parts) for _ in find_all(cue, text))
    )


def _judge(block: Block, start: int, sentence: str, cues: Cues, tolerance: Decimal) -> Iterator[Match]:
    def said(figure: Figure) -> str:
        return sentence[figure.start : figure.end].strip()

    def match(stated: Figure, parts: tuple[Figure, ...], sign: str, computed: str, grade: Grade) -> Match:
        texts = sign.join(map(said, parts))
        alone = len(parts) == 1
        fields: dict[str, Field] = {
            "sum": texts if alone else {"en": f"{texts} is {computed},", "zh": f"{texts}为{computed}，"},
            "parts": texts,
            "computed": computed,
            "stated": said(stated),
            "relation": _PART_IS_MORE if alone else _MORE if grade == "hint" else _NOT,
        }
        first, last = parts[0].start, parts[-1].end
        related = block.locate(start + min(first, last), start + max(first, last))
        return Match(block.locate(start + stated.start, start + stated.end), fields, (related,), grade=grade)

    for breakdown in breakdowns(sentence, cues):
        grade = _grade(breakdown, tolerance)
        if grade:
            yield match(
                breakdown.whole, breakdown.parts, " + ", written_like(breakdown.sum, said(breakdown.whole)), grade
            )
    for share in shares(sentence, cues):
        if share.is_off:
            yield match(share.stated, (share.part, share.whole), " / ", f"{share.percent:f}%", "sure")


def _grade(breakdown: Breakdown, tolerance: Decimal) -> Grade | None:
    """How sure it is that the parts do not fit their whole; None where they may."""
    surplus, whole = breakdown.surplus, breakdown.whole.value
    if abs(surplus) <= tolerance:
        return None
    if not breakdown.complete:
        unlike = any(part.value > whole for part in breakdown.parts) and breakdown.whole.unit
        return "likely" if unlike else "hint" if 0 < surplus <= _NEAR * whole else None
    return "likely" if abs(surplus) <= _NEAR * whole else None

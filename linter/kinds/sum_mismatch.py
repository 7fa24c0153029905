"""sum-mismatch: parts in a sentence that do not come to their whole, a percentage that its figures do not give."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.breakdowns import Cues, breakdowns, shares
from linter.engines.figures import written_like
from linter.engines.patterns import any_of, find_all, late, late_pattern
from linter.engines.relations import Phrases, compile_phrase
from linter.engines.sentences import sentences
from linter.engines.totalled import totalled
from linter.rule import Doc, Match, PatternText

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
_ALMOST = Decimal("0.1")  # so near are several parts that were meant to be all
_CLOSEST = Decimal("0.03")  # and so near two
_HALF = Decimal("0.5")  # of the whole: so much more can several parts of it hardly come to
_SEVERAL = 3
_OPENING = 16  # code points
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
    changes: Annotated[
        Patterns,
        Doc("What a figure stands behind that is a difference, or compared with.", "引出增减量或对比基数的词语。"),
    ] = ()
    phrases: Annotated[
        Patterns,
        Doc(
            "Phrases that relate figures: `{new}` and `{old}`, `{more}` or `{less}` by which they differ, `{rise}` or "
            "`{fall}` in percent; `{part}`, `{whole}` and `{percent}` in percent.",
            "数据之间关系的写法：`{new}`、`{old}` 为前后两数，`{more}`、`{less}` 为增减量，`{rise}`、`{fall}` 为增减百分比；"
            "`{part}`、`{whole}`、`{percent}` 为部分、总体与占比。",
        ),
    ] = ()
    rough: Annotated[
        Patterns,
        Doc("What says that a percentage was reckoned otherwise.", "表示百分比另有口径的词语。"),
    ] = ()
    approximate: Annotated[
        Patterns,
        Doc("What makes a figure beside it an approximate one, or a rate.", "表示约数、限额或人均数的词语。"),
    ] = ()
    total: Annotated[
        PatternText, Doc("What stands between parts and their total.", "各分项与其后合计数之间的词语。")
    ] = PatternText("")
    of: Annotated[Patterns, Doc("What stands between a part and its whole.", "部分与总体之间的词语。")] = ()
    share: Annotated[Patterns, Doc("What stands between a part and its percentage.", "部分与其占比之间的词语。")] = ()
    uncounted: Annotated[
        tuple[str, ...], Doc("Units of what is not added up, such as dates.", "不相加的计量单位，如日期、倍数。")
    ] = ()
    opposites: Annotated[
        dict[str, str],
        Doc(
            "Words that name the one half of everything, each with the one for the other half.",
            "非此即彼的分类用语，两两对应。",
        ),
    ] = {}  # noqa: RUF012 - never written to
    fragments: Annotated[
        dict[str, PatternText],
        Doc(
            "Pieces of pattern that `phrases` name in braces with a point: `{.grown}`.",
            "`phrases` 中以 `{.名称}` 引用的共用片段。",
        ),
    ] = {}  # noqa: RUF012 - never written to
    tolerance: Annotated[float, Doc("By how much a sum may be off.", "允许的误差。")] = 0.0


class _Sight(NamedTuple):
    """The parameters, compiled."""

    cues: Cues
    phrases: Phrases
    total: Pattern
    tolerance: Decimal


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each whole or percentage that is off, at its figure, related to the parts."""
    params = Params(**rule.params)
    cues = Cues(
        all_parts=_pattern(params.complete),
        some_parts=_pattern(params.partial),
        unfinished=_pattern(params.unfinished),
        changes=_pattern(params.changes),
        approximate=_pattern(params.approximate),
        of=_pattern(params.of),
        share=_pattern(params.share),
        uncounted=frozenset(params.uncounted),
        opposites=tuple(params.opposites.items()),
    )
    said = (_filled(phrase, params.fragments) for phrase in params.phrases)
    phrases = Phrases(tuple(map(compile_phrase, said)), _pattern(params.rough), cues.uncounted)
    sight = _Sight(cues, phrases, _pattern((params.total,) if params.total else ()), Decimal(str(params.tolerance)))

    def check(document: Document) -> Iterator[Match]:
        for block in document.select(rule.scope):
            if _is_worth_reading(block.text, cues, sight.total):
                told: set[int] = set()
                for start, end in _passages(block.prose, cues):
                    for match in _judge(block, start, end, sight):
                        if match.place.start not in told:
                            told.add(match.place.start)
                            yield match

    return check


def _filled(phrase: str, fragments: dict[str, PatternText]) -> str:
    """The phrase with its fragments, which may hold other ones named after them."""
    for name, fragment in fragments.items():
        phrase = phrase.replace(f"{{.{name}}}", fragment)
    return phrase


def _passages(text: str, cues: Cues) -> Iterator[tuple[int, int]]:
    """The sentences; one that begins with the parts of a whole together with the one before it."""
    before = 0
    for start, end in sentences(text):
        if end - start <= _LONGEST:
            opening = text[start : start + _OPENING]
            goes_on = cues.some_parts.match(opening) or cues.all_parts.match(opening)
            yield (before if goes_on and end - before <= _LONGEST else start), end
        before = start


def _pattern(patterns: Patterns) -> Pattern:
    return late_pattern(any_of(patterns) or r"(?!)")


def _is_worth_reading(text: str, cues: Cues, total: Pattern) -> bool:
    """A cheap look before the patterns are asked; where no unit is written beside them, it takes three figures."""
    if not (_THREE if text.isascii() else _TWO).search(text):
        return False
    return (
        "%" in text
        or "％" in text
        or any(True for cue in (cues.all_parts, cues.some_parts, total) for _ in find_all(cue, text))
    )


def _judge(block: Block, start: int, end: int, sight: _Sight) -> Iterator[Match]:
    sentence = block.prose[start:end]

    def said(figure: Figure) -> str:
        return sentence[figure.start : figure.end].strip()

    def match(stated: Figure, parts: Sequence[Figure], formula: str, computed: str, grade: Grade) -> Match:
        texts = formula.format(*map(said, parts))
        alone = len(parts) == 1
        fields: dict[str, Field] = {
            "sum": texts if alone else {"en": f"{texts} is {computed},", "zh": f"{texts}为{computed}，"},
            "parts": texts,
            "computed": computed,
            "stated": said(stated),
            "relation": _PART_IS_MORE if alone else _MORE if grade == "hint" and stated.value < _value(parts) else _NOT,
        }
        first, last = min(part.start for part in parts), max(part.end for part in parts)
        related = block.locate(start + first, start + last)
        return Match(block.locate(start + stated.start, start + stated.end), fields, (related,), grade=grade)

    for breakdown in (*breakdowns(sentence, sight.cues), *totalled(sentence, sight.total, sight.cues.uncounted)):
        grade = _grade(breakdown, sight.tolerance)
        if grade:
            formula = " + ".join(["{}"] * len(breakdown.parts))
            yield match(
                breakdown.whole, breakdown.parts, formula, written_like(breakdown.sum, said(breakdown.whole)), grade
            )
    for share in shares(sentence, sight.cues):
        if share.is_off:
            yield match(share.stated, (share.part, share.whole), "{} / {}", f"{share.percent:f}%", "sure")
    for claim in sight.phrases.claims(sentence):
        if not claim.fits:
            percent = "%" if claim.stated.unit == "%" else ""
            computed = written_like(claim.computed, said(claim.stated)) + percent
            yield match(claim.stated, claim.given, claim.formula, computed, "sure")


def _value(parts: Sequence[Figure]) -> Decimal:
    first, *more = (part.value for part in parts)
    return sum(more, first)


def _grade(breakdown: Breakdown, tolerance: Decimal) -> Grade | None:
    """How sure it is that the parts do not fit their whole; None where they may."""
    surplus, whole = breakdown.surplus, breakdown.whole.value
    if abs(surplus) <= tolerance:
        return None
    if breakdown.complete or any(not part.value for part in breakdown.parts):
        return "likely" if abs(surplus) <= _NEAR * whole else None
    if any(part.value > whole for part in breakdown.parts) and breakdown.whole.unit:
        return "likely"
    several = len(breakdown.parts) >= _SEVERAL
    if abs(surplus) <= (_ALMOST if several else _CLOSEST) * whole and not (surplus < 0 and breakdown.is_open):
        named = several and not breakdown.whole.unit.isascii()
        return "likely" if named else "hint" if surplus > 0 or not breakdown.whole.unit.isascii() else None
    return "hint" if 0 < surplus <= _HALF * whole else None

"""Wholes and their parts in one sentence: 共56件，其中甲30件、乙26件; 30 of 120 (25%)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.figures import Figure, figures, slack
from linter.engines.patterns import find_all, late

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from linter.engines.patterns import Pattern

_WORDS = r"[\p{L}\s“”\"'’-]{0,40}"
_LEAD = late(rf"{_WORDS}[，,：:（(—–]?\s*")  # between a whole and the words that its parts follow
_PART = late(r"[^。；;!?！？]{0,40}")  # between those words and the first part
_LINK = late(r"(?=[^。；;!?！？]{0,40}$).*(?:[、，,和及与]|\b(?:and|plus)\b).*")  # between two parts
_BRACKET = late(rf"{_WORDS}[(（]\s*")  # between a whole and its percentage
_NOUN = late(r"\s+\p{Latin}{2,}")  # what is counted, where no unit says it
_BESIDE = late(
    r"\p{Han}{0,6}(?:[、，,和与及]|加上|另有?){1,3}[\p{Han}]{0,8}"
)  # between figures that are listed together
_MORE = Decimal("1.1")  # times a whole: parts of more are those of something else as well
_CHANGE = 16  # code points before a figure in which it is said to be a difference
_TWO = 2
_FAR = 80  # code points between a whole and its parts
_CLOSE = 8  # code points in which a word says that a figure is none
_PERCENT = "%"


class Cues(NamedTuple):
    """The words of a language, as patterns.

    A figure behind `changes` is a difference, or one to compare with, and no whole.

    All the parts of a whole follow `all_parts`, some follow `some_parts`; `unfinished` leaves a list of parts open.
    `approximate` stands beside a figure that is not meant to the last digit, `of` between a part and its whole,
    `share` between a part and its percentage. `opposites` name the two halves of everything: 男, 女. What has one of the units `uncounted` is never added up.
    """

    all_parts: Pattern
    some_parts: Pattern
    unfinished: Pattern
    changes: Pattern
    approximate: Pattern
    of: Pattern
    share: Pattern
    uncounted: frozenset[str]
    opposites: tuple[tuple[str, str], ...] = ()


class Breakdown(NamedTuple):
    """A whole and what is named of it.

    `complete` tells whether the words say that these are all its parts, or can be none but all (男30人、女26人),
    `is_open` whether they say that there are more.
    """

    whole: Figure
    parts: tuple[Figure, ...]
    complete: bool
    is_open: bool = False

    @property
    def sum(self) -> Decimal:
        """What the parts come to."""
        first, *more = (part.value for part in self.parts)
        return sum(more, first)

    @property
    def surplus(self) -> Decimal:
        """By how much the parts surpass the whole; 0 where rounding explains it, short of each as far as it can."""
        difference = self.sum - self.whole.value
        return difference if abs(difference) >= slack((self.whole, *self.parts)) else Decimal(0)


class Share(NamedTuple):
    """A part, its whole, and the percentage that is stated of the two."""

    part: Figure
    whole: Figure
    stated: Figure

    @property
    def percent(self) -> Decimal:
        """What the percentage is, to one digit more than the stated one."""
        return (self.part.value * 100 / self.whole.value).quantize(self._step / 10)

    @property
    def is_off(self) -> bool:
        """Whether the stated percentage is further off than rounding up or down brings it."""
        return abs(self.stated.value - self.percent) >= self._step

    @property
    def _step(self) -> Decimal:
        return Decimal(1).scaleb(int(self.stated.value.as_tuple().exponent))


def breakdowns(sentence: str, cues: Cues) -> Iterator[Breakdown]:
    """Each whole of `sentence` with the parts that follow it, in the same unit; none that some of its figures bear out."""
    marks = [(mark, True) for mark in find_all(cues.all_parts, sentence)]
    marks += [(mark, False) for mark in find_all(cues.some_parts, sentence)]
    found = (
        [one for one in figures(sentence) if one.unit not in cues.uncounted or one.unit == _PERCENT] if marks else []
    )
    for mark, complete in marks:
        before = [figure for figure in found if figure.end <= mark.start()]
        after = [figure for figure in found if figure.start >= mark.end()]
        whole = _whole(sentence, before, after, mark.start(), cues)
        if whole is None:
            continue
        parts = _parts(sentence, mark.end(), whole.unit, after, cues)
        closed = not complete or _is_closed(sentence, mark.end(), parts, after, cues)
        if parts and closed and all(_counts(sentence, figure, cues) for figure in (whole, *parts)):
            others = [figure for figure in before if figure.unit == whole.unit]
            beside = _beside(sentence, before, whole)
            if not any(_adds_up(other, parts) for other in (*others, *beside)) and not _may_be_of(beside, whole, parts):
                whole = max(others, key=lambda other: other.value) if len(parts) == 1 else whole
                is_open = any(
                    cues.unfinished.search(sentence, start, end)
                    for start, end in ((mark.end(), parts[0].start), (parts[-1].end, parts[-1].end + _CLOSE))
                )
                is_all = complete or (not is_open and _are_opposites(sentence, mark.end(), parts, cues))
                is_all = complete or (is_all and _is_closed(sentence, mark.end(), parts, after, cues))
                yield Breakdown(whole, tuple(parts), is_all, is_open)


def _whole(sentence: str, before: Sequence[Figure], after: Sequence[Figure], place: int, cues: Cues) -> Figure | None:
    """The figure before the words at `place`; where Chinese says its unit, the last of that unit which is no difference."""
    last = before[-1] if before else None
    if last and _LEAD.fullmatch(sentence, last.end, place) and not _is_change(sentence, last, cues):
        first = next((figure for figure in after if figure.unit != _PERCENT), None)
        if last.unit.isascii() or (first and first.unit == last.unit):
            return last
    first = next((figure for figure in after if figure.unit != _PERCENT), None)
    if first is None or first.unit.isascii():
        return None
    likely = [figure for figure in before if figure.unit == first.unit and not _is_change(sentence, figure, cues)]
    return likely[-1] if likely and place - likely[-1].end <= _FAR else None


def _are_opposites(sentence: str, start: int, parts: Sequence[Figure], cues: Cues) -> bool:
    """Whether they are two, and named for the two halves of everything."""
    if len(parts) != _TWO:
        return False
    one, other = sentence[start : parts[0].start], sentence[parts[0].end : parts[1].start]
    return any(
        (first in one and second in other) or (second in one and first in other) for first, second in cues.opposites
    )


def _beside(sentence: str, before: Sequence[Figure], whole: Figure) -> list[Figure]:
    """The sums of the whole and the figures listed right before it: 新收4件，上年结转1件; 23个村和2个社区."""
    sums: list[Figure] = []
    last, total = whole, whole.value
    for figure in reversed(before[: before.index(whole)]):
        if figure.unit != whole.unit or not _BESIDE.fullmatch(sentence, figure.end, last.start):
            break
        last, total = figure, total + figure.value
        sums.append(whole._replace(value=total))
    return sums


def _may_be_of(sums: Sequence[Figure], whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether parts that come to far more than the whole may be those of it and of what is listed with it."""
    total = sum(part.value for part in parts)
    return total > whole.value * _MORE and any(total <= one.value for one in sums)


def _is_change(sentence: str, figure: Figure, cues: Cues) -> bool:
    return cues.changes.search(sentence, max(0, figure.start - _CHANGE), figure.start) is not None


def _adds_up(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the first of the parts, two at least, come to the whole."""
    return any(not Breakdown(whole, tuple(parts[:count]), complete=True).surplus for count in range(2, len(parts) + 1))


def _parts(sentence: str, start: int, unit: str, after: Sequence[Figure], cues: Cues) -> list[Figure]:
    """The figures of this unit that are listed from `start` on; percentages between them are left out.

    In Chinese, what stands in brackets is no part, and a comma ends a list that is parted by 、.
    """
    parts: list[Figure] = []
    end = start
    is_pointed = False
    for figure in after:
        between = sentence[end : figure.start]
        depth = 0 if unit.isascii() else _depth(sentence, start, figure.start)
        if depth < 0:
            break
        if figure.unit == _PERCENT or depth or (figure.unit != unit and _is_word(sentence, figure)):
            continue
        joint = _LINK if parts else _PART
        if figure.unit != unit or not joint.fullmatch(between):
            break
        if parts and not unit.isascii() and ((is_pointed and "、" not in between) or cues.changes.search(between)):
            break
        is_pointed = is_pointed or "、" in between
        parts.append(figure)
        end = figure.end
    return parts


def _is_word(sentence: str, figure: Figure) -> bool:
    """Whether it is written in Chinese numerals among figures in digits, as in the names of things: 镇村两级财务."""
    return not any(character.isdecimal() for character in sentence[figure.start : figure.end])


def _depth(sentence: str, start: int, place: int) -> int:
    """How many brackets that are opened from `start` on are not closed before `place`; below 0 where others are closed."""
    between = sentence[start:place]
    return between.count("（") + between.count("(") - between.count("）") - between.count(")")


def _is_closed(sentence: str, start: int, parts: Sequence[Figure], after: Sequence[Figure], cues: Cues) -> bool:
    """Whether the list of parts ends as a list does that has named all."""
    others = [figure for figure in after if figure not in parts and figure.unit in ("", parts[0].unit)] if parts else []
    return len(parts) > 1 and not others and not cues.unfinished.search(sentence, start)


def _counts(sentence: str, figure: Figure, cues: Cues) -> bool:
    """Whether a figure is meant to the last digit, and counts something."""
    if figure.unit in cues.uncounted or (not figure.unit and not _NOUN.match(sentence, figure.end)):
        return False
    return not (
        cues.approximate.search(sentence, max(0, figure.start - _CLOSE), figure.start)
        or cues.approximate.search(sentence, figure.end, min(len(sentence), figure.end + _CLOSE))
    )


def shares(sentence: str, cues: Cues) -> Iterator[Share]:
    """Each percentage of `sentence` beside the part and the whole that it is of."""
    found = list(figures(sentence)) if _PERCENT in sentence or "％" in sentence else []
    for part, whole, stated in zip(found, found[1:], found[2:], strict=False):
        if (
            stated.unit == _PERCENT
            and cues.of.fullmatch(sentence, part.end, whole.start)
            and _BRACKET.fullmatch(sentence, whole.end, stated.start)
            and 0 < part.value <= whole.value
        ):
            yield Share(part, whole, stated)
    percentages = {figure.start: figure for figure in found if figure.unit == _PERCENT}
    for breakdown in breakdowns(sentence, cues) if percentages else ():
        for part in breakdown.parts:
            link = cues.share.match(sentence, part.end)
            if link and link.end() in percentages and breakdown.whole.value > 0:
                yield Share(part, breakdown.whole, percentages[link.end()])

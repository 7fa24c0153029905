"""Text and diagnostics → text: which fixes go together, and what the text is with them."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from linter.diagnostic import Diagnostic
    from linter.source import Source


class Splice(NamedTuple):
    """Put `text` in place of `Source.text[start:end]`."""

    start: int
    end: int
    text: str


class Offer(NamedTuple):
    """A fix as splices, sorted; it is applied whole or not at all."""

    splices: tuple[Splice, ...]
    line: int
    rule: str


def offers(source: Source, diagnostics: Iterable[Diagnostic], *, unsafe: bool) -> list[Offer]:
    """The fixes that may be applied, in the order of their places; those that would change nothing are none.

    One that is divisible makes an offer of each of its edits.
    """
    found = []
    for one in diagnostics:
        if one.fix and (unsafe or one.fix.safe):
            edits = one.fix.edits
            for part in [(edit,) for edit in edits] if one.fix.is_divisible else [edits]:
                splices = sorted(Splice(source.offset(start), source.offset(end), text) for start, end, text in part)
                if any(source.text[start:end] != text for start, end, text in splices):
                    found.append(Offer(tuple(splices), part[0].start.line, one.rule))
    return sorted(found)


def compatible(found: Iterable[Offer]) -> list[Offer]:
    """Of fixes that are sorted, those that do not touch an earlier one; two replacements may stand side by side."""
    kept: list[Offer] = []
    taken: list[Splice] = []
    for offer in found:
        if all(map(_are_apart, offer.splices, offer.splices[1:])) and all(_fits(one, taken) for one in offer.splices):
            kept.append(offer)
            for splice in offer.splices:
                insort(taken, splice)
    return kept


def _fits(splice: Splice, taken: Sequence[Splice]) -> bool:
    """Whether it touches none of the splices that are taken, which are sorted."""
    place = bisect_left(taken, splice)
    return all(_are_apart(one, splice) for one in taken[max(0, place - 1) : place]) and all(
        _are_apart(splice, one) for one in taken[place : place + 1]
    )


def _are_apart(one: Splice, other: Splice) -> bool:
    """Whether the order of two neighbours is plain; what is put between two characters needs room on both sides."""
    is_between = one.start == one.end or other.start == other.end
    return one.end < other.start if is_between else one.end <= other.start


def splices_of(kept: Iterable[Offer]) -> list[Splice]:
    """All splices of fixes that are compatible, in order."""
    return sorted(splice for offer in kept for splice in offer.splices)


def spliced(text: str, splices: Sequence[Splice]) -> str:
    """The text with splices that are sorted and do not overlap."""
    pieces, last = [], 0
    for start, end, new in splices:
        pieces += [text[last:start], new]
        last = end
    return "".join([*pieces, text[last:]])


def fixed_text(source: Source, diagnostics: Iterable[Diagnostic], *, unsafe: bool) -> str:
    """The text of `source` with the fixes of `diagnostics` applied once; of two that overlap, the earlier one."""
    return spliced(source.text, splices_of(compatible(offers(source, diagnostics, unsafe=unsafe))))

"""Lists in running text and how many items they may have: 甲、乙和丙, “甲”“乙”, 《甲》《乙》."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.patterns import late

if TYPE_CHECKING:
    from linter.engines.patterns import Pattern

_BLOT = "\ufffc"
_TWO = 2
_ENDING = 2  # code points
_UNEVEN = 2  # code points by which two names differ in length
_LONGEST = 400  # code points of a list
_STOPS = "，；：。！？,;:?!\n"
_BRACKETED = late(r"[（(][^（）()]*[)）]")
_QUOTED = late(r"“[^“”]*”|《[^《》]*》|‘[^‘’]*’")
_WITHIN = late(r"[、，；：。！？,;:!?]")
_NEXT = late(r"(?<=[”》’]\ufffc?)(?=[“《‘])")
_SENTENCE_END = late(r"[。！？\n]|\Z")
_CLAUSE_END = late(r"[，；,;]|\Z")


class Joints(NamedTuple):
    """What joins the items of a list.

    `between` parts two items, `last` may part the last two and may stand within one; an item that `lead` is found in
    may be the first, behind words that are none of it; `open_end` says that the list goes on.
    """

    between: Pattern
    last: Pattern
    lead: Pattern
    open_end: Pattern


class Enumeration(NamedTuple):
    """The list at `text[start:end]`: its items as far as they are parted, and how many they may be; `is_open` at the end."""

    start: int
    end: int
    items: tuple[str, ...]
    counts: frozenset[int]
    is_open: bool

    @property
    def likely_count(self) -> int:
        """How many items there are if what may part the last two does."""
        return min(len(self.items) + 1, max(self.counts)) if len(self.items) in self.counts else min(self.counts)

    @property
    def ending(self) -> str:
        """What all items but the first, behind which other words may stand, end with; empty where they do not agree."""
        endings = {item[-1] for item in self.items[-2:]} | {item[-1] for item in self.items[1:]}
        return endings.pop() if len(endings) == 1 else ""


def blotted(text: str) -> str:
    """`text` with what stands in brackets blotted out, and the points in quotations and titles, to be looked for lists in."""
    if "（" in text or "(" in text:
        text = _BRACKETED.sub(lambda found: _BLOT * len(found[0]), text)
    return _QUOTED.sub(lambda found: _WITHIN.sub(_BLOT, found[0]), text)


def before(text: str, start: int, end: int, joints: Joints) -> Enumeration | None:
    """The list of two items or more that ends at `end` of a blotted text, from the last stop behind `start` on."""
    first = max(start, end - _LONGEST)
    start = max([first - 1, *(text.rfind(stop, first, end) for stop in _STOPS)]) + 1
    is_open = joints.open_end.search(text[start:end]) is not None
    items = _items(joints.open_end.sub("", text[start:end]), joints)
    return Enumeration(start, end, items, _counts(items, joints, leads=True), is_open) if items else None


def after(text: str, start: int, joints: Joints, *, is_named: bool = False) -> Enumeration | None:
    """The list of two items or more that begins at `start` of a blotted text; it may be parted by commas as well.

    One of names, `is_named`, ends with the clause in which the last two are joined, or in which all names end alike.
    """
    sentence_end = _SENTENCE_END.search(text, start, start + _LONGEST)
    if sentence_end is None:
        return None
    whole = text[start : sentence_end.start()]
    clause = whole[: _CLAUSE_END.search(whole).start()]  # type: ignore[union-attr] # \Z is always there
    items = _items(joints.open_end.sub("", clause), joints) or (_pair(clause, joints) if is_named else ())
    if not items:
        return None
    counts = set(_counts(items, joints, leads=False))
    if is_named and (joints.last.search(clause, clause.rfind("、") + 1) or len({item[-1] for item in items}) == 1):
        is_open = joints.open_end.search(clause) is not None
        return Enumeration(start, start + len(clause), items, frozenset(counts), is_open)
    counts.update(place for place, item in enumerate(items, 1) if joints.lead.search(item))
    counts.update(whole.count(comma) + 1 for comma in "，；,;")
    if len(clause) < len(whole):
        counts.add(len(joints.between.split(whole.replace("，", "、").replace("；", "、"))))
    return Enumeration(start, start + len(clause), items, frozenset(counts), joints.open_end.search(clause) is not None)


def _items(text: str, joints: Joints) -> tuple[str, ...]:
    pieces = [piece for part in joints.between.split(text) for piece in _NEXT.split(part)]
    items = tuple(piece.replace(_BLOT, "").strip() for piece in pieces)
    return _split_last(items, joints) if len(items) > 1 and all(items) else ()


def _pair(text: str, joints: Joints) -> tuple[str, ...]:
    """Two names that end alike, and are joined as the last of more would be: 城关中队和河西中队."""
    halves = tuple(half.replace(_BLOT, "").strip() for half in joints.last.split(text))
    if len(halves) != _TWO or not all(halves):
        return ()
    first, second = halves
    return halves if first[-1] == second[-1] and abs(len(first) - len(second)) <= _UNEVEN else ()


def _split_last(items: tuple[str, ...], joints: Joints) -> tuple[str, ...]:
    """The items with the last one parted in two where both halves are like the others: 甲组、乙组和丙组."""
    *others, last = items
    halves = joints.last.split(last)
    if len(halves) != _TWO or any(joints.last.search(item) for item in others[1:] or others):
        return items
    first, second = halves
    lengths = {len(item) for item in others[1:]}
    even = {len(first), len(second)} <= lengths if lengths else abs(len(first) - len(second)) <= _UNEVEN
    alike = first and second and (first[-1] == others[-1][-1] == second[-1] or even)
    return (*others, first, second) if alike else items


def _counts(items: tuple[str, ...], joints: Joints, *, leads: bool) -> frozenset[int]:
    """How many the items may be: any that `lead` is in may be the first, and `last` may part two or stand in one."""
    firsts = [0, *(place for place in range(1, len(items) - 1) if leads and joints.lead.search(items[place]))]
    found: set[int] = set()
    for first in firsts:
        rest = items[first:]
        more = sum(len(joints.last.findall(item)) for item in rest)
        found.update(range(_fewest(rest), len(rest) + more + 1))
        if any(joints.last.search(item) for item in rest[1:-1]):
            found.add(more + 1)  # 甲、乙规划和甲、乙建设 are two
    return frozenset(found)


def _fewest(items: tuple[str, ...]) -> int:
    """How many items there are where what lacks the two characters that most end with is but a part of the next one."""
    ending, number = Counter(item[-_ENDING:] for item in items).most_common(1)[0]
    return number + (items[-1][-_ENDING:] != ending) if 2 * number > len(items) else len(items)

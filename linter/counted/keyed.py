"""Counts of parts that all hold the word which is counted: “三个到位”：思想到位、责任到位…; 进机关、进学校“五进”."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from linter.counted.miscount import Miscount
from linter.engines.patterns import find_all, late

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from regex import Match

    from linter.document import Block, Document
    from linter.engines.patterns import Pattern

_LONGEST = 300  # code points in which the parts stand
_FAR = 3  # a count further off is one of other things
_ONE, _VERB = "一", 4  # “六个一”：读一本好书, with as many code points up to it
_SHORT = 5  # code points of a part that holds the key within
_FEWEST = 2  # parts that show that it is these which are counted
_INTRODUCED = late(r"\p{Han}{0,6}?(?:[：:。，（(]|(?=即|就是|分别))(?:即|也?就是|分别[为是]|指|要)?[：:]?")
_PART = late(r"[^、，；。！？,;\n（）()]+")
_JOINED = "和及与"
_STOPS = "，。；：！？\n"
_OPEN = ("等", "等的")


class _Listed(NamedTuple):
    """Parts at `block.text[start:end]`, and how many they may be; `found` is the likeliest."""

    block: Block
    start: int
    end: int
    found: int
    counts: frozenset[int]
    is_open: bool = False


def miskeyed(document: Document, keyed: Pattern, number: Callable[[str], int]) -> Iterator[Miscount]:
    """The counts that `keyed` finds, with groups `count` and `key`, of which more or fewer parts stand beside them."""
    for place, block in enumerate(document.blocks):
        for found in find_all(keyed, block.prose) if block.text and "table" not in block.scopes else ():
            stated, key = number(found["count"]), found["key"]
            listed = _behind(document, place, found.end(), key) or _before(block, found.start(), key)
            if listed is None or stated < _FEWEST or abs(listed.found - stated) > _FAR or stated in listed.counts:
                continue
            if not (listed.is_open and listed.found < stated):
                where = (listed.block.locate(listed.start, listed.end),)
                yield Miscount(
                    block, found.start("count"), found.end("key"), stated, listed.found, where, is_clear=True
                )


def _behind(document: Document, place: int, end: int, key: str) -> _Listed | None:
    """The parts that are introduced behind the count, at the end of a heading in the next block."""
    block = document.blocks[place]
    introduced = _INTRODUCED.match(block.prose, end)
    if introduced and block.prose[introduced.end() :].strip():
        return _parts_from(block, introduced.end(), key)
    following = document.blocks[place + 1 : place + 2] if block.depth else []
    is_last = not block.prose[end:].strip("。：:，") or introduced is not None
    return _parts_from(following[0], 0, key) if following and is_last and not following[0].depth else None


def _parts_from(block: Block, start: int, key: str) -> _Listed | None:
    """The parts from `start` on that begin or end with the key; those that hold none may be among them."""
    text = block.prose
    pieces = list(find_all(_PART, text, start, min(len(text), start + _LONGEST)))
    if not pieces or pieces[0].start() - start > 1:
        return None
    if _leads(pieces, key):
        start = pieces[0].start() + pieces[0][0].index(key)
        return _parts_from(block, start, key)
    holds = _how_held(pieces[0][0].strip("”“"), key)
    held = [holds(piece[0].strip("”“"), key) for piece in pieces]
    run = len(list(takewhile(bool, held)))
    if run < _FEWEST:
        return None
    joined = sum(_joined(piece[0], key, leads=holds is str.startswith) for piece in pieces[:run])
    end = pieces[run - 1].end()
    parted = [text[piece.end() : piece.end() + 1] for piece in pieces]
    listed = 1 + len([*takewhile(lambda mark: mark == parted[0], parted)])  # one with another word may be among them
    counts = {run + joined, sum(held) + joined, listed + joined}
    is_open = text[end - 1 : end] == "等" or "等" in text[end : end + 1]
    return _Listed(block, start, end, run + joined, frozenset(counts), is_open)


def _leads(pieces: Sequence[Match[str]], key: str) -> bool:
    """Whether other words stand before the first part, and two more follow: 组织宣讲进农村、进企业、进学校."""
    first, *others = (piece[0] for piece in pieces)
    return not first.startswith(key) and key in first[:-1] and sum(one.startswith(key) for one in others[:2]) == _FEWEST


def _how_held(first: str, key: str) -> Callable[[str, str], bool]:
    """How the parts hold the key, as the first does: 出行难, 难办事, 门难进."""
    if key == _ONE:
        return _holds_one
    if first.startswith(key):
        return str.startswith
    return _holds_within if key in first[:-1] and not first.endswith(key) else str.endswith


def _holds_within(piece: str, key: str) -> bool:
    return key in piece and len(piece) <= _SHORT


def _joined(piece: str, key: str, *, leads: bool) -> int:
    """How many more parts are joined in a piece: 进机关和进学校, 会商机制和通报机制."""
    return sum(piece.count(mark + key if leads else key + mark) for mark in _JOINED)


def _holds_one(piece: str, key: str) -> bool:
    """Whether it is one of something, behind its verb: 读一本好书."""
    return key in piece[:_VERB]


def _before(block: Block, end: int, key: str) -> _Listed | None:
    """The parts right before the count, in the same clause."""
    text = block.prose
    start = max(text.rfind(stop, max(0, end - _LONGEST), end) for stop in _STOPS) + 1
    clause = text[start:end].rstrip("“ \u3000的")
    is_open = clause.endswith(_OPEN)
    first, *others = clause.removesuffix("等").split("、")
    if not others or key not in first:
        return None
    holds = str.startswith if others[-1].startswith(key) else str.endswith
    if not all(holds(other.strip("”“"), key) for other in others):
        return None
    joined = sum(other.count(mark + key) for other in others for mark in _JOINED)
    count = 1 + len(others) + joined
    return _Listed(block, start, end, count, frozenset({count, 1 + len(others)}), is_open)

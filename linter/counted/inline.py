"""Counts beside a list in the same sentence: 甲、乙、丙三项制度, 四个组：甲组、乙组和丙组, 八大类“六涨三降”."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from linter.counted.behind import behind
from linter.counted.miscount import Miscount
from linter.engines.enumerations import before, blotted
from linter.engines.patterns import find_all, late

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from regex import Match

    from linter.document import Block
    from linter.engines.enumerations import Enumeration, Joints
    from linter.engines.patterns import Pattern

_LONGEST_ITEM = 16  # code points of an item that is a name
_UNEVEN = 4  # code points by which the last item may be longer than the others
_SEVERAL = 3  # items that show by themselves where a list is
_SHORTEST_ITEM = 6  # code points of an item that can be no clause
_SHORT = 3  # code points of a count without a measure word: 四制
_ABBREVIATED = 3  # places that are named in one character each
_FAR = 3  # a count further off is one of other things
_TALLIED = 40  # code points between a count and its tally
_CUE = 6  # code points
_PHRASE = 4  # code points of a set phrase
_OF = "的"
_FIGURE = late(r"\d|[一二三四五六七八九十百千两](?:[个项名户件处座条家万]|\Z)")
_FIGURES = late(r"\d")
_QUOTES = "“”‘’《》"
_TWINS = "”“"


class Wordings(NamedTuple):
    """How counts and lists are written.

    `counted` is a count with its noun; `set_up` stands between places and a count of what was set up, one `in_place`
    each; `separate` at the end of an item keeps the count from being one of the list;
    `places` ends the name of a place, and `of_places` is found in a count of such; `rough` stands beside a rough number.
    """

    counted: Pattern
    number: Callable[[str], int]
    joints: Joints
    set_up: Pattern
    in_place: Pattern
    separate: Pattern
    places: Pattern
    of_places: Pattern
    rough: Pattern | None


def miscounts(block: Block, words: Wordings) -> Iterator[Miscount]:
    """The counts of a block that a list beside them has not."""
    text = blotted(block.prose)
    for found in find_all(words.counted, text):
        stated = words.number(found["count"])
        if stated < 2 or (words.rough and words.rough.search(text, max(0, found.start() - 4), found.end() + 3)):  # noqa: PLR2004
            continue
        if _TWINS in (text[max(0, found.start() - 2) : found.start()], text[found.end() : found.end() + 2]):
            continue  # what is listed is of both: “三大高地”“五大战略”
        listed, set_up = _before(text, block.wording_start, found, words)
        if listed:
            if _differs(listed, stated):
                yield _miscount(block, found, stated, listed, is_clear=not set_up and _is_even(listed))
        elif follows := behind(block.prose, text, found.end(), words.joints):
            same = sum(item.endswith(follows.noun) for item in follows.listed.items)
            if _is_followed(follows.listed, words) and _differs(follows.listed, stated) and same != stated:
                yield _miscount(block, found, stated, follows.listed, is_clear=follows.is_clear)


def _before(text: str, start: int, found: Match[str], words: Wordings) -> tuple[Enumeration | None, bool]:
    """The list before a count that is of it, and whether the count is of what was set up at each of its places."""
    groups = found.groupdict()
    quoted = text[found.start() - 1 : found.start()] == "“"
    set_up = words.set_up.search(text, max(0, found.start() - _CUE), found.start())
    end = set_up.start() if set_up else found.start() - quoted
    listed = before(text, start, end, words.joints)
    if quoted and text[end - 1] == _OF:
        listed = before(text, start, end - 1, words.joints)
        return (listed if listed and _are_phrases(listed) else None), False
    unsure, ending = groups.get("unsure") is not None, groups.get("ending")
    if listed is None or groups.get("trailing") or (unsure and not _is_plain(listed)):
        return None, False
    if ending and not (listed.ending == ending and not set_up):
        return None, False
    short = quoted and (unsure or len(found[0]) <= _SHORT)
    belongs = _belongs(listed, found[0], words, set_up=set_up is not None, quoted=short)
    return (listed if belongs else None), set_up is not None


def _miscount(block: Block, found: Match[str], stated: int, listed: Enumeration, *, is_clear: bool) -> Miscount:
    return Miscount(
        block,
        found.start("count"),
        found.end(),
        stated,
        listed.likely_count,
        (block.locate(listed.start, listed.end),),
        is_clear,
    )


def _differs(listed: Enumeration, stated: int) -> bool:
    if listed.is_open:
        return min(listed.counts) > stated
    return stated not in listed.counts and min(abs(count - stated) for count in listed.counts) <= _FAR


def _belongs(listed: Enumeration, counted: str, words: Wordings, *, set_up: bool, quoted: bool) -> bool:
    """Whether the count is one of the items, or of what was set up at each."""
    if not set_up:
        return _is_list(listed, counted, words, quoted=quoted)
    return words.in_place.search(counted) is not None and max(map(len, listed.items[1:])) <= _LONGEST_ITEM


def _is_list(listed: Enumeration, counted: str, words: Wordings, *, quoted: bool) -> bool:
    """Whether the count is one of the items before it: these are names of one sort, and the last ends where it begins."""
    *_, before_last, last = listed.items
    if (
        len(last) < min(2, len(before_last))
        or {1} < {len(item) for item in listed.items}
        or _FIGURE.search(last)
        or words.separate.search(last)
        or len(last) > _LONGEST_ITEM
    ):
        return False
    if quoted and not all(set(item) & set(counted[1:]) for item in listed.items[1:]):
        return False  # 项目法人制、合同管理制“两制”, not 教育、宣传“两手抓”
    if (
        len(counted) == len("两市")
        and not listed.is_open
        and last[-1] != counted[-1]
        and len(words.joints.last.split(last)[-1]) == words.number(counted[0]) <= _ABBREVIATED
    ):
        return False  # 京津两市: names in one character each
    if words.places.search(last) and not (words.of_places.search(counted) or last[-1] in counted):
        return False
    if len(listed.items) < _SEVERAL:
        return last[-1] == before_last[-1] and len(last) > 1
    return len(last) <= max(map(len, listed.items[1:-1])) + _UNEVEN


def _is_even(listed: Enumeration) -> bool:
    """Whether the items look so much alike that they can be nothing but a list."""
    lengths = [len(item.strip(_QUOTES)) for item in listed.items[1:]]
    return listed.ending != "" or (len(lengths) > 1 and max(abs(length - median(lengths)) for length in lengths) <= 1)


def _are_phrases(listed: Enumeration) -> bool:
    """Whether they are phrases of one length, several of them: 爱岗敬业、无私奉献、勇于担当."""
    first, *others = map(len, listed.items)
    return len(others) >= _SEVERAL - 1 and set(others) <= {_PHRASE, _PHRASE + 1} and first >= _PHRASE


def _is_plain(listed: Enumeration) -> bool:
    """Whether they are, or are several short ones, and no figures stand among them."""
    short = len(listed.items) > _SEVERAL and max(map(len, listed.items[1:])) <= _SHORTEST_ITEM
    return (short or _is_even(listed)) and not any(_FIGURES.search(item) for item in listed.items)


def _is_followed(listed: Enumeration, words: Wordings) -> bool:
    return all(len(item) <= _LONGEST_ITEM for item in listed.items) and not words.separate.search(listed.items[0])


def mistallied(block: Block, words: Wordings, tally: Pattern) -> Iterator[Miscount]:
    """Counts that their own tally contradicts: 八大类“六涨三降”."""
    text = block.prose
    for found in find_all(tally, text):
        counts = list(find_all(words.counted, text, max(0, found.start() - _TALLIED), found.start()))
        total = sum(words.number(part) for part in found.captures("part"))
        if counts and (stated := words.number(counts[-1]["count"])) != total and len(found.captures("part")) > 1:
            start, end = counts[-1].start("count"), counts[-1].end()
            yield Miscount(block, start, end, stated, total, (block.locate(*found.span()),), is_clear=True)

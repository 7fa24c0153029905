"""Lists that follow a count: 四个组：甲组、乙组和丙组, 示范村3个，分别为甲村、乙村, 4座水库（甲、乙、丙）."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.engines.enumerations import Enumeration, after
from linter.engines.patterns import late

if TYPE_CHECKING:
    from linter.engines.enumerations import Joints

_FEWEST_CLAUSES = 3
_SHORTEST_NAMES = 2  # code points
_EVEN = 6  # code points by which names in brackets differ in length
_NEAR = 8  # code points before a list in which the measure word of its count stands
_LONGEST_NAME = 16  # code points
_NUMBERED = late(r"\s*(?:一|第一|首先|[(（]?1(?![\d月日年])|①)")
_COLON = late(r"[\p{Han}”]{0,5}[：:]")
_NAMED = late(
    r"\p{Han}{0,14}，(?:即(?![可将使时日便刻])|分别(?:(?P<where>(?:设|位|坐落|分布|布设)?[在于])|[为是由有])(?!\d{2,}(?!月|日))|(?P<open>包括|包含|涵盖))"
)
_PLACED = late(r"[处所站点次场期轮批]")  # of what each place has one
_BRACKET = late(r"[\p{Han}”]{0,5}[(（](?:即|分别[为是])?(?P<names>[^（）()；。，：;]*、[^（）()；。，：;]*)[)）]")
_REMARK = late(r"\d|含|其中|包括|详见|见附|如|例|比如|除|和?以上|以下|或")


class Behind(NamedTuple):
    """The list, what the word before its colon ends with, and whether there can be no doubt that it is counted."""

    listed: Enumeration
    noun: str
    is_clear: bool


def behind(prose: str, text: str, end: int, joints: Joints) -> Behind | None:
    """The list that is introduced at `end` of a block, whose text with its brackets blotted out is `text`."""
    colon = _COLON.match(text, end)
    named = None if colon else _NAMED.match(text, end)
    if (intro := colon or named) and not _NUMBERED.match(text, intro.end()):
        listed = after(text, intro.end(), joints, is_named=named is not None)
        listed = listed or _clauses(text, intro.end())
        if (
            listed
            and named
            and (named["open"] or (named["where"] and not _PLACED.search(text, max(0, end - _NEAR), end)))
        ):
            listed = listed._replace(is_open=True)
        noun = text[: intro.end() - 1].rstrip("”")[-1]
        return Behind(listed, noun, listed.ending == noun) if listed else None
    bracket = _BRACKET.match(prose, end)
    if bracket is None or _REMARK.search(bracket["names"]):
        return None
    listed = after(bracket["names"] + "。", 0, joints)
    if listed is None or not _are_names(listed):
        return None
    start = bracket.start("names")
    noun = prose[: prose.index(bracket["names"], end) - 1].rstrip("”")[-1]
    return Behind(listed._replace(start=start, end=bracket.end("names")), noun, is_clear=True)


def _clauses(text: str, start: int) -> Enumeration | None:
    """The clauses parted by semicolons that are all that follows, as in 六件实事：改造小区1个；新建公厕3座；安装路灯20盏."""
    whole = text[start:].rstrip("。 ")
    clauses = whole.split("；")
    if len(clauses) < _FEWEST_CLAUSES or "。" in whole or "\n" in whole or "等" in clauses[-1][-2:]:
        return None
    items = tuple(clause[:_LONGEST_NAME] for clause in clauses)
    return Enumeration(start, start + len(whole), items, frozenset({len(clauses)}), is_open=False)


def _are_names(listed: Enumeration) -> bool:
    lengths = [len(item) for item in listed.items]
    return min(lengths) >= _SHORTEST_NAMES and max(lengths) <= _LONGEST_NAME and max(lengths) - min(lengths) <= _EVEN

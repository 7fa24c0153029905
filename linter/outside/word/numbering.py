"""The ordinals that Word draws before paragraphs: which list each belongs to, and how that one is counted."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.list_numbers import BULLET, Level, List
from linter.outside.word.package import W
from linter.outside.word.styles import is_on, number, value

if TYPE_CHECKING:
    from linter.engines.list_numbers import ListCounter
    from linter.outside.word.package import Element
    from linter.outside.word.styles import Styles

_LONGEST = 255  # code points of the pattern of an ordinal; Word knows no longer ones
_DEEPEST = 8  # level of a list
_LINKS = 5  # a list that is said to be another's, one after the other


class Drawn(NamedTuple):
    """What Word draws before a paragraph: an ordinal with the gap after it, or a bullet, which is no text."""

    text: str
    gap: bool = False
    is_bullet: bool = False


class Numbering:
    """The lists of a document."""

    def __init__(self, root: Element, styles: Styles) -> None:
        self._styles = styles
        self._numbers = _by_id(root, "num", "numId")
        self._sequences = _by_id(root, "abstractNum", "abstractNumId")
        self._lists: dict[str, _WordList | None] = {}

    def draw(self, properties: Element, counter: ListCounter) -> Drawn | None:
        """What stands before the next paragraph, which has these properties, as far as `counter` has come."""
        place = self._styles.list_place(properties)
        found = self._list(place.number) if place.number else None
        if found is None:
            return None
        depth = place.level if place.level is not None else found.of_style.get(self._styles.style_of(properties), 0)
        level = found.list.levels.get(depth)
        if level is None:
            return None
        return Drawn(counter.next(found.list, depth), depth not in found.closed, level.number_format == BULLET)

    def _list(self, name: str) -> _WordList | None:
        if name not in self._lists:
            self._lists[name] = self._read(name)
        return self._lists[name]

    def _read(self, name: str) -> _WordList | None:
        found: Element = self._numbers.get(name)
        sequence = self._sequence(found)
        if sequence is None:
            return None
        levels = {_depth(level): level for level in sequence.findall(f"{W}lvl")}
        starts = {}
        for override in found.findall(f"{W}lvlOverride"):
            levels.update({_depth(level): level for level in override.findall(f"{W}lvl")})
            if (start := number(value(override, "startOverride"))) is not None:
                starts[_depth(override)] = start
        read = List(
            name, sequence.get(f"{W}abstractNumId"), {depth: _level(level) for depth, level in levels.items()}, starts
        )
        return _WordList(
            read,
            {style: depth for depth, level in levels.items() if (style := value(level, "pStyle"))},
            frozenset(depth for depth, level in levels.items() if value(level, "suff") == "nothing"),
        )

    def _sequence(self, found: Element) -> Element | None:
        """The definition of a list, by way of a style where it is that of one."""
        for _ in range(_LINKS):
            sequence = self._sequences.get(value(found, "abstractNumId"))
            link = value(sequence, "numStyleLink")
            if not link:
                return sequence
            chain = self._styles.chain(link)
            properties = chain[0].find(f"{W}pPr") if chain else None
            found = None if properties is None else self._numbers.get(value(properties.find(f"{W}numPr"), "numId"))
        return None


class _WordList(NamedTuple):
    """A list, its levels by the styles that stand for them, and the levels with no gap after the ordinal."""

    list: List
    of_style: dict[str | None, int]
    closed: frozenset[int]


def _by_id(root: Element, name: str, key: str) -> dict[str | None, Element]:
    return {} if root is None else {each.get(f"{W}{key}"): each for each in root.findall(f"{W}{name}")}


def _depth(level: Element) -> int:
    return min(max(number(level.get(f"{W}ilvl")) or 0, 0), _DEEPEST)


def _level(level: Element) -> Level:
    start = number(value(level, "start"))
    legal = level.find(f"{W}isLgl")
    return Level(
        0 if start is None else start,
        value(level, "numFmt") or "decimal",
        (value(level, "lvlText") or "")[:_LONGEST],
        number(value(level, "lvlRestart")),
        legal is not None and is_on(legal.get(f"{W}val"), default=True),
    )


def before(drawn: Drawn | None, text: str) -> str:
    """The ordinal as it is read before `text`.

    The gap behind it is a blank where one is written by hand: not after a full-width mark, nor between a mark and a
    Chinese character.
    """
    if drawn is None or not drawn.text or drawn.is_bullet:
        return ""
    last, first = drawn.text[-1], text[:1]
    is_closed = _is_wide(last) or (not last.isalnum() and _is_wide(first))
    has_gap = drawn.gap and first.strip() and not last.isspace() and not is_closed
    return drawn.text + (" " if has_gap else "")


def _is_wide(character: str) -> bool:
    return bool(character) and unicodedata.east_asian_width(character) in "WFA"

"""The names by which one of two like things is told from the other, and the slots in which names stand."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import regex

from linter.engines.normal_form import normal_form
from linter.engines.patterns import late
from linter.engines.similarity import difference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.engines.patterns import Pattern

HOLE = "\x00"
_PIECES = late(r"/|\\|__")
_SUFFIX = late(r"\.\p{L}{1,8}\Z")
_WORDS = late(r"\p{Han}+|\p{N}+|[^\W\d_\p{Han}]+")
_YEAR = late(r"(?:19|20)\d\d")
_DIGITS = late(r"\p{N}+")
_LONGEST = 40  # code points of a name
_SHORTEST = 3  # of one that is freed from what both begin with


class Names(NamedTuple):
    """What the one is called and what the other is called, where the two differ."""

    theirs: str
    own: str
    are_of_paths: bool = False

    @property
    def are_years(self) -> bool:
        """Whether the two are told apart by their years."""
        return _YEAR.fullmatch(self.theirs) is not None and _YEAR.fullmatch(self.own) is not None


def names_in_paths(theirs: str, own: str, whole: Pattern) -> Iterator[Names]:
    """How two paths differ: in one of their pieces, taken whole, or in a part of it."""
    one, other = (_PIECES.split(_SUFFIX.sub("", path)) for path in (theirs, own))
    if len(one) != len(other):
        return
    differing = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    if len(differing) == 1:
        yield from (names._replace(are_of_paths=True) for names in _names(*differing[0]))
        yield from names_in_titles(*differing[0], whole)


def names_in_titles(theirs: str, own: str, whole: Pattern) -> Iterator[Names]:
    """How two titles differ: in one place where each says something else; a name that fits `whole` is not cut."""
    one, other = difference(theirs, own)
    start = _parting(theirs, own)
    around = [match for match in (_around(text, start, whole) for text in (theirs, own)) if match]
    if len(around) == 2:  # noqa: PLR2004 - one in each
        one, other = around
        shared = _parting(one, other)
        if min(len(one), len(other)) - shared >= _SHORTEST:
            one, other = one[shared:], other[shared:]
    yield from _names(one.strip(" -_"), other.strip(" -_"))


def _parting(one: str, other: str) -> int:
    """Where two texts begin to differ."""
    return next((place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), 0)


def _around(text: str, place: int, whole: Pattern) -> str:
    """The name that stands around a place of the text, if there is one."""
    return next((match[0] for match in whole.finditer(text) if match.start() <= place < match.end()), "")


def is_mentioned(name: str, lowered: str) -> bool:
    """Whether a text, in lower case, holds the name; most texts are asked for its words alone."""
    if not all(word.casefold() in lowered for word in _WORDS.findall(name)):
        return False
    return mention_of(name).search(lowered) is not None


def _names(theirs: str, own: str) -> Iterator[Names]:
    plain, mine = normal_form(theirs), normal_form(own)
    if not (1 < len(plain) <= _LONGEST and 1 < len(mine) <= _LONGEST) or plain in mine or mine in plain:
        return
    if plain.isdigit() and not (_YEAR.fullmatch(plain) and _YEAR.fullmatch(mine) and plain < mine):
        return
    if _WORDS.search(plain):
        yield Names(theirs, own)


@lru_cache(maxsize=1024)
def mention_of(name: str) -> Pattern:
    """A pattern for the name however its words are joined, whatever their case."""
    words = [regex.escape(word) for word in _WORDS.findall(name)]
    joined = r"(?:[-_ ]|%2F|%20)?".join(words)
    before = r"(?<!\w)" if not regex.match(r"\p{Han}", words[0]) else ""
    after = r"(?!\w)" if not regex.search(r"\p{Han}\Z", words[-1]) else ""
    if words[0].isdigit():
        before = r"(?<!\p{N})"
    if words[-1].isdigit():
        after = r"(?!\p{N})"
    return regex.compile(before + joined + after, regex.IGNORECASE)


def slot(text: str, mention: Pattern) -> str:
    """The text with a hole for the name and a digit for every number: what two uses of a form have in common."""
    filled = mention.sub(HOLE, text)
    return _DIGITS.sub("0", normal_form(filled))

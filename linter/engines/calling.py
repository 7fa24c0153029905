"""Whether two names are names of one thing: the same, one a part of the other, or alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.engines.normal_form import normal_form
from linter.engines.patterns import late
from linter.engines.similarity import similarity

if TYPE_CHECKING:
    from collections.abc import Sequence

_SAME = 0.85  # names as alike as this say the same
_NEAR = 0.5  # names as alike as this are of one thing
_NOTE = late(r"[（(][^（()）]*[)）]$")


def is_same(name: str, other: str) -> bool:
    """Whether the two say the same."""
    return similarity(_key(name), _key(other), _SAME) > 0


def is_near(name: str, other: str) -> bool:
    """Whether one may be the other with a part of it changed."""
    return similarity(_key(name), _key(other), _NEAR) > 0


def is_part(name: str, other: str) -> bool:
    """Whether one is a part of the other, or says nothing."""
    one, two = _key(name), _key(other)
    return not one or not two or one in two or two in one


def is_short(name: str, other: str) -> bool:
    """Whether one is the other with characters left out."""
    one, two = sorted((_key(name), _key(other)), key=len)
    rest = iter(two)
    return all(character in rest for character in one)


def is_said(name: str, lines: Sequence[str]) -> bool:
    """Whether lines, one after the other, say a name, or one of them says how it ends."""
    key = _key(name)
    return key in _key("".join(lines)) or any(len(_key(line)) > 1 and key.endswith(_key(line)) for line in lines)


def _key(name: str) -> str:
    """The name without marks around it, and without a note at its end."""
    return normal_form(_NOTE.sub("", name.strip("《》“”。；，、 ")))

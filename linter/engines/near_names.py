"""Names that are written almost like another one: with a character missing, added, changed, or two swapped."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.occurrences import occurrences
from linter.engines.similarity import shared_length

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORTEST = 3  # characters of a name that can be told from what is near it


class Near(NamedTuple):
    """`text[start:end]` is a name with one slip: what is `written` stands for what is `meant`, one of which may be empty."""

    start: int
    end: int
    written: str
    meant: str


def near_names(text: str, name: str, ending: str) -> Iterator[Near]:
    """The places in `text` that hold `name` with one slip before its `ending`; those that hold the name itself are left out.

    The ending stands there as it is, and so does one half of the rest, unless the slip is a swap in the middle; so time is
    linear in the text.
    """
    core = name.removesuffix(ending)
    if len(name) < _SHORTEST or len(core) < _SHORTEST - 1:
        return
    right = list(occurrences(text, name))
    half = (len(core) + 1) // 2
    swapped = core[: half - 1] + core[half : half + 1] + core[half - 1]
    places = {start: None for part in (core[:half], swapped) for start in occurrences(text, part)}
    tail = core[half:] + ending
    places |= {
        found + len(tail) - len(name) - longer: None for found in occurrences(text, tail) for longer in (0, -1, 1)
    }
    last = -1
    for start in sorted(place for place in places if place >= 0):
        for length in (len(core), len(core) - 1, len(core) + 1):
            end = start + length + len(ending)
            if start < last or not text.startswith(ending, start + length) or _touches(right, len(name), start, end):
                continue
            if slip := _slip(text[start : start + length], core):
                yield Near(start, end, *slip)
                last = end
                break


def _touches(starts: list[int], length: int, start: int, end: int) -> bool:
    place = bisect_left(starts, start - length + 1)
    return place < len(starts) and starts[place] < end


def _slip(written: str, meant: str) -> tuple[str, str] | None:
    """What stands for what, where the two are one slip apart."""
    start = shared_length(written, meant)
    end = shared_length(written[start:][::-1], meant[start:][::-1])
    one, other = written[start : len(written) - end], meant[start : len(meant) - end]
    is_slip = len(one) + len(other) == 1 or len(one) == len(other) == 1 or (len(one) == 2 and one == other[::-1])  # noqa: PLR2004
    return (one, other) if is_slip else None

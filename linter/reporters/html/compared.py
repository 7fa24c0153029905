"""Two copies of a passage side by side, with what differs between them."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import groupby, islice, starmap, takewhile
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup
from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel, Levenshtein

from linter.engines.normal_form import normal_form
from linter.reporters.html.marked import Mark, marked, shown
from linter.reporters.html.places import text_range

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from linter.document import Block
    from linter.source import Span

_WORDS = re.compile(r"[A-Za-z0-9\u00c0-\u024f]+|\s+|.", re.DOTALL)
_LONGEST = 20_000  # words; of longer texts it is only told that they differ
_AHEAD = 50  # blocks among which the twin of one is looked for
_ALIKE = 50  # percent that twins have in common
_FEW = 24  # rows that are shown, whatever they say


class Row(NamedTuple):
    """A block of either copy beside its twin; `skipped` rows that are the same stand for themselves."""

    first: Markup
    later: Markup
    is_same: bool
    skipped: int = 0


def compared(first: Sequence[str], later: Sequence[str]) -> list[Row]:
    """The rows of two passages, given block by block; of many rows only what differs and what stands beside it."""
    rows: list[Row] = []
    steps = Indel.opcodes([*map(normal_form, first)], [*map(normal_form, later)])
    for is_same, group in groupby(steps, lambda step: step.tag == "equal"):
        stretch = list(group)
        ours = first[stretch[0].src_start : stretch[-1].src_end]
        theirs = later[stretch[0].dest_start : stretch[-1].dest_end]
        rows += starmap(_row, zip(ours, theirs, strict=True)) if is_same else _unlike(ours, theirs)
    return rows if len(rows) <= _FEW else [*_skipped(rows)]


def passage(blocks: Sequence[Block], place: Span) -> list[str]:
    """The texts of the blocks in a place, as far as they lie in it; the blocks are in the order of their source."""
    texts = []
    first = bisect_right(blocks, place.start, key=lambda block: block.span.end)
    for block in takewhile(lambda block: block.span.start < place.end, islice(blocks, first, None)):
        if block.text:
            start, end = text_range(block, place.start, place.end)
            texts.append(block.text[start:end])
    return texts


def _unlike(first: Sequence[str], later: Sequence[str]) -> Iterator[Row]:
    """The rows of two stretches that have no block in common: each block beside the next one that is like it."""
    at = 0
    for text in first:
        alike = process.extractOne(text, later[at : at + _AHEAD], scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if alike is None:
            yield Row(_whole(text), Markup(), is_same=False)
            continue
        until = at + alike[2]
        yield from (Row(Markup(), _whole(other), is_same=False) for other in later[at:until])
        yield _row(text, later[until])
        at = until + 1
    yield from (Row(Markup(), _whole(other), is_same=False) for other in later[at:])


def _row(first: str, later: str) -> Row:
    if first == later:
        return Row(shown(first), shown(later), is_same=True)
    ours, theirs = _WORDS.findall(first), _WORDS.findall(later)
    if len(ours) + len(theirs) > _LONGEST:
        return Row(_whole(first), _whole(later), is_same=False)
    steps = [step for step in Levenshtein.opcodes(ours, theirs) if step.tag != "equal"]
    return Row(
        _differing(ours, [(step.src_start, step.src_end) for step in steps]),
        _differing(theirs, [(step.dest_start, step.dest_end) for step in steps]),
        is_same=False,
    )


def _differing(words: list[str], ranges: list[tuple[int, int]]) -> Markup:
    offsets = [0]
    for word in words:
        offsets.append(offsets[-1] + len(word))
    marks = [Mark(offsets[start], offsets[end], "b") for start, end in ranges if end > start]
    return marked("".join(words), marks)


def _whole(text: str) -> Markup:
    return marked(text, [Mark(0, len(text), "b")])


def _skipped(rows: list[Row]) -> Iterable[Row]:
    """Of each stretch of rows that are the same the first and the last, and how many stand between."""
    for is_same, stretch in groupby(rows, lambda row: row.is_same):
        group = list(stretch)
        if is_same and len(group) > 3:  # noqa: PLR2004 - two that are shown, one that tells of the others
            yield from (group[0], Row(Markup(), Markup(), is_same=True, skipped=len(group) - 2), group[-1])
        else:
            yield from group

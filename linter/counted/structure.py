"""What a document says of its own parts: 本办法共六章三十二条, 全文分五个部分."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.counted.miscount import Miscount
from linter.engines.ordinals import parse_ordinal
from linter.engines.patterns import find_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from linter.document import Block, Document
    from linter.engines.patterns import Pattern

_DECIMAL = "1.1"
_STYLES = {"chapters": ("第章", "Chapter"), "articles": ("第条", "Article"), "parts": ("一", "第部分", "Part")}


class _Run(NamedTuple):
    """Parts of one style that are numbered on from a first one: their blocks and the last number."""

    blocks: list[Block]
    last: int

    @property
    def counts(self) -> set[int]:
        """How many there may be, where one was left out or given twice."""
        return {len(self.blocks), self.last}


def misstated_structure(document: Document, said: Pattern, number: Callable[[str], int]) -> Iterator[Miscount]:
    """Numbers of parts that no run of parts in the document has; none where the document has no such parts."""
    runs_of: dict[str, list[_Run]] = {}
    for block in document.blocks:
        for found in find_all(said, block.prose) if block.text and not block.depth else ():
            for sort, styles in _STYLES.items():
                written = found.groupdict().get(sort)
                if written and sort not in runs_of:
                    runs_of[sort] = _runs(document, styles) or _decimals(document, sort)
                runs, stated = runs_of.get(sort, []), number(written) if written else 0
                if runs and stated > 1 and not any(stated in run.counts for run in runs):
                    run = max(runs, key=lambda run: len(run.blocks))
                    places = tuple(part.span for part in run.blocks)
                    yield Miscount(block, *found.span(sort), stated, len(run.blocks), places, is_clear=True)


def _runs(document: Document, styles: tuple[str, ...]) -> list[_Run]:
    """The runs of two parts or more."""
    runs: list[_Run] = []
    style = ""
    for block in document.blocks:
        ordinal = block.ordinal or parse_ordinal(block.text[:20])
        if ordinal is None or ordinal.style not in styles or "table" in block.scopes:
            continue
        value = ordinal.value[-1]
        if value == 1 or not runs or ordinal.style != style:
            runs.append(_Run([], 0))
            style = ordinal.style
        run = runs[-1]
        run.blocks.append(block)
        runs[-1] = run._replace(last=max(run.last, value))
    return [run for run in runs if len(run.blocks) > 1]


def _decimals(document: Document, sort: str) -> list[_Run]:
    """The chapters that parts numbered 1.1, 1.2, 2.1 belong to, by the first of each."""
    firsts: dict[int, Block] = {}
    for block in document.blocks if sort == "chapters" else ():
        ordinal = block.ordinal or parse_ordinal(block.text[:20])
        if ordinal and ordinal.style == _DECIMAL and ordinal.value[0] == len(firsts) + (ordinal.value[1] == 1):
            firsts.setdefault(ordinal.value[0], block)
    return [_Run([*firsts.values()], len(firsts))] if len(firsts) > 1 else []

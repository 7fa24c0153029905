"""Defects that are put into clean official documents, one at a time: all makers by their rule, and a fixed choice of what they make.

A maker takes a document and yields every change that it can make of it and that a reader could prove from the
document alone; where it could not be proven, nothing is changed.
"""

from __future__ import annotations

import random
from itertools import chain, zip_longest
from typing import TYPE_CHECKING, NamedTuple

import official_figures
import official_marks
import official_names
import official_sections
import official_tables
import official_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from official_papers import Edit, Paper

MODULES = (official_figures, official_marks, official_names, official_sections, official_tables, official_words)
MAKERS: dict[str, list[Callable[[Paper], Iterator[Edit]]]] = {}
for rule, makers in chain.from_iterable(module.MAKERS.items() for module in MODULES):
    MAKERS.setdefault(rule, []).extend(makers)


class Made(NamedTuple):
    """A clean document, the change, and the name of its maker."""

    paper: Paper
    edit: Edit
    sort: str

    @property
    def text(self) -> str:
        """The document with the defect."""
        return self.paper.applied(self.edit)

    @property
    def lines(self) -> range:
        """The lines that the change touches, counted from 1 in the changed text."""
        new = self.edit.new
        blank = len(new) - len(new.lstrip("\n")) if new.strip() else 0
        first = self.text.count("\n", 0, self.edit.start + blank)
        return range(first + 1, self.text.count("\n", 0, self.edit.start + len(new)) + 2)


def made(rule: str, papers: list[Paper], most: int) -> list[Made]:
    """So many defects of a rule at most, of each sort and in each document about as many, always the same."""
    sorts = [in_turn(maker, papers) for maker in MAKERS[rule]]
    in_order = chain.from_iterable(zip_longest(*sorts))
    return [one for one in in_order if one][:most]


def in_turn(maker: Callable[[Paper], Iterator[Edit]], papers: list[Paper]) -> list[Made]:
    """What a maker makes: one of each document, then another of each, and so on."""
    draw = random.Random(maker.__name__)  # noqa: S311 - for examples, not for secrets
    changes = []
    for paper in draw.sample(papers, len(papers)):
        edits = [*dict.fromkeys(maker(paper))]
        changes.append([Made(paper, edit, maker.__name__) for edit in draw.sample(edits, len(edits))])
    return [one for one in chain.from_iterable(zip_longest(*changes)) if one]

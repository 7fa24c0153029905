"""A table whose cells stand in the text one below the other, as a copy from a page leaves them, told by its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.engines.figures import whole_figure
from linter.engines.normal_form import normal_form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Block, Document

_FEW = 12  # figures in a column of text that show that it was a table
_LONGEST_FIGURE = 14  # code points
_LONGEST_LABEL = 60
_MOST_LABELS = 24  # that stand over the figures of the first row


def stacked_rows(document: Document, blanks: frozenset[str]) -> list[tuple[Block, ...]]:
    """The rows of such tables: a label and the figures below it; what stands above the label is a row of its own."""
    rows = list(_rows(document, blanks))
    return rows if sum(len(row) for row in rows) >= _FEW else []


def _rows(document: Document, blanks: frozenset[str]) -> Iterator[tuple[Block, ...]]:
    labels: list[Block] = []
    figures: list[Block] = []
    for block in document.blocks:
        if labels and "table" not in block.scopes and _is_figure(block.text, blanks):
            figures.append(block)
            continue
        yield from _row(labels, figures)
        if figures or not _is_label(block):
            labels = []
        if _is_label(block):
            labels.append(block)
        figures = []
    yield from _row(labels, figures)


def _row(labels: list[Block], figures: list[Block]) -> Iterator[tuple[Block, ...]]:
    if figures:
        if header := tuple(labels[-_MOST_LABELS:-1]):
            yield header
        yield (labels[-1], *figures)


def _is_label(block: Block) -> bool:
    return len(block.text) <= _LONGEST_LABEL and not block.text.endswith("。") and "table" not in block.scopes


def _is_figure(text: str, blanks: frozenset[str]) -> bool:
    if len(text) > _LONGEST_FIGURE:
        return False
    return whole_figure(text) is not None or normal_form(text) in blanks

"""What can be counted in a document, and formulas over it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from linter.engines.formulas import parse_formula
from linter.engines.patterns import late
from linter.engines.text_counts import TextCounts, count_text
from linter.source import Span
from linter.structure.itemized import item_indent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from linter.document import Block, Document
    from linter.engines.formulas import Formula

SUMMARY = "summary"  # the scope of the paragraphs, items and quotations of a document, taken together
_PROSE = ("paragraph", "item", "quote")
_DEPTHS = range(1, 7)
_HEADINGS = tuple(f"heading.h{depth}" for depth in _DEPTHS)
VARIABLES = (*TextCounts._fields, "blockquote", "list", "pre", *_HEADINGS)
_BLANK_LINE = late(r"\n[ \t]*\r?\n")
_VALUE = "value"  # how a condition is told the value that it is about


def read_formula(text: str) -> Formula:
    """A formula over `VARIABLES`; raises `ValueError`."""
    return parse_formula(text, VARIABLES)


def read_condition(text: str) -> Formula:
    """What is said behind the value, such as `> 8.0`; raises `ValueError`."""
    return parse_formula(f"{_VALUE} {text}", (_VALUE, *VARIABLES))


def evaluated(formula: Formula, condition: Formula, figures: Mapping[str, float]) -> float | None:
    """The value of the formula where its condition holds; None where it does not, or where there is no value."""
    try:
        value = formula(figures)
        return value if condition({**figures, _VALUE: round(value, 6)}) else None
    except (ArithmeticError, ValueError):
        return None


def measured(document: Document, scopes: tuple[str, ...]) -> Iterator[tuple[Span, TextCounts]]:
    """The counts of the document's prose, at its start, for the scope `summary`; else of each block, where it stands."""
    if SUMMARY in scopes:
        yield Span(0, 0), _summary(document)
    else:
        for block in document.select(scopes):
            yield block.span, _prose_counts([block])


@lru_cache(maxsize=1)
def _summary(document: Document) -> TextCounts:
    """One document is measured by several rules in turn."""
    return _prose_counts(block for block in document.select(_PROSE) if block.text)


def _prose_counts(blocks: Iterable[Block]) -> TextCounts:
    """The counts of their prose without the ordinals of items, a block being a paragraph."""
    return count_text(block.prose[block.wording_start :] for block in blocks)


def shape_counts(document: Document) -> dict[str, float]:
    """How many quotations, lists, pieces of code and headings of each level the document has."""
    blocks = document.blocks
    depths = [block.depth for block in blocks]
    return {
        "blockquote": _quotations(document),
        "list": _lists(document),
        "pre": sum("code" in block.scopes for block in blocks),
        **{name: depths.count(depth) for name, depth in zip(_HEADINGS, _DEPTHS, strict=True)},
    }


def _quotations(document: Document) -> int:
    """A quotation begins with a block that follows none, or in Markdown one behind a line without a mark."""
    count = 0
    end: int | None = None  # of the block before, where that is quoted
    for block in document.blocks:
        if "quote" not in block.scopes:
            end = None
            continue
        between = "" if end is None else document.source.text[end : block.span.start]
        count += end is None or (document.source.format == "markdown" and _BLANK_LINE.search(between) is not None)
        end = block.span.end
    return count


def _lists(document: Document) -> int:
    """A list begins with an item that follows none, or stands deeper than the one before."""
    count = 0
    around: list[int] = []  # indents of the lists that are open
    for block in document.blocks:
        if "item" not in block.scopes:
            around = around if "code" in block.scopes else []
            continue
        indent = item_indent(document, block)
        if indent is None:
            continue
        while around and around[-1] > indent:
            around.pop()
        if not around or around[-1] < indent:
            around.append(indent)
            count += 1
    return count

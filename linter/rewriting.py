"""What of a document a fix may write over."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from linter.engines.ordinals import parse_ordinal
from linter.engines.patterns import late
from linter.engines.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Block, Document
    from linter.rule import Rewrite
    from linter.source import Source, Span

_ADDRESS = late(r"(?:(?:https?|ftp|file)://|www\.)[^\s<>（）《》“”，。；、]+|mailto:\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_REACH = 2_000  # code points on either side of a place in which an address may begin or end
_CELLS = 2  # bars on a line that draw the row of a table
_NO_PROSE = ("code", "table")


def may_be_written(rewrite: Rewrite, document: Document) -> bool:
    """Whether a fix may put its text there: never over markup, in code, in tables or addresses, nor a number changed."""
    place, source = rewrite.place, document.source
    if source.layout or "\0" in rewrite.text or _holds_tag(place, source):
        return False
    if _is_row(place, source) or _touches_address(place, source):
        return False
    return all(_lets_write(block, rewrite, source) for block in document.blocks_at(place))


def changes_no_more(rewrite: Rewrite, document: Document) -> bool:
    """Whether nothing else can change with it: the place is as it is read, behind the ordinal, and in no anchor.

    It lies within verbatim runs that follow each other without anything between them.
    """
    place = rewrite.place
    blocks = document.blocks_at(place)
    if len(blocks) != 1 or _touches_ordinal(blocks[0], place) or not _is_verbatim(blocks[0], place):
        return False
    (block,) = blocks
    return not block.depth or not document.marked or slug(_written(block, rewrite)) == slug(block.text)


def _holds_tag(place: Span, source: Source) -> bool:
    """Whether what stands there is more than text: no fix writes over the tags of a page."""
    return source.format == "html" and "<" in source.text[place.start : place.end]


def _is_row(place: Span, source: Source) -> bool:
    """Whether the line where the place begins is drawn as the row of a table."""
    start = source.text.rfind("\n", 0, place.start) + 1
    end = source.text.find("\n", place.start)
    line = source.text[start : end if end >= 0 else len(source.text)].strip()
    return line.count("|") >= _CELLS and line.startswith("|")


def _touches_address(place: Span, source: Source) -> bool:
    first = max(0, place.start - _REACH)
    around = source.text[first : place.end + _REACH]
    if "://" not in around and "@" not in around and "www." not in around:
        return False
    return any(
        first + found.start() < max(place.end, place.start + 1) and place.start < first + found.end()
        for found in _ADDRESS.finditer(around)
    )


def _lets_write(block: Block, rewrite: Rewrite, source: Source) -> bool:
    place = rewrite.place
    if any(scope.split(".")[0] in _NO_PROSE for scope in block.scopes):
        return False
    if _holds_markup(block, place, source) or _is_code(block, place):
        return False
    return not _touches_ordinal(block, place) or _keeps_value(block, rewrite)


def _holds_markup(block: Block, place: Span, source: Source) -> bool:
    """Whether between the runs that the place takes in stands more than blanks, which is what no reader sees."""
    inside = [
        run for run in block.runs if run.source_start < place.end and place.start < run.source_start + run.source_length
    ]
    return any(
        source.text[one.source_start + one.source_length : other.source_start].strip()
        for one, other in pairwise(inside)
    )


def _is_code(block: Block, place: Span) -> bool:
    spans = (block.locate(one.start, one.end) for one in block.inlines if one.scope == "code")
    return any(start < max(place.end, place.start + 1) and place.start < end for start, end in spans)


def _touches_ordinal(block: Block, place: Span) -> bool:
    ordinal = block.ordinal or parse_ordinal(block.text)
    return ordinal is not None and place.start < block.locate(0, len(ordinal.text)).end


def _keeps_value(block: Block, rewrite: Rewrite) -> bool:
    """Whether the block still begins with the same number, where a fix writes over its ordinal."""
    before = block.ordinal or parse_ordinal(block.text)
    after = parse_ordinal(_written(block, rewrite))
    return before is not None and after is not None and after.value == before.value


def _written(block: Block, rewrite: Rewrite) -> str:
    """The text of the block with the rewrite."""
    place, text = rewrite
    characters = list(_characters(block))
    kept = "".join(character for at, character in characters if at < place.start)
    return kept + text + "".join(character for at, character in characters if at >= place.end)


def _characters(block: Block) -> Iterator[tuple[int, str]]:
    """Each character of the text with its place in the source."""
    for run, end in zip(block.runs, [*(run.text_start for run in block.runs[1:]), len(block.text)], strict=True):
        for offset, character in enumerate(block.text[run.text_start : end]):
            yield run.source_start + (offset if run.verbatim else 0), character


def _is_verbatim(block: Block, place: Span) -> bool:
    """Whether the place is read character by character as it stands in the source."""
    reached = place.start
    for run in block.runs:
        if run.verbatim and run.source_start <= reached <= run.source_start + run.source_length:
            reached = run.source_start + run.source_length
    return reached >= place.end and reached > place.start

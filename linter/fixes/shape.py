"""The shape of a document: what a fix must leave as it is, apart from the words that it writes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from linter.document import Block, Comment, Document
    from linter.fixes.edits import Splice


class _Piece(NamedTuple):
    """A block, a key of the front matter or a comment; `part` is the whole of it."""

    start: int
    end: int
    sort: str
    part: Block | Comment


def keeps_shape(before: Document, after: Document, splices: Sequence[Splice]) -> bool:
    """Whether `after`, which is `before` with `splices`, differs in nothing but what they say.

    What no splice touches has to be the very same. Where one does, the scopes, depths, numbers, code and links have to
    be, and the words with the splices; where line breaks come or go, paragraphs may be joined.
    """
    if before.marked != after.marked or _tables(before) != _tables(after) or not _anchors(before) <= _anchors(after):
        return False
    moves = _Moves(splices)
    new = _pieces(after)
    place = 0
    touched: list[_Piece] = []
    for piece in _pieces(before):
        if moves.touch(piece):
            touched.append(piece)
            continue
        start = moves.moved(piece.start)
        first = place
        while place < len(new) and (new[place].start < start or not _is_same(piece, new[place], moves)):
            if new[place].start > start:
                return False
            place += 1
        if place == len(new) or not _fits(touched, new[first:place], before, splices):
            return False
        place += 1
        touched = []
    return _fits(touched, new[place:], before, splices)


class _Moves:
    """Where offsets of the text before lie in the text after."""

    def __init__(self, splices: Sequence[Splice]) -> None:
        self._starts = [splice.start for splice in splices]
        self._ends = [splice.end for splice in splices]
        self._shifts = [0, *accumulate(len(splice.text) - (splice.end - splice.start) for splice in splices)]

    def moved(self, offset: int) -> int:
        """The same place, which no splice touches."""
        return offset + self._shifts[bisect_right(self._ends, offset)]

    def touch(self, piece: _Piece) -> bool:
        """Whether a splice lies in the piece or at one of its ends."""
        return bisect_left(self._ends, piece.start) < bisect_right(self._starts, piece.end)


def _anchors(document: Document) -> set[str]:
    """The headings that links of the document lead to, by their anchors."""
    wanted = {inline.target for block in document.blocks for inline in block.inlines if inline.target.startswith("#")}
    if not wanted:
        return set()
    from urllib.parse import unquote  # noqa: PLC0415 - seldom needed

    return {f"#{slug(section.heading.text)}" for section in document.sections} & set(map(unquote, wanted))


def _tables(document: Document) -> list[tuple[int, list[int]]]:
    return [(table.header, list(map(len, table.rows))) for table in document.tables]


def _pieces(document: Document) -> list[_Piece]:
    pieces = [_Piece(*block.span, "block", block) for block in document.blocks]
    pieces += [_Piece(*block.span, "key", block) for block in (*document.keys, *document.front_matter.values())]
    pieces += [_Piece(*comment.span, "comment", comment) for comment in document.comments]
    return sorted(pieces, key=lambda piece: piece[:3])


def _is_same(old: _Piece, new: _Piece, moves: _Moves) -> bool:
    """Whether a piece that no splice touches is the same as before."""
    if old.sort != new.sort or (moves.moved(old.start), moves.moved(old.end)) != (new.start, new.end):
        return False
    return _without_place(old.part) == _without_place(new.part)


def _without_place(part: Block | Comment) -> tuple[object, ...]:
    return tuple(value for name, value in part._asdict().items() if name not in ("runs", "span"))


def _fits(old: list[_Piece], new: list[_Piece], before: Document, splices: Sequence[Splice]) -> bool:
    """Whether the pieces that splices touch have become what the splices say."""
    old_blocks, new_blocks = _read(old), _read(new)
    if not old_blocks or not new_blocks:
        return len(old_blocks) == len(new_blocks)
    start, end = old[0].start, max(piece.end for piece in old)
    near = [splice for splice in splices if splice.start <= end and start <= splice.end]
    if _words(_expected(old_blocks, near)) != _words(block.text for block in new_blocks):
        return False
    if _marks(old_blocks) != _marks(new_blocks):
        return False
    sorts, others = list(map(_sort, old_blocks)), list(map(_sort, new_blocks))
    if any("\n" in before.source.text[splice.start : splice.end] + splice.text for splice in near):
        return sorts[0] == others[0] and set(others) <= set(sorts)
    return sorts == others


def _read(pieces: list[_Piece]) -> list[Block]:
    """The blocks among them that a reader sees."""
    blocks = [piece.part for piece in pieces if piece.sort != "comment"]
    return [block for block in blocks if block.text or "html" not in block.scopes]  # type: ignore[union-attr, misc]


def _sort(block: Block) -> tuple[tuple[str, ...], int, tuple[int, ...], int | None]:
    return block.scopes, block.depth, block.ordinal.value if block.ordinal else (), block.indent


def _marks(blocks: list[Block]) -> list[tuple[str, str]]:
    return [(inline.scope, inline.target) for block in blocks for inline in block.inlines]


def _expected(blocks: list[Block], splices: Sequence[Splice]) -> list[str]:
    """The pieces of text that the blocks should have with the splices, in the order of the source."""
    pieces = [(splice.start, 0, splice.text) for splice in splices]
    pieces += [(start, 1, text) for block in blocks for start, text in _kept(block, splices)]
    return [text for _, _, text in sorted(pieces)]


def _kept(block: Block, splices: Sequence[Splice]) -> Iterator[tuple[int, str]]:
    """What the splices leave of the text of a block, with its places in the source."""
    ends = [*(run.text_start for run in block.runs[1:]), len(block.text)]
    for run, end in zip(block.runs, ends, strict=True):
        first, last = run.source_start, run.source_start + run.source_length
        inside = [splice for splice in splices if splice.start < last and first < splice.end]
        text = block.text[run.text_start : end]
        if not run.verbatim:
            if not inside:
                yield first, text
            continue
        bounds = [first, *(bound for splice in inside for bound in (splice.start, splice.end)), last]
        for begin, stop in zip(bounds[::2], bounds[1::2], strict=True):
            yield begin, text[max(0, begin - first) : max(0, stop - first)]


def _words(texts: Sequence[str] | Iterator[str]) -> str:
    return "".join("".join(texts).split())

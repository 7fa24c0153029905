"""One document of the page: its pieces in chunks, its outline, its notes, and its passages that stand twice."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from linter.formats import parse
from linter.reporters.html.compared import Row, compared, passage
from linter.reporters.html.pieces import Piece, chunked, pieces_of, readable
from linter.rule import LEVELS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from linter.document import Block, Document
    from linter.reporters.html.notes import Margins, Note, Notes
    from linter.source import Source

_REPEATED = "repeated-content"  # the kind whose diagnostics speak of a passage that stands twice
_ENTRIES = 300  # of an outline; more are told by their uppermost levels
_LONGEST = 60  # code points of an entry


class Entry(NamedTuple):
    """A line of the outline; `level` is the gravest of the diagnostics, so many `notes`, under the heading, or empty."""

    name: str
    text: str
    depth: int
    notes: int
    level: str


class Comparison(NamedTuple):
    """A passage that stands twice; `first` and `later` say where."""

    name: str
    note: Note
    first: str
    later: str
    rows: list[Row]

    @property
    def differences(self) -> int:
        """How many blocks are not the same."""
        return sum(not row.is_same for row in self.rows)


class Article(NamedTuple):
    """A document; `counts` are its diagnostics by level, `comparisons` stand by the ids of their notes."""

    number: int
    path: str
    language: str
    counts: Mapping[str, int]
    outline: list[Entry]
    chunks: list[list[Piece]]
    comparisons: Mapping[str, Comparison]


class Text(NamedTuple):
    """A document and what is readable of it."""

    document: Document
    blocks: list[Block]


def text_of(source: Source) -> Text:
    """The text of a source."""
    document = parse(source)
    return Text(document, readable(document))


def article_of(number: int, path: str, text_at: Callable[[str], Text], margins: Margins) -> Article:
    """The article of a document; `text_at` gives it and those that its passages stand in as well, by path."""
    (document, blocks), notes = text_at(path), margins.of(path)
    pieces = [*pieces_of(document, blocks, notes)]
    return Article(
        number,
        path,
        document.language.replace("zh", "zh-CN"),
        Counter(note.found.level for note in notes.notes),
        [*_outline(number, pieces)],
        [*chunked(pieces)],
        {one.note.name: one for one in _comparisons(notes, text_at, margins)},
    )


def _outline(number: int, pieces: Sequence[Piece]) -> Iterator[Entry]:
    headings = [index for index, piece in enumerate(pieces) if piece.kind == "heading"]
    deepest = max((pieces[index].depth for index in headings), default=0)
    while deepest > 1 and sum(pieces[index].depth <= deepest for index in headings) > _ENTRIES:
        deepest -= 1
    shown = [index for index in headings if pieces[index].depth <= deepest]
    for index, following in zip(shown, [*shown[1:], len(pieces)], strict=False):
        piece = pieces[index]
        levels = [note.found.level for one in pieces[index:following] for note in one.notes]
        text = piece.text if len(piece.text) <= _LONGEST else piece.text[: _LONGEST - 1] + "…"
        yield Entry(
            f"d{number}-h{piece.block}", text, piece.depth, len(levels), min(levels, key=LEVELS.index, default="")
        )


def _comparisons(notes: Notes, text_at: Callable[[str], Text], margins: Margins) -> Iterator[Comparison]:
    for note, place in zip(notes.notes, notes.spans, strict=True):
        found = note.found
        if found.kind != _REPEATED or not found.related or not note.links[0].name:
            continue
        other = found.related[0]
        first = passage(text_at(other.path).blocks, margins.span(other.path, other.start, other.end))
        later = passage(text_at(found.path).blocks, place)
        yield Comparison(f"{note.name}-c", note, note.links[0].place, note.place, compared(first, later))

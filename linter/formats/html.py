"""HTML: the body of a page as a reader sees it, every piece with its place in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.document import Comment, Document, Table
from linter.engines.ordinals import parse_ordinal
from linter.formats.by_shape import Paragraph, document_by_shape
from linter.formats.html_body import find_body
from linter.formats.html_pieces import pieces_of
from linter.formats.html_title import find_title
from linter.formats.html_tree import read_page

if TYPE_CHECKING:
    from linter.source import Source, Span

_SEVERAL = 2  # headings below the title: their writer marks headings


def parse(source: Source) -> Document:
    """Read HTML. Block scopes: see `document_by_shape`; item, quote, table with cell or header; code, which holds no text."""
    page = read_page(source.text)
    body = find_body(page)
    titled = find_title(page, body, _items_told(pieces_of(page, body)))
    comments = tuple(_comment(source.text, place) for place in page.comments)
    document = document_by_shape(source, titled.pieces, title=titled.own, comments=comments)
    if document.title is None:
        document.title = next((block for block in document.blocks if block.depth == 1), titled.of_page)
    return document


def _items_told(pieces: list[Paragraph | Table]) -> list[Paragraph | Table]:
    """The same pieces; where headings are marked, a paragraph that a figure or a letter starts is none but an item."""
    marked = sum(isinstance(piece, Paragraph) and piece.depth > 1 for piece in pieces)
    return [_item_told(piece) for piece in pieces] if marked >= _SEVERAL else pieces


def _item_told(piece: Paragraph | Table) -> Paragraph | Table:
    if isinstance(piece, Table) or piece.depth or piece.scopes != ("paragraph",):
        return piece
    ordinal = parse_ordinal(piece.text)
    if ordinal is None or not ordinal.text.isascii():
        return piece
    return piece._replace(scopes=("item",), ordinal=ordinal)


def _comment(text: str, place: Span) -> Comment:
    return Comment(text[place.start + 4 : place.end].removesuffix("-->").removesuffix("--!>").strip(), place)

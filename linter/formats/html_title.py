"""The title of a web page: in its body, before its body, or what the page says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.document import Block
from linter.engines.patterns import late
from linter.formats.by_shape import Paragraph
from linter.formats.html_body import names_of
from linter.formats.html_lines import Lines
from linter.formats.html_tree import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from linter.document import Table
    from linter.formats.html_body import Body
    from linter.formats.html_tree import Element, Page

_NAMES = frozenset({"title", "tit", "bt", "biaoti", "headline", "articletitle", "ti", "arttitle", "contitle"})
_NAME = late(r"[a-z]+")
_SITE = late(r"\s*(?:[_|｜]|\s[-–—]\s|(?<=\p{Han})[-–—]+(?=\p{Han}))")
_UNREAD = late(r"[\s\W_]+")
_LEAD = 10  # pieces among which a title may stand
_SHORTEST = 4  # code points, to be recognized in what the page says of itself
_ALIKE = 0.5  # of the one, to be the other
_LARGEST = 60  # tags and texts


class Titled(NamedTuple):
    """The pieces, with the title among them; else what the page says of itself, `own` for this page alone."""

    pieces: list[Paragraph | Table]
    own: Block | None
    of_page: Block | None


def find_title(page: Page, body: Body, pieces: Sequence[Paragraph | Table]) -> Titled:
    """Mark the title among the pieces, or put it before them where it stands before the body."""
    own, of_page = _own(page), _of_page(page)
    claims = [_squeezed(block.text) for block in (own, of_page) if block]
    told = list(pieces)
    number = _in_body(told, claims)
    if number is None and (before := _before_body(page, body, claims, is_told=own is not None)):
        told.insert(0, before)
        number = 0
    if number is None:
        return Titled(told, own, of_page)
    title = told[number]
    others = [piece for piece in told if isinstance(piece, Paragraph) and piece.depth and piece is not title]
    if isinstance(title, Paragraph) and not (title.depth == 1 and others):
        told[number] = title._replace(depth=0, scopes=("title",))
    return Titled(told, None, None)


def _own(page: Page) -> Block | None:
    for element in page.elements:
        if element.name == "meta" and element.get("name").lower() == "articletitle":
            written = element.attributes.get("content")
            if written and written.value.strip() and page.text[slice(*written.place)] == written.value:
                lines = Lines(page.text)
                lines.add_text(*written.place)
                return next(iter(lines.take(("title",), written.place.start, whole=True)))
    return None


def _of_page(page: Page) -> Block | None:
    """The title of the page, without the name of the site behind it."""
    element = next((element for element in page.elements if element.name == "title"), None)
    block = _read(page, element) if element else None
    if block is None:
        return None
    site = _SITE.search(block.text, 1)
    return _start_of(block, site.start()) if site else block


def _start_of(block: Block, end: int) -> Block:
    runs = [run for run in block.runs if run.text_start < end]
    if runs[-1].verbatim:
        runs[-1] = runs[-1]._replace(source_length=min(runs[-1].source_length, end - runs[-1].text_start))
    return Block(block.scopes, block.text[:end], tuple(runs))


def _read(page: Page, element: Element) -> Block | None:
    """The text of a small element, None where there is none."""
    if element.last - element.first > _LARGEST:
        return None
    lines = Lines(page.text)
    for event in page.events[element.first : element.last]:
        if event.kind == "text":
            lines.add_text(event.start, event.end)
        elif event.kind == "reference":
            lines.add_reference(event.start, event.end)
        elif page.elements[event.element].name == "br":
            lines.add_break(event.start, event.end)
    block = next(iter(lines.take(("title",), element.tag.end, whole=True)))
    return block if block.text else None


def _in_body(pieces: Sequence[Paragraph | Table], claims: Sequence[str]) -> int | None:
    """The number of the first piece that is marked as the title, or says what the page says of itself."""
    for number, piece in enumerate(pieces[:_LEAD]):
        if not isinstance(piece, Paragraph) or not piece.text:
            return None
        if piece.depth == 1 or _is_claimed(piece.text, claims):
            return number
    return None


def _before_body(page: Page, body: Body, claims: Sequence[str], *, is_told: bool) -> Paragraph | None:
    """The element that looks like a title and says what the page says of itself, else the last h1."""
    found = None
    for block, name in _candidates(page, body):
        if _is_claimed(block.text, claims):
            return _paragraph(block)
        if not is_told and (name == "h1" or not claims):
            found = block
    return _paragraph(found) if found else None


def _paragraph(title: Block) -> Paragraph:
    return Paragraph(title.text, title.runs, 0, ("title",), title.inlines, indent=0)


def _candidates(page: Page, body: Body) -> Iterator[tuple[Block, str]]:
    first = page.elements[body.element].first
    passed = 0
    for number, element in enumerate(page.elements):
        if element.first >= first:
            return
        if number in body.furniture and element.name != "header":
            passed = max(passed, element.last)
        if element.last > first or element.first < passed or not element.is_read:
            continue
        if (element.name in HEADINGS or not _NAMES.isdisjoint(_words(element))) and (block := _read(page, element)):
            yield block, element.name


def _words(element: Element) -> list[str]:
    return [word for name in names_of(element) for word in _NAME.findall(name)]


def _is_claimed(text: str, claims: Sequence[str]) -> bool:
    said = _squeezed(text)
    return len(said) >= _SHORTEST and any(
        (said in claim and len(said) >= _ALIKE * len(claim)) or (claim in said and len(claim) >= _ALIKE * len(said))
        for claim in claims
    )


def _squeezed(text: str) -> str:
    return _UNREAD.sub("", text).casefold()

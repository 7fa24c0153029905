"""Pieces of a text → Document, where headings are told by their ordinals and their shape, unless a piece is marked as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from linter.document import Block, Document, Run, Table
from linter.engines.ordinals import RANK, parse_ordinal
from linter.engines.patterns import late
from linter.formats.cells import cells_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from linter.document import Comment, Inline
    from linter.engines.ordinals import Ordinal
    from linter.source import Source

_LONGEST_HEADING = 100  # display cells, without the ordinal
_LONGEST_MARKED = 320  # display cells of what is a heading because it is marked as one
_LONGEST_RUN_IN = 20  # code points
_LEAD = 10  # pieces among which a title may stand
_LONGEST_TITLE = 160  # display cells
_LIST = 3  # so many neighbours numbered in turn, with nothing under them, are a list and no headings

_SENTENCE_MARK = late(r"[。；;，,！？!?]|\.$|[：:]$")
_SENTENCE_END = late(r"[。.]$")
_RUN_IN = late(rf"[^。；;，,：:！？!?.]{{1,{_LONGEST_RUN_IN}}}(?:。|\.(?=[ ]))(?=.*\S)")
_ATTACHMENT = late(r"(?:附件|附录|Appendix|Annex)[ \t]*(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[A-Z])?[：:]?$")
_ATTACHED = late(r"(?:附件|附|Attachments?|Enclosures?)[ \t]*[：:]")  # what follows is a list of them
_FURNITURE = late(
    r"""  .*[>»|｜]                                          # the path to a web page
      |  [^：:]{1,10}[：:]                                  # 索引号：…
      |  .*[〔\[【（(]\s*\d{4}\s*[〕\]】）)].{0,3}\d+\s*号$    # a document number
      |  [\d\W]*(?:\d[\d\W年月日]*)?$                       # a date, a rule, nothing with a word in it
      |  .{2,30}文件$                                       # the red head of a letter
    """,
    regex.VERBOSE | regex.VERSION1,
)
_OPEN_STYLES = frozenset({"一", "第编", "第篇", "第部分", "第章", "第节", "Part", "Chapter", "Section", "Appendix"})


class Paragraph(NamedTuple):
    """Lines that are read as one: the readable text and its runs.

    `depth` is the level from 1 of a heading that is marked as such, else 0; `scopes` are what the block will be, and
    the rest is as in a block.
    """

    text: str
    runs: tuple[Run, ...]
    depth: int = 0
    scopes: tuple[str, ...] = ("paragraph",)
    inlines: tuple[Inline, ...] = ()
    ordinal: Ordinal | None = None
    indent: int | None = None

    @property
    def cells(self) -> int:
        """Display width of the text."""
        return cells_of(self.text)


class _Numbered(NamedTuple):
    """A paragraph that an ordinal starts; `heading` is how much of it, in code points, is a heading (0: an item)."""

    paragraph: Paragraph
    ordinal: Ordinal
    heading: int


def document_by_shape(
    source: Source,
    pieces: Sequence[Paragraph | Table],
    *,
    title: Block | None = None,
    comments: tuple[Comment, ...] = (),
) -> Document:
    """The document of these pieces, where a `title` that is none of them is known or one of them is told by its shape.

    Block scopes: title, heading, run-in, paragraph, item; those of the cells.
    """
    titled = None if title else _find_title(pieces)
    blocks: list[Block] = []
    levels = _Levels()
    for piece in _lists_told([_numbered(piece) for piece in pieces]):
        if isinstance(piece, Table):
            blocks.extend(cell for row in piece.rows for cell in row)
        elif isinstance(piece, _Numbered):
            blocks.extend(_numbered_blocks(piece, levels))
        elif piece is titled:
            blocks.append(_block(piece)._replace(scopes=("title",)))
        elif piece.depth:
            blocks.extend(_marked_blocks(piece, levels))
        elif _ATTACHMENT.match(piece.text):
            blocks.append(_heading(_block(piece), levels.told(-1), None))
        else:
            blocks.append(_block(piece))
    tables = tuple(piece for piece in pieces if isinstance(piece, Table))
    marked = any(not isinstance(piece, Table) and piece.depth for piece in pieces)
    titles = (block for block in blocks if "title" in block.scopes)
    return Document(source, title or next(titles, None), tuple(blocks), tables, comments=comments, marked=marked)


class _Levels:
    """The depth of each heading: as marked, or under the last marked one by the rank of its ordinal."""

    def __init__(self) -> None:
        self._marked = 0
        self._ranks: list[int] = []

    def marked(self, depth: int) -> int:
        """A heading that is marked with its depth."""
        self._marked, self._ranks = depth, []
        return depth

    def told(self, rank: int) -> int:
        """A heading that is told by an ordinal of this rank: below those of lower rank that are open before it."""
        while self._ranks and self._ranks[-1] >= rank:
            self._ranks.pop()
        self._ranks.append(rank)
        return self._marked + len(self._ranks)


def _find_title(pieces: Sequence[Paragraph | Table]) -> Paragraph | None:
    """The piece that is marked as one, or the first that can be one, before the text begins."""
    for piece in pieces[:_LEAD]:
        if not isinstance(piece, Table) and "title" in piece.scopes:
            return piece
    for piece in pieces[:_LEAD]:
        if (
            isinstance(piece, Table)
            or piece.depth
            or not piece.text
            or _ATTACHMENT.match(piece.text)
            or parse_ordinal(piece.text)
            or _SENTENCE_END.search(piece.text)
        ):
            return None
        if (
            piece.cells <= _LONGEST_TITLE
            and not _FURNITURE.match(piece.text)
            and not _SENTENCE_MARK.search(piece.text[-1])
        ):
            return piece
    return None


def _numbered(piece: Paragraph | Table) -> Paragraph | Table | _Numbered:
    if isinstance(piece, Table) or piece.depth or piece.scopes != ("paragraph",):
        return piece
    ordinal = parse_ordinal(piece.text)
    if ordinal is None:
        return piece
    return _Numbered(piece, ordinal, _heading_length(piece, ordinal))


def _heading_length(piece: Paragraph, ordinal: Ordinal) -> int:
    wording = piece.text[len(ordinal.text) :]
    if not wording or ordinal.style in ("第条", "Article"):
        return 0
    if not _SENTENCE_MARK.search(wording) and piece.cells <= _LONGEST_HEADING:
        return len(piece.text)
    if wording.endswith("。") and len(wording) <= _LONGEST_RUN_IN and not _SENTENCE_MARK.search(wording[:-1]):
        return len(piece.text)
    run_in = _RUN_IN.match(wording)
    return len(ordinal.text) + run_in.end() if run_in else 0


def _lists_told(pieces: list[Paragraph | Table | _Numbered]) -> list[Paragraph | Table | _Numbered]:
    """The same pieces, where headings that are really the items of a list have become items."""
    told: list[Paragraph | Table | _Numbered] = []
    chain: list[_Numbered] = []
    for piece in [*pieces, None]:
        if chain and not (isinstance(piece, _Numbered) and _follows(chain[-1], piece)):
            before = told[-1] if told else None
            listed = isinstance(before, Paragraph) and _ATTACHED.match(before.text) is not None
            told.extend(_as_items(chain, listed=listed))
            chain = []
        if isinstance(piece, _Numbered):
            chain.append(piece)
        elif piece is not None:
            told.append(piece)
    return told


def _follows(one: _Numbered, other: _Numbered) -> bool:
    if one.heading not in (0, len(one.paragraph.text)):
        return False  # a heading with text after it, on its own line
    return one.ordinal.style == other.ordinal.style and other.ordinal.value > one.ordinal.value


def _as_items(chain: list[_Numbered], *, listed: bool) -> list[_Numbered]:
    """The numbered neighbours as items, where so many, or their own text, or what `listed` them says so."""
    if chain[0].ordinal.style in _OPEN_STYLES and not listed:
        return chain
    items = sum(not link.heading for link in chain)
    if items or listed or len(chain) >= _LIST:
        return [link._replace(heading=0) if link.heading == len(link.paragraph.text) else link for link in chain]
    return chain


def _numbered_blocks(piece: _Numbered, levels: _Levels) -> list[Block]:
    if not piece.heading:
        return [_item(piece.paragraph, piece.ordinal)]
    depth = levels.told(RANK.index(piece.ordinal.style))
    return _heading_blocks(piece.paragraph, depth, piece.ordinal, piece.heading)


def _marked_blocks(piece: Paragraph, levels: _Levels) -> list[Block]:
    """A marked heading, where the mark may be that of a whole paragraph of text, with a heading before it or with none."""
    ordinal = parse_ordinal(piece.text)
    end = len(piece.text)
    if "。" in piece.text[:-1] or piece.cells > _LONGEST_MARKED:
        start = len(ordinal.text) if ordinal else 0
        run_in = _RUN_IN.match(piece.text[start:])
        if run_in is None:
            return [_item(piece, ordinal) if ordinal else _block(piece)._replace(scopes=("paragraph",))]
        end = start + run_in.end()
    return _heading_blocks(piece, levels.marked(piece.depth), ordinal, end)


def _item(piece: Paragraph, ordinal: Ordinal) -> Block:
    return _block(piece)._replace(scopes=("item",), ordinal=ordinal)


def _heading_blocks(piece: Paragraph, depth: int, ordinal: Ordinal | None, end: int) -> list[Block]:
    """The heading that goes up to `end`, and the text after it."""
    whole = _block(piece)
    if end == len(whole.text):
        return [_heading(whole, depth, ordinal)]
    start = end + len(whole.text[end:]) - len(whole.text[end:].lstrip())
    after = _cut(whole, start, len(whole.text))._replace(scopes=("paragraph",), ordinal=None)
    return [_heading(_cut(whole, 0, end), depth, ordinal, "run-in"), after]


def _block(piece: Paragraph) -> Block:
    return Block(piece.scopes, piece.text, piece.runs, 0, piece.ordinal, piece.inlines, piece.indent)


def _heading(block: Block, depth: int, ordinal: Ordinal | None, *scopes: str) -> Block:
    return block._replace(scopes=("heading", f"heading.h{depth}", *scopes), depth=depth, ordinal=ordinal)


def _cut(block: Block, start: int, end: int) -> Block:
    """The part `text[start:end]` of a block, with what is marked up in it."""
    inlines = [
        inline._replace(start=max(inline.start, start) - start, end=min(inline.end, end) - start)
        for inline in block.inlines
        if inline.start < end and inline.end > start
    ]
    return block._replace(text=block.text[start:end], runs=_cut_runs(block.runs, start, end), inlines=tuple(inlines))


def _cut_runs(runs: tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    """The runs of `text[start:end]`; a run that stands for its whole source stands for it in both parts."""
    cut = []
    for run, next_start in zip(runs, [*(run.text_start for run in runs[1:]), end], strict=True):
        first, last = max(run.text_start, start), min(next_start, end)
        if first >= last:
            continue
        if run.verbatim:
            cut.append(Run(first - start, run.source_start + first - run.text_start, last - first, verbatim=True))
        else:
            cut.append(run._replace(text_start=first - start))
    return tuple(cut)

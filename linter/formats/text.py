"""Plain text: tables told by their tabs, paragraphs by blank lines and line lengths, headings by ordinal and shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from linter.document import Block, Document, Run, Table
from linter.engines.ordinals import RANK, parse_ordinal
from linter.engines.patterns import late
from linter.formats.text_lines import Line, Paragraph, Rows, lines_of, pieces_of
from linter.source import Span

if TYPE_CHECKING:
    from linter.engines.ordinals import Ordinal
    from linter.source import Source

_LONGEST_HEADING = 100  # display cells, without the ordinal
_LONGEST_RUN_IN = 20  # code points
_LEAD = 10  # pieces among which a title may stand
_LONGEST_TITLE = 160  # display cells
_LIST = 3  # so many neighbours numbered in turn, with nothing under them, are a list and no headings

_SENTENCE_MARK = late(r"[。；;，,！？!?]|\.$|[：:]$")
_SENTENCE_END = late(r"[。.]$")
_RUN_IN = late(rf"[^。；;，,：:！？!?.]{{1,{_LONGEST_RUN_IN}}}(?:。|\.(?=[ ]))(?=.*\S)")
_ATTACHMENT = late(r"(?:附件|附录|Appendix|Annex)[ \t]*(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[A-Z])?[：:]?$")
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


class _Numbered(NamedTuple):
    """A paragraph that an ordinal starts; `heading` is how much of it, in code points, is a heading (0: an item)."""

    paragraph: Paragraph
    ordinal: Ordinal
    heading: int


def parse(source: Source) -> Document:
    """Read plain text. Block scopes: title, heading, run-in, paragraph, item; table with cell or header."""
    pieces = pieces_of(lines_of(source))
    title = _find_title(pieces)
    blocks: list[Block] = []
    tables: list[Table] = []
    lists: list[list[Block]] = []
    ranks: list[int] = []
    for piece in _lists_told([_numbered(piece) for piece in pieces]):
        if isinstance(piece, Rows):
            table = _table(source, piece)
            tables.append(table)
            blocks.extend(cell for row in table.rows for cell in row)
        elif isinstance(piece, _Numbered):
            made = _numbered_blocks(piece, ranks)
            if not piece.heading:
                _add_item(made[0], blocks[-1] if blocks else None, lists)
            blocks.extend(made)
        elif piece is not title and _ATTACHMENT.match(piece.text):
            blocks.append(_heading(piece.text, piece.runs, _depth(-1, ranks), None))
        else:
            blocks.append(Block(("title",) if piece is title else ("paragraph",), piece.text, piece.runs))
    titles = (block for block in blocks if "title" in block.scopes)
    return Document(source, next(titles, None), tuple(blocks), tuple(tables), tuple(map(tuple, lists)))


def _add_item(item: Block, before: Block | None, lists: list[list[Block]]) -> None:
    """Put an item into the list of its neighbour, or begin a list with it."""
    neighbour = before.ordinal if before and "item" in before.scopes else None
    if lists and neighbour and item.ordinal and neighbour.style == item.ordinal.style:
        lists[-1].append(item)
    else:
        lists.append([item])


def _find_title(pieces: list[Paragraph | Rows]) -> Paragraph | None:
    """The first piece that can be one, before the text begins."""
    for piece in pieces[:_LEAD]:
        if (
            isinstance(piece, Rows)
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


def _numbered(piece: Paragraph | Rows) -> Paragraph | Rows | _Numbered:
    ordinal = None if isinstance(piece, Rows) else parse_ordinal(piece.text)
    if isinstance(piece, Rows) or ordinal is None:
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


def _lists_told(pieces: list[Paragraph | Rows | _Numbered]) -> list[Paragraph | Rows | _Numbered]:
    """The same pieces, where headings that are really the items of a list have become items."""
    told: list[Paragraph | Rows | _Numbered] = []
    chain: list[_Numbered] = []
    for piece in [*pieces, None]:
        if chain and not (isinstance(piece, _Numbered) and _follows(chain[-1], piece)):
            told.extend(_as_items(chain))
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


def _as_items(chain: list[_Numbered]) -> list[_Numbered]:
    if chain[0].ordinal.style in _OPEN_STYLES:
        return chain
    items = sum(not link.heading for link in chain)
    if items or len(chain) >= _LIST:
        return [link._replace(heading=0) if link.heading == len(link.paragraph.text) else link for link in chain]
    return chain


def _numbered_blocks(piece: _Numbered, ranks: list[int]) -> list[Block]:
    text, runs, end = piece.paragraph.text, piece.paragraph.runs, piece.heading
    if not end:
        return [Block(("item",), text, runs, ordinal=piece.ordinal)]
    depth = _depth(RANK.index(piece.ordinal.style), ranks)
    if end == len(text):
        return [_heading(text, runs, depth, piece.ordinal)]
    start = end + len(text[end:]) - len(text[end:].lstrip())
    return [
        _heading(text[:end], _cut(runs, 0, end), depth, piece.ordinal, "run-in"),
        Block(("paragraph",), text[start:], _cut(runs, start, len(text))),
    ]


def _heading(text: str, runs: tuple[Run, ...], depth: int, ordinal: Ordinal | None, *scopes: str) -> Block:
    return Block(("heading", f"heading.h{depth}", *scopes), text, runs, depth, ordinal)


def _depth(rank: int, ranks: list[int]) -> int:
    """The depth of a heading of this rank under the ranks open before it; opens it in their place."""
    while ranks and ranks[-1] >= rank:
        ranks.pop()
    ranks.append(rank)
    return len(ranks)


def _cut(runs: tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    """The runs of `text[start:end]`; both ends lie in verbatim runs."""
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


def _table(source: Source, rows: Rows) -> Table:
    cells = tuple(_cells(source.text, line) for line in rows.lines)
    return Table(cells, 0, Span(rows.lines[0].row.start, rows.lines[-1].row.end))


def _cells(text: str, line: Line) -> tuple[Block, ...]:
    """The cells between the tabs of a row, empty ones too."""
    cells = []
    start = line.row.start
    for written in text[line.row.start : line.row.end].split("\t"):
        wording = written.strip()
        begin = start + written.index(wording)
        cells.append(Block(("table", "table.cell"), wording, (Run(0, begin, len(wording), verbatim=True),)))
        start += len(written) + 1
    return tuple(cells)

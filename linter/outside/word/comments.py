"""A copy of a docx with a comment for each diagnostic, at its place."""

from __future__ import annotations

from bisect import bisect_right
from copy import deepcopy
from io import BytesIO
from typing import TYPE_CHECKING, Any

from linter.outside.decoding import UnreadableError
from linter.outside.word.line import Piece
from linter.outside.word.lines import read_lines
from linter.outside.word.package import MISSING, W, read_parts
from linter.outside.word.paragraphs import HANGING, PARAGRAPH, RUN, TEXT
from linter.rows.xml_text import legal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.diagnostic import Diagnostic, Related
    from linter.outside.word.line import Line
    from linter.outside.word.package import Element
    from linter.source import Position

_AUTHOR, _INITIALS = "Recto", "R"
_PROPERTIES = f"{W}rPr"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def commented(data: bytes, diagnostics: Iterable[Diagnostic], language: str) -> bytes:
    """The copy of the docx that `data` is; raises `UnreadableError`."""
    parts = read_parts(data)
    document = _open(data)
    runs = _Runs(read_lines(parts._replace(document=document.element)).lines, document)
    from docx.text.run import Run  # noqa: PLC0415 - `_open` says where it is missing

    for found in diagnostics:
        ends = [Run(run, document) for run in runs.between(found.start, found.end)]
        document.add_comment(ends, _text(found, language), _AUTHOR, _INITIALS)
    copy = BytesIO()
    document.save(copy)
    return copy.getvalue()


def _open(data: bytes) -> Any:
    try:
        from docx import Document  # noqa: PLC0415 - optional
    except ImportError as error:
        raise UnreadableError(MISSING) from error
    try:
        return Document(BytesIO(data))
    except Exception as error:  # whatever it meets in a part that the linter does not read
        said = " ".join(str(error).split())
        words = {"en": f"python-docx cannot open it ({said}).", "zh": f"python-docx 无法打开（{said}）。"}
        raise UnreadableError(words) from error


def _text(found: Diagnostic, language: str) -> str:
    said = [found.message, *(_see(found, other, language) for other in found.related), found.help, found.rule]
    return legal("\n".join(line for line in said if line))


def _see(found: Diagnostic, other: Related, language: str) -> str:
    elsewhere = "" if other.path == found.path else f"{other.path} "
    place = (
        f"见{elsewhere}第{other.start.line}段" if language == "zh" else f"See {elsewhere}paragraph {other.start.line}"
    )
    return f"{place}{'：' if language == 'zh' else ': '}{other.message}" if other.message else place


class _Runs:
    """The runs of a document, which are divided where a comment begins or ends."""

    def __init__(self, lines: tuple[Line, ...], document: Any) -> None:
        self._lines = [list(line.pieces) for line in lines]
        self._document = document

    def between(self, start: Position, end: Position) -> tuple[Element, Element]:
        """The first and the last run of a place: of the words themselves where it has any.

        What is drawn has its paragraph's first run, a note its reference, a text box the run that it hangs on.
        """
        begin, finish = (start.line - 1, start.column - 1), (end.line - 1, end.column - 1)
        if begin != finish:
            self._divide(*begin)
            self._divide(*finish)
            finish = (finish[0], max(0, finish[1] - 1))
        first = self._run_at(*begin)
        return first, first if self._hangs(finish[0]) else self._run_at(*finish)

    def _hangs(self, line: int) -> bool:
        return any(piece.node.tag in HANGING for piece in self._lines[line][:1])  # there is but one

    def _run_at(self, line: int, column: int) -> Element:
        number = self._piece_at(line, column)
        return self._nearest(line) if number is None else _run_of(self._lines[line][number].node)

    def _piece_at(self, line: int, column: int) -> int | None:
        """The number of the last piece that begins at or before a place."""
        pieces = self._lines[line]
        return max(0, bisect_right(pieces, column, key=lambda piece: piece.start) - 1) if pieces else None

    def _nearest(self, line: int) -> Element:
        """The run that is nearest to a line without any element, first among those before it."""
        for pieces in (*reversed(self._lines[:line]), *self._lines[line:]):
            if pieces:
                return _run_of(pieces[-1].node)
        return _run_of(self._document.add_paragraph()._p)  # noqa: SLF001 - python-docx offers its elements so

    def _divide(self, line: int, column: int) -> None:
        """Let a run begin at a place, if that is in the midst of one."""
        number = self._piece_at(line, column)
        if number is None:
            return
        pieces = self._lines[line]
        piece = pieces[number]
        run = piece.node.getparent()
        if run is not _outermost_run(piece.node) or column >= piece.start + piece.length:
            return
        if column > piece.start:
            if piece.node.tag != TEXT:
                return
            pieces[number : number + 1] = _cut(piece, column)
            piece = pieces[number + 1]
        _move_on(run, piece.node)


def _run_of(node: Element) -> Element:
    """The outermost run around an element, or the first in it; a new one in or after it where there is none."""
    run = _outermost_run(node)
    if run is None:
        run = next(node.iter(RUN), None)
    if run is not None:
        return run
    after = node.getnext()
    if after is not None and after.tag == RUN and not len(after):
        return after  # which was made before
    run = node.makeelement(RUN)
    if node.tag == PARAGRAPH:
        node.append(run)
    else:
        node.addnext(run)
    return run


def _outermost_run(node: Element) -> Element:
    """The outermost run around an element, or None."""
    return next((each for each in reversed([node, *node.iterancestors()]) if each.tag == RUN), None)


def _cut(piece: Piece, column: int) -> tuple[Piece, Piece]:
    """Two elements of text out of one."""
    node, length = piece.node, column - piece.start
    rest = deepcopy(node)
    node.text, rest.text = node.text[:length], node.text[length:]
    for each in (node, rest):
        each.set(_SPACE, "preserve")
    node.addnext(rest)
    return piece._replace(length=length), Piece(column, piece.length - length, rest)


def _move_on(run: Element, node: Element) -> None:
    """Let a run of its own begin at an element of `run`, unless nothing stands before it there."""
    if node.getprevious() is None or node.getprevious().tag == _PROPERTIES:
        return
    moved = [node, *node.itersiblings()]
    other = run.makeelement(RUN)
    properties = run.find(_PROPERTIES)
    if properties is not None:
        other.append(deepcopy(properties))
    other.extend(moved)
    run.addnext(other)

"""The text of an HTML element → blocks: white space as a browser shows it, each piece with the source it comes from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from linter.document import Inline
from linter.engines.ordinals import parse_ordinal
from linter.engines.patterns import late
from linter.formats.block_builder import BlockBuilder
from linter.formats.html_tokens import referred
from linter.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Block

_BLANKS = late(r"\A[ \t\n\r\f]++|[ \t\n\r\f]++\Z|[\t\n\r\f][ \t\n\r\f]*+|[ ][ \t\n\r\f]++")
_INDENT = late(r"\u3000|[\xa0\u2002\u2003]{2}")
_SENTENCE_END = late(r"[。！？；：.!?][”’』」）)]?$")
_MARK = late(r"[。；;，,！？!?：:]")
_LONGEST_HEADING = 40  # code points


class _Atom(NamedTuple):
    """A piece of text, white space that shows as one blank, or a break of the line (`ends`)."""

    text: str
    start: int
    length: int
    verbatim: bool = False
    ends: bool = False


class _Mark(NamedTuple):
    """Atoms that are marked up."""

    scope: str
    first: int
    last: int
    target: str


class _Open(NamedTuple):
    """A mark that is open so many times over, from atom `first` on."""

    times: int
    first: int
    target: str


class Drawn(NamedTuple):
    """An ordinal that a browser draws, and the tag that it stands for."""

    text: str
    tag: Span


class Lines:
    """What has been read since the last block was finished, and the marks that are open."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._atoms: list[_Atom] = []
        self._marks: list[_Mark] = []
        self._open: dict[str, _Open] = {}
        self.has_text = False

    def add_text(self, start: int, end: int) -> None:
        """Add text of the source."""
        text = self._source[start:end]
        last = 0
        for blank in _BLANKS.finditer(text):
            self._add_verbatim(text, last, blank.start(), start)
            last = blank.end()
            self._atoms.append(_Atom("", start + blank.start(), last - blank.start()))
        self._add_verbatim(text, last, len(text), start)

    def _add_verbatim(self, text: str, first: int, last: int, start: int) -> None:
        if first < last:
            self._atoms.append(_Atom(text[first:last], start + first, last - first, verbatim=True))
            self.has_text = True

    def add_reference(self, start: int, end: int) -> None:
        """Add what a reference in the source stands for."""
        written = self._source[start:end]
        text = referred(written)
        if text:
            self._atoms.append(_Atom(text, start, end - start))
            self.has_text = True

    def add_break(self, start: int, end: int) -> None:
        """Break the line."""
        self._atoms.append(_Atom("", start, end - start, ends=True))

    def open(self, scope: str, target: str) -> None:
        """Begin to mark."""
        now = self._open.get(scope)
        self._open[scope] = now._replace(times=now.times + 1) if now else _Open(1, len(self._atoms), target)

    def close(self, scope: str) -> None:
        """Mark what has been added since this scope was opened, unless it is open around that."""
        now = self._open.pop(scope, None)
        if now and now.times > 1:
            self._open[scope] = now._replace(times=now.times - 1)
        elif now:
            self._marks.append(_Mark(scope, now.first, len(self._atoms), now.target))

    def drop(self) -> None:
        """Forget what has been read."""
        self._atoms, self._marks, self.has_text = [], [], False
        self._open = {scope: one._replace(first=0) for scope, one in self._open.items()}

    def take(
        self, scopes: tuple[str, ...], start: int, *, drawn: Drawn | None = None, whole: bool = False
    ) -> Iterator[Block]:
        """The blocks of what has been read: one a paragraph, or one for the `whole`; then nothing has been read.

        A `whole` without text is a block all the same; it stands at `start`.
        """
        atoms, marks = self._atoms, self._marks
        marks += (_Mark(scope, one.first, len(atoms), one.target) for scope, one in self._open.items())
        self.drop()
        parts = [Span(0, len(atoms))] if whole else _paragraphs(atoms)
        for part, marked in zip(parts, _shared(marks, parts), strict=True):
            line = _trimmed(atoms[part.start : part.end])
            builder = BlockBuilder(scopes, start)
            text = "".join(atom.text for atom in line)
            if text and drawn:
                _draw(builder, drawn, text)
                drawn = None
            if text or whole:
                places = _fill(builder, line, self._source)
                block = builder.build()
                yield block._replace(inlines=_inlines(block.text, places, part.start, marked), indent=0)


def _draw(builder: BlockBuilder, drawn: Drawn, text: str) -> None:
    """Put the ordinal before the text of an item, unless it has one of its own."""
    if drawn.text and not parse_ordinal(text):
        builder.add(drawn.text, drawn.tag.start, drawn.tag.end - drawn.tag.start, verbatim=False)
        builder.ordinal = parse_ordinal(drawn.text + text)


def _paragraphs(atoms: list[_Atom]) -> list[Span]:
    """The lines between breaks, those in one that are of one paragraph; a new one begins as it is written."""
    parts: list[Span] = []
    first, before = 0, ""
    ends = [number for number, atom in enumerate(atoms) if atom.ends]
    for start, end in pairwise([-1, *ends, len(atoms)]):
        text = "".join(atom.text for atom in atoms[start + 1 : end])
        wording = text.strip()
        is_new = not before or not wording or _INDENT.match(text) or parse_ordinal(wording)
        if start >= 0 and (is_new or _SENTENCE_END.search(before[-2:]) or _is_heading(before)):
            parts.append(Span(first, start))
            first = start + 1
        before = wording
    return [*parts, Span(first, len(atoms))]


def _is_heading(line: str) -> bool:
    return len(line) <= _LONGEST_HEADING and not _MARK.search(line) and parse_ordinal(line) is not None


def _shared(marks: list[_Mark], parts: list[Span]) -> list[list[_Mark]]:
    """For each part the marks that reach into it."""
    shared: list[list[_Mark]] = [[] for _ in parts]
    starts = [part.start for part in parts]
    for mark in sorted(marks, key=lambda mark: (mark.first, -mark.last)):
        for number in range(max(0, bisect_right(starts, mark.first) - 1), bisect_left(starts, mark.last)):
            shared[number].append(mark)
    return shared


def _trimmed(atoms: list[_Atom]) -> list[_Atom]:
    """The same atoms without blanks of any sort on either side."""
    for number, atom in enumerate(atoms):
        text = atom.text.lstrip()
        atoms[number] = _part(atom, text, len(atom.text) - len(text))
        if text:
            break
    for number in range(len(atoms) - 1, -1, -1):
        atom = atoms[number]
        text = atom.text.rstrip()
        atoms[number] = _part(atom, text, 0)
        if text:
            break
    return atoms


def _part(atom: _Atom, text: str, first: int) -> _Atom:
    if text == atom.text:
        return atom
    if text and atom.verbatim:
        return _Atom(text, atom.start + first, len(text), verbatim=True)
    return atom._replace(text=text)


def _fill(builder: BlockBuilder, atoms: list[_Atom], source: str) -> list[Span]:
    """Put the atoms together; where the text of each came to stand."""
    places = []
    pending: _Atom | None = None
    for atom in atoms:
        if atom.text:
            if pending:
                _add_blank(builder, pending, source)
                pending = None
            builder.add(atom.text, atom.start, atom.length, verbatim=atom.verbatim)
            places.append(Span(builder.length - len(atom.text), builder.length))
        else:
            pending = atom if pending is None or (atom.ends and not pending.ends) else pending
            places.append(Span(builder.length, builder.length))
    return places


def _add_blank(builder: BlockBuilder, blank: _Atom, source: str) -> None:
    """White space before a text; where it breaks the line there, it is nothing between scripts without blanks."""
    if not builder.length:
        return
    written = source[blank.start : blank.start + blank.length]
    if blank.ends or "\n" in written:
        builder.add_break(blank.start, blank.length)
    else:
        builder.add(" ", blank.start, blank.length, verbatim=written == " ")


def _inlines(text: str, places: list[Span], first: int, marks: list[_Mark]) -> tuple[Inline, ...]:
    inlines = []
    for mark in marks:
        inside = places[max(0, mark.first - first) : mark.last - first]
        if not inside:
            continue
        start, end = inside[0].start, inside[-1].end
        start += len(text[start:end]) - len(text[start:end].lstrip())
        if start < end:
            inlines.append(Inline(mark.scope, start, end, mark.target))
    return tuple(inlines)

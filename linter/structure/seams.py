"""Where the paragraphs of a text without word blanks were cut, joined or torn: a copy from a PDF, a key pressed too often."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from linter.engines.ordinals import parse_ordinal
from linter.engines.patterns import late
from linter.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from linter.document import Block, Document
    from linter.engines.ordinals import Ordinal
    from linter.engines.patterns import Pattern

Sort = Literal["cut", "line", "open", "glued", "blank", "end"]

_PROSE = frozenset({"paragraph", "item"})
_SHORTEST = 15  # code points of a paragraph that can be a sentence cut in two
_STUMP = 5  # code points of a line that is more than a name
_LONGEST_HEADING = 30  # code points
_FOOT = 24  # code points at the end of a paragraph that tell a line of a form
_OF_LINES = frozenset({"text", "markdown"})  # formats whose lines are those of the source
_FEW = 3  # so many of a sort are a way of writing
_OPEN_STYLES = frozenset({"一", "（一）", "第章", "第节", "第部分"})

_UNFINISHED = late(r"(?:[，、；]|\p{Han}|[“（《])$")
_HAN_END = late(r"\p{Han}$")
_COMMA = late(r"[，、（“《]$")
_LABELLED = late(r"\s*\p{Han}{2,6}[：:]")
_RUNNING = late(r"[，。；]")
_GOES_ON = late(r"[\p{Han}\d，。、；：）”》]")
_GLUED = late(r"(?<=[。！？；])(?=[（(]?[一二三四五六七八九十]{1,3}[、）)]|第[一二三四五六七八九十]{1,3}[章节])")
_QUOTED = late(r"“[^“”]*”|《[^《》]*》|‘[^‘’]*’")
_TORN = late(r"(?<=\p{Han}{2})[ ]{1,3}(?=\p{Han}{2})")


class Words(NamedTuple):
    """What the language of a text writes: what may end a paragraph, what begins one, what is no sentence, what may hold a blank."""

    ends: Pattern
    starts: Pattern | None
    forms: Pattern | None
    spaced: Pattern | None


Running = dict[int, "Block"]
"""The paragraphs of sentences of a document, by their numbers."""


def running_text(document: Document, words: Words) -> Running:
    """What of a document is sentences, and no heading, cell, picture or line of a form."""
    return {number: block for number, block in enumerate(document.blocks) if _is_prose(block, words)}


class Seam(NamedTuple):
    """A place where something is wrong between two pieces of text; `other` is the piece that goes on."""

    sort: Sort
    place: Span
    other: Span | None = None
    replacement: str | None = None


def cut_paragraphs(document: Document, running: Running, words: Words) -> Iterator[Seam]:
    """Paragraphs that stop in the middle of a sentence, and those that only lack their last mark.

    In a text where many paragraphs lack it, that is a way of writing.
    """
    blocks = document.blocks
    lacking = [
        number
        for number, block in running.items()
        if number + 1 < len(blocks)
        and ("paragraph" in block.scopes or not document.marked)
        and not words.ends.search(block.text)
        and _UNFINISHED.search(block.text)
        and not _GLUED.search(block.text, -_LONGEST_HEADING)
    ]
    yield from _stumps(document, running)
    for number in lacking:
        block, following = blocks[number], blocks[number + 1]
        if _continues(document, block, following, words):
            yield Seam("cut", _last(block), following.span)
        elif len(lacking) < max(_FEW, len(running) // 8) and not _COMMA.search(block.text):
            yield Seam("open", _last(block))


def _stumps(document: Document, running: Running) -> Iterator[Seam]:
    """Short indented lines that a line of sentences without indent follows, in a text whose paragraphs are indented."""
    flush = [block for block in running.values() if not document.indent(block)]
    if document.source.format != "text" or len(flush) >= max(_FEW, len(running) // 4):
        return
    torn = {id(block) for block in flush if _GOES_ON.match(block.text) and not _LABELLED.match(block.text)}
    for block, following in pairwise(document.blocks):
        is_stump = _STUMP < len(block.text) < _SHORTEST and _HAN_END.search(block.text) and document.indent(block)
        if id(following) in torn and is_stump and not (block.depth or block.ordinal or following.ordinal):
            yield Seam("cut", _last(block), following.span)


def _is_prose(block: Block, words: Words) -> bool:
    """Whether it is a paragraph of sentences, and no line of a form or a letter."""
    text = block.text
    if len(text) < _SHORTEST or not _PROSE.intersection(block.scopes) or "bold" in block.scopes:
        return False
    if any(inline.scope == "alt" for inline in block.inlines):
        return False  # it is a picture
    if "，" not in text and "。" not in text and "；" not in text:
        return False
    if "。" not in text and not _COMMA.search(text) and (block.ordinal or parse_ordinal(text) or _LABELLED.match(text)):
        return False  # it may be a heading, or the line of a form
    return not (words.forms and words.forms.search(text[-_FOOT:]))


def _continues(document: Document, block: Block, following: Block, words: Words) -> bool:
    """Whether the next block reads on: no ordinal, no beginning of its own, no deeper indent."""
    text = following.text
    if not _PROSE.intersection(following.scopes) or following.ordinal or not _GOES_ON.match(text):
        return False
    if document.indent(following) > document.indent(block):
        return False
    if _COMMA.search(block.text):
        return True
    return _RUNNING.search(text) is not None and not (words.starts and words.starts.match(text))


def _last(block: Block) -> Span:
    return block.locate(len(block.text) - 1, len(block.text))


def broken_lines(document: Document, running: Running) -> Iterator[Seam]:
    """Line breaks within the few paragraphs that have one, in a text whose paragraphs are lines."""
    if document.source.format != "text":
        return
    broken = [
        block
        for block in running.values()
        if any(_is_break(document, block, number) for number in range(len(block.runs)))
    ]
    if not broken or len(broken) >= max(_FEW, len(running) // 4):
        return
    for block in broken:
        for number, run in enumerate(block.runs):
            if _is_break(document, block, number):
                yield Seam("line", Span(run.source_start - 1, run.source_start), replacement="")
                break


def _is_break(document: Document, block: Block, number: int) -> bool:
    """Whether run `number` begins on a line of its own, within the paragraph."""
    start = block.runs[number].source_start
    return number > 0 and document.source.text[start - 1 : start] == "\n"


def glued_headings(document: Document) -> Iterator[Seam]:
    """Headings that follow a sentence on its line: their number is the next one, and the next heading has it not."""
    numbered = [
        (number, block.ordinal) for number, block in enumerate(document.blocks) if block.depth and block.ordinal
    ]
    for number, block in enumerate(document.blocks):
        if not _PROSE.intersection(block.scopes):
            continue
        for found in _GLUED.finditer(block.prose):
            ordinal = parse_ordinal(block.prose[found.start() :])
            if ordinal and ordinal.style in _OPEN_STYLES and _is_missing(ordinal, number, numbered):
                yield Seam("glued", block.locate(found.start(), found.start() + len(ordinal.text)))


def _is_missing(ordinal: Ordinal, number: int, numbered: list[tuple[int, Ordinal]]) -> bool:
    """Whether an ordinal in block `number` goes on from the headings before it, and none after it has its value.

    The first of all goes on from none: then the next heading is the second.
    """
    alike = [(place, one.value) for place, one in numbered if one.style == ordinal.style]
    before = next((value for place, value in reversed(alike) if place <= number), None)
    after = next((value for place, value in alike if place > number), None)
    if before is None:
        return ordinal.value[-1] == 1 and after is not None and after[-1] == ordinal.value[-1] + 1
    return before[-1] + 1 == ordinal.value[-1] and after != ordinal.value


def blanks_inside(running: Running, words: Words) -> Iterator[Seam]:
    """Single blanks between Han characters in the middle of a sentence; a text full of them writes so."""
    found = [
        Seam("blank", block.locate(*match.span()), replacement="")
        for block in running.values()
        if " " in block.text
        for match in _TORN.finditer(_QUOTED.sub(_blotted, block.prose), _ordinal_length(block))
        if not any(
            match.start() <= inline.end <= match.end() or match.start() <= inline.start <= match.end()
            for inline in block.inlines
        )
        and not (words.spaced and words.spaced.match(block.prose, match.start() - 1))
    ]
    if len(found) <= 2 * _FEW:
        yield from found


def _blotted(quoted: regex.Match[str]) -> str:
    return "x" * len(quoted[0])


def _ordinal_length(block: Block) -> int:
    ordinal = parse_ordinal(block.text)
    return len(ordinal.text) if ordinal else 0


def open_end(document: Document) -> Iterator[Seam]:
    """The last line, where it does not end as the others do."""
    text = document.source.text
    if text.strip() and not text.endswith("\n") and document.source.format in _OF_LINES:
        yield Seam("end", Span(len(text) - 1, len(text)), replacement=text[-1] + "\n")

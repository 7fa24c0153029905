"""Where the notes of a document belong: marks in its text, bars beside its blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from linter.reporters.html.marked import Mark
from linter.reporters.html.places import Places
from linter.reporters.html.quotation import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from linter.document import Block
    from linter.reporters.html.notes import Note, Notes, Reference
    from linter.reporters.html.places import Reach


class Bar(NamedTuple):
    """A line beside a whole block: the level of the diagnostic, or `reference`, and the id of the note."""

    level: str
    note: str


class Margin:
    """What stands in and beside one block; `names` are ids of places that no mark in the text carries."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self.bars: list[Bar] = []
        self.names: list[str] = []
        self.notes: list[Note] = []
        self.references: list[Reference] = []


class Beside:
    """The margins of blocks, by the numbers of the blocks; most have none."""

    def __init__(self, blocks: Sequence[Block], notes: Notes) -> None:
        self._margins: dict[int, Margin] = {}
        places = Places(blocks)
        for note, span in zip(notes.notes, notes.spans, strict=True):
            reach = places.reach(span)
            words = None if reach.is_beside else quoted(blocks[reach.blocks[0]].text, reach.start, reach.end)
            self._margin(reach.blocks[0]).notes.append(note._replace(quotation=words))
            tail = Markup('<a class="n {0}" href="#{1}" data-f="{1}">{2}</a>').format(
                note.found.level, note.name, note.number
            )
            attributes = Markup(' class="{}" data-f="{}"').format(note.found.level, note.name)
            self._put(reach, Mark(reach.start, reach.end, "mark", attributes, note.mark, tail))
            self._draw(reach, Bar(note.found.level, note.name))
        for one in notes.references:
            reach = places.reach(one.span)
            self._margin(reach.blocks[0]).references.append(one)
            tail = Markup('<a class="n reference" href="#{}">{}</a>').format(one.name, one.label)
            self._put(reach, Mark(reach.start, reach.end, "span", Markup(' class="reference"'), one.mark, tail))
            self._draw(reach, Bar("reference", one.name))

    def of(self, number: int) -> Margin:
        """The margin of a block."""
        return self._margins.get(number, _NOTHING)

    def _margin(self, number: int) -> Margin:
        return self._margins.setdefault(number, Margin())

    def _put(self, reach: Reach, mark: Mark) -> None:
        """Mark the text; where no text is meant, the block only gets the id."""
        margin = self._margin(reach.blocks[0])
        if reach.is_marked:
            margin.marks.append(mark)
        else:
            margin.names.append(mark.name)

    def _draw(self, reach: Reach, bar: Bar) -> None:
        if not (reach.is_marked or reach.is_beside):
            for number in reach.blocks:
                self._margin(number).bars.append(bar)


_NOTHING = Margin()

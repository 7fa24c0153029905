"""What stands in the margin: a note for each diagnostic, and one for each place that diagnostics refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.rule import in_language
from linter.source import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from linter.diagnostic import Diagnostic, Related
    from linter.reporters.html.quotation import Quotation
    from linter.rule import Rule
    from linter.source import Position, Source


class Link(NamedTuple):
    """A way to a place on the page, or with an empty `name` to one that is not shown; `label` is what it is called there."""

    name: str
    label: str
    message: str
    place: str


class Note(NamedTuple):
    """A diagnostic: `number` counts from 1 in the document, `name` is the id of the note, `mark` that of its place.

    A place that no reader sees has no `quotation`.
    """

    number: int
    name: str
    mark: str
    found: Diagnostic
    place: str
    description: str
    links: tuple[Link, ...]
    quotation: Quotation | None = None


class Reference(NamedTuple):
    """A place that diagnostics refer to; `label` is a letter, `back` the ids and numbers of their notes."""

    name: str
    mark: str
    label: str
    span: Span
    messages: tuple[str, ...]
    back: tuple[tuple[str, str], ...]


class Notes(NamedTuple):
    """The notes of a document and the places of them, in its source."""

    notes: list[Note]
    spans: list[Span]
    references: list[Reference]


class Margins:
    """The notes of all documents. `sources` are those that can be shown; their order numbers them."""

    def __init__(
        self,
        diagnostics: Sequence[Diagnostic],
        sources: Mapping[str, Source],
        rules: Mapping[str, Rule],
        words: dict[str, str],
    ) -> None:
        self._sources = sources
        self._numbers = {path: number for number, path in enumerate(sources, start=1)}
        self._words = words
        self._language = words["lang"][:2]
        self._rules = rules
        self._found: dict[str, list[Diagnostic]] = {path: [] for path in sources}
        for found in diagnostics:
            if found.path in sources:
                self._found[found.path].append(found)
        self._referred = self._refer()

    def of(self, path: str) -> Notes:
        """What stands in the margin of a document."""
        found = self._found[path]
        notes = [self._note(number, one) for number, one in enumerate(found, start=1)]
        return Notes(notes, [self.span(path, one.start, one.end) for one in found], [*self._referred[path].values()])

    def _refer(self) -> dict[str, dict[Span, Reference]]:
        """By document the places that diagnostics refer to, in their order."""
        back: dict[str, dict[Span, list[tuple[str, str, str]]]] = {path: {} for path in self._sources}
        for path, diagnostics in self._found.items():
            for number, found in enumerate(diagnostics, start=1):
                for other in found.related:
                    if other.path in back:
                        place = self.span(other.path, other.start, other.end)
                        label = str(number) if other.path == path else f"{self._numbers[path]}.{number}"
                        row = (self._name(path, "f", number), label, other.message)
                        back[other.path].setdefault(place, []).append(row)
        return {path: self._references(path, places) for path, places in back.items()}

    def _references(self, path: str, places: dict[Span, list[tuple[str, str, str]]]) -> dict[Span, Reference]:
        return {
            place: Reference(
                self._name(path, "b", number),
                self._name(path, "r", number),
                letters(number),
                place,
                tuple(dict.fromkeys(message for _, _, message in places[place] if message)),
                tuple(dict.fromkeys((name, label) for name, label, _ in places[place])),
            )
            for number, place in enumerate(sorted(places), start=1)
        }

    def _note(self, number: int, found: Diagnostic) -> Note:
        rule = self._rules.get(found.rule)
        return Note(
            number,
            self._name(found.path, "f", number),
            self._name(found.path, "m", number),
            found,
            self._place(found.start, found.end, found.page),
            " ".join(in_language(rule.description, self._language).split()) if rule and rule.description else "",
            tuple(self._link(found, other) for other in found.related),
        )

    def _link(self, found: Diagnostic, other: Related) -> Link:
        place = self._place(other.start, other.end)
        if other.path != found.path:
            place = f"{other.path}{self._words['colon']}{place}"
        if other.path not in self._sources:
            return Link("", "", other.message, place)
        reference = self._referred[other.path][self.span(other.path, other.start, other.end)]
        return Link(reference.mark, reference.label, other.message, place)

    def _place(self, start: Position, end: Position, page: int = 0) -> str:
        words = self._words
        last = end.line - (end.column == 1 and end.line > start.line)
        line = words["place" if start.line == last else "places"].format(start.line, last)
        return f"{words['page'].format(page)} {line}" if page else line

    def span(self, path: str, start: Position, end: Position) -> Span:
        """A place in a document, in offsets."""
        source = self._sources[path]
        return Span(source.offset(start), source.offset(end))

    def _name(self, path: str, what: str, number: int) -> str:
        return f"d{self._numbers[path]}-{what}{number}"


def letters(number: int) -> str:
    """1 is a, 26 is z, 27 is aa."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("a") + rest) + text
    return text

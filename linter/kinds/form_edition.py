"""form-edition: marks of another edition of a form than the one that the document's year calls for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.patterns import any_of, find_all, late, late_any, late_pattern
from linter.engines.sentences import sentences
from linter.rule import Doc, Match, PatternText
from linter.tables.editions import edition_for, year_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from linter.document import Block, Document
    from linter.engines.patterns import Pattern
    from linter.rule import Check, Grade, Lists, Rule

FIELDS = ("match", "year", "edition", "wanted")
GRADES: tuple[Grade, ...] = ("sure", "likely")
SCOPE: tuple[str, ...] = ("text",)

_SENTENCE = late(r"[。；，！？]")

Patterns = dict[str, tuple[PatternText, ...]]


class Params(NamedTuple):
    """What a rule of this kind says."""

    marks: Annotated[
        Patterns,
        Doc(
            "What only one edition of the form has, by the first year of the edition: headings of its tables and the "
            "like. Looked for in tables and in lines that are no sentences.",
            "各版格式独有的栏目名称等，按启用年份列出；在表格和不成句的行中查找。",
        ),
    ]
    sources: Annotated[
        Patterns,
        Doc(
            "What names the basis of an edition in a sentence, by its first year.",
            "句中指称各版格式依据的文字，按启用年份列出。",
        ),
    ] = {}  # noqa: RUF012 - never changed
    history: Annotated[
        tuple[PatternText, ...],
        Doc("What a sentence says that speaks of an edition as of a former one.", "表明该句在叙述沿革的词语。"),
    ] = ()
    year: Annotated[
        PatternText,
        Doc(
            "Text among the first blocks that says the year, where the title does not.",
            "标题未写年份时，开头部分写明年份的文字。",
        ),
    ] = PatternText(r"(?!)")


class _Marks(NamedTuple):
    """The marks of the editions other than the document's own, one pattern an edition."""

    form: Mapping[str, Pattern]
    basis: Mapping[str, Pattern]


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for the marks of each table, and for each sentence; likely where the edition is a later one."""
    params = Params(**rule.params)
    editions = {*params.marks, *params.sources}
    marks = _Marks(_compiled(params.marks), _compiled(params.sources))
    history, named = late_any(params.history), late_pattern(params.year)

    def check(document: Document) -> Iterator[Match]:
        year = year_of(document, named)
        own = edition_for(year, editions) if year else None
        if own is None:
            return
        for edition in sorted(editions - {own}):
            found = [*_in_tables(document, marks, edition), *_in_text(document, marks, edition, history)]
            for places in found:
                block, start, end = places[0]
                fields = {"match": block.text[start:end], "year": str(year), "edition": edition, "wanted": own}
                related = tuple(other.locate(*span) for other, *span in places[1:])
                grade: Grade = "sure" if edition < own else "likely"
                yield Match(block.locate(start, end), fields, related, grade=grade)

    return check


def _compiled(patterns: Patterns) -> dict[str, Pattern]:
    return {edition: late_pattern(any_of(own)) for edition, own in patterns.items()}


_Place = tuple["Block", int, int]


def _in_tables(document: Document, marks: _Marks, edition: str) -> Iterator[list[_Place]]:
    """The marks of each table."""
    if edition in marks.form:
        for table in document.tables:
            cells = (cell for row in table.rows for cell in row if cell.text)
            places = [(cell, *found.span()) for cell in cells for found in find_all(marks.form[edition], cell.text)]
            if places:
                yield places


def _in_text(document: Document, marks: _Marks, edition: str, history: Pattern | None) -> Iterator[list[_Place]]:
    """The marks of each line that is no sentence, and of each sentence that names a basis and tells no history."""
    for block in document.blocks:
        if "table" in block.scopes or not block.text:
            continue
        if edition in marks.form and not _SENTENCE.search(block.text):
            places = [(block, *found.span()) for found in find_all(marks.form[edition], block.prose)]
            if places:
                yield places
        if edition in marks.basis and (found := marks.basis[edition].search(block.prose)):
            places = [
                (block, start + found.start(), start + found.end())
                for start, end in sentences(block.prose)
                if (found := marks.basis[edition].search(block.prose[start:end]))
                and not (history and history.search(block.prose[start:end]))
            ]
            if places:
                yield places

"""repeated-heading: a heading that a sibling, or the heading it stands under, has already."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from linter.engines.normal_form import normal_form
from linter.engines.patterns import late, late_any
from linter.rule import Doc, Match, PatternText
from linter.structure.numbered import paragraph_series

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Document, Section
    from linter.engines.patterns import Pattern
    from linter.rule import Check, Field, Grade, Lists, Rule
    from linter.source import Span

FIELDS = ("heading", "earlier", "state")
GRADES: tuple[Grade, ...] = ("sure", "likely")
SCOPE: tuple[str, ...] = ("heading",)

_RUN_IN = late(r"[^。；;，,：:！？!?]{2,20}(?=。.)")
_CONTENTS = 3  # headings without text in a row
_EMPTY: Field = {"en": ", and that section is empty", "zh": "，且该标题下没有内容"}


class Params(NamedTuple):
    """What a rule of this kind says."""

    among: Annotated[
        Literal["siblings", "document"],
        Doc(
            "Which headings must differ: those under one parent, or all.",
            "哪些标题不得相同：同一上级标题之下的，或全文的。",
        ),
    ] = "siblings"
    allow: Annotated[tuple[PatternText, ...], Doc("Headings that may stand twice.", "允许重复的标题。")] = ()


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each later heading; sure where the earlier section is empty."""
    params = Params(**rule.params)
    allowed = late_any(params.allow)

    def check(document: Document) -> Iterator[Match]:
        seen: dict[tuple[object, str], Section] = {}
        contents = _contents(document.sections)
        for section in document.sections:
            if section.number in contents:
                continue
            wording = section.heading.compared
            if not wording or (allowed and allowed.search(section.heading.wording)):
                continue
            group = section.parent if params.among == "siblings" else None
            earlier = seen.get((group, wording)) or _parent(document, section, wording)
            if earlier:
                yield _match(section, earlier)
            seen.setdefault((group, wording), section)
        yield from _bold(document, allowed)
        yield from _unmarked(document, allowed)

    return check


def _unmarked(document: Document, allowed: Pattern | None) -> Iterator[Match]:
    """Paragraphs numbered on that begin with the same heading, which nobody marked as one: （二）供水。…."""
    for series in paragraph_series(document):
        seen: dict[str, Span] = {}
        for _, block, ordinal, _ in series:
            start = len(ordinal.text)
            run_in = _RUN_IN.match(block.text, start)
            if run_in and not (allowed and allowed.search(run_in[0])):
                place = block.locate(0, run_in.end())
                earlier = seen.setdefault(normal_form(run_in[0]), place)
                if earlier != place:
                    fields: dict[str, Field] = {"heading": block.text[: run_in.end()], "earlier": earlier, "state": ""}
                    yield Match(place, fields, (earlier,), grade="likely")


def _bold(document: Document, allowed: Pattern | None) -> Iterator[Match]:
    """Bold paragraphs serve as headings: two that read the same, with nothing between them."""
    for earlier, later in pairwise(document.blocks):
        same = "bold" in earlier.scopes and "bold" in later.scopes and earlier.compared == later.compared
        if same and not (allowed and allowed.search(later.wording)):
            fields: dict[str, Field] = {"heading": later.text, "earlier": earlier.span, "state": _EMPTY}
            yield Match(later.span, fields, (earlier.span,), grade="likely")


def _contents(sections: tuple[Section, ...]) -> set[int]:
    """The numbers of headings that make up a table of contents: different ones in a row, with nothing under them.

    The last of them has under it what follows the table.
    """
    found: set[int] = set()
    row: dict[str, int] = {}
    for section in sections:
        wording = section.heading.compared
        if wording in row:
            row = {}
        row[wording] = section.number
        if not section.is_bare:
            found.update(row.values() if len(row) > _CONTENTS else ())
            row = {}
    return found


def _parent(document: Document, section: Section, wording: str) -> Section | None:
    """The section around `section`, if it reads the same; deeper down, a document's title may well come again."""
    parent = document.parent(section)
    return parent if parent and parent.heading.compared == wording else None


def _match(section: Section, earlier: Section) -> Match:
    fields: dict[str, Field] = {
        "heading": section.heading.text,
        "earlier": earlier.heading.span,
        "state": _EMPTY if earlier.is_bare else "",
    }
    grade: Grade = "sure" if earlier.is_bare else "likely"
    return Match(section.heading.span, fields, (earlier.heading.span,), grade=grade)

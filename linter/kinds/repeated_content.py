"""repeated-content: a run of blocks that stands twice in the document, exactly or nearly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.patterns import shorten
from linter.engines.repetition import RepeatedRun, repeated_runs
from linter.engines.similarity import difference, similarity
from linter.rule import Doc, Match
from linter.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Block, Document
    from linter.rule import Check, Field, Grade, Lists, Rule

FIELDS = ("first", "lines", "blocks", "percent", "differences")
GRADES: tuple[Grade, ...] = ("sure", "likely", "hint")
SCOPE: tuple[str, ...] = ("heading", "paragraph", "item")

_SURE = 0.95  # share of a run that is the same, for it to be sure
_SHORT, _SOLID, _LONG = 50, 120, 300  # code points of a run, in normal form: what is longer recurs less by chance
_MOST_DIFFERENCES = 3  # told one by one


class Params(NamedTuple):
    """What a rule of this kind says."""

    min_chars: Annotated[
        int, Doc("Shortest run to report, in characters without blanks.", "至少多少字（不计空白）才报告。")
    ] = 60
    similarity: Annotated[
        float,
        Doc(
            "How alike two neighbours of a run must be to belong to it, from 0 to 1.",
            "相邻段落相似度达到多少即并入重复段（0至1）。",
        ),
    ] = 0.85


class _Unit(NamedTuple):
    """A block that can be repeated; `number` is its place in the document, `key` its normal form."""

    number: int
    block: Block
    key: str


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each maximal run, on the later copy."""
    params = Params(**rule.params)

    def check(document: Document) -> Iterator[Match]:
        units = _units(document, rule.scope)

        def alike(one: int, other: int) -> bool:
            return similarity(units[one].key, units[other].key) >= params.similarity

        for run in repeated_runs([unit.key for unit in units], alike):
            first, later = units[run.first : run.first + run.length], units[run.later : run.later + run.length]
            if sum(len(unit.key) for unit in later) >= params.min_chars and any(not unit.block.depth for unit in later):
                yield from _matches(document, run, first, later)

    return check


def _units(document: Document, scope: tuple[str, ...]) -> list[_Unit]:
    wanted = set(scope)
    return [
        _Unit(number, block, key)
        for number, block in enumerate(document.blocks)
        if not wanted.isdisjoint(block.scopes) and (key := block.compared)
    ]


def _matches(document: Document, run: RepeatedRun, first: list[_Unit], later: list[_Unit]) -> Iterator[Match]:
    ratio = _ratio(first, later)
    grade = _grade(document, first, later, ratio)
    if grade is None:
        return
    place = _whole(later)
    related = _whole(first[: run.later - run.first])
    fields: dict[str, Field] = {
        "first": related,
        "lines": place,
        "blocks": {"en": f"{run.length} block{'s' * (run.length > 1)}", "zh": f"{run.length}段"},
        "percent": int(ratio * 100),
        "differences": _differences(first, later),
    }
    twins = tuple((copy.block.span, original.block.span) for original, copy in zip(first, later, strict=True))
    yield Match(place, fields, (related,), grade=grade, twins=twins)


def _whole(units: list[_Unit]) -> Span:
    return Span(units[0].block.span.start, units[-1].block.span.end)


def _ratio(first: list[_Unit], later: list[_Unit]) -> float:
    """How much of the run is the same, by length."""
    total = sum(len(copy.key) for copy in later)
    same = sum(len(copy.key) * similarity(original.key, copy.key) for original, copy in zip(first, later, strict=True))
    return same / total


def _grade(document: Document, first: list[_Unit], later: list[_Unit], ratio: float) -> Grade | None:
    """How sure it is that the run was not meant to stand twice; None where it probably was.

    A paste takes its heading along or lands beside its source; what recurs under other headings is often a form of
    words. Items and near copies recur by design more often than paragraphs do.
    """
    body = [unit for unit in later if not unit.block.depth]
    size = sum(len(unit.key) for unit in body)
    prose = any("item" not in unit.block.scopes for unit in body)
    same_section = document.section_of(first[0].number) == document.section_of(later[0].number)
    near = same_section or later[0].block.depth > 0
    exact = all(original.key == copy.key for original, copy in zip(first, later, strict=True))
    if near and exact and prose and len(later) > 1 and size >= _SOLID:
        return "sure"
    if prose and ((near and exact and size >= _SHORT) or ((near or exact) and ratio >= _SURE and size >= _LONG)):
        return "likely"
    return "hint" if (near or exact) and ratio >= _SURE and size >= _SOLID else None


def _differences(first: list[_Unit], later: list[_Unit]) -> Field:
    """How the texts of the two copies differ, for a reader: `(四) ` in line 29, `（四）` in line 53."""
    pairs = [
        (original.block, copy.block)
        for original, copy in zip(first, later, strict=True)
        if original.block.text != copy.block.text
    ]
    if not pairs:
        return {"en": "the same to the letter", "zh": "文字全同"}
    told = [_difference(original, copy) for original, copy in pairs[:_MOST_DIFFERENCES]]
    return {
        "en": (f"{len(pairs)} difference{'s' * (len(pairs) > 1)}: ", *_between(told, "; ")),
        "zh": (f"{len(pairs)}处不同：", *_between(told, "；")),
    }


def _difference(original: Block, copy: Block) -> Field:
    one, other = (shorten(text, 30) for text in difference(original.text, copy.text))
    return {
        "en": (f"“{one}” (", original.span, f") / “{other}” (", copy.span, ")"),
        "zh": (original.span, f"“{one}”，", copy.span, f"“{other}”"),
    }


def _between(told: list[Field], mark: str) -> list[Field]:
    return [piece for number, field in enumerate(told) for piece in (mark if number else "", field)]

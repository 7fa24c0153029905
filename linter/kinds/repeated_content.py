"""repeated-content: a run of sentences, items or rows that stands twice in the document, exactly or nearly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from linter.copies.nearby import Nearby, masked, sketch_of
from linter.copies.restated import restated
from linter.copies.shared_passages import shared_passages
from linter.copies.units import units
from linter.copies.weighed import Passages
from linter.engines.copy_weights import WEIGHTS
from linter.engines.evidence import probability
from linter.engines.patterns import shorten
from linter.engines.repetition import repeated_runs
from linter.engines.similarity import difference, similarity
from linter.rule import LANGUAGES, Comparison, Doc, Match, Place, say
from linter.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from linter.copies.restated import Restated
    from linter.copies.shared_passages import SharedPassage
    from linter.copies.units import Unit
    from linter.copies.weighed import Copies
    from linter.document import Document
    from linter.rule import Check, Field, Files, Grade, Lists, Rule

FIELDS = ("first", "lines", "blocks", "percent", "differences", "other")
GRADES: tuple[Grade, ...] = ("sure", "likely", "hint")
SCOPE: tuple[str, ...] = ("text",)

_LEAST: dict[Grade, float] = {"sure": 0.85, "likely": 0.65, "hint": 0.3}  # probability of a mistake
_HALF = 0.5  # of the two copies is the same: less is no passage
_END = 4  # code points that two neighbours begin or end with alike, to be compared
_SENTENCES = 2  # that no other file holds: less is no passage
_SIBLINGS = 0.5  # of two titles is the same: pages made from one form
_MOST_OF_FILE = 0.8  # of its text: the file is a copy
_MOST_DIFFERENCES = 3  # told one by one
_FIGURES: Field = {"en": "the same but for its figures", "zh": "仅数字不同"}
_WORDS: Field = {"en": "the same figures in other words", "zh": "数字相同，文字略异"}
_NONE: Field = {"en": "the same to the letter", "zh": "文字全同"}


class Params(NamedTuple):
    """What a rule of this kind says."""

    min_chars: Annotated[
        int, Doc("Shortest run to report, in letters and digits.", "至少多少字（只计文字和数字）才报告。")
    ] = 16
    similarity: Annotated[
        float,
        Doc(
            "How alike two neighbours of a run must be to belong to it, from 0 to 1.",
            "相邻段落相似度达到多少即并入重复段（0至1）。",
        ),
    ] = 0.85
    across: Annotated[
        Literal["document", "project"],
        Doc(
            "Where the two copies stand: in one document, or in two files.", "两处重复所在的范围：同一文档或两个文件。"
        ),
    ] = "document"


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each maximal run, on the later copy, graded by how likely it is a mistake."""
    params = Params(**rule.params)

    def check(document: Document) -> Iterator[Match]:
        passages = Passages(document, _wanted(units(document), document, rule.scope))
        told: list[Span] = []
        for copies in copies_in(passages, params):
            chance = probability(copies.features(), WEIGHTS)
            grade = next((grade for grade in GRADES if chance >= _LEAST[grade]), None)
            if grade and not (grade == "hint" and _is_meant(copies)):
                match = _match(document, copies, grade)
                told.append(match.place)
                yield match
        for one in restated(passages):
            place = one.later.place(document)
            if not any(span.start < place.end and place.start < span.end for span in told):
                told.append(place)
                yield _restated_match(document, one)
        for first, later in _lines_twice(document, rule.scope, params.min_chars):
            if not any(place.start < later.end and later.start < place.end for place in told):
                yield _line_match(first, later)

    return check


def _is_meant(copies: Copies) -> bool:
    """Whether the passage may well be right, as a quotation, or no passage, as more stands between than in it."""
    return copies.alike < _HALF or copies.is_quotation


def _lines_twice(document: Document, scope: tuple[str, ...], least: int) -> Iterator[tuple[Span, Span]]:
    """Lines of the source that stand twice in succession within a paragraph, wherever its sentences end."""
    text = document.source.text
    for block in document.select(scope):
        start, end = block.span
        if text.find("\n", start, end) < 0:
            continue
        before = Span(start, start)
        for line in text[start:end].split("\n"):
            place = Span(start, start + len(line))
            start = place.end + 1
            if len(line) >= least and line.strip() == text[before.start : before.end].strip():
                yield before, place
            before = place


def _restated_match(document: Document, found: Restated) -> Match:
    first, later = found.first.place(document), found.later.place(document)
    percent = round(100 * similarity(found.first.key, found.later.key))
    fields: dict[str, Field] = {
        "first": first,
        "lines": later,
        "blocks": {"en": "1 sentence", "zh": "1句"},
        "percent": percent,
        "differences": _NONE if found.is_exact else _FIGURES if found.is_form else _WORDS,
    }
    return Match(later, fields, (first,), grade="likely" if found.is_sure else "hint")


def _line_match(first: Span, later: Span) -> Match:
    fields: dict[str, Field] = {
        "first": first,
        "lines": later,
        "blocks": {"en": "1 line", "zh": "1行"},
        "percent": 100,
        "differences": _NONE,
    }
    return Match(later, fields, (first,), grade="sure")


def make_comparison(rule: Rule, lists: Lists) -> Comparison:  # noqa: ARG001 - every kind has this form
    """One match for each passage that two files share, on the file whose path comes later."""
    params = Params(**rule.params)

    def compare(summaries: Mapping[str, Any], files: Files) -> Iterator[tuple[str, Match]]:
        nearby = Nearby(summaries)
        twins = nearby.twins()
        for path, others in nearby.sharing(_SENTENCES).items():
            told: set[Unit] = set()
            for other in [twins[path]] if path in twins else others:
                if other < path and not _are_versions(other, path):
                    is_known = _never if path in twins else nearby.is_formula
                    for match in _shared(files.document(other), files.document(path), is_known, params, told):
                        yield path, match

    return Comparison(sketch_of, compare)


def _never(_: Unit) -> bool:
    return False


def _are_versions(one: str, other: str) -> bool:
    """Whether two paths differ in nothing but numbers: years, editions, items of a series are alike by design."""
    return masked(one) == masked(other)


def _shared(
    first: Document, later: Document, is_known: Callable[[Unit], bool], params: Params, told: set[Unit]
) -> Iterator[Match]:
    """The passages of `later` that stand in `first` as well and are not among those `told`; each is told once."""
    whole = sum(len(unit.key) for unit in units(later) if unit.is_text)
    retitled = _title(first) != _title(later)
    siblings = retitled and similarity(_title(first), _title(later)) > _SIBLINGS
    for passage in shared_passages(first, later, params.similarity, is_known):
        mine = {unit for _, unit in passage.pairs}
        copied = passage.size >= _MOST_OF_FILE * whole and (passage.exact or not retitled)
        if passage.size < params.min_chars or mine & told or (siblings and not copied):
            continue
        told |= mine
        yield _shared_match(first, later, passage, ("sure" if passage.exact else "likely") if copied else "hint")


def _title(document: Document) -> str:
    return document.title.compared if document.title else ""


def _shared_match(first: Document, later: Document, passage: SharedPassage, grade: Grade) -> Match:
    one, other = ([pair[side] for pair in passage.pairs] for side in (0, 1))
    place, related = _whole(later, other), _whole(first, one)
    number = len({unit.first for unit in other})
    fields: dict[str, Field] = {
        "other": first.source.path,
        "first": {language: say(related, first.source, language) for language in LANGUAGES},
        "lines": place,
        "blocks": {"en": f"{number} block{'s' * (number > 1)}", "zh": f"{number}段"},
        "percent": int(passage.alike * 100),
        "differences": "",
    }
    return Match(place, fields, (Place(first.source.path, related),), grade=grade)


def _wanted(every: tuple[Unit, ...], document: Document, scope: tuple[str, ...]) -> tuple[Unit, ...]:
    if scope == SCOPE:
        return every
    return tuple(unit for unit in every if not set(scope).isdisjoint(document.blocks[unit.first].scopes))


def copies_in(passages: Passages, params: Params) -> Iterator[Copies]:
    """The maximal repeated passages, in the order of their later copies."""
    found = passages.units

    def alike(one: int, other: int) -> bool:
        left, right = found[one], found[other]
        if left.sort != right.sort or not _share_an_end(left.key, right.key):
            return False
        return similarity(left.key, right.key, params.similarity) > 0

    for run in repeated_runs([unit.key for unit in found], alike, [unit.hints for unit in found]):
        copies = passages.copies(run)
        if copies and copies.size >= params.min_chars:
            yield copies


def _share_an_end(one: str, other: str) -> bool:
    """Whether they begin or end alike, as near copies do; asked first, for most neighbours are no copies at all."""
    return one[:_END] == other[:_END] or one[-_END:] == other[-_END:]


def _match(document: Document, copies: Copies, grade: Grade) -> Match:
    first, later = ([pair[side] for pair in copies.pairs] for side in (0, 1))
    place = _whole(document, later)
    related = _whole(document, [unit for unit in first if unit < later[0]])
    number = len({unit.first for unit in later})
    fields: dict[str, Field] = {
        "first": related,
        "lines": place,
        "blocks": {"en": f"{number} block{'s' * (number > 1)}", "zh": f"{number}段"},
        "percent": int(copies.alike * 100),
        "differences": _differences(document, copies),
    }
    blocks = {other.first: one.first for one, other in reversed(copies.pairs) if one.first < other.first}
    twins = tuple((document.blocks[other].span, document.blocks[one].span) for other, one in sorted(blocks.items()))
    return Match(place, fields, (related,), grade=grade, twins=twins)


def _whole(document: Document, units: list[Unit]) -> Span:
    return Span(units[0].place(document).start, units[-1].place(document).end)


def _differences(document: Document, copies: Copies) -> Field:
    """How the texts of the two copies differ, for a reader: `(四) ` in line 29, `（四）` in line 53."""
    pairs = copies.differing
    if not pairs:
        return _NONE
    told = [_difference(document, original, copy) for original, copy in pairs[:_MOST_DIFFERENCES]]
    return {
        "en": (f"{len(pairs)} difference{'s' * (len(pairs) > 1)}: ", *_between(told, "; ")),
        "zh": (f"{len(pairs)}处不同：", *_between(told, "；")),
    }


def _difference(document: Document, original: Unit, copy: Unit) -> Field:
    one, other = (shorten(text, 30) for text in difference(original.text(document), copy.text(document)))
    return {
        "en": (f"“{one}” (", original.place(document), f") / “{other}” (", copy.place(document), ")"),
        "zh": (original.place(document), f"“{one}”，", copy.place(document), f"“{other}”"),
    }


def _between(told: list[Field], mark: str) -> list[Field]:
    return [piece for number, field in enumerate(told) for piece in (mark if number else "", field)]

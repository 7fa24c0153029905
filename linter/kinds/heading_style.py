"""heading-style: a heading that is written unlike the others, or whose ordinal is written unlike a ladder."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from linter.engines.ordinal_differences import as_far_as, differences
from linter.engines.ordinals import parse_ordinal, write, writing
from linter.headings.ladder import odd_closed, odd_pointed, unmarked_headings
from linter.headings.letters import odd_cases, odd_starts
from linter.headings.marks import odd_ends, odd_marks
from linter.headings.numbers import odd_numerals, odd_points
from linter.headings.odd import other_headings
from linter.rule import Doc, Match, OrdinalText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from linter.document import Block, Document
    from linter.engines.ordinals import Ordinal, Writing
    from linter.headings.odd import Odd
    from linter.rule import Check, Field, Grade, Lists, Rule
    from linter.source import Span

FIELDS = ("written", "ordinal", "expected", "differences", "ladder", "standard", "others", "same")
GRADES: tuple[Grade, ...] = ("sure", "likely", "hint")
SCOPE: tuple[str, ...] = ("heading",)

_TRAITS: dict[str, Callable[[Document, tuple[str, ...]], Iterable[Odd]]] = {
    "numeral": lambda document, _: chain(odd_numerals(document), odd_points(document)),
    "mark": lambda document, _: odd_marks(document),
    "end": lambda document, _: odd_ends(document),
    "start": lambda document, _: odd_starts(document),
    "case": lambda document, small_words: odd_cases(document, frozenset(small_words)),
}


class Params(NamedTuple):
    """What a rule of this kind says."""

    ladder: Annotated[
        tuple[OrdinalText, ...],
        Doc(
            "The ordinals of the levels, each as it is to be written; without it the majority decides.",
            "各级序号的规范写法；不设则以多数为准。",
        ),
    ] = ()
    features: Annotated[
        tuple[Literal["width", "blank", "point", "numeral", "mark", "end", "case", "start", "pointed", "closed"], ...],
        Doc(
            "What is compared: of the ordinal, the width of its brackets, a blank and the point after it and its "
            "numeral; of a heading in Markdown, how it is marked, what it ends with, its case, its first letter; of "
            "numbered headings and items in any format, whether they are pointed and closed as those beside them.",
            "比较哪些特征：序号的括号宽度、其后空格、其后标点、所用数字；Markdown 标题的标记方式、末尾标点、"
            "英文大小写、首字母；各种格式中同级编号标题和条目的序号标点、末尾句号。",
        ),
    ] = ("width", "blank", "point", "numeral", "mark", "end", "case", "start")
    ladder_name: Annotated[
        dict[str, str],
        Doc(
            "How messages name the ladder, `{ladder}`, in each language.",
            "提示语对规范写法 `{ladder}` 的表述（分语言）。",
        ),
    ] = {}  # noqa: RUF012 - never written to
    small_words: Annotated[
        tuple[str, ...],
        Doc("Words that are written small in title case.", "英文标题各词首字母大写时仍小写的词。"),
    ] = ()
    ties: Annotated[
        Literal["silent", "later"],
        Doc("What to report where no way of writing prevails.", "各种写法一样多时，不报告或报告后出现的。"),
    ] = "silent"


class _Wanted(NamedTuple):
    writing: Writing
    model: Block | None  # a heading of the document that is written so
    others: int  # how many are


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each heading and what is odd about it.

    At the ordinal, the replacement is the same ordinal as the others are written; else the whole heading is the place.
    """
    params = Params(**rule.params)
    samples = [ordinal for sample in params.ladder if (ordinal := parse_ordinal(sample))]
    ladder = {sample.style: writing(sample) for sample in samples}

    def check(document: Document) -> Iterator[Match]:
        for headings in _levels(document, by_style=bool(ladder)):
            style = headings[0][1].style
            wanted = _on_ladder(headings, ladder.get(style)) if ladder else _prevailing(headings, params.ties)
            if wanted is None:
                continue
            for heading, ordinal in headings:
                target = as_far_as(params.features, writing(ordinal), wanted.writing)
                if target != writing(ordinal) and (heading.depth or wanted.others):
                    yield _match(heading, ordinal, target, wanted, params)
        if document.marked:
            yield from _odd_ones(document, params)
        if "pointed" in params.features:
            for one in odd_pointed(document, ladder):
                yield _of_odd_ordinal(one)
        if "closed" in params.features:
            yield from map(_of_odd, odd_closed(document))

    return check


def _odd_ones(document: Document, params: Params) -> Iterator[Match]:
    """One match for each heading: the first thing that is odd about it."""
    told: set[Span] = set()
    for feature, trait in _TRAITS.items():
        if feature in params.features:
            for odd in trait(document, params.small_words):
                if odd.heading.span not in told:
                    told.add(odd.heading.span)
                    yield _of_odd(odd)


def _of_odd(odd: Odd) -> Match:
    fields: dict[str, Field] = {
        "written": odd.heading.text,
        "ordinal": odd.heading.ordinal.text if odd.heading.ordinal else "",
        "expected": odd.expected,
        "differences": {**odd.said},
        "ladder": "",
        "standard": {"en": f"unlike {odd.others['en']}", "zh": f"与{odd.others['zh']}不一致"},
        "others": {**odd.others},
        "same": odd.model.span,
    }
    return Match(odd.heading.span, fields, (odd.model.span,), grade="likely" if odd.is_certain else "hint")


def _of_odd_ordinal(odd: Odd) -> Match:
    """The same at the ordinal alone, which is what is to be written otherwise."""
    match = _of_odd(odd)
    ordinal = odd.heading.ordinal.text if odd.heading.ordinal else ""
    fields: dict[str, Field] = {**match.fields, "written": ordinal}
    return match._replace(place=odd.heading.locate(0, len(ordinal)), fields=fields, replacement=odd.expected)


def _levels(document: Document, *, by_style: bool) -> list[list[tuple[Block, Ordinal]]]:
    """The numbered headings that should be written alike: of one style, or of one depth and one sort of numeral."""
    groups: dict[object, list[tuple[Block, Ordinal]]] = {}
    for section in document.sections:
        heading, ordinal = section.heading, section.heading.ordinal
        if ordinal:
            key = ordinal.style if by_style else (heading.depth, ordinal.style.strip("（）"))
            groups.setdefault(key, []).append((heading, ordinal))
    for block in unmarked_headings(document) if by_style else ():
        if block.ordinal:
            groups.setdefault(block.ordinal.style, []).append((block, block.ordinal))
    return list(groups.values())


def _on_ladder(headings: list[tuple[Block, Ordinal]], wanted: Writing | None) -> _Wanted | None:
    if wanted is None:
        return None
    models = [heading for heading, ordinal in headings if writing(ordinal) == wanted]
    return _Wanted(wanted, models[0] if models else None, len(models))


def _prevailing(headings: list[tuple[Block, Ordinal]], ties: str) -> _Wanted | None:
    counts = Counter(writing(ordinal) for _, ordinal in headings)
    (most, count), *rest = counts.most_common()
    if rest and rest[0][1] == count and ties == "silent":
        return None
    model = next(heading for heading, ordinal in headings if writing(ordinal) == most)
    return _Wanted(most, model, count)


def _match(heading: Block, ordinal: Ordinal, target: Writing, wanted: _Wanted, params: Params) -> Match:
    own = writing(ordinal)
    expected = write(ordinal, target)
    ladder = "".join(params.ladder)
    fields: dict[str, Field] = {
        "written": ordinal.text,
        "ordinal": ordinal.text,
        "expected": expected,
        "differences": {**differences(own, target)},
        "ladder": ladder,
        "standard": {language: name.replace("{ladder}", ladder) for language, name in params.ladder_name.items()} or "",
        "others": {**other_headings(wanted.others)},
        "same": wanted.model.span if wanted.model else "",
    }
    return Match(
        heading.locate(0, len(ordinal.text)),
        fields,
        (wanted.model.locate(0, len(wanted.model.text)),) if wanted.model else (),
        replacement=expected,
        grade=_grade(own, target, wanted),
    )


def _grade(own: Writing, target: Writing, wanted: _Wanted) -> Grade:
    """The document's own majority or example is the best evidence; a point alone, never written otherwise, the least."""
    if wanted.others:
        return "sure"
    return "likely" if (own.width, own.blank) != (target.width, target.blank) else "hint"

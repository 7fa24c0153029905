"""substitution: text that should be written otherwise."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.dated.written import speaks_of_before, written
from linter.engines.contexts import compile_contexts
from linter.engines.habits import told_once
from linter.engines.patterns import late_any, late_pattern
from linter.engines.swaps import Swaps
from linter.engines.wrong_characters import WrongCharacters
from linter.engines.wrong_words import found_in, present_in, wrong_words
from linter.rule import ContextText, Doc, ListPath, Match, PatternText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from linter.document import Block, Document
    from linter.rule import Check, Grade, Lists, Rule

FIELDS = ("expected", "observed")
GRADES: tuple[Grade, ...] = ("sure", "likely")
SCOPE: tuple[str, ...] = ("text",)


class Params(NamedTuple):
    """What a rule of this kind says."""

    swap: Annotated[
        dict[PatternText, str],
        Doc(
            "What is found (a pattern), and what to write instead; `$1` is its first group.",
            "“查找（正则表达式）：改为”；`$1` 为第一个捕获组。",
        ),
    ]
    lists: Annotated[
        tuple[ListPath, ...],
        Doc(
            "Data files of words that are found as they stand, between tabs: word, what to write, patterns that may not match "
            "before it and after it, one that must match after it, and the year up to whose end it was right.",
            "数据文件，逐字查找，以制表符分隔：词语、改为、其前不得为、其后不得为、其后必须为（后三项为正则表达式）、"
            "至该年年底前仍属正确的年份。",
        ),
    ] = ()
    slips: Annotated[
        ListPath,
        Doc(
            "Data file of words of two characters and the slips in them, between tabs: word, slips between blanks.",
            "双字词及其误写的数据文件，每行以制表符分隔：词语、误写（以空格分隔）。",
        ),
    ] = ListPath("")
    phrases: Annotated[
        ListPath,
        Doc(
            "Data file of set phrases of four characters, between tabs: phrase, others that are right as well. Another with one "
            "character that is like the right one is a slip.",
            "四字固定词语的数据文件，每行以制表符分隔：词语、同样正确的近似词语（以空格分隔）；与之仅差一个音近或形近字的为误写。",
        ),
    ] = ListPath("")
    alike: Annotated[
        ListPath,
        Doc(
            "Data file of characters that are taken for one another, between tabs: name, characters.",
            "音近、形近字的数据文件，每行以制表符分隔：组名、各字。",
        ),
    ] = ListPath("")
    words: Annotated[
        ListPath,
        Doc(
            "Data file of words of two characters, between tabs: first character, second characters. What makes a word with the "
            "text beside it is no slip.",
            "双字词数据文件，每行以制表符分隔：首字、可与之成词的次字；与前后文字成词的不视为误写。",
        ),
    ] = ListPath("")
    past: Annotated[
        tuple[ContextText, ...],
        Doc("Contexts that speak of the time when a word of that sort was right.", "述及旧称沿用时期的上下文。"),
    ] = ()
    over: Annotated[
        PatternText,
        Doc("Titles of documents that look back on the year they name.", "标题表明是对所述年份的回顾。"),
    ] = PatternText("(?!)")
    cues: Annotated[
        tuple[str, ...],
        Doc(
            "Where none of these texts stands, no pattern can match: a quick test, letter by letter.",
            "不含其中任何一个文本的段落不必查找正则表达式（逐字比较，用于提速）。",
        ),
    ] = ()
    ignorecase: Annotated[bool, Doc("Take capital and small letters for the same.", "不区分大小写。")] = False
    nonword: Annotated[bool, Doc("Find the patterns inside words as well.", "也可以是一个词的一部分。")] = False
    exceptions: Annotated[
        tuple[PatternText, ...],
        Doc("A match that one of these is found in is let pass.", "匹配文本含有其中之一时不报告。"),
    ] = ()
    sure: Annotated[
        tuple[PatternText, ...],
        Doc(
            "Where one of these is found in the block, a match is sure, elsewhere likely; without them all are sure.",
            "所在段落符合其中之一的为确定，其余为很可能；未设时均为确定。",
        ),
    ] = ()
    habit: Annotated[
        int,
        Doc(
            "From so many matches in a document on, only the first is reported, related to the others; 0 for never.",
            "同一文档中匹配达到此数时，只报告第一处，并列出其余各处；0 为逐一报告。",
        ),
    ] = 0


def make_check(rule: Rule, lists: Lists) -> Check:
    """One match for each place that one of the patterns matches, or where a word of the lists stands.

    The longest pattern is tried first.
    """
    params = Params(**rule.params)
    swapped = _swapped(rule, params)
    listed = _listed(rule, params, lists)
    likened = _likened(rule, params, lists)

    def check(document: Document) -> Iterable[Match]:
        matches = [*(swapped(document) if params.swap else ()), *(listed(document) if params.lists else ())]
        if params.slips:
            matches += _elsewhere(likened(document), matches)
        told, rest = told_once(matches, params.habit)
        return [match.told_with(rest) for match in told]

    return check


def _swapped(rule: Rule, params: Params) -> Check:
    swaps = Swaps(params.swap, nonword=params.nonword, ignore_case=params.ignorecase)
    exceptions = late_any(params.exceptions)
    sure = late_any(params.sure)

    def matches(document: Document) -> Iterator[Match]:
        cues = [cue for cue in params.cues if cue in document.source.text]
        for block in document.select(rule.scope) if cues or not params.cues else ():
            if cues and not any(cue in block.text for cue in cues):
                continue
            for start, end, expected in swaps.find(block.prose):
                if not (exceptions and exceptions.search(block.prose[start:end])):
                    grade: Grade = "sure" if sure is None or sure.search(block.prose) else "likely"
                    yield _match(block, start, end, expected, grade)

    return matches


def _listed(rule: Rule, params: Params, lists: Lists) -> Check:
    words = cache(lambda: wrong_words(row for path in params.lists for row in lists.rows(path)))
    past, over = compile_contexts(params.past), late_pattern(params.over)

    def matches(document: Document) -> Iterator[Match]:
        present = present_in(document.source.text, words())
        when = written(document, over) if any(word.year for word in present) else None
        present = [word for word in present if not word.year or (when and when.is_after(word.year))]
        for block in document.select(rule.scope) if present else ():
            taken = 0
            for start, end, word in found_in(block.prose, present):
                if start < taken:
                    continue
                taken = end
                if not word.year:
                    yield _match(block, start, end, word.right, "sure")
                elif not (speaks_of_before(block.prose, word.year) or past.hold(block.prose, start, end)):
                    match = _match(block, start, end, word.right, "likely")
                    yield match._replace(related=(when.place,) if when else ())

    return matches


def _likened(rule: Rule, params: Params, lists: Lists) -> Check:
    slips = cache(
        lambda: WrongCharacters(
            lists.rows(params.slips),
            lists.rows(params.phrases),
            lists.rows(params.alike),
            lambda: lists.rows(params.words),
        )
    )

    def matches(document: Document) -> Iterator[Match]:
        for block in document.select(rule.scope):
            for start, end, right in slips().find(block.prose):
                yield _match(block, start, end, right, "likely")

    return matches


def _elsewhere(matches: Iterable[Match], known: Iterable[Match]) -> list[Match]:
    """Those that do not stand where something is known to be wrong."""
    taken = {place for match in known for place in range(*match.place)}
    return [match for match in matches if taken.isdisjoint(range(*match.place))]


def _match(block: Block, start: int, end: int, right: str, grade: Grade) -> Match:
    fields = {"expected": right, "observed": block.prose[start:end]}
    return Match(block.locate(start, end), fields, replacement=right, grade=grade)

"""capitalization: blocks that are not written in the case that they should be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from linter.engines.exceptions import Exceptions
from linter.engines.patterns import find_all, late, late_pattern
from linter.engines.recasing import WORD, SentenceCase, lower, title_case, upper
from linter.rule import Doc, Match, PatternText, Rewrite
from linter.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from linter.document import Block, Document
    from linter.rule import Check, Grade, Lists, Rule

    Judge = Callable[[str], "Verdict | None"]

FIELDS = ("match", "expected")
GRADES: tuple[Grade, ...] = ("sure",)
SCOPE: tuple[str, ...] = ("text",)

_USUAL_THRESHOLD = 0.8
# A letter of a script without capitals, or a mark that only Chinese and Japanese have.
_UNCASED = late(r"[\p{Lo}\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]")
_CHANGEABLE = late(r"\S+")
_BLOT = "\ufffc"


class Params(NamedTuple):
    """What a rule of this kind says."""

    match: Annotated[
        PatternText,
        Doc(
            "`$title`, `$sentence`, `$lower`, `$upper`, or a pattern that must be found in the block. Title Case and "
            "sentence case say nothing of text with letters that have no capitals, such as Chinese.",
            "`$title`（标题式大写）、`$sentence`（句首大写）、`$lower`（小写）、`$upper`（大写），或段落必须符合的正则表达式。"
            "前两者不检查含有汉字等无大小写文字的段落。",
        ),
    ]
    style: Annotated[
        Literal["AP", "Chicago"], Doc("Whose Title Case `$title` means.", "`$title` 采用的标题大写体例。")
    ] = "AP"
    exceptions: Annotated[
        tuple[PatternText, ...],
        Doc(
            "Words with capitals of their own. A word in which one of these is found is right as it is.",
            "自有大小写写法的词语（正则表达式）；含有其中之一的单词视为正确。",
        ),
    ] = ()
    indicators: Annotated[
        tuple[str, ...],
        Doc(
            "Endings of words behind which `$sentence` begins anew.",
            "单词以其中之一结尾时，`$sentence` 视其后为新句首。",
        ),
    ] = ()
    threshold: Annotated[
        float,
        Doc("The share of words that must be right; 0 for 0.8.", "写法正确的单词须达到的比例；0 表示 0.8。"),
    ] = _USUAL_THRESHOLD
    prefix: Annotated[
        PatternText,
        Doc("What may stand before the text, which begins behind it.", "正文之前的前缀（正则表达式），不计入正文。"),
    ] = PatternText("")


class Verdict(NamedTuple):
    """What a block should be, and the words of it that are wrong, `text[start:end]`; none where no words are known."""

    expected: str
    wrong: tuple[tuple[int, int], ...] = ()


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each block in another case, with what its wrong words should be."""
    params = Params(**rule.params)
    judge = _judge(params, Exceptions(params.exceptions))

    def check(document: Document) -> Iterator[Match]:
        for block in document.select(rule.scope):
            prose = block.prose
            if prose.lower() != prose.upper() and (verdict := judge(prose)):
                yield _match(block, prose, verdict)

    return check


def _judge(params: Params, exceptions: Exceptions) -> Judge:
    match params.match:
        case "$title":
            return _by_words(params, exceptions, lambda text: title_case(text, params.style, exceptions))
        case "$sentence":
            return _by_words(params, exceptions, SentenceCase(params.indicators, exceptions).convert)
        case "$lower" | "$upper":
            return _by_letters(lower if params.match == "$lower" else upper, exceptions)
    pattern = late_pattern(params.match)

    def by_pattern(text: str) -> Verdict | None:
        return None if pattern.search(text) or exceptions.found_in(text) else Verdict(params.match)

    return by_pattern


def _by_letters(convert: Callable[[str], str], exceptions: Exceptions) -> Judge:
    def judge(text: str) -> Verdict | None:
        expected = convert(text)
        if text == expected or exceptions.found_in(text):
            return None
        return Verdict(expected, tuple(word.span() for word in find_all(_CHANGEABLE, text)))

    return judge


def _by_words(params: Params, exceptions: Exceptions, convert: Callable[[str], str]) -> Judge:
    """Enough words must be as they should; in sentence case the first one must in any case."""
    words, prefix = exceptions.or_else(WORD), late_pattern(params.prefix)
    threshold = params.threshold or _USUAL_THRESHOLD
    titled = params.match == "$title"

    def is_right(word: str, expected: str) -> bool:
        return word == expected or exceptions.found_in(word) or (titled and word == upper(word))

    def judge(text: str) -> Verdict | None:
        if _UNCASED.search(text):
            return None
        before = found.end() if (found := prefix.match(text)) else 0
        expected = text[:before] + convert(text[before:])
        spans = [word.span() for word in find_all(words, text)]
        wrong = tuple((start, end) for start, end in spans if not is_right(text[start:end], expected[start:end]))
        if not wrong:
            return None
        small_start = not titled and wrong[0] == spans[0] and not _is_capitalized(text[slice(*wrong[0])])
        enough = len(spans) - len(wrong) >= threshold * len(spans)
        return Verdict(expected, wrong) if small_start or not enough else None

    return judge


def _is_capitalized(word: str) -> bool:
    return word == word.lower().title()


def _match(block: Block, prose: str, verdict: Verdict) -> Match:
    """The place is the whole block; what was blotted out stands in the message again."""
    expected = verdict.expected
    if verdict.wrong:
        expected = "".join(
            was if seen == _BLOT else new for was, seen, new in zip(block.text, prose, expected, strict=True)
        )
    fields = {"match": block.text, "expected": expected}
    return Match(block.locate(0, len(block.text)), fields, rewrites=tuple(_rewrites(block, expected, verdict.wrong)))


def _rewrites(block: Block, expected: str, wrong: tuple[tuple[int, int], ...]) -> list[Rewrite]:
    """The letters that change in the wrong words, those together that stand together in the source."""
    rewrites: list[Rewrite] = []
    for start, end in wrong:
        for place in range(start, end):
            if expected[place] == block.text[place]:
                continue
            letter = block.locate(place, place + 1)
            if rewrites and rewrites[-1].place.end == letter.start:
                before = rewrites.pop()
                rewrites.append(Rewrite(Span(before.place.start, letter.end), before.text + expected[place]))
            else:
                rewrites.append(Rewrite(letter, expected[place]))
    return rewrites

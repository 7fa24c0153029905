"""repetition: a word, or a phrase, written twice in a row."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.doubles import doubled_characters, doubles, texts_with_doubled_words
from linter.engines.patterns import any_of, find_all, late, late_any, late_pattern, lies_within
from linter.engines.swaps import Swaps
from linter.rule import Doc, Match, PatternText

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from linter.document import Block, Document
    from linter.engines.patterns import Pattern
    from linter.rule import Check, Grade, Lists, Rule

FIELDS = ("match",)
GRADES: tuple[Grade, ...] = ("sure", "likely", "hint")
SCOPE: tuple[str, ...] = ("text",)

_RECURRING = 2  # times that a phrase is doubled in one document
_SENTENCE_END = "."  # may stand at the end of a phrase; any other mark between two tokens keeps them apart
_NOTHING: dict[PatternText, str] = {}
_UNQUICK = late(r"[\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}]")


class Params(NamedTuple):
    """What a rule of this kind says."""

    tokens: Annotated[
        tuple[PatternText, ...],
        Doc("Patterns of what must not follow itself.", "不得连续出现两次的词语（正则表达式）。"),
    ]
    longest: Annotated[
        int,
        Doc("Of how many tokens a phrase may be made that is written twice.", "连写两次的词组最多由几个词语组成。"),
    ] = 1
    characters: Annotated[
        bool,
        Doc(
            "The tokens are Han characters and Chinese points, one by one: a quick search serves.",
            "词语均为单个汉字或中文标点（便于快速查找）。",
        ),
    ] = False
    alpha: Annotated[bool, Doc("Only tokens made of letters alone count.", "只看纯由字母（文字）组成的词语。")] = False
    ignorecase: Annotated[bool, Doc("Take capital and small letters for the same.", "不区分大小写。")] = False
    exceptions: Annotated[
        tuple[PatternText, ...],
        Doc("A match that one of these is found in is let pass.", "匹配文本含有其中之一时不报告。"),
    ] = ()
    allow: Annotated[
        tuple[PatternText, ...],
        Doc(
            "Text in which a repetition is right: a match that lies within it is let pass.",
            "重叠属正常的文字；匹配文本在其中时不报告。",
        ),
    ] = ()
    swap: Annotated[
        dict[PatternText, str],
        Doc(
            "What says something twice in other words (a pattern), and what to write instead; likely, `$1` is its first "
            "group.",
            "“换一种说法的重复（正则表达式）：改为”，等级为很可能；`$1` 为第一个捕获组。",
        ),
    ] = _NOTHING
    sure: Annotated[
        tuple[PatternText, ...],
        Doc("What is surely a mistake when it is written twice.", "连写两次必定有误的词语。"),
    ] = ()
    likely: Annotated[
        tuple[PatternText, ...],
        Doc("What is likely to be a mistake when it is written twice.", "连写两次多半有误的词语。"),
    ] = ()
    hint: Annotated[
        tuple[PatternText, ...],
        Doc(
            "What may be a mistake when it is written twice. What none of the three matches is let pass; without them "
            "all is sure.",
            "连写两次可能有误的词语；不属三者之一的不报告，三者均未设时一律报告。",
        ),
    ] = ()


class _Run(NamedTuple):
    """`text[start:end]` is one token or phrase, written again and again."""

    phrase: str
    start: int
    end: int


class _Judgement(NamedTuple):
    """When a repetition is right, and how sure it is that it is not."""

    exceptions: Pattern | None
    allowed: Pattern | None
    grades: tuple[tuple[Grade, Pattern], ...]

    def grade(self, phrase: str) -> Grade | None:
        """How sure it is that the phrase must not stand twice; None where it may."""
        if not self.grades:
            return "sure"
        return next((grade for grade, pattern in self.grades if pattern.fullmatch(phrase)), None)

    def lets_pass(self, run: _Run, text: str) -> bool:
        """Whether the run is right as it stands."""
        if self.exceptions and self.exceptions.search(text[run.start : run.end]):
            return True
        return self.allowed is not None and lies_within(self.allowed, text, run.start, run.end)


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each token or phrase that is repeated with white space between; the replacement has it once."""
    params = Params(**rule.params)
    tokens = late_pattern(any_of(params.tokens), ignore_case=params.ignorecase)
    graded = [(grade, late_any(patterns)) for grade, patterns in zip(GRADES, params[-3:], strict=True)]
    judgement = _Judgement(
        late_any(params.exceptions),
        late_any(params.allow),
        tuple((grade, pattern) for grade, pattern in graded if pattern),
    )
    swaps = Swaps(params.swap) if params.swap else None
    quick = params.alpha and not _UNQUICK.search("".join(params.tokens))

    def worth_a_look(texts: list[str]) -> Iterable[int]:
        """The numbers of the texts in which a match may be."""
        if not (quick or params.characters):
            return range(len(texts))
        worth = texts_with_doubled_words(texts, params.longest) if quick else set()
        worth.update(number for number, text in enumerate(texts) if any(map(judgement.grade, doubled_characters(text))))
        return sorted(worth)

    def check(document: Document) -> list[Match]:
        blocks = document.select(rule.scope)
        texts = [block.prose for block in blocks]
        found: list[Match] = []
        for number in worth_a_look(texts):
            for run in _runs(tokens, texts[number], params):
                grade = judgement.grade(run.phrase)
                if grade and not judgement.lets_pass(run, texts[number]):
                    place = blocks[number].locate(run.start, run.end)
                    found.append(Match(place, {"match": run.phrase}, replacement=run.phrase, grade=grade))
        return [*_without_words(found), *(_swapped(swaps, blocks) if swaps else ())]

    return check


def _without_words(found: list[Match]) -> list[Match]:
    """All but the hints that recur: a doubling that a document has several times is a word, or parts of two."""
    times = Counter(match.fields["match"] for match in found if match.grade == "hint")
    return [match for match in found if times[match.fields["match"]] < _RECURRING]


def _swapped(swaps: Swaps, blocks: list[Block]) -> Iterator[Match]:
    for block in blocks:
        for start, end, expected in swaps.find(block.prose):
            fields = {"match": block.prose[start:end]}
            yield Match(block.locate(start, end), fields, replacement=expected, grade="likely")


def _runs(pattern: Pattern, text: str, params: Params) -> list[_Run]:
    """The doubles among the tokens and the full stops between them; what else is between two keeps them apart."""
    keys: list[Hashable] = []
    places: list[tuple[int, int]] = []
    last = 0
    for found in find_all(pattern, text):
        token = found[0].strip()
        if params.alpha and not token.isalpha():
            continue
        if gap := text[last : found.start()].strip():
            keys.append(gap if gap == _SENTENCE_END else object())
            places.append((last, last + 1))
        last = found.end()
        keys.append(token.casefold() if params.ignorecase else token)
        places.append(found.span())
    runs = []
    for double in doubles(keys, params.longest):
        whole = places[double.end + double.more - 1][1]
        start, begin = double.start, places[double.start][0]
        if (
            text[begin - 1 : begin].isalnum() and not text[whole : whole + 1].isalnum()
        ):  # begins within a word, not ends
            start += double.more
            begin = places[start][0]
        phrase = text[begin : places[start + double.length - 1][1]].strip()
        runs.append(_Run(phrase, begin, places[start + double.length * double.times - 1][1]))
    return runs

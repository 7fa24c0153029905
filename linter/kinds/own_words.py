"""own-words: words that a document uses of itself and that do not fit it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.contexts import HOLE, compile_contexts
from linter.engines.patterns import any_of, late_pattern
from linter.own.issuers import Organs
from linter.own.organs import Families
from linter.own.titles import Titles
from linter.own.words import OwnWords
from linter.rule import ContextText, Doc, Match, PatternText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from linter.document import Document
    from linter.own.organs import Mistaken
    from linter.own.titles import Unfitting
    from linter.rule import Check, Field, Grade, Lists, Rule

FIELDS = ("word", "subject", "times")
GRADES: tuple[Grade, ...] = ("likely",)
SCOPE: tuple[str, ...] = ("text",)

_NEVER = PatternText("(?!)")
_NAMED: ContextText = ContextText(HOLE)


class Params(NamedTuple):
    """What a rule of this kind says."""

    families: Annotated[
        dict[str, PatternText],
        Doc(
            "Families of words, each with the words in it; a document of one family does not use those of another.",
            "用语的类别及每类的词；某一类的文件不用另一类的词自称。",
        ),
    ]
    own: Annotated[
        tuple[ContextText, ...],
        Doc("How a document speaks of itself; `{name}` stands for a word.", "自称的写法，`{name}` 代表类别中的词。"),
    ]
    other: Annotated[
        tuple[ContextText, ...],
        Doc("Contexts in which what is said is another's.", "并非自称的上下文。"),
    ] = ()
    titles: Annotated[
        PatternText,
        Doc("A line that is a title; the group `word` is what it says the paper is.", "标题行；`word` 组为文种。"),
    ] = _NEVER
    inner: Annotated[
        PatternText,
        Doc("Other words of families in a title, as the group `word`.", "标题中涉及的其他文种，为 `word` 组。"),
    ] = _NEVER
    before: Annotated[
        PatternText, Doc("What the block before the title of an attached paper says.", "所附文件标题的前一段。")
    ] = _NEVER
    after: Annotated[
        PatternText, Doc("What the block behind the title of an attached paper says.", "所附文件标题的后一段。")
    ] = _NEVER
    named: Annotated[
        PatternText, Doc("A block that names other papers of the document.", "列举本文所含其他文件的段落。")
    ] = _NEVER
    defined: Annotated[
        PatternText,
        Doc("Where a word is given a meaning of its own, as the group `word`.", "为某词另作约定之处，为 `word` 组。"),
    ] = _NEVER
    title: Annotated[
        PatternText, Doc("The issuer in the title, as the group `name`.", "标题中的发文机关，为 `name` 组。")
    ] = _NEVER
    alone: Annotated[
        PatternText,
        Doc("The issuer on a line of its own, as the group `name`.", "单独成行的发文机关，为 `name` 组。"),
    ] = _NEVER
    issuers: Annotated[
        dict[str, PatternText],
        Doc("What shows in an issuer's name that it is of a family.", "发文机关名称中表明其类别的文字。"),
    ] = {}  # noqa: RUF012 - never written to
    levels: Annotated[
        tuple[tuple[str, ...], ...],
        Doc("Families of places from the highest level on.", "各级地方的类别，自高至低。"),
    ] = ()
    claims: Annotated[
        tuple[PatternText, ...],
        Doc(
            "What only an organ writes of itself, as the group `word`.",
            "只有本级机关才会使用的说法，级别为 `word` 组。",
        ),
    ] = ()
    rulers: Annotated[
        PatternText,
        Doc(
            "The organs above, by the word for their place, as the group `word`; a paper has those of one place above it.",
            "上级党委、政府，地方类别为 `word` 组；同一文件的上级应为同一类别。",
        ),
    ] = _NEVER
    forms: Annotated[
        PatternText,
        Doc(
            "A line from which on the text is for others to sign or to fill in.", "此行以后为他人签署、填写的文书样式。"
        ),
    ] = _NEVER
    peers: Annotated[
        tuple[ContextText, ...],
        Doc(
            "Contexts in which the word for a place of another level is anybody's, and one of the issuer's level its own.",
            "用语为其他层级时不是自称、与本级同级时才是自称的上下文。",
        ),
    ] = ()
    acting: Annotated[
        tuple[ContextText, ...],
        Doc("Contexts in which the word for a parent is used as the issuer's own.", "把上级当作本机关的上下文。"),
    ] = ()
    above: Annotated[
        tuple[ContextText, ...], Doc("Contexts in which it is rightly the parent's.", "确指上级的上下文。")
    ] = ()


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each word and what it disagrees with, related to that and to the other places with the word."""
    params = Params(**rule.params)
    words = any_of(params.families.values())
    own = late_pattern(any_of(context.replace(HOLE, f"(?P<word>{words})") for context in params.own), parts=params.own)
    said = OwnWords(
        own, compile_contexts(params.other), {name: late_pattern(words) for name, words in params.families.items()}
    )
    titles, organs = _titles(params, said), _organs(params, said)

    def check(document: Document) -> Iterator[Match]:
        if params.issuers:
            yield from _told_once(map(_organ_match, organs.mistaken(document)))
        else:
            yield from _told_once(map(_kind_match, titles.mistaken(document)))

    return check


def _told_once(matches: Iterable[Match]) -> Iterator[Match]:
    """One match for those that say the same, related to the places of the others as well."""
    alike: dict[tuple[object, ...], list[Match]] = {}
    for match in matches:
        alike.setdefault((match.fields["word"], match.related), []).append(match)
    for first, *others in alike.values():
        yield first.told_with(others)


def _titles(params: Params, said: OwnWords) -> Titles:
    return Titles(
        said=said,
        title=late_pattern(params.titles),
        inner=late_pattern(params.inner),
        before=late_pattern(params.before),
        after=late_pattern(params.after),
        named=late_pattern(params.named),
        defined=late_pattern(params.defined),
    )


def _organs(params: Params, said: OwnWords) -> Families:
    return Families(
        said=said,
        claims=[late_pattern(claim) for claim in params.claims],
        signs={family: late_pattern(sign) for family, sign in params.issuers.items()},
        levels=[frozenset(families) for families in params.levels],
        organs=Organs(late_pattern(params.title), late_pattern(params.alone)),
        rulers=late_pattern(params.rulers),
        forms=late_pattern(params.forms),
        peers=compile_contexts(params.peers),
        acting=compile_contexts(params.acting),
        above=compile_contexts(params.above),
    )


def _kind_match(found: Unfitting) -> Match:
    word, paper = found
    place = paper.title.locate(paper.start, paper.end)
    fields: dict[str, Field] = {"word": word.text, "subject": paper.sort, "times": ""}
    right = word.text.replace(word.block.text[slice(*word.name)], paper.sort)
    alone = len(paper.sorts) <= 1
    return Match(word.block.locate(word.start, word.end), fields, (place,), right if alone else None, "likely")


def _organ_match(found: Mistaken) -> Match:
    use, block, start, end, count = found
    times: Field = {"en": f", {count}×", "zh": f"（{count}处）"} if count else ""
    fields: dict[str, Field] = {"word": use.text, "subject": block.text[start:end], "times": times}
    return Match(use.block.locate(use.start, use.end), fields, (block.locate(start, end),), grade="likely")

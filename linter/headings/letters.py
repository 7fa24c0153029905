"""Headings whose capital letters are unlike those of the others."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.letter_case import case_of, in_case, telling_words
from linter.engines.patterns import late
from linter.headings.odd import ALIKE, Odd, Trait, Words, odd, odd_traits

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from linter.document import Block, Document
    from linter.engines.letter_case import Word
    from linter.headings.odd import Usual

_SENTENCE_ENDS = tuple(".!。！")
_QUESTION_ENDS = tuple("?？")
_FIRST_WORD = late(r"(?P<letter>\p{L})\p{Ll}+(?=(?:[-'’]\p{Ll}+)*(?:[\s,:?!]|$))")
_POINTS = ".,;:!?()[]*'\"“”"
_LONGEST_WORD = 40  # code points
_SEVERAL = 2  # words that are written otherwise
_NEARLY_ALL = 0.8  # of the words of a heading
_MOST = 0.8  # of the paragraphs

_MIXED = "mixed"
_CASES: dict[str, Words] = {
    "title": {"en": "in title case", "zh": "各词首字母大写"},
    "sentence": {"en": "in sentence case", "zh": "仅首词首字母大写"},
    _MIXED: {"en": "partly in title case", "zh": "部分词首字母大写"},
}
_SMALL: Words = {"en": "begun with a small letter", "zh": "以小写字母开头"}
_ALL_SMALL: Words = {"en": "begun with a small letter as all headings are", "zh": "与全部标题一样以小写字母开头"}
_SENTENCES: Words = {"en": "the sentences of the text", "zh": "正文的句子"}


class _Vocabulary(NamedTuple):
    """The words of a document as they are written there, and those that are names.

    A name is written as code somewhere, or begins a paragraph with a small letter.
    """

    words: set[str]
    names: set[str]


class _Cased(NamedTuple):
    """A heading that shows a case, and the words that show it."""

    trait: Trait
    words: list[Word]


def odd_cases(document: Document, small_words: Container[str]) -> Iterator[Odd]:
    """Headings in sentence case among those of their level in Title Case, or the other way round, or in neither.

    Never certain: the headings that a form gives and those of whoever fills it in are often written in two ways.
    """
    vocabulary = None
    for level in _cased(document, small_words).values():
        words_of = {cased.trait.heading.span: cased.words for cased in level}
        traits = [cased.trait for cased in level]
        for trait, usual in [*odd_traits([one for one in traits if one.value != _MIXED]), *_mixed(traits)]:
            words = words_of[trait.heading.span]
            if not usual.is_clear or not _suffice(words, usual):
                continue
            vocabulary = vocabulary or _vocabulary(document)
            odd_ones = [word for word in _plain(words, vocabulary) if word.is_capital == (usual.value == "sentence")]
            if _suffice(odd_ones, usual) and (trait.value != _MIXED or _outweigh(odd_ones, words, usual)):
                expected = in_case(trait.heading.text, odd_ones, usual.value)
                yield odd(trait, usual, _CASES[trait.value], expected, is_certain=False)


def _mixed(traits: list[Trait]) -> Iterator[tuple[Trait, Usual]]:
    """Headings in neither case, where there is no doubt about the others."""
    for trait, usual in odd_traits(traits):
        if trait.value == _MIXED and usual.is_certain:
            yield trait, usual


def _cased(document: Document, small_words: Container[str]) -> dict[tuple[int, bool], list[_Cased]]:
    """By level, the headings that show a case, questions apart; sentences are written as such."""
    sizes = Counter(section.heading.depth for section in document.sections)
    levels: dict[tuple[int, bool], list[_Cased]] = {}
    for section in document.sections:
        heading = section.heading
        if sizes[heading.depth] <= ALIKE or heading.text.endswith(_SENTENCE_ENDS):
            continue
        if words := list(telling_words(heading.prose, heading.wording_start, small_words)):
            cased = _Cased(Trait(heading, case_of(words) or _MIXED), words)
            levels.setdefault((heading.depth, heading.text.endswith(_QUESTION_ENDS)), []).append(cased)
    return levels


def _plain(words: list[Word], vocabulary: _Vocabulary) -> list[Word]:
    """The words that are no names, and that the document writes small elsewhere."""
    return [
        word
        for word in words
        if word.text not in vocabulary.names and (not word.is_capital or word.text.lower() in vocabulary.words)
    ]


def _suffice(words: list[Word], usual: Usual) -> bool:
    """Whether these words show that a heading is odd: several, or one small one where there is no doubt."""
    return len(words) >= _SEVERAL or (bool(words) and usual.is_certain and usual.value == "title")


def _outweigh(odd_ones: list[Word], words: list[Word], usual: Usual) -> bool:
    """Whether several words of a heading in neither case are odd; among sentences, where names are not, nearly all."""
    return len(odd_ones) >= _SEVERAL and (usual.value == "title" or len(odd_ones) >= _NEARLY_ALL * len(words))


def odd_starts(document: Document) -> Iterator[Odd]:
    """Headings that begin with a small letter, unlike the others; not where their first word is a name.

    Where all of them do, unlike the sentences of the text, the first one stands for all.
    """
    headings = [section.heading for section in document.sections]
    if not any(heading.wording[:1].islower() for heading in headings):
        return
    group: list[Trait] = []
    first_of = {}
    for heading in headings:
        if word := _FIRST_WORD.match(heading.prose, heading.wording_start):
            group.append(Trait(heading, "small" if word["letter"].islower() else "capital"))
            first_of[heading.span] = word[0]
    vocabulary = None
    for trait, usual in odd_traits(group):
        if usual.is_clear and usual.value == "capital":
            vocabulary = vocabulary or _vocabulary(document)
            first = first_of[trait.heading.span]
            if first.capitalize() in vocabulary.words and first not in vocabulary.names:
                yield odd(trait, usual, _SMALL, _capitalized(trait.heading), is_certain=False)
    if len(group) >= ALIKE and all(trait.value == "small" for trait in group):
        sentence = _first_sentence(document)
        if sentence and not _vocabulary(document).names.intersection(first_of.values()):
            heading = group[0].heading
            yield Odd(heading, _ALL_SMALL, _capitalized(heading), sentence, _SENTENCES, is_certain=False)


def _first_sentence(document: Document) -> Block | None:
    """The first paragraph, where the paragraphs begin with capital letters as a rule."""
    paragraphs = [block for block in document.blocks if "paragraph" in block.scopes and block.text[0].isalpha()]
    capitals = [block for block in paragraphs if block.text[0].isupper()]
    return capitals[0] if len(capitals) > _MOST * len(paragraphs) else None


def _capitalized(heading: Block) -> str:
    start = heading.wording_start
    return heading.text[:start] + heading.text[start].upper() + heading.text[start + 1 :]


def _vocabulary(document: Document) -> _Vocabulary:
    names: set[str] = set()
    for block in document.blocks:
        if "paragraph" in block.scopes:
            names.add(block.text[:_LONGEST_WORD].partition(" ")[0])
        for inline in block.inlines:
            if inline.scope == "code":
                names.add(block.text[inline.start : inline.end])
    return _Vocabulary({word.strip(_POINTS) for word in {*document.source.text.split()}}, names)

"""How much a text holds, as formulas of readability count it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.patterns import late
from linter.engines.sentences import sentences
from linter.engines.syllables import syllables

if TYPE_CHECKING:
    from collections.abc import Iterable

_UNSPACED = r"[\p{Han}\p{Hiragana}\p{Katakana}]"  # of scripts without blanks each character counts as a word
_WORD = late(rf"(?V1)(?:[A-Z]\.){{2,}}|{_UNSPACED}|[[\p{{N}}\p{{L}}']--{_UNSPACED}]+")
_LONG = 6  # characters; a long word has more
_POLYSYLLABIC = 2  # syllables; a polysyllabic word has more


class TextCounts(NamedTuple):
    """The `characters` are letters and figures; a complex word has its third syllable before an end such as -ed."""

    words: int
    sentences: int
    paragraphs: int
    characters: int
    syllables: int
    complex_words: int
    long_words: int
    polysyllabic_words: int


def count_text(paragraphs: Iterable[str]) -> TextCounts:
    """The counts of the paragraphs together; an empty one counts as one."""
    number = ended = 0
    found: Counter[str] = Counter()
    for number, paragraph in enumerate(paragraphs, start=1):  # noqa: B007 - how many there were
        ended += sum(1 for _ in sentences(paragraph))
        found.update(_WORD.findall(paragraph))
    characters = spoken = hard = long = many = 0
    for word, times in found.items():
        length = sum(map(str.isalnum, word))
        parts = syllables(word)
        characters += length * times
        spoken += parts * times
        long += times * (len(word) > _LONG)
        many += times * (parts > _POLYSYLLABIC)
        hard += times * (parts - word.endswith(("es", "ed", "ing")) > _POLYSYLLABIC)
    return TextCounts(found.total(), ended, number, characters, spoken, hard, long, many)

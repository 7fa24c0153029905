"""Title Case and sentence case: which of the two a heading is written in, told by the words inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from linter.engines.patterns import late

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

Case = Literal["title", "sentence"]

_TOKEN = late(r"\S+")
# What stands in brackets or in quotation marks is written as elsewhere.
_ASIDE = late(r"\([^()]*\)|\[[^\[\]]*\]|“[^“”]*”|\"[^\"]*\"|‘[^‘’]*’")
_WORD = late(r"(?P<word>(?P<capital>\p{Lu})?\p{Ll}+)(?:[-'’]\p{L}+)*[,;]?")
_STARTS_ANEW = late(r".*[:.?!–—|/&]|-+")


class Word(NamedTuple):
    """A word of a heading that shows its case: `text[start:end]`."""

    start: int
    end: int
    text: str

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def case_of(words: list[Word]) -> Case | None:
    """The case that all the words show; None where they differ or there are none."""
    capitals = sum(word.is_capital for word in words)
    if not words or 0 < capitals < len(words):
        return None
    return "title" if capitals else "sentence"


def telling_words(text: str, start: int, small_words: Container[str]) -> Iterator[Word]:
    """The words of `text[start:]` that are written differently in the two cases.

    That is not the first one, nor one after a colon or a dash, nor an acronym, an identifier or a word with a
    digit, nor one of the `small_words`, which Title Case leaves small.
    """
    if _ASIDE.search(text):
        text = _ASIDE.sub(lambda aside: "\ufffc" * len(aside[0]), text)
    anew = True
    for token in _TOKEN.finditer(text, start):
        word = _WORD.fullmatch(token[0])
        if word and not anew and word.end("word") - word.start("word") > 1 and word["word"].lower() not in small_words:
            place = token.start()
            yield Word(place, place + len(word["word"]), word["word"])
        anew = _STARTS_ANEW.fullmatch(token[0]) is not None


def in_case(text: str, words: list[Word], case: str) -> str:
    """The text with these words of it written in another case."""
    pieces, last = [], 0
    for word in words:
        written = word.text.capitalize() if case == "title" else word.text.lower()
        pieces += [text[last : word.start], written]
        last = word.end
    return "".join([*pieces, text[last:]])

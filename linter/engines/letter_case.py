"""Title Case and sentence case: which of the two a heading is written in, told by the words inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from linter.engines.patterns import late

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from regex import Match

Case = Literal["title", "sentence"]

# What stands in brackets or in quotation marks is written as elsewhere.
_ASIDE = late(r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]|“[^“”]*”|\"[^\"]*\"|‘[^‘’]*’")
_UNCASED = late(r"\p{Lo}")  # a letter of a script without capitals
# A term and its abbreviation, which have their capitals wherever they stand: Key Derivation Function (KDF).
_SPELLED_OUT = late(
    r"(?P<words>\b\p{Lu}[\w-]*(?: (?:(?:and|of|for|the) )?\p{Lu}[\w-]*){0,9}) \((?P<short>\p{Lu}{2,8})s?\)"
)
_INITIAL = late(r"(?<!\S)\p{Lu}")
_PARTS = late(r"[-'’]")  # of a compound; the first one shows the case
_STARTS_ANEW = tuple(":.?!–—|/&")
_DASHES = ("-", "--")


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
    digit, nor one of the `small_words`, which Title Case leaves small. Among
    words of another script there are none.
    """
    if any(mark in text for mark in '(（[“‘"'):
        text = _SPELLED_OUT.sub(_without_term, text)
        text = _ASIDE.sub(lambda aside: (" " if aside[0][0] == "（" else "\ufffc") * len(aside[0]), text)
    if not text.isascii() and _UNCASED.search(text, start):
        return
    anew, place = True, start
    for token in text[start:].split(" "):
        word = token.rstrip(",;?")
        first, *rest = _PARTS.split(word) if not word.isalpha() else [word]
        is_word = first[1:].islower() and first.isalpha() and all(part.isalpha() for part in rest)
        if is_word and not anew and first.lower() not in small_words:
            yield Word(place, place + len(first), first)
        if token:
            anew = token.endswith(_STARTS_ANEW) or token in _DASHES
        place += len(token) + 1


def _without_term(spelled: Match[str]) -> str:
    """The same with the words blotted out whose initials the abbreviation is made of."""
    initials = list(_INITIAL.finditer(spelled["words"]))[-len(spelled["short"]) :]
    if "".join(initial[0] for initial in initials) != spelled["short"]:
        return spelled[0]
    start = initials[0].start()
    return spelled[0][:start] + "\ufffc" * (len(spelled[0]) - start)


def in_case(text: str, words: list[Word], case: str) -> str:
    """The text with these words of it written in another case."""
    pieces, last = [], 0
    for word in words:
        written = word.text.capitalize() if case == "title" else word.text.lower()
        pieces += [text[last : word.start], written]
        last = word.end
    return "".join([*pieces, text[last:]])

"""The words of a text: which there are, and where some of them stand."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTER = "A-Za-z\u00c0-\u024f\u0370-\u052f"  # of the alphabets that know capitals: Latin, Greek, Cyrillic
_BLOT = "\ufffc"  # what stands for code in prose
_MARKS = ".,;:()\"'!?[]*“”‘’…"  # what a word may wear

# An address, a path, a file's name, an option or a call is no word, nor is a part of one.
_BEFORE = rf"(?<![{_LETTER}0-9_{_BLOT}@/\\.#$%&=:+<-])"
_AFTER = rf"(?![{_LETTER}0-9_{_BLOT}@/\\=>]|[.:-][{_LETTER}0-9{_BLOT}]|\(\))"
_WORD = late(rf"{_BEFORE}[{_LETTER}][{_LETTER}0-9_]*(?:-[{_LETTER}0-9_]+)*{_AFTER}")
_NAME = late(r"[A-Za-z_][A-Za-z0-9_]*")
_BEFORE_NAME = r"(?<![A-Za-z0-9_/\\])"
_PLAIN = late(r"[A-Z]?[^A-Z]*(?:[ -][A-Z][^A-Z]+)*")  # no capital but at the start of a word
_AFTER_NAME = r"(?![A-Za-z0-9_]|\.[a-z]{1,4}\b)"


class Words(NamedTuple):
    """How often each word of a text stands in it.

    `plain` has the words without a capital inside, in small letters; `cased` those with a capital, as they are written.
    A compound with hyphens is one word. `beyond_ascii` has the pieces between blanks that are not of ASCII, each once.
    """

    plain: dict[str, int]
    cased: dict[str, int]
    beyond_ascii: str


def words(text: str) -> Words:
    """Count the words of prose."""
    plain: dict[str, int] = {}
    cased: dict[str, int] = {}
    beyond_ascii: list[str] = []
    for chunk, times in Counter(text.split()).items():
        bare = chunk if chunk.isalpha() else chunk.strip(_MARKS)
        if not chunk.isascii():
            beyond_ascii.append(chunk)
        for word in (bare,) if bare.isalpha() and bare.isascii() else _WORD.findall(chunk):
            if word.islower():
                plain[word] = plain.get(word, 0) + times
                continue
            cased[word] = cased.get(word, 0) + times
            if word[1:].islower():
                word = word.lower()  # noqa: PLW2901 - the same word
                plain[word] = plain.get(word, 0) + times
    return Words(plain, cased, "\n".join(beyond_ascii))


def names(code: str) -> Counter[str]:
    """How often each name stands in code."""
    return Counter(_NAME.findall(code))


class Forms:
    """Words to look for: `exact` ones as they are written, `folded` ones with and without capitals at their start."""

    def __init__(self, exact: set[str], folded: set[str]) -> None:
        self._exact = exact
        self._folded = folded
        self._small = {form.lower() for form in exact | folded}
        longest_first = sorted(exact | folded, key=lambda form: (-len(form), form))
        every = "|".join(map(re.escape, longest_first))
        self._in_prose = re.compile(f"{_BEFORE}(?:{every}){_AFTER}", re.IGNORECASE)
        self._in_code = re.compile(f"{_BEFORE_NAME}(?:{every}){_AFTER_NAME}", re.IGNORECASE)

    def find(self, text: str, *, code: bool = False) -> Iterator[tuple[str, int, int]]:
        """Each place where one of them stands as a word, or as a name in code: which, its start and its end."""
        small = text.lower()
        if not any(form in small for form in self._small):
            return
        for found in (self._in_code if code else self._in_prose).finditer(text):
            if found[0] in self._exact:
                yield found[0], found.start(), found.end()
            elif found[0].lower() in self._folded and _PLAIN.fullmatch(found[0]):
                yield found[0].lower(), found.start(), found.end()

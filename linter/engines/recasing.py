"""Text written anew in Title Case or in sentence case. Nothing moves: each character has its counterpart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.engines.patterns import late

if TYPE_CHECKING:
    from collections.abc import Collection

    from regex import Match

    from linter.engines.exceptions import Exceptions

Style = Literal["AP", "Chicago"]

WORD = r"[\p{N}\p{L}*\ufffc]+\S*"  # U+FFFC stands for code, which may begin a word
_PART = late(r"[\p{N}\p{L}\ufffc]+[^\s\-/]*")  # of a compound: Title Case looks at each
_NUMBER = late(r"\d+\.")
_DASHES = str.maketrans("–—", "--")

_SMALL = frozenset((
    "a", "an", "and", "as", "at", "but", "by", "en", "for", "if", "in", "nor", "of", "on", "or", "per", "the",
    "to", "v", "v.", "via", "vs", "vs.",
))  # fmt: skip
_PREPOSITIONS = frozenset((
    "about", "above", "across", "after", "against", "along", "among", "around", "before", "between", "beyond",
    "concerning", "despite", "down", "during", "following", "from", "including", "into", "near", "over",
    "since", "through", "throughout", "towards", "under", "until", "upon", "with", "within", "without",
))  # fmt: skip


def title_case(text: str, style: Style, kept: Exceptions) -> str:
    """`text` with a capital on each word but the small ones inside it, which in Chicago are also longer prepositions.

    AP has a capital on the `to` of an infinitive and none on the preposition; to tell them apart takes a parser, so
    a `to` stays as it is.
    """
    small = _SMALL | _PREPOSITIONS if style == "Chicago" else _SMALL
    plain = text.translate(_DASHES)

    def cased(found: Match[str]) -> str:
        word, small_word = found[0], lower(found[0])
        if (spelling := kept.spelling(word)) is not None:
            return _of_length(spelling, word)
        if small_word not in small or not _follows_on(plain, *found.span()):
            return word.replace(word[0], _capital(word[0]), 1)
        return word if style == "AP" and small_word == "to" else small_word

    return str(_PART.sub(cased, text))


def _follows_on(plain: str, start: int, end: int) -> bool:
    """Whether `plain[start:end]` is inside the text, and neither after a colon or a dash nor first in a compound."""
    if start == 0 or end == len(plain) or plain[start - 1] not in " -/":
        return False
    before = plain[start - 2] if start > 1 else ""
    return before not in {":", "-"} and (plain[end] != "-" or plain[start - 1] == "-")


class SentenceCase:
    """Writes sentence case: a capital on the first word and on each behind an indicator, a suffix, or a number `1.`."""

    def __init__(self, indicators: Collection[str], kept: Exceptions) -> None:
        self._indicators = tuple(indicators)
        self._kept = kept
        self._words = kept.or_else(WORD, ignore_case=True)

    def convert(self, text: str) -> str:
        """`text` in sentence case."""
        before: list[str] = []

        def cased(found: Match[str]) -> str:
            word = found[0]
            anew = self._begins_anew(before)
            before.append(word)
            if (spelling := self._kept.spelling(word)) is not None:
                return _of_length(spelling, word)
            return _capital(word[0]) + lower(word[1:]) if anew else lower(word)

        return str(self._words.sub(cased, text))

    def _begins_anew(self, before: list[str]) -> bool:
        if not before or before[-1].endswith(self._indicators):
            return True
        return len(before) == 1 and _NUMBER.search(before[0]) is not None


def lower(text: str) -> str:
    """`text` in small letters, those left alone that would become two."""
    return "".join(_of_length(letter.lower(), letter) for letter in text)


def upper(text: str) -> str:
    """`text` in capitals, those left alone that would become two, such as ß."""
    return "".join(_of_length(letter.upper(), letter) for letter in text)


def _capital(letter: str) -> str:
    return _of_length(letter.title(), letter)


def _of_length(text: str, instead: str) -> str:
    return text if len(text) == len(instead) else instead

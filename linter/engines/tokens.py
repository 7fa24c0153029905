"""The words of a text as a spelling checker takes them: what stands between blanks, without the marks around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.engines.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 64  # characters; what is longer is no word
_BLOT = "\ufffc"  # what stands for code in prose

# Chinese, Japanese and Korean text and its marks part words as blanks do.
_PIECE = late(r"[^\s\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\u3000-\u303f\uff00-\uffef]+")
_LETTER = late(r"\p{L}")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_BEFORE = "$(\"['"
_BEHIND = ",)\"]!;.?:'"


class Token(NamedTuple):
    """A word with straight apostrophes, and where it stands: `text[start:end]`."""

    word: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """The words in their order; a piece without letters is none, nor is one that code is a part of."""
    for piece in _PIECE.finditer(text):
        written = piece[0].translate(_STRAIGHT)
        behind = written.lstrip(_BEFORE)
        word = behind.rstrip(_BEHIND)
        if len(word) <= _LONGEST and _BLOT not in word and _LETTER.search(word):
            start = piece.end() - len(behind)
            yield Token(word, start, start + len(word))

"""Regular expressions of rules: compiled with a clear error, searched with a time limit."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import regex

from linter.engines.pattern_size import written_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Pattern = regex.Pattern[str]

_LARGEST = 100_000  # items; a pattern of this size compiles in a few hundredths of a second
TIME_LIMIT = 2.0  # seconds of CPU time for one pattern on one block
_BLOCK = 500_000  # code points; a longer block gets longer

_SCRIPTS = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]"

# Scripts written without blanks have no word boundary of their own: every place beside such a character is one.
BOUNDARY = rf"(?:\b|(?<={_SCRIPTS})|(?={_SCRIPTS}))"


class PatternError(ValueError):
    """A pattern that does not compile; the message says why and where in the pattern."""


@functools.cache
def compile_pattern(pattern: str, *, ignore_case: bool = False) -> Pattern:
    """Compile `pattern` (syntax of the `regex` library, version 1); raises `PatternError`."""
    if written_out(pattern) > _LARGEST:
        raise PatternError(f"bad pattern {shorten(pattern)!r}: too large when its repetitions are written out")
    flags = regex.VERSION1 | regex.MULTILINE | (regex.IGNORECASE if ignore_case else 0)
    try:
        return regex.compile(pattern, flags)
    except (regex.error, RecursionError, OverflowError, MemoryError) as error:
        raise PatternError(f"bad pattern {shorten(pattern)!r}: {str(error) or type(error).__name__}") from error


def find_all(pattern: Pattern, text: str) -> Iterator[regex.Match[str]]:
    """Every match of `pattern` that is not empty; raises `TimeoutError` past the time limit."""
    limit = TIME_LIMIT * max(1, len(text) / _BLOCK)
    return (match for match in pattern.finditer(text, timeout=limit) if match.end() > match.start())


def any_of(patterns: Iterable[str]) -> str:
    """One pattern that matches what one of `patterns` matches; the first that does wins."""
    return "|".join(f"(?:{pattern})" for pattern in patterns)


def shorten(text: str, most: int = 60) -> str:
    """`text` with its middle left out where it is longer than `most` code points."""
    if len(text) <= most:
        return text
    return f"{text[: most // 2 - 1]} … {text[-(most // 2 - 2) :]}"

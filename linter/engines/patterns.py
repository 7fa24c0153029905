"""Regular expressions of rules: compiled with a clear error, searched with a time limit."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, cast

import regex

from linter.engines.pattern_size import written_out
from linter.engines.required import known_needs

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    Pattern = regex.Pattern[str]

_FLAGS = regex.VERSION1 | regex.MULTILINE
_LARGEST = 100_000  # items; a pattern of this size compiles in a few hundredths of a second
TIME_LIMIT = 2.0  # seconds of CPU time for one pattern on one block
_AROUND = 40  # code points before and after a place, in which text that it is a part of is looked for
_BLOCK = 500_000  # code points; a longer block gets longer
_TEXT_AT = {"search": 0, "match": 0, "fullmatch": 0, "finditer": 0, "sub": 1}  # where each takes its text

_SCRIPTS = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]"

# Scripts written without blanks have no word boundary of their own: every place beside such a character is one.
BOUNDARY = rf"(?:\b|(?<={_SCRIPTS})|(?={_SCRIPTS}))"


class PatternError(ValueError):
    """A pattern that does not compile; the message says why and where in the pattern."""


@functools.cache
def compile_pattern(pattern: str, *, ignore_case: bool = False) -> Pattern:
    """Compile `pattern` (syntax of the `regex` library, version 1) at once; raises `PatternError`."""
    if written_out(pattern) > _LARGEST:
        raise PatternError(f"bad pattern {shorten(pattern)!r}: too large when its repetitions are written out")
    flags = _FLAGS | (regex.IGNORECASE if ignore_case else 0)
    try:
        return regex.compile(pattern, flags)
    except (regex.error, RecursionError, OverflowError, MemoryError) as error:
        reason = str(error) or type(error).__name__
        raise PatternError(f"bad pattern {shorten(pattern)!r}: {reason}") from error


class _Late:
    """Stands for a pattern, and compiles it when one of its methods is first asked for.

    Where `needs` are known, that is put off until a text holds one of them: in any other nothing can be found.
    """

    def __init__(
        self, compiled: Callable[[], Pattern], *, limited: bool, needs: Callable[[], tuple[str, ...]] = tuple
    ) -> None:
        self._compiled = compiled
        self._limited = limited
        self._needs = needs

    def __getattr__(self, name: str) -> Any:
        needs = self._needs() if name in _NOTHING_FOUND else ()
        method = self._unless_in_vain(name, needs) if needs else self._method(name)
        setattr(self, name, method)
        return method

    def _method(self, name: str) -> Any:
        method = getattr(self._compiled(), name)
        return _within_limit(method, _TEXT_AT[name]) if self._limited and name in _TEXT_AT else method

    def _unless_in_vain(self, name: str, needs: tuple[str, ...]) -> Callable[..., Any]:
        method: Any = None
        in_vain = ""  # the last text without them, which may be asked again, from another place on
        nothing = _NOTHING_FOUND[name]

        def call(text: str, *arguments: Any, **options: Any) -> Any:
            nonlocal method, in_vain
            if method is None:
                if text is in_vain or not any(need in text for need in needs):
                    in_vain = text
                    return nothing()
                method = self._method(name)
            return method(text, *arguments, **options)

        return call


def _none() -> None:
    """What is found where nothing is."""


_NOTHING_FOUND: dict[str, Callable[[], Any]] = {"search": _none, "match": _none, "fullmatch": _none, "finditer": tuple}


def _within_limit(method: Callable[..., Any], text_at: int) -> Callable[..., Any]:
    """The same method with the time limit for its text, unless the call gives one."""

    def call(*arguments: Any, **options: Any) -> Any:
        options.setdefault("timeout", _limit(arguments[text_at]))
        return method(*arguments, **options)

    return call


def _limit(text: str) -> float:
    return TIME_LIMIT * max(1, len(text) / _BLOCK)


def late_pattern(pattern: str, *, ignore_case: bool = False, parts: Collection[str] = ()) -> Pattern:
    """The same as `compile_pattern`, compiled when first used: most patterns of most rules never are.

    It is a rule's pattern: each of its searches raises `TimeoutError` past the time limit. `parts` are what stands in
    the rule, where the pattern was made of it: it finds nothing where none of them does.
    """
    return cast(
        "Pattern",
        _Late(
            lambda: compile_pattern(pattern, ignore_case=ignore_case),
            limited=True,
            needs=lambda: () if ignore_case else known_needs(parts or (pattern,)),
        ),
    )


def late_any(patterns: Collection[str], *, ignore_case: bool = False) -> Pattern | None:
    """A late pattern for what one of `patterns` matches; None where there are none."""
    return late_pattern(any_of(patterns), ignore_case=ignore_case, parts=patterns) if patterns else None


def late(pattern: str, flags: int = 0) -> Pattern:
    """A pattern of the program's own, compiled when first used."""
    return cast("Pattern", _Late(lambda: regex.compile(pattern, flags), limited=False))


def find_all(pattern: Pattern, text: str, start: int = 0, end: int | None = None) -> Iterator[regex.Match[str]]:
    """Every match of `pattern` in `text[start:end]` that is not empty; raises `TimeoutError` past the time limit.

    What stands before `start` may be looked behind at; `end` is the end of the text.
    """
    found = pattern.finditer(text, start, len(text) if end is None else end, timeout=_limit(text))
    return iter([match for match in found if match.end() > match.start()])  # at once: the limit is none on the caller


def lies_within(pattern: Pattern, text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is a part of what the pattern matches there; raises `TimeoutError` past the time limit."""
    passages = find_all(pattern, text, max(0, start - _AROUND), min(len(text), end + _AROUND))
    return any(passage.start() <= start and end <= passage.end() for passage in passages)


def any_of(patterns: Iterable[str]) -> str:
    """One pattern that matches what one of `patterns` matches; the first that does wins."""
    return "|".join(f"(?:{pattern})" for pattern in patterns)


def shorten(text: str, most: int = 60) -> str:
    """`text` with its middle left out where it is longer than `most` code points."""
    if len(text) <= most:
        return text
    return f"{text[: most // 2 - 1]} … {text[-(most // 2 - 2) :]}"

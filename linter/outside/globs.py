"""Globs as in a `.gitignore`, searched with a time limit: one of many stars may otherwise take for ever."""

from __future__ import annotations

import re
import warnings
from functools import cache
from typing import TYPE_CHECKING, Any, cast

import regex
from pathspec import GitIgnoreSpec
from pathspec.pattern import RegexMatchResult
from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

from linter.engines.patterns import shorten
from linter.errors import LinterError

if TYPE_CHECKING:
    from collections.abc import Iterable

_FEW_STARS = 3  # with so many, a glob takes half a second on the longest path that there can be
TIME_LIMIT = 1.0  # seconds of CPU time for one glob on one path


def compiled(globs: Iterable[str]) -> GitIgnoreSpec:
    """The globs, a later one over the earlier; raises `LinterError` at what is none."""
    return GitIgnoreSpec.from_lines(globs, pattern_factory=_glob)


def _glob(line: str) -> _Glob:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)  # of sets in sets, which globs do not have
            return _Glob(line)
    except (ValueError, re.error) as error:
        raise LinterError(f"{shorten(line)!r} is no glob: {error}") from error


def compiled_as_git_does(lines: Iterable[str]) -> GitIgnoreSpec:
    """The same of an ignore file, in which git passes over what is no glob."""
    return GitIgnoreSpec.from_lines(lines, pattern_factory=_glob_or_nothing)


def _glob_or_nothing(line: str) -> _Glob:
    try:
        return _glob(line)
    except LinterError:
        return _Glob(None)


class _Glob(GitIgnoreSpecPattern):
    """A glob whose expression is pathspec's; one of many stars is searched by `regex`, which is slower and has time limits."""

    __slots__ = ()

    def match_file(self, file: Any) -> Any:
        """What pathspec asks for each path; raises `LinterError` past the time limit."""
        if self.regex is None or str(self.pattern).count("*") <= _FEW_STARS:
            return super().match_file(file)
        try:
            found = _searched(self.regex.pattern).search(file, timeout=TIME_LIMIT)
        except TimeoutError as error:
            raise LinterError(f"the glob {shorten(str(self.pattern))!r} takes too long on {shorten(file)!r}") from error
        return found and RegexMatchResult(cast("re.Match[str]", found))  # it is asked for its groups alone


_searched = cache(regex.compile)

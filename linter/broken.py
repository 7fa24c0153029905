"""What goes wrong with one file or with one rule on it, as a diagnostic among the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.diagnostic import Diagnostic
from linter.rule import in_language
from linter.source import Position

if TYPE_CHECKING:
    from linter.rule import Words


UNREADABLE = "recto.unreadable"
UNSUPPORTED = "recto.unsupported"
INTERNAL_ERROR = "recto.internal-error"
PATTERN_TIMEOUT = "recto.pattern-timeout"
BROKEN = frozenset({UNREADABLE, INTERNAL_ERROR, PATTERN_TIMEOUT})


def unreadable(path: str, reason: Words, language: str, line: int = 1) -> Diagnostic:
    """The file could not be read, or what stands in this line of it."""
    return _broken(UNREADABLE, path, in_language(reason, language), "", line)


def unsupported(path: str, reason: Words, language: str) -> Diagnostic:
    """The file is of a format that cannot be read here."""
    return unreadable(path, reason, language)._replace(rule=UNSUPPORTED, level="suggestion")


def internal_error(path: str, rule: str, error: Exception, language: str) -> Diagnostic:
    """The check of a rule failed on the file."""
    what = f"{type(error).__name__}: {error}"
    words = {
        "en": f"The rule {rule} failed on this file ({what}).",
        "zh": f"规则{rule}在此文件上运行出错（{what}）。",
    }
    advice = {
        "en": "Please report it with this file; until then run without it: --ignore " + rule,
        "zh": "请附此文件报告该问题；此前可用 --ignore " + rule + " 跳过该规则。",
    }
    return _broken(INTERNAL_ERROR, path, in_language(words, language), in_language(advice, language))


def failure(path: str, rule: str, error: Exception, language: str) -> Diagnostic:
    """What stopped a rule on a file: a slow pattern, or a mistake of ours."""
    if isinstance(error, TimeoutError):
        return pattern_timeout(path, rule, language)
    return internal_error(path, rule, error, language)


def pattern_timeout(path: str, rule: str, language: str) -> Diagnostic:
    """A pattern of a rule took too long on the file."""
    words = {
        "en": f"A pattern of the rule {rule} takes too long on this file.",
        "zh": f"规则{rule}的正则表达式在此文件上超时。",
    }
    advice = {
        "en": "Rewrite the pattern so that no two of its repetitions can match the same text.",
        "zh": "请改写正则表达式，避免嵌套的重复匹配同一段文字。",
    }
    return _broken(PATTERN_TIMEOUT, path, in_language(words, language), in_language(advice, language))


def _broken(rule: str, path: str, message: str, advice: str, line: int = 1) -> Diagnostic:
    start = Position(line, 1, 1, 1)
    return Diagnostic(
        path=path,
        rule=rule,
        kind="recto",
        level="error",
        grade="sure",
        message=" ".join(message.split()),
        help=advice,
        url="",
        start=start,
        end=start,
        excerpt=None,
        heading=(),
        related=(),
        fix=None,
        fingerprint="",
    )

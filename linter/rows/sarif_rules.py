"""Rules as SARIF describes them to those who show the results."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from linter.rule import GRADES, in_language

if TYPE_CHECKING:
    from linter.diagnostic import Diagnostic
    from linter.rule import Rule, Words

LEVELS = {"error": "error", "warning": "warning", "suggestion": "note"}
_PRECISION = {"sure": "very-high", "likely": "high", "hint": "medium"}  # GitHub's words
_FIELD = re.compile(r"\{[^{}]*\}")
_SENTENCE = re.compile(r"(?<=[。！？])|(?<=[.!?])\s")


def descriptor(rule: Rule, language: str) -> dict[str, Any]:
    """The `reportingDescriptor` of a rule; its level and precision are those of its surest matches."""
    grade = next(grade for grade in GRADES if grade in rule.level)
    description = _said(rule.description, language) or _said(rule.message, language)
    advice = _said(rule.help, language)  # what a match fills in is told with the match
    return {
        **_named(rule.id),
        "shortDescription": {"text": _SENTENCE.split(description, maxsplit=1)[0]},
        "fullDescription": {"text": description},
        "help": {"text": description if not advice or "…" in advice else advice},
        **({"helpUri": rule.url} if rule.url else {}),
        "defaultConfiguration": {"level": LEVELS[rule.level[grade]]},
        "properties": {"tags": _tags(rule.pack, rule.kind), "precision": _PRECISION[grade]},
    }


def own_descriptor(found: Diagnostic) -> dict[str, Any]:
    """The same of what the linter says without a rule of the ruleset, as far as the diagnostic tells."""
    return {
        **_named(found.rule),
        **({"help": {"text": found.help}} if found.help else {}),
        "defaultConfiguration": {"level": LEVELS[found.level]},
        "properties": {"tags": _tags(found.rule.partition(".")[0], found.kind)},
    }


def _named(rule: str) -> dict[str, str]:
    words = re.split(r"\W+", rule.rpartition(".")[2])
    return {"id": rule, "name": "".join(word[:1].upper() + word[1:] for word in words)}


def _tags(pack: str, kind: str) -> list[str]:
    """No tag may stand twice."""
    return [pack, kind] if pack != kind else [pack]


def _said(words: Words, language: str) -> str:
    """A sentence of a rule, with `…` for what each match fills in."""
    return " ".join(_FIELD.sub("…", in_language(words, language)).split()) if words else ""

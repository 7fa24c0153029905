"""What may be written in a rule file and in a pack's own file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.authoring.rule_reader import COMMON_KEYS, TEST_KEYS
from linter.authoring.rule_schema import RULE_KEYS, TEST_PARTS
from linter.formats import SUFFIXES
from linter.kinds import KINDS, kind_named
from linter.lsp.choices import Choice, keys_of, rules_and_packs, values_of, words
from linter.rule import LANGUAGES, LEVELS, Sign, in_language

if TYPE_CHECKING:
    from linter.lsp.yaml_place import YamlPlace
    from linter.rule import Kind
    from linter.ruleset import Ruleset

_EXTENDS = re.compile(r"^extends:\s*['\"]?([\w-]+)", re.MULTILINE)
_FIELD = re.compile(r"\{(?P<typed>\w*)$")
_WORDS = ("message", "help", "description", "source", "related", "folded")
_SCOPES = (
    "text", "title", "heading", "heading.h1", "heading.h2", "heading.h3", "heading.h4", "heading.h5", "heading.h6",
    "paragraph", "item", "quote", "footnote", "table", "table.header", "table.cell", "bold", "front-matter",
)  # fmt: skip
_PACK_KEYS = ("title", "description", "applies", "not")


def rule_choices(place: YamlPlace, text: str, ruleset: Ruleset, language: str) -> list[Choice]:
    """The keys or values for a place in a rule file; without a known kind, those that all kinds have."""
    named = _EXTENDS.search(text)
    kind = kind_named(named[1]) if named and named[1] in KINDS else None
    if place.above[:1] == ("tests",):
        return _tests(place, language)
    if kind and {*place.above, place.key} & {*_WORDS} and (field := _FIELD.search(place.typed)):
        return [Choice("{" + name + "}") for name in kind.FIELDS if name.startswith(field["typed"])]
    if place.key or (place.is_item and place.above):
        key = "level" if place.above == ("level",) else place.key or place.above[-1]
        return _values(key, kind, ruleset, language)
    return _keys(place, kind, language)


def _keys(place: YamlPlace, kind: Kind | None, language: str) -> list[Choice]:
    if not place.above:
        own = keys_of(kind.Params, language) if kind else []
        return [Choice(name, in_language(RULE_KEYS[name].words, language), is_key=True) for name in COMMON_KEYS] + own
    if place.above[0] in _WORDS:
        return [Choice(name, is_key=True) for name in LANGUAGES]
    return [Choice(grade, is_key=True) for grade in kind.GRADES] if kind and place.above == ("level",) else []


def pack_choices(place: YamlPlace) -> list[Choice]:
    """The keys for a place in a pack's own file."""
    if place.key:
        return words(LANGUAGES[::-1]) if place.key == "language" else []
    match place.above:
        case ():
            return [Choice(name, is_key=True) for name in _PACK_KEYS]
        case ("applies" | "not",):
            return [Choice(name, is_key=True) for name in Sign._fields]
        case ("title" | "description",):
            return [Choice(name, is_key=True) for name in LANGUAGES]
    return []


def _tests(place: YamlPlace, language: str) -> list[Choice]:
    if place.key:
        return words(sorted(name.lstrip(".") for name in SUFFIXES)) if place.key == "format" else []
    if len(place.above) > 1:
        return []
    return [Choice(name, in_language(TEST_PARTS[name].words, language), is_key=True) for name in TEST_KEYS]


def _values(key: str, kind: Kind | None, ruleset: Ruleset, language: str) -> list[Choice]:
    """The values of a key."""
    fixed = {"fix": ("safe", "unsafe"), "scope": _SCOPES, "level": LEVELS}
    if key in fixed:
        return words(fixed[key])
    if key == "extends":
        return [Choice(name, _purpose(name)) for name in KINDS]
    if key in ("supersedes", "outranks"):
        return rules_and_packs(ruleset, language)
    return values_of(kind.Params, key, language) if kind else []


def _purpose(name: str) -> str:
    """What a kind finds, as its module says."""
    said = (kind_named(name).__doc__ or "").strip().partition("\n")[0]
    return said.partition(": ")[2] or said

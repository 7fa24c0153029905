"""What may be written at a place in a file of rules or options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args, get_origin

from linter.authoring.types import parameters_of
from linter.kinds import kind_named
from linter.rule import in_language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.authoring.types import Parameter
    from linter.rule import Rule
    from linter.ruleset import Ruleset


class Choice(NamedTuple):
    """A word, what it stands for, and whether it is a key, behind which a value follows."""

    word: str
    text: str = ""
    is_key: bool = False


def words(names: Iterable[str], texts: dict[str, str] | None = None) -> list[Choice]:
    """Values, some of them explained."""
    return [Choice(name, (texts or {}).get(name, "")) for name in names]


def keys_of(params: Any, language: str) -> list[Choice]:
    """The keys that a kind, or the options, declare."""
    return [Choice(key, _sentence(one, language), is_key=True) for key, one in parameters_of(params).items()]


def params_of(rule: Rule, language: str) -> list[Choice]:
    """The keys of a rule's kind."""
    return keys_of(kind_named(rule.kind).Params, language)


def values_of(params: Any, key: str, language: str) -> list[Choice]:
    """The values that a declared key may have, where they can be told."""
    parameter = parameters_of(params).get(key)
    if parameter is None:
        return []
    allowed = parameter.type
    while get_origin(allowed) is tuple:
        allowed = get_args(allowed)[0]
    names = ("true", "false") if allowed is bool else get_args(allowed) if get_origin(allowed) is Literal else ()
    return [Choice(str(name), _sentence(parameter, language)) for name in names if name]


def rules_and_packs(ruleset: Ruleset, language: str, *, is_key: bool = False) -> list[Choice]:
    """The names of all rules, and of all packs."""
    rules = [
        Choice(rule.id, " ".join(in_language(rule.description or {"en": ""}, language).split()), is_key)
        for rule in ruleset.rules.values()
    ]
    return [*packs(ruleset, language, is_key=is_key), *rules]


def packs(ruleset: Ruleset, language: str, *, is_key: bool = False) -> list[Choice]:
    """The names of all packs."""
    return [
        Choice(pack.name, in_language(pack.title or {"en": ""}, language), is_key) for pack in ruleset.packs.values()
    ]


def _sentence(parameter: Parameter, language: str) -> str:
    return str(parameter.doc.zh if language == "zh" else parameter.doc.en)

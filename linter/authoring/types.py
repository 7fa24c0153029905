"""Check a YAML value against the annotation of the field that it is for."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin, get_type_hints

from linter.authoring.yaml_reader import described
from linter.engines.contexts import HOLE, compile_contexts
from linter.engines.equations import parse_equation
from linter.engines.ordinals import parse_ordinal
from linter.engines.patterns import compile_pattern
from linter.errors import LinterError
from linter.rule import ConditionText, ContextText, EquationText, FormulaText, ListPath, OrdinalText, PatternText
from linter.structure.measured import read_condition, read_formula

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.authoring.yaml_reader import Node
    from linter.rule import Lists


class Parameter:
    """One key of a kind: its name in YAML, type, default and sentence, as its `Params` states them."""

    def __init__(self, field: str, annotation: Any, default: Any, *, required: bool) -> None:
        self.field = field
        self.key = field.replace("_", "-")
        self.type, self.doc = get_args(annotation)
        self.default = default
        self.required = required


def parameters_of(params: Any) -> dict[str, Parameter]:
    """The parameters of a kind by their names in YAML."""
    hints = get_type_hints(params, include_extras=True)
    defaults = params._field_defaults
    found = [
        Parameter(field, hints[field], defaults.get(field), required=field not in defaults) for field in params._fields
    ]
    return {parameter.key: parameter for parameter in found}


def read_params(params: Any, nodes: dict[str, Node], rule: Node) -> dict[str, Any]:
    """The arguments of `params` that the keys give, plain enough for JSON."""
    for key, parameter in parameters_of(params).items():
        if parameter.required and key not in nodes:
            raise rule.error(f"a rule of this kind needs the key {key!r}: {parameter.doc.en}")
    return read_some_params(params, nodes)


def read_some_params(params: Any, nodes: dict[str, Node]) -> dict[str, Any]:
    """The same for keys that change a rule, so that none is needed."""
    parameters = parameters_of(params)
    return {parameters[key].field: convert(node, parameters[key].type, key) for key, node in nodes.items()}


def list_paths(params: Any, nodes: dict[str, Node]) -> list[Node]:
    """Where the keys name data files."""
    found: list[Node] = []
    for key, parameter in parameters_of(params).items():
        if key in nodes and parameter.type == tuple[ListPath, ...]:
            found += nodes[key].items()
        elif key in nodes and parameter.type is ListPath and nodes[key].value:
            found.append(nodes[key])
    return found


def need_lists(paths: Iterable[Node], lists: Lists) -> None:
    """Raise `LinterError` at the first data file that is nowhere, or outside of its pack."""
    for node in paths:
        try:
            lists.find(str(node.value))
        except LinterError as error:
            raise node.error(error.message) from error


def convert(node: Node, wanted: Any, key: str) -> Any:
    """The value of `node` as `wanted`; raises `LinterError` with its place and what is allowed."""
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin is Literal:
        return _choice(node, arguments, key)
    if origin is tuple:
        return [convert(item, arguments[0], key) for item in node.items()]
    if origin is dict:
        return {
            _key(name, item, arguments[0], key): convert(item, arguments[1], key)
            for name, item in node.mapping().items()
        }
    return _scalar(node, wanted, key)


def _key(name: str, node: Node, wanted: Any, key: str) -> Any:
    return convert(type(node)(name, node.path, node.line), wanted, key)


def _choice(node: Node, allowed: tuple[str, ...], key: str) -> str:
    if node.value not in allowed or not isinstance(node.value, str):
        raise node.error(f"{key!r} must be one of {', '.join(filter(None, allowed))}, not {described(node.value)}")
    return node.value


_SCALARS: dict[Any, tuple[type, str]] = {
    bool: (bool, "true or false"),
    int: (int, "a whole number"),
    float: (float, "a number"),
}


def _scalar(node: Node, wanted: Any, key: str) -> Any:
    value = node.value
    if wanted is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    expected, words = _SCALARS.get(wanted, (str, "text; put it in quotes"))
    if not isinstance(value, expected) or (isinstance(value, bool) and expected is not bool):
        raise node.error(f"{key!r} must be {words}, not {described(value)}")
    if expected is str:
        value = str(value)
        if "\0" in value:
            raise node.error(f"{key!r} must not hold the character U+0000")
        _check_text(node, wanted, value, key)
    return expected(value)


def _check_text(node: Node, wanted: Any, value: str, key: str) -> None:
    try:
        if wanted is PatternText:
            compile_pattern(value)
        elif wanted is ContextText:
            compile_contexts([value])
            for side in value.split(HOLE):
                compile_pattern(side)
        elif wanted is EquationText:
            parse_equation(value)
        elif wanted is FormulaText:
            read_formula(value)
        elif wanted is ConditionText:
            read_condition(value)
    except ValueError as error:
        raise node.error(f"{key!r}: {error}") from error
    if wanted is OrdinalText and parse_ordinal(value) is None:
        raise node.error(f"{key!r}: {value!r} is no ordinal; write it as in 一、 （一） 1. （1）")


def nearest(word: str, allowed: Iterable[str]) -> str:
    """The end of a sentence: what may have been meant, or a full stop."""
    close = get_close_matches(word, list(allowed), n=1)
    return f"; did you mean {close[0]!r}?" if close else "."


def refuse_unknown(nodes: dict[str, Node], allowed: Iterable[str], what: str) -> None:
    """Raise `LinterError` at the first key that is not allowed."""
    allowed = list(allowed)
    for key, node in nodes.items():
        if key not in allowed:
            raise node.error(f"unknown {what} {key!r}{nearest(key, allowed)} Allowed: {', '.join(allowed)}.")

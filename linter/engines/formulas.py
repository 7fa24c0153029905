"""Formulas of rules: arithmetic, comparisons, and the words that join them, over named figures."""

from __future__ import annotations

import ast
import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    Formula = Callable[[Mapping[str, float]], float]

_LONGEST = 1_000  # characters
_MOST = 200  # parts, which limits how deep they stand in one another as well
_LARGEST_EXPONENT = 1_000.0


class FormulaError(ValueError):
    """A formula that cannot be read; the message says why."""


def _power(base: float, exponent: float) -> float:
    if abs(exponent) > _LARGEST_EXPONENT:
        raise OverflowError
    return math.pow(base, exponent)


_OPERATORS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: lambda left, right: left + right,
    ast.Sub: lambda left, right: left - right,
    ast.Mult: lambda left, right: left * right,
    ast.Div: lambda left, right: left / right,
    ast.Mod: math.fmod,
    ast.Pow: _power,
}
_SIGNS: dict[type[ast.unaryop], Callable[[float], float]] = {
    ast.UAdd: lambda value: value,
    ast.USub: lambda value: -value,
    ast.Not: lambda value: float(not value),
    ast.Invert: lambda value: float(not value),
}
_COMPARISONS: dict[type[ast.cmpop], Callable[[float, float], bool]] = {
    ast.Lt: lambda left, right: left < right,
    ast.LtE: lambda left, right: left <= right,
    ast.Gt: lambda left, right: left > right,
    ast.GtE: lambda left, right: left >= right,
    ast.Eq: lambda left, right: left == right,
    ast.NotEq: lambda left, right: left != right,
}
_FUNCTIONS: dict[str, tuple[int, Callable[..., float]]] = {
    "abs": (1, math.fabs),
    "cbrt": (1, math.cbrt),
    "ceil": (1, math.ceil),
    "exp": (1, math.exp),
    "floor": (1, math.floor),
    "log": (1, math.log),
    "log10": (1, math.log10),
    "log2": (1, math.log2),
    "max": (2, max),
    "min": (2, min),
    "mod": (2, math.fmod),
    "pow": (2, _power),
    "sqrt": (1, math.sqrt),
    "trunc": (1, math.trunc),
}
_CONSTANTS = {"e": math.e, "pi": math.pi}


def parse_formula(text: str, names: Collection[str]) -> Formula:
    """A function from figures by name to the value, a truth being 1 or 0; raises `FormulaError`.

    Operators are those of arithmetic, comparison, and `&&`, `||`, `!` (or `and`, `or`, `not`); functions are
    `math.sqrt` and the like. A name may have a point: `heading.h1`. The function raises `ArithmeticError` or
    `ValueError` where there is no value, as where it divides by zero.
    """
    if len(text) > _LONGEST:
        raise FormulaError(f"a formula has at most {_LONGEST} characters")
    if not text.strip():
        raise FormulaError("the formula is empty")
    try:
        tree = ast.parse(f"({_in_python(text)}\n)", mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise FormulaError(f"{text.strip()!r} is no formula") from error
    if sum(1 for _ in ast.walk(tree)) > _MOST:
        raise FormulaError(f"a formula has at most {_MOST} parts")
    return _compiled(tree.body, names)


def _in_python(text: str) -> str:
    """`!` binds as closely as `~` does, and not as loosely as `not`."""
    kept = text.replace("~", "?").replace("&&", " and ").replace("||", " or ").replace("!=", "\0")
    return kept.replace("!", "~").replace("\0", "!=")


def _compiled(node: ast.expr, names: Collection[str]) -> Formula:  # noqa: PLR0911 - one for each sort of part
    match node:
        case ast.Constant(value=bool() | int() | float() as value):
            return _constant(value)
        case ast.UnaryOp(op=sign, operand=operand):
            inner = _compiled(operand, names)
            apply = _SIGNS[type(sign)]
            return lambda figures: apply(inner(figures))
        case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _OPERATORS:
            return _joined(_OPERATORS[type(operator)], _compiled(left, names), _compiled(right, names))
        case ast.Compare(left=left, ops=[operator], comparators=[right]) if type(operator) in _COMPARISONS:
            return _joined(_COMPARISONS[type(operator)], _compiled(left, names), _compiled(right, names))
        case ast.BoolOp(op=word, values=values):
            parts = [_compiled(value, names) for value in values]
            every = all if isinstance(word, ast.And) else any
            return lambda figures: float(every(part(figures) for part in parts))
        case ast.Call(func=ast.Attribute(value=ast.Name(id="math"), attr=name), args=arguments, keywords=[]):
            return _called(name, [_compiled(argument, names) for argument in arguments])
        case ast.Name() | ast.Attribute():
            return _named(ast.unparse(node), names)
    raise FormulaError(f"{ast.unparse(node)!r} cannot stand in a formula")


def _constant(value: float) -> Formula:
    try:
        number = float(value)
    except OverflowError as error:
        raise FormulaError("a number in the formula is too large") from error
    return lambda _: number


def _joined(operator: Callable[[float, float], float], left: Formula, right: Formula) -> Formula:
    return lambda figures: float(operator(left(figures), right(figures)))


def _called(name: str, arguments: list[Formula]) -> Formula:
    if name not in _FUNCTIONS:
        raise FormulaError(f"there is no function 'math.{name}'; there are {', '.join(_FUNCTIONS)}")
    wanted, function = _FUNCTIONS[name]
    if len(arguments) != wanted:
        raise FormulaError(f"'math.{name}' takes {wanted} argument(s)")
    return lambda figures: float(function(*(argument(figures) for argument in arguments)))


def _named(name: str, names: Collection[str]) -> Formula:
    if name in names:
        return lambda figures: figures[name]
    if name.startswith("math.") and name[5:] in _CONSTANTS:
        return _constant(_CONSTANTS[name[5:]])
    raise FormulaError(f"there is no variable {name!r}; there are {', '.join(names)}")

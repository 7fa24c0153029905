"""Rule → check, one module per kind. This is the table."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from linter.rule import Kind

KINDS = (
    "count-mismatch",
    "cross-reference",
    "empty-section",
    "existence",
    "heading-levels",
    "heading-style",
    "name-mismatch",
    "numbering",
    "paired-marks",
    "repeated-content",
    "repeated-heading",
    "repetition",
    "substitution",
    "table-shape",
)


def kind_named(name: str) -> Kind:
    """The module of a kind; `name` is one of `KINDS`."""
    return cast("Kind", import_module(f"linter.kinds.{name.replace('-', '_')}"))

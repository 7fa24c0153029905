"""Rule → check, one module per kind. This is the table."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from linter.rule import Kind

KINDS = (
    "attachment-list",
    "broken-paragraph",
    "capitalization",
    "carried-figure",
    "character-width",
    "conditional",
    "consistency",
    "count-mismatch",
    "cross-reference",
    "emphasis-as-heading",
    "empty-section",
    "existence",
    "first-heading",
    "form-edition",
    "heading-levels",
    "heading-style",
    "kept-name",
    "known-sequence",
    "known-titles",
    "metric",
    "name-mismatch",
    "neighbour-link",
    "numbering",
    "occurrence",
    "own-words",
    "paired-marks",
    "place-names",
    "readability",
    "repeated-content",
    "repeated-heading",
    "repeated-key",
    "repetition",
    "required-sections",
    "single-title",
    "spelling",
    "substitution",
    "sum-mismatch",
    "table-shape",
    "table-totals",
    "term-consistency",
    "text-table",
    "year-mismatch",
)


def kind_named(name: str) -> Kind:
    """The module of a kind; `name` is one of `KINDS`."""
    return cast("Kind", import_module(f"linter.kinds.{name.replace('-', '_')}"))

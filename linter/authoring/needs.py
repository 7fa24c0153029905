"""What the patterns of built-in rules require of a text, told once for all when the ruleset is written."""

from __future__ import annotations

from typing import Any

from linter.engines.contexts import HOLE
from linter.engines.required import required
from linter.rule import texts_of

_ANY = r"[^\0]+"


def needs_of(params: dict[str, Any]) -> list[list[str]]:
    """For each text of the parameters, the texts of which one stands wherever it is found as a pattern."""
    return [list(required(text.replace(HOLE, _ANY))) for text in texts_of(params)]

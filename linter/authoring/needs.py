"""What the patterns of built-in rules require of a text, told once for all when the ruleset is written."""

from __future__ import annotations

import re
from typing import Any

from linter.engines.required import required
from linter.rule import texts_of

_ANY = r"[^\0]+"
_HOLE = re.compile(r"\{[a-z_]+\}")  # `{name}` of a context, a piece of a pattern


def needs_of(params: dict[str, Any]) -> list[list[str]]:
    """For each text of the parameters, the texts of which one stands wherever it is found as a pattern."""
    return [list(required(_HOLE.sub(lambda _: _ANY, text))) for text in texts_of(params)]

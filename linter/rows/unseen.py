"""What a terminal obeys or a reader cannot see, written as escapes where a format has them: nothing of it is lost."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

# DEL and the controls after ASCII, a return, marks of direction, ends of lines; JSON and XML see to other controls.
_UNSEEN = re.compile("[\r\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def json_text(value: Any, indent: int | None = None) -> str:
    """JSON in which only letters and signs stand as themselves."""
    return escaped(json.dumps(value, ensure_ascii=False, indent=indent), lambda character: f"\\u{ord(character):04x}")


def escaped(text: str, escape: Callable[[str], str]) -> str:
    """The text with each of these characters as `escape` writes it."""
    return _UNSEEN.sub(lambda found: escape(found[0]), text)

"""What the user's environment says."""

from __future__ import annotations

import os

_NO_OPTIONS = ("RECTO_CACHE_DIR", "RECTO_TESTS", "RECTO_TESTS_WITHOUT")


def message_language() -> str:
    """`zh` under a Chinese locale, else `en`."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def wants_colour(choice: str, *, is_terminal: bool) -> bool:
    """Whether to colour; `choice` is `always`, `never` or `auto`, which asks NO_COLOR, then FORCE_COLOR, then the terminal."""
    if choice in ("always", "never"):
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if forced := os.environ.get("FORCE_COLOR"):
        return forced != "0"
    return is_terminal and os.environ.get("TERM") != "dumb"


def option_variables() -> dict[str, str]:
    """The environment variables that may hold options."""
    return {
        name: value
        for name, value in os.environ.items()
        if name.startswith("RECTO_") and value and name not in _NO_OPTIONS
    }

"""What the user's environment says."""

from __future__ import annotations

import os

_NO_OPTIONS = ("RECTO_CACHE_DIR", "RECTO_TESTS", "RECTO_TESTS_WITHOUT", "RECTO_CONFIG", "RECTO_ISOLATED")
_OFF = ("", "0", "false")


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
    return is_terminal and not is_dumb()


def is_dumb() -> bool:
    """Whether the terminal can do nothing but write one line after the other."""
    return os.environ.get("TERM") == "dumb"


def option_variables() -> dict[str, str]:
    """The environment variables that may hold options."""
    return {
        name: value
        for name, value in os.environ.items()
        if name.startswith("RECTO_") and value and name not in _NO_OPTIONS
    }


def configuration_variables() -> tuple[str, bool]:
    """The configuration that `RECTO_CONFIG` names for all documents, and whether `RECTO_ISOLATED` asks for none."""
    return os.environ.get("RECTO_CONFIG", ""), os.environ.get("RECTO_ISOLATED", "") not in _OFF

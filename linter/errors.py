"""The one exception that is meant for people."""

from __future__ import annotations


class LinterError(Exception):
    """Something that the user can mend: a sentence, and where it is known the file and the line (from 1)."""

    def __init__(self, message: str, path: str | None = None, line: int | None = None) -> None:
        super().__init__(message, path, line)
        self.message = message
        self.path = path
        self.line = line

    def __str__(self) -> str:
        """`path:line: message`, as far as the place is known."""
        place = [str(part) for part in (self.path, self.line) if part is not None]
        return ": ".join([":".join(place), self.message] if place else [self.message])

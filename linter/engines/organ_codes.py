"""Codes of organs, such as 嵩政办: the characters of their places, each shortened, before what tells the organ's sort."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from linter.engines.gazetteer import Path
    from linter.engines.patterns import Pattern


class CodeSigns(NamedTuple):
    """What codes are made of.

    `short` has the characters that stand for a place besides those of its name, `governments` finds the ends of the
    codes of governments and parties, `neutral` are characters that any place may use.
    """

    short: Mapping[str, str]
    governments: Pattern
    neutral: str

    def head(self, code: str) -> str:
        """What must come from names: all before the end of a government's code, the first character of another."""
        end = self.governments.search(code)
        return code[: end.start()] if end else code[:1]

    def is_governments(self, code: str) -> bool:
        """Whether it is the code of a government or a party."""
        return self.governments.search(code) is not None

    def fits(self, code: str, place: Path, organ: str) -> bool:
        """Whether the head can be taken, in order, from the names of a place, its parents and the organ."""
        stock = "".join(self.short.get(name, "") + name for name in place) + organ
        at = 0
        for character in self.head(code):
            found = stock.find(character, at)
            if found < 0 and character not in self.neutral:
                return False
            at = max(at, found + 1)
        return True

"""Codes of organs, such as 嵩政办: the characters of their places, each shortened, before what tells the organ's sort."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from linter.engines.gazetteer import Path


class CodeSigns(NamedTuple):
    """What codes are made of.

    `short` has the characters that stand for a place besides those of its name, `governments` the ends of the codes of
    governments and parties, `departments` the characters that stand for a department, `neutral` those for any place.
    """

    short: Mapping[str, str]
    governments: tuple[str, ...]
    departments: str
    neutral: str

    def head(self, code: str) -> str:
        """What must come from the names of places: all before the end of a government's code.

        Of another code it is the first character, unless that is a department's.
        """
        end = max((end for end in self.governments if code.endswith(end)), key=len, default="")
        if end:
            return code.removesuffix(end)
        return code[:1] if code[:1] not in self.departments else ""

    def fits(self, code: str, place: Path, organ: str) -> bool:
        """Whether the head can be taken, in order, from the names of a place, its parents and the organ.

        Behind its first character there may be those of departments.
        """
        stock = "".join(self.short.get(name, "") + name for name in place) + organ
        at = 0
        for number, character in enumerate(self.head(code)):
            found = stock.find(character, at)
            if found < 0 and character not in self.neutral and not (number and character in self.departments):
                return False
            at = max(at, found + 1)
        return True

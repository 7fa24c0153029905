"""Which of the files are near copies of each other, or share a passage: what every rule across files begins with."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from linter.copies.units import units
from linter.engines.patterns import late
from linter.engines.sketches import Sketch, alike, common_pieces, is_common, sharing, sketch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from linter.copies.units import Unit
    from linter.document import Document

_DIGITS = late(r"\p{N}+")
_CLAUSES = late(r"[^\p{P}]{6,}")
_FIRM = 20  # code points of a unit that a file may be known by
_END = 24  # code points at either end of a unit that stay the same where its middle is changed
_TITLE = 100  # code points of a title that are kept
_MOST = 6  # files like one, and as many that share a passage with it
_FORMULA = 3  # files; what so many hold is a form of words


class Nearby:
    """The files of a project, in the order of their paths, each with those that it may be compared with."""

    def __init__(self, summaries: Mapping[str, Any]) -> None:
        self.paths = sorted(summaries)
        self.titles = {path: str(summaries[path][2]) for path in self.paths}
        self._sketches = [Sketch(*summaries[path][:2]) for path in self.paths]

    def alike(self) -> dict[str, list[str]]:
        """The paths of the files like each file, or with a sentence that few others hold."""
        near, shared = alike(self._sketches, _MOST), sharing(self._sketches, _MOST)
        return self._named([sorted({*one, *other}) for one, other in zip(near, shared, strict=True)])

    def sharing(self, least: int) -> dict[str, list[str]]:
        """The paths of the files that share so many sentences with each file that few others hold."""
        return self._named(sharing(self._sketches, _MOST, least))

    def twins(self) -> dict[str, str]:
        """The files that hold the same sentences as an earlier one, with that one's path."""
        firsts: dict[Sketch, str] = {}
        known = zip(self.paths, self._sketches, strict=True)
        return {path: first for path, one in known if one.sample and (first := firsts.setdefault(one, path)) != path}

    def _named(self, found: list[list[int]]) -> dict[str, list[str]]:
        return {path: [self.paths[other] for other in others] for path, others in zip(self.paths, found, strict=True)}

    def is_formula(self, unit: Unit) -> bool:
        """Whether the unit is known to stand in many files."""
        return is_common(masked(unit.key), self._common)

    @cached_property
    def _common(self) -> set[int]:
        return common_pieces(self._sketches, _FORMULA)


@lru_cache(maxsize=2)
def sketch_of(document: Document) -> list[Any]:
    """What `Nearby` has to know of a document, as JSON can hold it; numbers do not count."""
    wanted = [masked(unit.key) for unit in units(document) if unit.sort != "code" and len(unit.key) >= _FIRM]
    tokens = {token for key in wanted for token in (key[:_END], key[-_END:], *_CLAUSES.findall(key))}
    return [*sketch(wanted, tokens), document.title.text[:_TITLE] if document.title else ""]


def masked(text: str) -> str:
    """The text with one digit for each number."""
    return _DIGITS.sub("0", text)

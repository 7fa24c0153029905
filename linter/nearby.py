"""Which of the files are near copies of each other, or share a passage: what every rule across files begins with."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from linter.engines.patterns import late
from linter.engines.sketches import Sketch, common_pieces, is_common, neighbours, sketch
from linter.units import units

if TYPE_CHECKING:
    from collections.abc import Mapping

    from linter.document import Document
    from linter.units import Unit

_DIGITS = late(r"\p{N}+")
_FIRM = 20  # code points of a unit that a file may be known by
_END = 24  # code points at either end of a unit that stay the same where its middle is changed
_MOST = 6  # files like one, and as many that share a passage with it
_FORMULA = 3  # files; what so many hold is a form of words


class Nearby:
    """The files of a project, in the order of their paths, each with those that it may be compared with."""

    def __init__(self, summaries: Mapping[str, Any]) -> None:
        self.paths = sorted(summaries)
        sketches = [Sketch(shape, tuple(sample)) for shape, sample in (summaries[path] for path in self.paths)]
        self._neighbours = neighbours(sketches, _MOST)
        self._common = common_pieces(sketches, _FORMULA)

    def of(self, number: int) -> list[str]:
        """The paths of the files near file `number`."""
        return [self.paths[other] for other in self._neighbours[number]]

    def is_formula(self, unit: Unit) -> bool:
        """Whether the unit is known to stand in many files."""
        return is_common(masked(unit.key), self._common)


@lru_cache(maxsize=2)
def sketch_of(document: Document) -> list[Any]:
    """What `Nearby` has to know of a document, as JSON can hold it; numbers do not count."""
    wanted = [masked(unit.key) for unit in units(document) if unit.sort != "code" and len(unit.key) >= _FIRM]
    tokens = {token for key in wanted for token in (key, f"{key[:_END]}…", f"…{key[-_END:]}")}
    shape, sample = sketch(wanted, tokens)
    return [shape, list(sample)]


def masked(key: str) -> str:
    """The key with one digit for each number."""
    return _DIGITS.sub("0", key)

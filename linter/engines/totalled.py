"""Parts with their total behind them: 组长1名、副组长2名、成员5名，共8名."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.engines.breakdowns import Breakdown
from linter.engines.figures import figures
from linter.engines.patterns import find_all, late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.engines.figures import Figure
    from linter.engines.patterns import Pattern

_BEFORE = 8  # code points in which a word says that a figure is the total
_PARTS = 3  # that show by themselves that they are added up
_LINK = late(r"[、，,和及](?![^、，,]*(?:其中|累计|比|较|增|减|下降|上升|占|超|达))\p{Han}{1,16}")
_OTHERS = late(r"其中|累计|另|还|每|约|余|多")


def totalled(sentence: str, total: Pattern, uncounted: frozenset[str]) -> Iterator[Breakdown]:
    """The figures that a word says are the total of those listed right before them, in the same unit."""
    found = list(figures(sentence))
    for place, whole in enumerate(found):
        if whole.unit in uncounted or not whole.unit or whole.unit.isascii():
            continue
        said = find_all(total, sentence, max(0, whole.start - _BEFORE), whole.start)
        if not any(word.end() == whole.start for word in said):
            continue
        parts = _listed(sentence, found[:place], whole)
        between = sentence[parts[0].start : whole.end + 1] if parts else ""
        if len(parts) >= _PARTS and not _OTHERS.search(between):
            yield Breakdown(whole, tuple(parts), complete=True)


def _listed(sentence: str, before: list[Figure], whole: Figure) -> list[Figure]:
    """The figures listed up to the total, all of its unit; none where another figure stands before them in the list."""
    parts: list[Figure] = []
    for figure in reversed(before):
        if figure.unit != whole.unit or (parts and not _LINK.fullmatch(sentence, figure.end, parts[0].start)):
            break
        if not parts and len(sentence[figure.end : whole.start]) > _BEFORE:
            break
        parts.insert(0, figure)
    return parts

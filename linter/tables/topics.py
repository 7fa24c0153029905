"""Topics that a section of a form has to treat, told by the sub-headings in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.engines.ordinals import parse_ordinal
from linter.engines.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from linter.document import Block
    from linter.engines.patterns import Pattern

_HEAD = 24  # code points at the start of a numbered piece of text that say what it is about
_FEW = 3  # topics among the sub-headings that show that the section is arranged by them


class Topics(NamedTuple):
    """The topics of one section, each with what a text about it says."""

    patterns: tuple[tuple[str, Pattern], ...]

    def missing(self, blocks: Sequence[Block]) -> list[str]:
        """Topics of which neither a sub-heading nor the text speaks."""
        heads = [block.text[:_HEAD] for block in blocks if block.depth or block.ordinal or parse_ordinal(block.text)]
        headed = {name for name, pattern in self.patterns if any(pattern.search(head) for head in heads)}
        if len(headed) < _FEW:
            return []
        left = [(name, pattern) for name, pattern in self.patterns if name not in headed]
        return [name for name, pattern in left if not any(pattern.search(block.text) for block in blocks)]


def read_topics(topics: Mapping[str, str]) -> Topics:
    """Topics with their patterns, as a rule names them."""
    return Topics(tuple((name, late_pattern(pattern)) for name, pattern in topics.items()))

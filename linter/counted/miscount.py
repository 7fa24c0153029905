"""A number that a text states, and the parts that it has instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from linter.document import Block
    from linter.source import Span


class Miscount(NamedTuple):
    """`stated` is said at `block.text[start:end]`, but `found` parts stand at `parts`; `is_clear` where they are marked."""

    block: Block
    start: int
    end: int
    stated: int
    found: int
    parts: tuple[Span, ...]
    is_clear: bool

"""Organs that are called as the subject is but for their place: the bureau of the same name in another county."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.engines.names import Mention
from linter.engines.occurrences import occurrences
from linter.names.passages import Named, Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from linter.document import Block
    from linter.engines.names import Names
    from linter.names.subjects import Subject

_LEAST = 3  # characters of a name behind its place


def twins(
    names: Names, subjects: Sequence[Subject], found: Sequence[Named], blocks: Sequence[Block]
) -> Iterator[Named]:
    """The twins of the subjects that are not among the names `found`, whatever words stand before them."""
    known = {(id(one.passage.block), one.mention.sort, one.mention.end) for one in found}
    for subject in subjects:
        sort = subject.mention.sort
        place, rest = ("", "") if names.is_listed(sort) else names.place_and_rest(subject.mention.name)
        for block in blocks if place and len(rest) >= _LEAST else ():
            for mention in _ending_with(names, rest, sort, block.prose):
                if (id(block), sort, mention.end) not in known and names.are_twins(subject.mention, mention):
                    yield Named(Passage(block, block.prose), mention)


def _ending_with(names: Names, rest: str, sort: str, text: str) -> Iterator[Mention]:
    """Each place in `text` that is followed by `rest`, as one name."""
    for at in occurrences(text, rest):
        start = names.place_before(text, at)
        if start is not None and at - start >= names.least:
            yield Mention(text, start, at + len(rest), sort)

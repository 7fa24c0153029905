"""Readable text put together piece by piece, each piece with the source that it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.document import Block, Inline, Run
from linter.engines.patterns import late

if TYPE_CHECKING:
    from linter.engines.ordinals import Ordinal

_UNSPACED = late(r"[\p{Han}\p{Hiragana}\p{Katakana}\u3000-\u303f\uff00-\uff60]")


class BlockBuilder:
    """One block in the making. Offsets are those of the source, in code points.

    A line break between two characters of a script without blanks is nothing; where lines are `wrapped` by a program, so
    is one between such a character and a figure, or between two figures.
    """

    def __init__(self, scopes: tuple[str, ...], start: int, *, wrapped: bool = False) -> None:
        self._wrapped = wrapped
        self.scopes = scopes
        self.start = start
        self.ordinal: Ordinal | None = None
        self._pieces: list[str] = []
        self._runs: list[Run] = []
        self._inlines: list[Inline] = []
        self._length = 0
        self._break: tuple[int, int] | None = None

    @property
    def length(self) -> int:
        """Code points of text so far."""
        return self._length

    def add(self, text: str, start: int, length: int, *, verbatim: bool) -> None:
        """Add `text`, which stands for `length` code points of source from `start` on."""
        if not text:
            return
        if self._break:
            self._join(text)
        self._append(text, start, length, verbatim=verbatim)

    def add_break(self, start: int, length: int) -> None:
        """Add a line break: nothing between two characters of a script without blanks, else one blank."""
        if self._pieces:
            self._break = (start, length)

    def _join(self, following: str) -> None:
        assert self._break is not None  # noqa: S101 - for the type checker
        start, length = self._break
        self._break = None
        around = self._pieces[-1][-1], following[0]
        beside = [_UNSPACED.match(character) for character in around]
        is_parted = self._wrapped and any(map(str.isdigit, around)) and (any(beside) or all(map(str.isdigit, around)))
        if not (is_parted or all(beside)):
            self._append(" ", start, length, verbatim=False)

    def _append(self, text: str, start: int, length: int, *, verbatim: bool) -> None:
        self._runs.append(Run(self._length, start, length, verbatim))
        self._pieces.append(text)
        self._length += len(text)

    def mark(self, scope: str, start: int, target: str = "") -> None:
        """Mark the text from `start` on as being of `scope`."""
        if start < self._length:
            self._inlines.append(Inline(scope, start, self._length, target))

    def build(self, depth: int = 0) -> Block:
        """Finish the block."""
        runs = tuple(self._runs) or (Run(0, self.start, 0, verbatim=True),)
        return Block(self.scopes, "".join(self._pieces), runs, depth, self.ordinal, tuple(self._inlines))

"""Readable text → HTML, with what is marked up in it and what diagnostics speak of."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from linter.document import Inline

_ELEMENTS = {"code": "code", "strong": "strong", "emphasis": "em", "strikethrough": "s", "link": "u", "alt": "i"}
# Control characters, which no page may hold, and those that turn the direction of what follows.
_CONTROLS = dict.fromkeys([*range(9), 11, *range(12, 32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\ufffd")  # fmt: skip


class Mark(NamedTuple):
    """An element around `text[start:end]`; `attributes` are those of each piece, `name` is the id of the first one.

    `tail` follows the last piece.
    """

    start: int
    end: int
    element: str
    attributes: Markup = Markup()
    name: str = ""
    tail: Markup = Markup()


def shown(text: str) -> Markup:
    """The text, escaped, without what a page may not hold."""
    return escape(text.translate(_CONTROLS))


def inline_marks(inlines: Iterable[Inline]) -> list[Mark]:
    """The elements for what is marked up in a text; a link leads nowhere, its target is told on hovering."""
    return [
        Mark(
            inline.start,
            inline.end,
            _ELEMENTS[inline.scope],
            Markup(' class="{}" title="{}"').format(inline.scope, shown(inline.target)) if inline.target else Markup(),
        )
        for inline in inlines
        if inline.scope in _ELEMENTS and inline.end > inline.start
    ]


def marked(text: str, marks: Sequence[Mark]) -> Markup:
    """The text with the marks around its pieces, one that starts earlier around the others; marks may overlap."""
    if not marks:
        return shown(text)
    bounds = sorted({0, len(text), *(mark.start for mark in marks), *(mark.end for mark in marks)})
    starting: dict[int, list[Mark]] = {}
    for mark in marks:
        starting.setdefault(mark.start, []).append(mark)
    pieces: list[Markup] = []
    around: list[Mark] = []
    for start, end in pairwise(bounds):
        around = [mark for mark in around if mark.end > start] + starting.get(start, [])
        pieces += [_opening(mark, is_first=mark.start == start) for mark in around]
        pieces.append(shown(text[start:end]))
        pieces += [Markup("</{}>").format(mark.element) for mark in reversed(around)]
        pieces += [mark.tail for mark in around if mark.end == end]
    return Markup().join(pieces)


def _opening(mark: Mark, *, is_first: bool) -> Markup:
    name = Markup(' id="{}"').format(mark.name) if mark.name and is_first else Markup()
    return Markup("<{}{}{}>").format(mark.element, name, mark.attributes)

"""What the styles of a docx say of a paragraph: a heading or a title, its list, whether it is hidden."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from linter.outside.word.package import W

if TYPE_CHECKING:
    from linter.layout import Role
    from linter.outside.word.package import Element

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])$", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|标题)$", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|index) \d$|toc heading$|table of figures$", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(-?\d{1,9})\s*$")
_BODY_TEXT = 9  # the outline level of what is no heading
_LONGEST_CHAIN = 20
_OFF = frozenset({"0", "false", "off"})


class Shape(NamedTuple):
    """The role of a paragraph, with the depth of a heading."""

    role: Role
    depth: int = 0


class ListPlace(NamedTuple):
    """The list and the level in it, from 0, as far as they are said; list `0` is none."""

    number: str | None
    level: int | None


class Styles:
    """The styles by id; what a style does not say, the one that it is based on does."""

    def __init__(self, root: Element) -> None:
        found = [] if root is None else root.findall(f"{W}style")
        self._styles = {style.get(f"{W}styleId"): style for style in found}
        self._default = next(
            (
                style.get(f"{W}styleId")
                for style in found
                if style.get(f"{W}type") == "paragraph" and is_on(style.get(f"{W}default"), default=False)
            ),
            None,
        )
        self._chains: dict[str | None, list[Element]] = {}
        self._hidden: dict[str | None, bool | None] = {}
        self._said: dict[str | None, _Said] = {}

    def chain(self, style: str | None) -> list[Element]:
        """A style and those that it is based on, one after the other."""
        if style not in self._chains:
            chain: list[Element] = []
            name = style
            while name in self._styles and len(chain) < _LONGEST_CHAIN:
                chain.append(self._styles[name])
                name = value(chain[-1], "basedOn")
            self._chains[style] = chain
        return self._chains[style]

    def style_of(self, properties: Element) -> str | None:
        """The id of the style of a paragraph with these properties."""
        return value(properties, "pStyle") or self._default

    def shape(self, properties: Element) -> Shape:
        """What a paragraph with these properties is, the table of contents being none that is read."""
        shape = self._said_by(self.style_of(properties)).shape
        own = None if properties is None or shape.role == "furniture" else number(value(properties, "outlineLvl"))
        return shape if own is None else _heading(own)

    def list_place(self, properties: Element) -> ListPlace:
        """Which list a paragraph with these properties belongs to, and on which level."""
        inherited = self._said_by(self.style_of(properties)).list_place
        return inherited if properties is None else _list_place(properties.find(f"{W}numPr"), inherited)

    def _said_by(self, style: str | None) -> _Said:
        """What a style says of its paragraphs."""
        if style not in self._said:
            chain = self.chain(style)
            place = ListPlace(None, None)
            for each in reversed(chain):
                properties = each.find(f"{W}pPr")
                if properties is not None:
                    place = _list_place(properties.find(f"{W}numPr"), place)
            self._said[style] = _Said(_shape(chain), place)
        return self._said[style]

    def is_hidden(self, run: Element, style: str | None) -> bool:
        """Whether the text of a run, or of a paragraph's mark, is not shown; `style` is that of the paragraph."""
        own = run.find(f"{W}rPr")
        for said in (_vanish(own), self._hides(value(own, "rStyle")), self._hides(style)):
            if said is not None:
                return said
        return False

    def _hides(self, style: str | None) -> bool | None:
        if style not in self._hidden:
            said = (_vanish(each.find(f"{W}rPr")) for each in self.chain(style))
            self._hidden[style] = next((found for found in said if found is not None), None)
        return self._hidden[style]


class _Said(NamedTuple):
    """What a style says of its paragraphs."""

    shape: Shape
    list_place: ListPlace


def _shape(chain: list[Element]) -> Shape:
    names = [(value(style, "name") or "").strip() for style in chain]
    if any(map(_CONTENTS.match, names)):
        return Shape("furniture")
    for style, name in zip(chain, names, strict=True):
        if _TITLE.match(name):
            return Shape("title")
        if (level := number(value(style.find(f"{W}pPr"), "outlineLvl"))) is not None:
            return _heading(level)
        if heading := _HEADING.match(name):
            return Shape("heading", int(heading[1]))
    return Shape("paragraph")


def _list_place(said: Element, inherited: ListPlace) -> ListPlace:
    """The list and the level, each as it is said, or else as it is inherited."""
    name, level = value(said, "numId"), number(value(said, "ilvl"))
    return ListPlace(inherited.number if name is None else name, inherited.level if level is None else level)


def _heading(level: int) -> Shape:
    return Shape("heading", level + 1) if 0 <= level < _BODY_TEXT else Shape("paragraph")


def _vanish(properties: Element) -> bool | None:
    """Whether text is hidden, if that is said."""
    mark = None if properties is None else properties.find(f"{W}vanish")
    return None if mark is None else is_on(mark.get(f"{W}val"), default=True)


def value(element: Element, name: str) -> str | None:
    """What a child of this name has for its value."""
    child = None if element is None else element.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val")


def number(text: str | None) -> int | None:
    """A whole number, if it is one of reasonable size."""
    match = _NUMBER.match(text) if text else None
    return int(match[1]) if match else None


def is_on(text: str | None, *, default: bool) -> bool:
    """A switch; `default` is what it is without a value."""
    return default if text is None else text not in _OFF

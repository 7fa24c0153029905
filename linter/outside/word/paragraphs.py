"""A paragraph of a docx → what is read of it, each piece with the element that it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.outside.word.package import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.outside.word.package import Element
    from linter.outside.word.styles import Styles

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

PARAGRAPH, RUN, TEXT = f"{W}p", f"{W}r", f"{W}t"
TABLE, ROW, CELL = f"{W}tbl", f"{W}tr", f"{W}tc"

_FIELD, _BOX = f"{W}fldChar", f"{W}txbxContent"
_ALTERNATIVES = f"{_MC}AlternateContent"
_NOTES = frozenset({f"{W}footnoteReference", f"{W}endnoteReference"})
HANGING = _NOTES | {_BOX}
"""What lines come from that stand in no paragraph of the text."""
_LEFT_OUT = frozenset(
    f"{W}{name}"
    for name in ("pPr", "rPr", "del", "moveFrom", "delText", "instrText", "delInstrText", "rt", "sdtPr", "sdtEndPr")
)
_WRAPPERS = frozenset(
    [f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")]
    + [f"{_MC}Choice", f"{_MC}Fallback"]
)
_SIGNS = {
    f"{W}tab": " ",
    f"{W}ptab": " ",
    f"{W}cr": " ",
    f"{W}noBreakHyphen": "-",
    f"{_M}oMath": "\ufffc",  # a formula is no sequence of characters
}
_ONE_LINE = str.maketrans("\t\n\r", "   ")
_PRIVATE = 0xE000  # where the signs begin that mean something in one font only


class Content(NamedTuple):
    """What is read of a paragraph: pieces of text and the element of each, references to notes, text boxes."""

    pieces: list[tuple[str, Element]]
    notes: list[Element]
    boxes: list[Element]

    @property
    def text(self) -> str:
        """All that is read."""
        return "".join(text for text, _ in self.pieces)


def contents(container: Element, *wanted: str, through: frozenset[str] = frozenset()) -> Iterator[Element]:
    """The elements of these names in a container, also those in wrappers and in elements of names in `through`."""
    stack = list(reversed(container))
    while stack:
        node = stack.pop()
        if node.tag in wanted:
            yield node
        elif node.tag == _ALTERNATIVES:
            stack += _chosen(node)
        elif node.tag in _WRAPPERS or node.tag in through:
            stack += reversed(node)


def read_paragraph(paragraph: Element, styles: Styles, style: str | None) -> Content:
    """What is read of a paragraph: neither what is deleted or hidden nor the code of a field."""
    content = Content([], [], [])
    fields = _Fields()
    stack = list(reversed(paragraph))
    while stack:
        node = stack.pop()
        tag = node.tag
        if tag == RUN and styles.is_hidden(node, style):
            stack += [child for child in reversed(node) if child.tag == _FIELD]
        elif tag == _FIELD:
            fields.follow(node.get(f"{W}fldCharType"))
        elif tag in _LEFT_OUT or not isinstance(tag, str):
            continue
        elif tag == _ALTERNATIVES:
            stack += _chosen(node)
        elif (text := _text(node)) is None and tag not in _NOTES and tag != _BOX:
            stack += reversed(node)
        elif not fields.codes:
            _keep(node, text, content)
    return content


def _keep(node: Element, text: str | None, content: Content) -> None:
    if node.tag in _NOTES:
        content.notes.append(node)
    elif node.tag == _BOX:
        content.boxes.append(node)
    elif text:
        content.pieces.append((text, node))


class _Fields:
    """The fields that are open, each first in its code and then in its result; `codes` is how many are in their code."""

    def __init__(self) -> None:
        self.codes = 0
        self._open: list[bool] = []

    def follow(self, kind: str | None) -> None:
        """Go over the sign that begins, parts or ends a field."""
        if kind in ("separate", "end") and self._open:
            self.codes -= self._open.pop()
        if kind in ("begin", "separate"):
            self.codes += kind == "begin"
            self._open.append(kind == "begin")


def _chosen(alternatives: Element) -> list[Element]:
    """What a new program shows."""
    return [child for child in alternatives if isinstance(child.tag, str)][:1]


def _text(node: Element) -> str | None:
    """What an element stands for in the text, if it is of that sort; on one line."""
    tag = node.tag
    if tag == TEXT:
        return (node.text or "").translate(_ONE_LINE)
    if tag == f"{W}br":
        return "" if node.get(f"{W}type") in ("page", "column") else " "
    if tag == f"{W}sym":
        return _symbol(node.get(f"{W}char") or "")
    return _SIGNS.get(tag)


def _symbol(code: str) -> str:
    try:
        character = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return character if ord(character) < _PRIVATE and character.isprintable() else ""

"""XML documents out of texts that may hold anything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from linter.rows.unseen import escaped

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Element", "child", "legal", "written"]

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2


def child(parent: Element, tag: str, attributes: Mapping[str, str | int], text: str = "") -> Element:
    """Add an element; its attributes and text lose what no XML may hold."""
    added = SubElement(parent, tag, {key: legal(str(value)) for key, value in attributes.items()})
    added.text = legal(text) or None
    return added


def legal(text: str) -> str:
    """The text without the characters that XML 1.0 forbids, even as references."""
    return _ILLEGAL.sub("", text)


def written(root: Element) -> str:
    """The whole document."""
    indent(root)
    text = escaped(tostring(root, encoding="unicode"), lambda character: f"&#{ord(character)};")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'

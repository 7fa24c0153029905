"""Links of a page to itself that lead nowhere: to anchors, to footnotes and to references that it does not define."""

from __future__ import annotations

from collections import Counter
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

import regex

from linter.engines.patterns import late
from linter.engines.similarity import nearest
from linter.engines.slugs import skeleton, slug
from linter.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from linter.document import Document
    from linter.engines.patterns import Pattern

_NAMED = late(
    r"""(?i:\b(?:id|name))\s*=\s*(?:"(?P<a>[^"\n]*)"|'(?P<a>[^'\n]*)'|(?P<a>[^\s"'>]+))|\{[^{}\n]*?\#(?P<a>[^\s{}]+)""",
)
_HEADING_LINE = late(
    r"^[ \t>*+\-\d.]*\#{1,6}[ \t]+(?P<a>[^\n]+)", regex.MULTILINE
)  # those within items and quotes, too
_INCLUDED = late(
    r"\{%-?\s*include|\{\{[#<%]|<!--\s*#?include|\[!INCLUDE|^!?include::", regex.MULTILINE | regex.IGNORECASE
)
_OF_THE_SITE = late(r"$|[!/?:]|top$|L\d+|.*=")  # anchors that no heading makes
_COUNTED = late(r"(?P<name>.+)-(?P<count>\d{1,4})$")
_FOOTNOTE = late(r"\[\^(?P<label>[^\]\[\s^]+)\](?![:(])")
_FOOTNOTE_DEFINED = late(r"^[ \t>]*\[\^(?P<label>[^\]\[\s]+)\]:", regex.MULTILINE)
_REFERENCE = late(r"(?<![\w\]\)\\])\[(?P<text>[^\[\]]+)\]\[(?P<label>[^\[\]:]*\p{L}[^\[\]:]*|\#\d+)?\]")
_REFERENCE_DEFINED = late(r"^[ \t>]*\[(?P<label>[^\^\]\[][^\]\[]*)\]:[ \t]*\S", regex.MULTILINE)
_BLOT = "\ufffc"
_ALIKE = 0.7


class Dangling(NamedTuple):
    """What leads nowhere, what it names, and what it may have meant, with where that is if that is known."""

    place: Span
    target: str
    nearest: str = ""
    nearest_place: Span | None = None


def dangling_anchors(document: Document) -> Iterator[Dangling]:
    """The links to anchors that neither a heading nor a tag makes, unless a part of the page stands in another file."""
    links = [
        (block, inline)
        for block in document.blocks
        for inline in block.inlines
        if inline.scope == "link" and inline.target.startswith("#")
    ]
    if not links:
        return
    from urllib.parse import unquote  # noqa: PLC0415 - deferred: start-up

    wanted = [
        Dangling(block.locate(inline.start, inline.end), f"#{name}")
        for block, inline in links
        if not _OF_THE_SITE.match(name := unquote(inline.target[1:]))
    ]
    headings = [section.heading for section in document.sections]
    skeletons = Counter(skeleton(heading.text) for heading in headings)
    dangling = [link for link in wanted if not _have(skeletons, link.target)]
    text = document.source.text
    if not dangling or _INCLUDED.search(text):
        return
    named = {name for found in _NAMED.finditer(text) for name in found.captures("a")}
    if document.source.format == "html":
        named |= {unquote(unescape(name)) for name in named}
    named |= {skeleton(line["a"]) for line in _HEADING_LINE.finditer(text)}
    slugs = {f"#{slug(heading.text)}": heading.span for heading in headings}
    nowhere = [link for link in dangling if not named & {link.target[1:], skeleton(link.target)}]
    yield from _with_nearest(nowhere, slugs)


def _have(skeletons: Counter[str], target: str) -> bool:
    """Whether a heading makes this anchor: foo, or foo-1 (with some programs foo-2) for the second of its name."""
    if skeleton(target) in skeletons:
        return True
    counted = _COUNTED.match(target)
    return counted is not None and 1 < skeletons[skeleton(counted["name"])] >= int(counted["count"])


def _with_nearest(dangling: list[Dangling], names: Mapping[str, Span]) -> Iterator[Dangling]:
    meant: dict[str, str] = {}
    for link in dangling:
        name = link.target.casefold()
        if name not in meant:
            meant[name] = nearest(name, names, _ALIKE)
        yield link._replace(nearest=meant[name], nearest_place=names.get(meant[name]))


def dangling_footnotes(document: Document) -> Iterator[Dangling]:
    """The footnotes that are referred to and not there, in a document that has others."""
    if "[^" in document.source.text:
        yield from _undefined(document, _FOOTNOTE, _FOOTNOTE_DEFINED, "[^")


def dangling_labels(document: Document) -> Iterator[Dangling]:
    """The links by a label ([text][label]) that is not defined, in a document that defines others."""
    if "][" in document.source.text:
        yield from _undefined(document, _REFERENCE, _REFERENCE_DEFINED, "[")


def _undefined(document: Document, used: Pattern, definition: Pattern, opening: str) -> Iterator[Dangling]:
    """What is used in the text as it is read: the parser has made links of all that is defined."""
    places = definition.finditer(document.source.text)
    defined = {f"{opening}{found['label'].casefold()}]": Span(*found.span()) for found in places}
    if not defined:
        return
    dangling = []
    for block in document.blocks:
        if opening not in block.text:
            continue
        for found in used.finditer(block.prose):
            label = found["label"] or found["text"]
            target = f"{opening}{label}]"
            if _BLOT not in label and target.casefold() not in defined:
                dangling.append(Dangling(block.locate(*found.span()), target))
    yield from _with_nearest(dangling, defined)

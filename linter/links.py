"""Links of a page to itself that lead nowhere: to anchors, to footnotes and to references that it does not define."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

import regex

from linter.engines.patterns import late
from linter.engines.similarity import nearest
from linter.engines.slugs import skeleton, slug
from linter.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Document
    from linter.engines.patterns import Pattern

_NAMED = late(
    r"""\b(?:id|name)\s*=\s*(?:"(?P<a>[^"\n]*)"|'(?P<a>[^'\n]*)'|(?P<a>[^\s"'>]+))|\{[^{}\n]*?\#(?P<a>[^\s{}]+)""",
)
_HEADING_LINE = late(
    r"^[ \t>*+\-\d.]*\#{1,6}[ \t]+(?P<a>[^\n]+)", regex.MULTILINE
)  # those within items and quotes, too
_INCLUDED = late(
    r"\{%-?\s*include|\{\{[#<%]|<!--\s*#?include|\[!INCLUDE|^!?include::", regex.MULTILINE | regex.IGNORECASE
)
_OF_THE_SITE = late(r"$|[!/?:]|top$|L\d+|.*=")  # anchors that no heading makes
_COUNTED = late(r"(?P<name>.+)-\d+$")
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


class _Anchors(NamedTuple):
    """The skeletons of the headings, each as often as it is there; their anchors; those that tags make."""

    skeletons: Counter[str]
    slugs: dict[str, Span]
    named: set[str]

    def have(self, name: str) -> bool:
        if name in self.named or skeleton(name) in self.skeletons:
            return True
        counted = _COUNTED.match(name)
        return counted is not None and self.skeletons[skeleton(counted["name"])] > 1


def dangling_anchors(document: Document) -> Iterator[Dangling]:
    """The links to anchors that neither a heading nor a tag makes, unless a part of the page stands in another file."""
    anchors: _Anchors | None = None
    for block in document.blocks:
        for inline in block.inlines:
            if inline.scope != "link" or not inline.target.startswith("#"):
                continue
            name = unquote(inline.target[1:])
            if anchors is None:
                if _INCLUDED.search(document.source.text):
                    return
                anchors = _anchors(document)
            if not _OF_THE_SITE.match(name) and not anchors.have(name):
                meant = nearest(name, anchors.slugs, _ALIKE)
                yield Dangling(
                    block.locate(inline.start, inline.end),
                    f"#{name}",
                    f"#{meant}" if meant else "",
                    anchors.slugs.get(meant),
                )


def _anchors(document: Document) -> _Anchors:
    text = document.source.text
    headings = [section.heading for section in document.sections]
    skeletons = Counter(skeleton(heading.text) for heading in headings)
    skeletons.update({skeleton(line["a"]): 1 for line in _HEADING_LINE.finditer(text)} - skeletons.keys())
    return _Anchors(
        skeletons,
        {slug(heading.text): heading.span for heading in headings},
        {name for found in _NAMED.finditer(text) for name in found.captures("a")},
    )


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
    defined = {found["label"].casefold(): Span(*found.span()) for found in definition.finditer(document.source.text)}
    if not defined:
        return
    for block in document.blocks:
        if opening not in block.text:
            continue
        for found in used.finditer(block.prose):
            label = found["label"] or found["text"]
            if _BLOT in label or label.casefold() in defined:
                continue
            meant = nearest(label.casefold(), defined, _ALIKE)
            yield Dangling(
                block.locate(*found.span()),
                f"{opening}{label}]",
                f"{opening}{meant}]" if meant else "",
                defined.get(meant),
            )

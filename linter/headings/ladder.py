"""Numbered headings, marked as such or not, that are pointed or ended unlike the others of their level."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from linter.engines.ordinal_differences import differences
from linter.engines.ordinals import Ordinal, parse_ordinal, write, writing
from linter.headings.odd import Odd, Trait, odd, odd_traits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from linter.document import Block, Document
    from linter.engines.ordinals import Writing

_LONGEST = 40  # code points of a heading that stands alone
_LONGEST_ORDINAL = 12
_FIRST = frozenset("（(一二三四五六七八九十")
_UNMARKED = ("一", "（一）")
_HALF = 0.5
_END = "。"
_MARKS = tuple("。；，：;:,")
_NONE = Ordinal((), "", "")


def unmarked_headings(document: Document) -> list[Block]:
    """The paragraphs of a marked document that begin with a Chinese ordinal, each with that."""
    found: list[Block] = []
    for block in document.blocks if document.marked else ():
        if block.scopes == ("paragraph",) and block.text[0] in _FIRST:
            ordinal = parse_ordinal(block.text[:_LONGEST_ORDINAL])
            if ordinal and ordinal.style in _UNMARKED:
                found.append(block._replace(ordinal=ordinal))
    return found


def odd_pointed(document: Document, ladder: Mapping[str, Writing]) -> Iterator[Odd]:
    """Headings and items whose number is pointed, spaced or bracketed unlike most of those beside them.

    Of brackets and blanks those of items alone, as a ladder says of headings how they should be; two items that are on
    the ladder outweigh one that is not.
    """
    for group in _beside(document):
        traits = [Trait(block, _written(block)) for block in group if block.ordinal]
        for trait, usual in odd_traits(traits):
            own, model = trait.heading.ordinal, usual.model.ordinal
            if own and model and ladder.get(own.style, writing(own)) != writing(own) and not _is_known(own):
                is_right = not trait.heading.depth and ladder[own.style] == writing(model) and usual.share > _HALF
                if usual.is_clear or (is_right and usual.number > 1):
                    said = differences(writing(own), writing(model))
                    yield odd(trait, usual, said, write(own, writing(model)), is_certain=True)


def _written(block: Block) -> str:
    """How the number of a heading or an item is written, as far as it should be like those beside it."""
    if block.ordinal is None:
        return ""
    way = writing(block.ordinal)
    return way.point if block.depth else f"{way.width}{way.point}{way.brackets}{way.blank}"


def _is_known(ordinal: Ordinal) -> bool:
    """Whether its point is never right: a Chinese comma behind an Arabic number, any behind a bracket."""
    way = writing(ordinal)
    return (way.point == "、" and ordinal.style != "一") or bool(way.brackets and way.point)


def odd_closed(document: Document) -> Iterator[Odd]:
    """Headings on a line of their own that end in a full stop, among those that end in no mark."""
    for group in _beside(document):
        alone = [block for block in group if _stands_alone(block)]
        if not any(block.text.endswith(_END) for block in alone) or not _are_headings(document, alone):
            continue
        traits = [Trait(block, block.text[-1] if block.text.endswith(_MARKS) else "") for block in alone]
        for trait, usual in odd_traits(traits):
            if usual.number > 1 and usual.share > _HALF and not usual.value and trait.value == _END:
                said = {"en": f"ended with “{_END}”", "zh": f"标题末尾带“{_END}”"}
                yield odd(trait, usual, said, trait.heading.text.removesuffix(_END), is_certain=True)


def _stands_alone(block: Block) -> bool:
    is_heading = block.depth > 0 or "paragraph" in block.scopes
    return is_heading and "run-in" not in block.scopes and len(block.text) <= _LONGEST and _END not in block.text[:-1]


def _are_headings(document: Document, blocks: list[Block]) -> bool:
    """Whether most of them have something under them, as the items of a list have not."""
    styles = {block.ordinal.style for block in blocks if block.ordinal}
    followers = [
        document.blocks[number + 1]
        for block in blocks
        if (number := document.block_at(block.span.start)) is not None and number + 1 < len(document.blocks)
    ]
    bare = [
        follower for follower in followers if (parse_ordinal(follower.text[:_LONGEST_ORDINAL]) or _NONE).style in styles
    ]
    return 2 * len(bare) < len(blocks)


def _beside(document: Document) -> list[list[Block]]:
    """Numbered blocks of one style in one section, or as headings under one."""
    groups: dict[object, list[Block]] = {}
    unmarked = {block.span: block for block in unmarked_headings(document)}
    for number, written in enumerate(document.blocks):
        block = unmarked.get(written.span, written) if unmarked else written
        if block.ordinal and "table" not in block.scopes:
            section = document.section_of(number)
            if section and block.depth:
                section = document.parent(section)
            key = (section and section.number, block.ordinal.style, block.depth > 0)
            groups.setdefault(key, []).append(block)
    return [*chain(groups.values())]

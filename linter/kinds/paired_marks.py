"""paired-marks: a bracket or a quotation mark without its partner."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from linter.engines.pairs import Unpaired, family, leaves_open, unpaired
from linter.engines.patterns import late
from linter.rule import Doc, Match

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Block, Document
    from linter.engines.pairs import Fault
    from linter.rule import Check, Field, Grade, Lists, Rule

FIELDS = ("mark", "expected", "defect")
GRADES: tuple[Grade, ...] = ("sure", "likely")
SCOPE: tuple[str, ...] = ("text",)

_REACH = 10  # blocks that a bracket may go on over, or a quotation that is opened again; any other is as long as it is
_QUOTING = "“「『"
_BROKEN = "\ufffd"  # what a decoder puts for bytes that it cannot read
_WITHIN = r"(?:[^“”‘’]|(?<!\p{Han})’(?=\p{L}))*+"  # a ’ before a letter is an apostrophe
_HAN = late(r"\p{Han}")  # no writing in Han characters opens a quotation with ”
_UNLIKE = late(r"“[^“”‘’]{1,60}(?<=\p{Han})’")
_SINGLE = late(rf"“{_WITHIN}(?:‘{_WITHIN}’{_WITHIN})*+’")

_DEFECTS: dict[Fault, dict[str, str]] = {
    "unclosed": {"en": "is never closed by {}", "zh": "缺少配对的 {}"},
    "unopened": {"en": "closes nothing: there is no {} before it", "zh": "之前没有配对的 {}"},
    "crossed": {"en": "crosses another pair: its {} comes too late", "zh": "与其他成对标点交叉，{} 的位置有误"},
    "nested": {
        "en": "quotes within a quotation that has the same marks; the inner one wants {}",
        "zh": "在引号内又用了同一种引号，内层应为 {}",
    },
    "mixed": {
        "en": "is of another width than the bracket that it closes, which wants {}",
        "zh": "与前括号全角、半角不一致，应为 {}",
    },
}


class Params(NamedTuple):
    """What a rule of this kind says."""

    pairs: Annotated[
        tuple[str, ...], Doc("The pairs, an opening and a closing mark each.", "成对标点，每对依次写出前后两个。")
    ] = ("（）", "()", "【】", "[]", "《》", "〈〉", "“”", "「」", "『』", "〔〕", "［］", "〖〗")
    han: Annotated[
        tuple[str, ...],
        Doc("Pairs that are looked for only in text with Han characters.", "只在含汉字的段落中检查的成对标点。"),
    ] = ("‘’",)
    within: Annotated[
        Literal["block"],
        Doc("Where the partner must stand: in the same block.", "配对的标点须在何处：同一段内。"),
    ] = "block"


class _Found(NamedTuple):
    """A mark at fault; `number` is its block's place among those looked at."""

    number: int
    block: Block
    fault: Unpaired

    @property
    def mark(self) -> str:
        return self.block.text[self.fault.place]


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each mark; sure where only its width is wrong, and that one has a replacement."""
    params = Params(**rule.params)

    def check(document: Document) -> Iterator[Match]:
        blocks = document.select(rule.scope)
        found = [
            _Found(number, block, fault) for number, block in enumerate(blocks) for fault in _first_ones(block, params)
        ]
        if sum(_quotes_alike(one.block.text) for one in found) > 1:
            found = [one for one in found if not _quotes_alike(one.block.text)]
        found = _without_unlike(found)
        partners = _over_blocks(found, blocks)
        for one in found:
            if one not in partners and not _is_quoted_on(one, blocks) and not _was_opened(one, blocks, params):
                yield _match(one)

    return check


def _first_ones(block: Block, params: Params) -> list[Unpaired]:
    """The first fault of each pair, as one mark too few puts all that follow in the wrong; none in an ordinal."""
    first: dict[str, Unpaired] = {}
    start = block.wording_start
    is_han = bool(_HAN.search(block.text))
    for fault in unpaired(block.prose, (*params.pairs, *params.han) if is_han else params.pairs):
        if fault.fault == "nested" and not is_han:
            continue  # other languages put their marks as their printers do
        pair = "".join(sorted(family(block.text[fault.place]) + family(fault.partner)))
        if fault.place >= start and not _is_foreign(block.text, fault.place):
            first.setdefault(pair, fault)
    return list(first.values())


def _is_foreign(text: str, place: int) -> bool:
    """Whether the mark may have another partner: „thus“, ”thus”, “thus’, and any in text that was decoded wrongly."""
    if _BROKEN in text:
        return True
    if text[place] == "“":
        single = _SINGLE.match(text, place)
        return "„" in text or (single is not None and not _HAN.match(text, single.end() - 2))
    return text[place] == "”" and _quotes_alike(text) and not _HAN.search(text)


def _quotes_alike(text: str) -> bool:
    """Whether it quotes as in ”thus”: once in a Chinese text that is a slip, and more often a habit."""
    return "“" not in text and text.count("”") > 1


def _without_unlike(found: list[_Found]) -> list[_Found]:
    """Without what “六五’ leaves over: its second mark where that stands once, both where it is a habit."""
    unlike = {one.number for one in found if one.mark in "“’" and _UNLIKE.search(one.block.text)}
    left_over = "’" if len(unlike) == 1 else "“’"
    return [one for one in found if one.number not in unlike or one.mark not in left_over]


def _over_blocks(found: list[_Found], blocks: list[Block]) -> set[_Found]:
    """Marks whose partner stands in a block further on, as in a quotation of several paragraphs."""
    partners: set[_Found] = set()
    waiting: defaultdict[str, list[_Found]] = defaultdict(list)
    for one in found:
        if one.fault.fault == "unclosed":
            waiting[family(one.fault.partner)].append(one)
        elif one.fault.fault == "unopened" and (others := waiting[family(one.mark)]):
            other = others[-1]
            lasts = other.mark in _QUOTING and not _is_quoted_on(other, blocks)
            if lasts or one.number - other.number <= _REACH:
                partners |= {one, others.pop()}
    return partners


def _is_quoted_on(one: _Found, blocks: list[Block]) -> bool:
    """Whether the next block opens the same quotation again, as books do."""
    following = blocks[one.number + 1].text if one.number + 1 < len(blocks) else ""
    return one.fault.fault == "unclosed" and one.mark in _QUOTING and following.startswith(one.mark)


def _was_opened(one: _Found, blocks: list[Block], params: Params) -> bool:
    """Whether it closes what a block before it left open, where only a smiley seemed to close that."""
    if one.fault.fault != "unopened":
        return False
    before = blocks[max(0, one.number - _REACH) : one.number]
    return any(leaves_open(block.prose, one.mark, params.pairs) for block in before if one.fault.partner in block.text)


def _match(one: _Found) -> Match:
    phrases = _DEFECTS[one.fault.fault]
    fields: dict[str, Field] = {
        "mark": one.mark,
        "expected": one.fault.partner,
        "defect": {language: phrase.format(one.fault.partner) for language, phrase in phrases.items()},
    }
    mixed = one.fault.fault == "mixed"
    return Match(
        one.block.locate(one.fault.place, one.fault.place + 1),
        fields,
        replacement=one.fault.partner if mixed else None,
        grade="sure" if mixed else "likely",
    )

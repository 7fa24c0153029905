"""What a document says of its attachments: the list at its end, their headings, and the references to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.engines.ordinals import parse_number
from linter.engines.patterns import find_all, late

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from linter.document import Block, Document
    from linter.engines.contexts import Contexts
    from linter.engines.patterns import Pattern
    from linter.source import Span

_ITEM = late(r"(?<![\d.])(?P<number>\d{1,2})[ ]?[.．、](?!\d(?!\d{3}[年届]))[ \u3000]*")
_LONGEST = 80  # code points of a line that is a heading or an item of a list
_TITLE_LINES = 3  # lines below a heading that its title may take


class Attachment(NamedTuple):
    """An attachment as one place names it: `block.text[start:end]` names it, and `name` is how; number 0 where it has none.

    `number_text` is the word with the number, as it is written; "" in a list. `is_named` is False where the name is only what
    stands behind the number, without marks. `titles` are the blocks below a heading
    whose text is the name, a line each.
    """

    number: int
    name: str
    block: Block
    start: int
    end: int
    number_text: str = ""
    is_named: bool = True
    titles: tuple[Block, ...] = ()

    @property
    def lines(self) -> list[str]:
        """The lines of the name."""
        return self.name.split("\n")

    @property
    def place(self) -> Span:
        """Where it is named."""
        return self.block.locate(self.start, self.end)


class Attached(NamedTuple):
    """All that a document says of its attachments; `lists` is the number of lists, with those of attached papers."""

    listed: tuple[Attachment, ...]
    headed: tuple[Attachment, ...]
    cited: tuple[Attachment, ...]
    lists: int


class Forms(NamedTuple):
    """How attachments are written.

    `listing` starts a list, with the group `rest`; `heading` is a whole line, with the groups `number` and `title`;
    `mentions` have the groups `label`, `number`, `more` and, where they name it, `name`, or `loose` without marks.
    """

    listing: Pattern
    heading: Pattern
    mentions: tuple[Pattern, ...]
    elsewhere: Contexts


def attached(document: Document, forms: Forms) -> Attached:
    """Read them; of several lists, the first is the document's own."""
    blocks = [block for block in document.blocks if block.text.strip() and "table" not in block.scopes]
    starts = [
        place
        for place, block in enumerate(blocks)
        if len(block.text) <= _LONGEST * 4 and forms.listing.match(block.text)
    ]
    listed, end = _listed(blocks, starts[0], forms) if starts else ([], 0)
    headed = list(_headed(blocks, end, forms))
    if not listed:
        listed, headed = _run_of_headings(headed)
    first_heading = next((place for place, _ in headed), len(blocks))
    last = first_heading if len(starts) > 1 else len(blocks)
    own = {id(one.block) for _, one in headed} | {id(one.block) for one in listed}
    cited = [one for block in blocks[:last] if id(block) not in own for one in _cited(block, forms)]
    return Attached(tuple(listed), tuple(one for _, one in headed), tuple(cited), len(starts))


def _listed(blocks: Sequence[Block], start: int, forms: Forms) -> tuple[list[Attachment], int]:
    """The items of the list that starts in block `start`, and the number of the block behind it."""
    found = forms.listing.match(blocks[start].text)
    offset = found.start("rest") if found else 0
    items = list(_items(blocks[start], offset))
    place = start + 1
    if not items and blocks[start].text[offset:].strip():
        name = blocks[start].text[offset:]
        return [Attachment(0, name.strip(), blocks[start], offset, offset + len(name.rstrip()))], place
    while place < len(blocks) and items:
        if _is_item(blocks, place, 1):
            items += _items(blocks[place], 0)
        elif _is_item(blocks, place + 1, items[-1].number + 1):
            items[-1] = items[-1]._replace(name=items[-1].name + blocks[place].text.strip())
        else:
            break
        place += 1
    return items, place


def _is_item(blocks: Sequence[Block], place: int, least: int) -> bool:
    """Whether a block is a line of a list with this number or a later one."""
    if place >= len(blocks) or len(blocks[place].text) > _LONGEST:
        return False
    found = _ITEM.match(blocks[place].text.lstrip())
    return found is not None and int(found["number"]) >= least


def _items(block: Block, offset: int) -> Iterator[Attachment]:
    """The numbered items in a text, which starts with one; the others go on counting."""
    text = block.text
    marks: list[tuple[int, int, int]] = []
    for found in _ITEM.finditer(text, offset):
        number = int(found["number"])
        if marks and number != marks[-1][0] + 1:
            continue
        if not marks and text[offset : found.start()].strip():
            return
        marks.append((number, *found.span()))
    for place, (number, _, start) in enumerate(marks):
        end = marks[place + 1][1] if place + 1 < len(marks) else len(text)
        name = text[start:end].rstrip()
        yield Attachment(number, name, block, start, start + len(name))


def _headed(blocks: Sequence[Block], start: int, forms: Forms) -> Iterator[tuple[int, Attachment]]:
    """The headings of attachments behind block `start`, with the numbers of their blocks."""
    for place in range(start, len(blocks)):
        block = blocks[place]
        found = forms.heading.fullmatch(block.text) if len(block.text) <= _LONGEST else None
        if found:
            number = parse_number(found["number"])[0] if found["number"] else 0
            title = (found["title"] or "").strip()
            titles = () if title else _titles(blocks, place, forms)
            name = title or "\n".join(block.text.strip() for block in titles)
            yield place, Attachment(number, name, block, *found.span(), found["label"].strip(), titles=titles)


def _titles(blocks: Sequence[Block], place: int, forms: Forms) -> tuple[Block, ...]:
    """The lines below a heading, of which the first ones are its title."""
    titles: list[Block] = []
    for block in blocks[place + 1 : place + 1 + _TITLE_LINES]:
        if block.ordinal or forms.heading.fullmatch(block.text):
            break
        titles.append(block)
    return tuple(titles)


def _run_of_headings(
    headed: list[tuple[int, Attachment]],
) -> tuple[list[Attachment], list[tuple[int, Attachment]]]:
    """Lines with number and title that follow on one another are a list; the others are headings."""
    places = {place for place, _ in headed}
    run = [(place, one) for place, one in headed if not one.titles and {place - 1, place + 1} & places]
    listed = [one for _, one in run]
    return listed, [pair for pair in headed if pair not in run] if listed else headed


def _cited(block: Block, forms: Forms) -> Iterator[Attachment]:
    """The references in one block, each once; those that name the attachment come first."""
    seen: set[int] = set()
    for pattern in forms.mentions:
        for found in find_all(pattern, block.prose):
            start, end = found.span("label")
            if start in seen or forms.elsewhere.hold(block.prose, start, end):
                continue
            seen.add(start)
            groups = found.groupdict()
            name, loose = groups.get("name") or "", groups.get("loose") or ""
            for text in [found["number"], *found.captures("more")]:
                number = parse_number(text)[0] if text else 0
                yield Attachment(number, name or loose, block, start, end, found["label"], is_named=not loose)
                name = loose = ""

"""Headings numbered in decimals (3.1) that do not go with the headings around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.structure.numbered import Numbered, numbered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Document, Section

_HEADS = ("1", "第章", "Chapter", "Section")  # what 3 in 3.1 can be the number of
_USUAL = 2  # parents whose children go with them, for each one whose children do not


class Misplaced(NamedTuple):
    """A heading whose number does not follow from `before`, its parent or its sibling; it may be `expected`."""

    before: Numbered
    heading: Numbered
    expected: str


def misplaced(document: Document) -> Iterator[Misplaced]:
    """The first child of each parent that has another number than its children say, and one child of another family.

    A document where that is the custom is let pass.
    """
    fit: set[int] = set()
    unfit: dict[int, Misplaced] = {}
    siblings: dict[int | None, list[Numbered]] = {}
    for section in document.sections:
        child = _numbered(section)
        row = siblings.setdefault(section.parent, [])
        if child is None:
            row.clear()
            continue
        row.append(child)
        parent = document.parent(section)
        head = _numbered(parent) if parent else None
        if head and parent and _may_head(head, child):
            if child.ordinal.value[:-1] == head.ordinal.value:
                fit.add(parent.first)
            else:
                unfit.setdefault(parent.first, _under(head, child))
        elif stray := (head and _too_deep(head, row)) or _stray(row):
            yield stray
    if len(fit) >= _USUAL * len(unfit.keys() - fit):
        yield from unfit.values()


def _numbered(section: Section) -> Numbered | None:
    ordinal = section.heading.ordinal
    return numbered(section.first, section.heading, ordinal) if ordinal else None


def _may_head(head: Numbered, child: Numbered) -> bool:
    """Whether the child's number is one level longer than that of its parent."""
    return (head.ordinal.style in _HEADS or "." in head.ordinal.style) and _length(child) == _length(head) + 1


def _length(heading: Numbered) -> int:
    return len(heading.ordinal.value)


def _under(head: Numbered, child: Numbered) -> Misplaced:
    return Misplaced(head, child, _decimal((*head.ordinal.value, child.last), child))


def _too_deep(head: Numbered, row: list[Numbered]) -> Misplaced | None:
    """5 after 4.1 and 4.2, under 4: it belongs beside 4."""
    child = row[-1]
    goes_on = child.ordinal.style == head.ordinal.style and child.ordinal.value == (
        *head.ordinal.value[:-1],
        head.last + 1,
    )
    if not goes_on or len(row) == 1 or row[-2].ordinal.value[:-1] != head.ordinal.value:
        return None
    return Misplaced(row[-2], child, _decimal((*head.ordinal.value, row[-2].last + 1), child))


def _stray(row: list[Numbered]) -> Misplaced | None:
    """2.3, 3.4, 2.5: the one between two that go together; told when the last of the three is there."""
    if len(row) < 3:  # noqa: PLR2004 - two and the one between
        return None
    (before, family), (child, other), (_, after) = ((one, one.ordinal.value[:-1]) for one in row[-3:])
    is_stray = family and family == after != other and len(family) == len(other)
    if not is_stray or child.last != before.last + 1 or row[-1].last != child.last + 1:
        return None
    return Misplaced(before, child, _decimal((*family, child.last), child))


def _decimal(value: tuple[int, ...], model: Numbered) -> str:
    written = model.ordinal.text.strip()
    return ".".join(map(str, value)) + ("." if written.endswith(".") else "")

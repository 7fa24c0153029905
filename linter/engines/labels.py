"""Labels with a number: Table 3, Listing 10-2, Example B, 表3, 图2-1; what a document calls its numbered parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

import regex

from linter.engines.ordinals import Ordinal, parse_number
from linter.engines.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from linter.engines.patterns import Pattern

_FLAGS = regex.VERSION1 | regex.IGNORECASE
_NUMBER = r"(?P<_number>\d{1,3}(?:[.\-–]\d{1,3}){0,3}|(?-i:[A-Z])(?:[.\-]\d{1,3})?|[一二三四五六七八九十]{1,3})"
_BEGINS = r"(?<![\p{Latin}\p{N}_])(?<![\p{Han}--[见如在由从据照按和与及或至到看参阅附]])"  # 见表3, and not 代表3
_ENDS = r"(?![\p{Latin}\p{N}%％_])(?![.\-–]\p{N})"
_ONE = r"(?![ ]?(?:[-–~～至到、,，&/和与及]|and\b|or\b|to\b|through\b)[ ]?(?:\d|(?-i:[A-Z]\b)|[一二三四五六七八九十]))"
# What follows the number of a caption, and not that of a sentence (Figure 5 shows).
_CAPTION = r"(?=[ \t\u3000]*(?:$|[:：—(（）)\u3000]|[–-][ ]|\.(?:[ ]|$))|[ ]\p{Han})"

_Sort = TypeVar("_Sort", bound=str)


class Label(NamedTuple):
    """A label at `text[start:end]`; `sort` is what its word is listed under, `ordinal.style` the word itself."""

    sort: str
    ordinal: Ordinal
    start: int
    end: int


class Labels(NamedTuple):
    """How to see labels; made by `compile_labels`."""

    sorts: tuple[str, ...]
    starts: frozenset[str]
    anywhere: Pattern
    caption: Pattern
    tagged: Pattern

    def mentions(self, text: str) -> Iterator[Label]:
        """The labels in a text, wherever they stand; not one of a range."""
        return self._all(self.anywhere.finditer(text))

    def of_heading(self, text: str) -> Label | None:
        """The label that a heading starts with."""
        return self._read(self.anywhere.match(text)) if text[:1] in self.starts else None

    def of_caption(self, text: str) -> Label | None:
        """The label that a paragraph starts with, where the paragraph is a caption."""
        return self._read(self.caption.match(text)) if text[:1] in self.starts else None

    def in_markup(self, text: str, start: int, end: int) -> Iterator[Label]:
        """The captions that stand right behind a tag."""
        return self._all(self.tagged.finditer(text, start, end))

    def _all(self, matches: Iterable[regex.Match[str]]) -> Iterator[Label]:
        return (label for found in matches if (label := self._read(found)))

    def _read(self, found: regex.Match[str] | None) -> Label | None:
        if found is None:
            return None
        sort = next(sort for sort in self.sorts if found[sort])
        ordinal = Ordinal(parse_number(found["_number"]), " ".join(found[sort].casefold().split()), found["_label"])
        return Label(sort, ordinal, *found.span("_label"))


def compile_labels(words: Mapping[_Sort, Iterable[str]]) -> Labels:
    """Compile the words of each sort, in whatever case; each sort is a name that a group can have."""
    every = [word for of_sort in words.values() for word in of_sort]
    sorts = "|".join(f"(?P<{sort}>{'|'.join(map(regex.escape, of_sort))})" for sort, of_sort in words.items())
    label = rf"(?P<_label>{_BEGINS}(?:{sorts})[ \u00a0]?{_NUMBER}){_ENDS}{_ONE}"
    return Labels(
        tuple(words),
        frozenset(character for word in every for character in (word[0].lower(), word[0].upper())),
        late(label, _FLAGS),
        late(label + _CAPTION, _FLAGS),
        late(rf">\s*{label}{_CAPTION[:-1]}|[ \t]*<)", _FLAGS),
    )

"""Marks that come in pairs: which of a text's brackets and quotation marks have no partner."""

from __future__ import annotations

import functools
import unicodedata
from typing import TYPE_CHECKING, Literal, NamedTuple

import regex

from linter.engines.patterns import late

if TYPE_CHECKING:
    from collections.abc import Sequence

Fault = Literal["unclosed", "unopened", "crossed", "mixed", "nested"]

_BLOT = "\ufffc"
_INNER = {"“": "‘"}  # what quotes within a quotation
_END = r"(?:[^\s()（）\[\]，,]|\([^\s()]*\)){1,20}"
_OPEN_END = rf"\s*{_END}\s*[,，]\s*{_END}\s*"
_SIZE = r"\d[^\s()（）\[\]]{0,19}(?:\s\p{L}{1,5})?"
# Brackets that are no pair of their own: each is tried without, and what is at fault only with them is let pass.
_NOISE = late(
    rf"""  (?:https?|ftp)://[^\s()（）\[\]【】<>《》“”「」]*(?:\([^\s()]*\)[^\s()（）\[\]【】<>《》“”「」]*)*
      |  (?<![\p{{L}}\d（]|\d\.)(?:\d{{1,3}}[a-h]?|\p{{Latin}}|[ivxIVX]{{1,5}}|[一二三四五六七八九十]{{1,3}}|[①-⑳])
         [.．]?[)）]                                                                            # 1) 1.) 1a) 一）
      |  \A\*{{1,3}}[)）]                                                                        # *) of a footnote
      |  (?:[(\[]|(?<!\S)\](?!\s)){_OPEN_END}(?:[)\]]|\[(?!\w))                                # [0, 1) ]0, 1[
      |  [（［]{_OPEN_END}[）］]
      |  [(\[]{_SIZE}\s*[-–—~～]\s*{_SIZE}[)\]] | [（［]{_SIZE}\s*[-–—~～]\s*{_SIZE}[）］]         # (10 kb - 25 kb]
      |  [:;=8xX]['’]?[-o^]?[()\[\]]+                                                         # :-)
      |  [(（][^\s\p{{L}}\p{{N}}]{{2,}}                                                           # (^_^
      |  (?<=[\p{{Latin}}\d])’ | ’(?=[\p{{Latin}}\d]) | ‘(?=\p{{Latin}}) | ‘(?=\d\ds?\b)
      |  \$[^$]+\$
      |  \\[()\[\]]
    """,
    regex.VERBOSE | regex.VERSION1,
)
_SMILEY = late(r"(?<!\S)[:;]['’]?-?[()](?!\S)")


class Unpaired(NamedTuple):
    """The mark at `text[place]` and what is wrong with it.

    `partner` is the mark that is missing, that crosses, or that should stand in the place of a mixed or nested one.
    """

    place: int
    fault: Fault
    partner: str


class _Marks(NamedTuple):
    """`closing` of each opening mark, `opening` of each closing one, and a pattern that finds them all."""

    closing: dict[str, str]
    opening: dict[str, str]
    pattern: regex.Pattern[str]


@functools.cache
def _marks(pairs: tuple[str, ...]) -> _Marks:
    every = regex.escape("".join(pairs))
    return _Marks(
        {pair[0]: pair[-1] for pair in pairs}, {pair[-1]: pair[0] for pair in pairs}, regex.compile(f"[{every}]")
    )


def unpaired(text: str, pairs: Sequence[str]) -> list[Unpaired]:
    """The marks of `pairs` (each an opening and a closing one) in `text` that have no partner, in order."""
    marks = _marks(tuple(pairs))
    found = _unpaired(text, marks)
    if not found:
        return []
    quieter = _NOISE.sub(lambda match: _BLOT * len(match[0]), text)
    places = {fault.place for fault in _unpaired(quieter, marks)}
    return [fault for fault in found if fault.place in places]


def leaves_open(text: str, mark: str, pairs: Sequence[str]) -> bool:
    """Whether `mark` would close something in `text` that only a smiley seems to close: (thus ;) and so."""
    plain = _SMILEY.sub("", text)
    if plain == text:
        return False
    faults = _unpaired(plain, _marks(tuple(pairs)))
    return any(fault.fault == "unclosed" and family(fault.partner) == family(mark) for fault in faults)


def _unpaired(text: str, marks: _Marks) -> list[Unpaired]:
    found: list[Unpaired] = []
    waiting: list[int] = []
    nested: list[tuple[int, int]] = []  # an opening mark, and the one like it that is open around it
    passed: list[int] = []  # opening marks that a closing mark of another pair was set before
    for match in marks.pattern.finditer(text):
        place, mark = match.start(), match[0]
        if mark in marks.closing:
            waiting.append(place)
        else:
            depth = _depth(text, waiting, mark, marks)
            if depth is not None:
                if (right := marks.closing[text[waiting[depth]]]) != mark:
                    found.append(Unpaired(place, "mixed", right))
                elif (within := _within_its_like(text, waiting, depth)) is not None:
                    nested.append((waiting[depth], within))
                passed += waiting[depth + 1 :]
                del waiting[depth:]
            elif (crossed := _depth(text, passed, mark, marks)) is not None:
                found.append(Unpaired(passed.pop(crossed), "crossed", mark))
            else:
                found.append(Unpaired(place, "unopened", marks.opening[mark]))
    found += [Unpaired(place, "unclosed", marks.closing[text[place]]) for place in passed + waiting]
    closed = {place for place, outer in nested if outer not in passed + waiting}
    found += [Unpaired(place, "nested", _INNER[text[place]]) for place in closed]
    return sorted(found)


def _within_its_like(text: str, waiting: list[int], depth: int) -> int | None:
    """The place of the quotation mark that is open around the one at `waiting[depth]`, where the two are the same."""
    mark = text[waiting[depth]]
    return next((place for place in waiting[:depth] if text[place] == mark), None) if mark in _INNER else None


def _depth(text: str, waiting: list[int], mark: str, marks: _Marks) -> int | None:
    """The number of the last waiting mark that `mark` closes, whatever the width."""
    for depth in range(len(waiting) - 1, -1, -1):
        if family(marks.closing[text[waiting[depth]]]) == family(mark):
            return depth
    return None


def family(mark: str) -> str:
    """The mark whatever its width."""
    return unicodedata.normalize("NFKC", mark)

"""Words that are two spellings of one: the rarer with the more frequent, told from how often each stands in a text."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.similarity import shared_length

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from linter.engines.words import Words

_SHORTEST = 4  # letters of a word whose capitals are compared
_CAPITAL_INSIDE = re.compile(r"[a-z0-9_][A-Z]|[A-Z]{2}[a-z]")
_PLURAL = re.compile(r"[A-Z]+s")  # of an acronym

_WIDE = re.compile(r"[Ａ-Ｚａ-ｚ０-９]*[Ａ-Ｚａ-ｚ][Ａ-Ｚａ-ｚ０-９]+")

_HALF = 3  # letters at least, on either side of a blank or a hyphen
_JOINED = 3  # times that the usual spelling stands, for each time of the other

_LONGEST = 40  # letters; what is longer is hardly a word
_OFTEN = 5  # times that a word stands before a rare one can be its misspelling
_SWAPPED = 7  # letters of the rare word at least, where two are swapped or one is doubled
_MISSING = 9  # where one is missing or added
_OTHER = 10  # where one stands for another: many pairs of shorter words differ so
_HEAD, _TAIL = 2, 3  # letters that agree at the ends, where prefixes and endings stand


class Spelling(NamedTuple):
    """`variant` is the rarer spelling of what is usually written `usual`, `ratio` times as often at the least."""

    variant: str
    usual: str
    ratio: int = 1


def by_case(counts: Mapping[str, int]) -> Iterator[Spelling]:
    """Pairs that differ in capitals past the first letter: `Github` and `GitHub`, `IPAddr` and `IpAddr`.

    One of the spellings has a capital inside, so that it is a name. Words all in capitals and words all in small
    letters stand apart: they are emphasis, constants and commands.
    """
    groups: dict[tuple[bool, str], list[str]] = defaultdict(list)
    for word in counts:
        if len(word) >= _SHORTEST and not word.islower() and not word.isupper():
            groups[word[0].isupper(), word.casefold()].append(word)
    for forms in groups.values():
        if len(forms) > 1 and any(map(_is_name, forms)):
            usual = max(forms, key=lambda form: (counts[form], _is_name(form), form))
            for form in forms:
                if not _is_title(form, usual) and not _tells_acronym(form, usual):
                    yield Spelling(form, usual)


def _tells_acronym(form: str, usual: str) -> bool:
    """`APIs` is a plural; `REpresentational` says where the first letters of REST come from."""
    return bool(_PLURAL.fullmatch(form)) or (form[:2].isupper() and usual[1:].islower())


def _is_title(form: str, usual: str) -> bool:
    """Whether the two differ in capitals after a hyphen, as in a heading."""
    return [part[1:] for part in form.split("-")] == [part[1:] for part in usual.split("-")]


def _is_name(word: str) -> bool:
    return _CAPITAL_INSIDE.search(word) is not None and not _PLURAL.fullmatch(word)


def by_width(text: str, found: Words) -> Iterator[Spelling]:
    """Pairs of a word in letters of full width and the same in common ones: `ＧＤＰ` and `GDP`."""
    wide = Counter(_WIDE.findall(text))
    for form, times in wide.items():
        usual = unicodedata.normalize("NFKC", form)
        count = found.cased.get(usual, 0) or found.plain.get(usual, 0)
        if count:
            yield Spelling(form, usual) if count >= times else Spelling(usual, form)


def by_hyphen(plain: Mapping[str, int]) -> Iterator[Spelling]:
    """Pairs of a compound with and without a hyphen: `roll-back` and `rollback`."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word in plain:
        if "-" in word:
            groups[word.replace("-", "")].append(word)
    for closed, forms in groups.items():
        usual = max((*forms, closed), key=lambda form: (plain.get(form, 0), form))
        for form in {*forms, closed} - {usual}:
            yield from _clear(form, plain.get(form, 0), usual, plain[usual])


def by_space(plain: Mapping[str, int], particles: Container[str], text: str) -> Iterator[Spelling]:
    """Pairs of one word and two: `dataset` and `data set`; `text` is what the words stand in, in small letters.

    A particle makes a phrase of its own: one sets up a setup.
    """
    for one, word in _begun(plain):
        other = word[len(one) :]
        if len(other) >= _HALF and other in plain and one not in particles and other not in particles:
            phrase = f"{one} {other}"
            if phrase in text:
                times = len(re.findall(rf"(?<![\w-]){phrase}(?![\w-])", text))
                yield from _clear(phrase, times, word, plain[word])


def _begun(plain: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Each word with each longer one that begins with it."""
    open_words: list[str] = []
    for word in sorted(plain):
        while open_words and not word.startswith(open_words[-1]):
            open_words.pop()
        for one in open_words:
            yield one, word
        if _HALF <= len(word) <= _LONGEST:
            open_words.append(word)


def _clear(one: str, times: int, other: str, other_times: int) -> Iterator[Spelling]:
    """The pair, if one of the two is clearly the usual one."""
    if times and other_times >= _JOINED * times:
        yield Spelling(one, other, _JOINED)
    elif other_times and times >= _JOINED * other_times:
        yield Spelling(other, one, _JOINED)


def by_letter(plain: Mapping[str, int]) -> Iterator[Spelling]:
    """Pairs of a word that stands once and a frequent one, a single slip apart, far from their ends."""
    near: dict[str, list[str]] = defaultdict(list)
    for usual, times in plain.items():
        if times >= _OFTEN and _SWAPPED <= len(usual) <= _LONGEST:
            for length in range(len(usual) - 1, len(usual) + 2):
                for half in _halves(usual, length):
                    near[half].append(usual)
    if not near:
        return
    for word, times in plain.items():
        if times == 1 and _SWAPPED <= len(word) <= _LONGEST:
            for half in _halves(word, len(word)):
                if half in near and (usual := next((usual for usual in near[half] if is_slip(word, usual)), "")):
                    yield Spelling(word, usual, _OFTEN)
                    break


def _halves(word: str, length: int) -> tuple[str, str]:
    """The two halves of `word`, one of which it shares with each word of `length` letters that is one slip away."""
    half = length // 2
    return word[:half], word[half + 1 - length :]


def is_slip(word: str, usual: str) -> bool:
    """Whether `word` is `usual` with one slip of the pen that hardly gives another word."""
    if word == usual or not -1 <= len(word) - len(usual) <= 1:
        return False
    start = shared_length(word, usual)
    end = shared_length(word[start:][::-1], usual[start:][::-1])
    around = word[max(0, start - _HEAD) : start] + word[len(word) - end : len(word) - end + _TAIL]
    if len(around) < _HEAD + _TAIL or "-" in around:
        return False
    return _is_slip(word[start : len(word) - end], usual[start : len(usual) - end], word[start - 1], len(usual))


def _is_slip(written: str, meant: str, before: str, length: int) -> bool:
    """Whether `written` for `meant`, after the letter `before`, is one slip in a word of `length` letters."""
    if not (written + meant).isalpha():
        return False
    match len(written), len(meant):
        case 2, 2:
            return written == meant[::-1]
        case 1, 0:
            return written == before or length >= _MISSING - 1
        case 0, 1:
            return length >= _MISSING
        case 1, 1:
            return length >= _OTHER
    return False

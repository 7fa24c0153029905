"""Words that are two spellings of one: the rarer with the more frequent, told from how often each stands in a text."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.patterns import late

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from linter.engines.words import Words

_SHORTEST = 4  # letters of a word whose capitals are compared
_CAPITAL_INSIDE = late(r"[a-z0-9_][A-Z]|[A-Z]{2}[a-z]")
_PLURAL = late(r"[A-Z]+s")  # of an acronym

_WIDE = late(r"[Ａ-Ｚａ-ｚ０-９]*[Ａ-Ｚａ-ｚ][Ａ-Ｚａ-ｚ０-９]+")

_HYPHEN_DIGIT = late(r"-[0-9]")  # `utf-8` and `utf8` are names in their own right

_HALF = 3  # letters at least, on either side of a blank or a hyphen
_JOINED = 3  # times that the usual spelling stands, for each time of the other

_DOTS = late(r"\.{3}|…")
_TWO_WORDS = late(r"([A-Za-z]+)(?:\.{3}|…|[ -])([A-Za-z]+)")

_LONGEST = 40  # letters; what is longer is hardly a word
_MOST = 200  # candidates, so that time stays linear; documents that are written by people have some dozens


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


def by_width(found: Words) -> Iterator[Spelling]:
    """Pairs of a word in letters of full width and the same in common ones: `ＧＤＰ` and `GDP`."""
    for form in set(_WIDE.findall(found.beyond_ascii)):
        usual = unicodedata.normalize("NFKC", form)
        if usual in found.cased or usual in found.plain:
            yield Spelling(form, usual)


def by_hyphen(plain: Mapping[str, int]) -> Iterator[Spelling]:
    """Pairs of a compound with and without a hyphen: `roll-back` and `rollback`."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word in plain:
        if "-" in word and len(word) > 2 * _HALF and not _HYPHEN_DIGIT.search(word):
            groups[word.replace("-", "")].append(word)
    for closed, forms in groups.items():
        usual = max((*forms, closed), key=lambda form: (plain.get(form, 0), form))
        for form in (*forms, closed):
            if form != usual:
                yield from _clear(form, plain.get(form, 0), usual, plain[usual])


def by_space(plain: Mapping[str, int], particles: Container[str], text: str) -> Iterator[Spelling]:
    """Pairs of one word and two: `dataset` and `data set`; `text` is what the words stand in, in small letters.

    A particle makes a phrase of its own: one sets up a setup.
    """
    cuts = (
        (one, other, word) for one, word in _begun(plain) if len(other := word[len(one) :]) >= _HALF and other in plain
    )
    for one, other, word in islice(cuts, _MOST):
        if one not in particles and other not in particles:
            phrase = f"{one} {other}"
            if phrase in text:
                yield from _clear(phrase, text.count(phrase), word, plain[word])


def _begun(plain: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Each word with each longer one that begins with it."""
    open_words: list[str] = []
    for word in sorted([word for word in plain if _HALF <= len(word) <= _LONGEST and "-" not in word]):
        while open_words and not word.startswith(open_words[-1]):
            open_words.pop()
        for one in open_words:
            yield one, word
        open_words.append(word)


def _clear(one: str, times: int, other: str, other_times: int) -> Iterator[Spelling]:
    """The pair, if one of the two is clearly the usual one."""
    if times and other_times >= _JOINED * times:
        yield Spelling(one, other, _JOINED)
    elif other_times and times >= _JOINED * other_times:
        yield Spelling(other, one, _JOINED)


def by_dots(phrases: Mapping[str, int]) -> Iterator[Spelling]:
    """Pairs of a phrase with dots between its words and with something else there: `let...else` and `let else`."""
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for phrase in phrases:
        if found := _TWO_WORDS.fullmatch(phrase):
            groups[found.groups()].append(phrase)
    for forms in groups.values():
        usual = max(forms, key=lambda form: (phrases[form], form))
        for form in forms:
            if form != usual and _DOTS.search(form + usual):
                yield from _clear(form, phrases[form], usual, phrases[usual])

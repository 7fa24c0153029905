"""Defects that are put into clean documents, one function each: the lines of a document in, those with a defect out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

Lines = list[str]
Injected = tuple[Lines, int] | None  # the changed text, and the line at fault from 0

ITEM = re.compile(r"(\s*)(\d+)([.)])(\s+\S.*)")


def choose(lines: Lines, draw: random.Random, fits: Callable[[int], bool]) -> int | None:
    """One of the lines that fit, outside of fences, comments and front matter."""
    hidden = hidden_lines(lines)
    found = [number for number in range(len(lines)) if number not in hidden and fits(number)]
    return draw.choice(found) if found else None


def hidden_lines(lines: Lines) -> set[int]:
    """Lines that no reader reads."""
    hidden: set[int] = set()
    text = "\n".join(lines)
    for match in re.finditer(r"\A---\n.*?\n---\n|<!--.*?-->|^ *(```+|~~~+).*?^ *\1", text, re.DOTALL | re.MULTILINE):
        first = text.count("\n", 0, match.start())
        hidden.update(range(first, first + match[0].count("\n") + 1))
    return hidden


def list_gap(lines: Lines, draw: random.Random) -> Injected:
    """A number left out in a list that is numbered 1, 2, 3."""
    hidden = hidden_lines(lines)
    series = [
        n
        for n in range(1, len(lines) - 1)
        if n not in hidden and (one := ITEM.match(lines[n])) and (next_one := ITEM.match(lines[n + 1]))
        and (before := ITEM.match(lines[n - 1]))
        and [int(m[2]) for m in (before, one, next_one)] == [int(one[2]) - 1, int(one[2]), int(one[2]) + 1]
    ]  # fmt: skip
    if not series:
        return None
    place = draw.choice(series)
    return [*lines[:place], *lines[place + 1 :]], place


def doubled_word(lines: Lines, draw: random.Random) -> Injected:
    """A word twice in succession."""
    place = choose(lines, draw, lambda n: bool(re.match(r"[A-Z][a-z]+( [a-z]+){5}", lines[n])))
    if place is None:
        return None
    words = lines[place].split(" ")
    at = draw.randrange(1, 5)
    return [*lines[:place], " ".join([*words[:at], words[at], *words[at:]]), *lines[place + 1 :]], place


def lost_bracket(lines: Lines, draw: random.Random) -> Injected:
    """A closing bracket lost."""
    place = choose(lines, draw, lambda n: bool(re.match(r"[^\[\]`|<]*[(（][^()（）`]{6,}[)）][^()（）`]*$", lines[n])))
    if place is None:
        return None
    return [*lines[:place], re.sub(r"[)）]", "", lines[place]), *lines[place + 1 :]], place


def misspelt_case(lines: Lines, draw: random.Random) -> Injected:
    """One of several mentions of a name with an inner capital loses it."""
    text = "\n".join(lines)
    names = [name for name in set(re.findall(r"\b[A-Z][a-z]+[A-Z][a-z]+\b", text)) if text.count(name) >= 4]  # noqa: PLR2004
    if not names:
        return None
    name = draw.choice(sorted(names))
    place = choose(lines, draw, lambda n: bool(re.search(rf"(?<=[a-z] ){name}(?= [a-z])", lines[n])))
    if place is None:
        return None
    changed = re.sub(rf"(?<=[a-z] ){name}(?= [a-z])", name.capitalize(), lines[place], count=1)
    return [*lines[:place], changed, *lines[place + 1 :]], place


def repeated_line(lines: Lines, draw: random.Random) -> Injected:
    """A long item or paragraph of one line, twice in succession."""
    place = choose(lines, draw, lambda n: bool(re.match(r"([-*] |\d+\. )?[\w“][^|]{60,}$", lines[n])))
    if place is None:
        return None
    gap = [""] if not lines[place].startswith(("-", "*")) and place + 1 < len(lines) and not lines[place + 1] else []
    return [*lines[: place + 1], *gap, lines[place], *lines[place + 1 :]], place + 1 + len(gap)

"""Defects of headings that are put into clean documents; where few documents number their headings, we number some."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from defects import Injected, Lines, choose, hidden_lines

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

HEADING = re.compile(r"(#+) +(\S.*)")
ORDINAL = re.compile(r"(#+ +)(\d+)([.、．])(?!\d)(\s*\S.*)")
DECIMAL = re.compile(r"(#+ +\d+)\.(\d+(?:\.\d+)*[.、]?\s*\S.*)")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
HAN = "一二三四五六七八九十"
SEVERAL = 4  # headings, of which one can be the odd one
# How headings are numbered, and the same with one thing about it otherwise; {n} is the number.
FORMS = {
    "width": {"（{n}）": "({n})", "({n}) ": "（{n}） ", "（{n}）、": "（{n})、"},
    "blank": {"{n}、": "{n}、 ", "（{n}）": "（{n}） ", "{n}. ": "{n}.", "({n}) ": "({n})"},
    "point": {"{n}、": "{n}.", "{n}. ": "{n}、 ", "（{n}）": "（{n}）、", "第{n}章　": "第{n}章、　"},
}


class Headings(NamedTuple):
    """The lines of a document and the places of those headings that stand at one level beside each other."""

    lines: Lines
    places: list[int]

    def changed(self, place: int, line: str) -> Injected:
        """The document with another line at a place, which is at fault."""
        return [*self.lines[:place], line, *self.lines[place + 1 :]], place


def _headings(lines: Lines) -> list[tuple[int, int, str]]:
    """The place, the level and the text of each heading marked with #."""
    hidden = hidden_lines(lines)
    found = ((n, HEADING.fullmatch(line)) for n, line in enumerate(lines) if n not in hidden)
    return [(n, len(match[1]), match[2]) for n, match in found if match]


def _siblings(lines: Lines, draw: random.Random) -> Headings | None:
    """Several headings of one level with none of a higher one between them, and no numbers before them."""
    groups: list[tuple[int, list[int]]] = []
    for place, level, text in _headings(lines):
        groups = [group for group in groups if group[0] <= level or len(group[1]) >= SEVERAL]
        if not groups or groups[-1][0] != level:
            groups.append((level, []))
        if not re.match(r"[\d（(第一二三四五六七八九十]", text):
            groups[-1][1].append(place)
    found = [places for _, places in groups if SEVERAL <= len(places) <= len(HAN)]
    return Headings(lines, draw.choice(found)) if found else None


def _numbered(lines: Lines, draw: random.Random, form: str) -> Headings | None:
    """The same headings, numbered."""
    headings = _siblings(lines, draw)
    if headings is None:
        return None
    is_chinese = bool(CHINESE.search(lines[headings.places[0]]))
    if not is_chinese and re.search("[、（第]", form):
        return None
    numbered = list(lines)
    for number, place in enumerate(headings.places, 1):
        written = HAN[number - 1] if is_chinese and ". " not in form else str(number)
        signs, text = numbered[place].split(" ", 1)
        numbered[place] = f"{signs} {form.replace('{n}', written)}{text.lstrip()}"
    return Headings(numbered, headings.places)


def _ordinal(feature: str, lines: Lines, draw: random.Random) -> Injected:
    form, other = draw.choice([*FORMS[feature].items()])
    headings = _numbered(lines, draw, form)
    if headings is None:
        return None
    place = draw.choice(headings.places)
    written = re.escape(form).replace(re.escape("{n}"), "(.)")
    changed = re.sub(written, lambda number: other.replace("{n}", number[1]), headings.lines[place], count=1)
    return headings.changed(place, changed)


def ordinal_width(lines: Lines, draw: random.Random) -> Injected:
    """Brackets of another width around the number of one heading."""
    return _ordinal("width", lines, draw)


def ordinal_blank(lines: Lines, draw: random.Random) -> Injected:
    """A blank behind the number of one heading, or none."""
    return _ordinal("blank", lines, draw)


def ordinal_point(lines: Lines, draw: random.Random) -> Injected:
    """Another point behind the number of one heading, or none."""
    return _ordinal("point", lines, draw)


def ordinal_form(lines: Lines, draw: random.Random) -> Injected:
    """A point of another width in one of several headings that are numbered by their authors."""
    hidden = hidden_lines(lines)
    numbered = [n for n, line in enumerate(lines) if n not in hidden and ORDINAL.match(line)]
    if len(numbered) < SEVERAL:
        return None
    place = draw.choice(numbered)
    changed = ORDINAL.sub(lambda m: m[1] + m[2] + ("、" if m[3] != "、" else ".") + m[4].lstrip(), lines[place])
    return [*lines[:place], changed, *lines[place + 1 :]], place


def decimal_point(lines: Lines, draw: random.Random) -> Injected:
    """A mark that is no point inside one of several decimals: 3、2 among 3.1 and 3.3."""
    hidden = hidden_lines(lines)
    numbered = [n for n, line in enumerate(lines) if n not in hidden and DECIMAL.match(line)]
    if len(numbered) < SEVERAL:
        return None
    place = draw.choice(numbered)
    changed = DECIMAL.sub(lambda m: m[1] + draw.choice("、，,。") + m[2], lines[place])
    return [*lines[:place], changed, *lines[place + 1 :]], place


def gap(lines: Lines, draw: random.Random) -> Injected:
    """From one number of a series of three or more headings on, each counts one further."""
    hidden = hidden_lines(lines)
    numbered = [(n, match) for n, line in enumerate(lines) if n not in hidden and (match := ORDINAL.match(line))]
    values = [int(match[2]) for _, match in numbered]
    if len(values) < SEVERAL - 1 or values != list(range(1, len(values) + 1)):
        return None
    first = draw.randrange(1, len(numbered))
    changed = list(lines)
    for n, match in numbered[first:]:
        changed[n] = match[1] + str(int(match[2]) + 1) + match[3] + match[4]
    return changed, numbered[first][0]


def level_skipped(lines: Lines, draw: random.Random) -> Injected:
    """A heading two levels below the one before it."""
    steps = zip(_headings(lines), _headings(lines)[1:], strict=False)
    found = [(place, level, text) for (_, above, _), (place, level, text) in steps if above == level - 1]
    if not found:
        return None
    place, level, text = draw.choice(found)
    return Headings(lines, []).changed(place, f"{'#' * (level + 1)} {text}")


def level_lowered(lines: Lines, draw: random.Random) -> Injected:
    """A heading of the second level at the fourth, whatever stands before it; often nothing but its meaning tells."""
    place = choose(lines, draw, lambda n: bool(re.match(r"## +\S", lines[n])))
    if place is None:
        return None
    return Headings(lines, []).changed(place, "##" + lines[place])


def level_of_series(lines: Lines, draw: random.Random) -> Injected:
    """One of several numbered headings a level higher or lower than the others."""
    headings = _numbered(lines, draw, "{n}. ")
    if headings is None:
        return None
    place = draw.choice(headings.places)
    line = headings.lines[place]
    can_rise, can_sink = line.startswith("###"), not line.startswith("######")
    return headings.changed(place, line[1:] if can_rise and draw.choice([True, not can_sink]) else f"#{line}")


def full_stop(lines: Lines, draw: random.Random) -> Injected:
    """A full stop behind one heading of many."""
    return _ended(lines, draw, ".", "。")


def other_end(lines: Lines, draw: random.Random) -> Injected:
    """A colon, a comma or a semicolon behind one heading of many."""
    at = draw.randrange(3)
    return _ended(lines, draw, ":,;"[at], "：，；"[at])


def _ended(lines: Lines, draw: random.Random, mark: str, wide_mark: str) -> Injected:
    place = choose(lines, draw, lambda n: bool(HEADING.match(lines[n])) and lines[n][-1].isalnum())
    if place is None or sum(bool(HEADING.match(line)) for line in lines) < SEVERAL:
        return None
    return Headings(lines, []).changed(place, lines[place] + (wide_mark if CHINESE.search(lines[place]) else mark))


def closed(lines: Lines, draw: random.Random) -> Injected:
    """One heading closed with # among those that are not."""
    headings = _headings(lines)
    if len(headings) < SEVERAL or any(text.endswith("#") for _, _, text in headings):
        return None
    place, level, _ = draw.choice(headings)
    return Headings(lines, []).changed(place, f"{lines[place]} {'#' * level}")


def not_closed(lines: Lines, draw: random.Random) -> Injected:
    """One heading not closed with # among those that are."""
    headings = _headings(lines)
    if len(headings) < SEVERAL or any(text.endswith("#") for _, _, text in headings):
        return None
    all_closed = list(lines)
    for place, level, _ in headings:
        all_closed[place] = f"{lines[place]} {'#' * level}"
    place, _, _ = draw.choice(headings)
    return Headings(all_closed, []).changed(place, lines[place])


WORD = re.compile(r"(?<=[A-Za-z,] )[A-Za-z][a-z]+(?![\w'’./-])")
SMALL = re.compile(
    "an?|the|and|but|n?or|as|at|by|for|from|if|in|into|is|off?|on|out|over|per|than|to|up|via|vs|with"
)  # words that Title Case leaves small


def sentence_case(lines: Lines, draw: random.Random) -> Injected:
    """One heading of several in Title Case with small letters inside it."""
    return _other_case(lines, draw, str.istitle, str.lower)


def title_case(lines: Lines, draw: random.Random) -> Injected:
    """One heading of several in sentence case with capital letters inside it."""
    return _other_case(lines, draw, str.islower, str.capitalize)


def _words(text: str) -> list[str]:
    """The words inside a heading that are written otherwise in Title Case."""
    return [word for word in WORD.findall(text) if not SMALL.fullmatch(word)]


def _other_case(
    lines: Lines, draw: random.Random, is_usual: Callable[[str], bool], write: Callable[[str], str]
) -> Injected:
    """One heading whose words inside are all in the usual case; five of its level are, and none is otherwise."""
    levels: dict[int, list[int]] = {}
    others = set()
    for place, level, text in _headings(lines):
        cases = [is_usual(word) for word in _words(text)]
        if cases and all(cases):
            levels.setdefault(level, []).append(place)
        elif cases and not any(cases):
            others.add(level)
    fit = [
        place
        for level, places in levels.items()
        if level not in others and len(places) > SEVERAL
        for place in places
        if len(_words(lines[place])) > 1
    ]
    if not fit:
        return None
    place = draw.choice(fit)
    changed = WORD.sub(lambda word: word[0] if SMALL.fullmatch(word[0]) else write(word[0]), lines[place])
    return Headings(lines, []).changed(place, changed)

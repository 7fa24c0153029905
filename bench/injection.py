"""How many defects that are put into clean documents are found: figures for classes of which real cases are few.

python bench/injection.py SHARED [NUMBER]    NUMBER documents of each half for each defect, 150 by default

What is put in is ours and simpler than what people do: read these figures beside those of `bench/accuracy.py`, never
instead of them.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from documents import diagnostics, halves

if TYPE_CHECKING:
    from collections.abc import Callable

Lines = list[str]
Injected = tuple[Lines, int] | None  # the changed text, and the line at fault from 0

NUMBER = 150
LARGEST = 60_000  # bytes of a document
HEADING = re.compile(r"(#+) +(\S.*)")
ORDINAL = re.compile(r"(#+ +)(\d+)([.、．])(\s*\S.*)")
ITEM = re.compile(r"(\s*)(\d+)([.)])(\s+\S.*)")


def choose(lines: Lines, draw: random.Random, fits: Callable[[int], bool]) -> int | None:
    """One of the lines that fit, outside of fences, comments and front matter."""
    hidden = _hidden(lines)
    found = [number for number in range(len(lines)) if number not in hidden and fits(number)]
    return draw.choice(found) if found else None


def _hidden(lines: Lines) -> set[int]:
    """Lines that no reader reads."""
    hidden: set[int] = set()
    text = "\n".join(lines)
    for match in re.finditer(r"\A---\n.*?\n---\n|<!--.*?-->|^ *(```+|~~~+).*?^ *\1", text, re.DOTALL | re.MULTILINE):
        first = text.count("\n", 0, match.start())
        hidden.update(range(first, first + match[0].count("\n") + 1))
    return hidden


def heading_level(lines: Lines, draw: random.Random) -> Injected:
    """A heading two levels below the one before it."""
    place = choose(lines, draw, lambda n: bool(re.match(r"## +\S", lines[n])))
    if place is None:
        return None
    return [*lines[:place], "##" + lines[place], *lines[place + 1 :]], place


def heading_mark(lines: Lines, draw: random.Random) -> Injected:
    """A full stop behind one heading of many."""
    place = choose(lines, draw, lambda n: bool(HEADING.match(lines[n])) and lines[n][-1].isalnum())
    if place is None or sum(bool(HEADING.match(line)) for line in lines) < 4:  # noqa: PLR2004
        return None
    stop = "。" if re.search(r"[\u4e00-\u9fff]", lines[place]) else "."
    return [*lines[:place], lines[place] + stop, *lines[place + 1 :]], place


def heading_ordinal(lines: Lines, draw: random.Random) -> Injected:
    """A point of another width in one of several numbered headings."""
    hidden = _hidden(lines)
    numbered = [n for n, line in enumerate(lines) if n not in hidden and ORDINAL.match(line)]
    if len(numbered) < 4:  # noqa: PLR2004
        return None
    place = draw.choice(numbered)
    changed = ORDINAL.sub(lambda m: m[1] + m[2] + ("、" if m[3] != "、" else ".") + m[4].lstrip(), lines[place])
    return [*lines[:place], changed, *lines[place + 1 :]], place


def heading_gap(lines: Lines, draw: random.Random) -> Injected:
    """A number left out in a series of headings."""
    hidden = _hidden(lines)
    numbered = [n for n, line in enumerate(lines) if n not in hidden and ORDINAL.match(line)]
    return _skip(lines, draw, numbered, ORDINAL)


def list_gap(lines: Lines, draw: random.Random) -> Injected:
    """A number left out in a list that is numbered 1, 2, 3."""
    hidden = _hidden(lines)
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


def _skip(lines: Lines, draw: random.Random, numbered: list[int], pattern: re.Pattern[str]) -> Injected:
    """Everything from one number of a series of three or more on counts one further."""
    values = [int(match[2]) for n in numbered if (match := pattern.match(lines[n]))]
    if len(values) < 3 or values != list(range(1, len(values) + 1)):  # noqa: PLR2004
        return None
    first = draw.randrange(1, len(numbered))
    changed = list(lines)
    for n in numbered[first:]:
        changed[n] = pattern.sub(lambda m: m[1] + str(int(m[2]) + 1) + m[3] + m[4], changed[n])
    return changed, numbered[first]


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


class Defect(NamedTuple):
    """One sort of defect, and the last parts of the rules that may find it."""

    put_in: Callable[[Lines, random.Random], Injected]
    rules: tuple[str, ...]


DEFECTS = {
    "heading two levels down": Defect(heading_level, ("heading-levels",)),
    "full stop behind a heading": Defect(heading_mark, ("heading-punctuation", "heading-style")),
    "ordinal of another form": Defect(heading_ordinal, ("heading-style", "numbering")),
    "gap in numbered headings": Defect(heading_gap, ("numbering",)),
    "gap in a numbered list": Defect(list_gap, ("numbering",)),
    "word doubled": Defect(doubled_word, ("repeated-words",)),
    "bracket lost": Defect(lost_bracket, ("paired-marks",)),
    "name with another capital": Defect(misspelt_case, ("term-consistency",)),
    "line pasted twice": Defect(repeated_line, ("repeated-content",)),
}


def rows(folder: Path) -> dict[str, list[dict[str, object]]]:
    """What is said of each file of a folder."""
    found: dict[str, list[dict[str, object]]] = {}
    for row in diagnostics(folder, "--no-cache"):
        found.setdefault(Path(row["path"]).name, []).append(row)
    return found


def measure(defect: Defect, files: list[Path], number: int, folder: Path) -> tuple[int, int]:
    """How many of the defects were found, and how many were put in."""
    draw = random.Random(1)  # noqa: S311 - for examples, not for secrets
    draw.shuffle(files)
    places: dict[str, int] = {}
    for path in files:
        injected = defect.put_in(path.read_text(encoding="utf-8", errors="replace").split("\n"), draw)
        if injected:
            name = f"{len(places)}.md"
            (folder / name).write_text("\n".join(injected[0]), encoding="utf-8")
            places[name] = injected[1] + 1
        if len(places) == number:
            break
    said = rows(folder)
    found = sum(
        any(
            str(row["rule"]).rpartition(".")[2] in defect.rules and abs(int(str(place["line"])) - line) <= 1
            for row in said.get(name, [])
            for place in [row, *row.get("related", [])]  # type: ignore[misc]
        )
        for name, line in places.items()
    )
    return found, len(places)


def main() -> None:
    """Print the table."""
    number = int(sys.argv[2]) if len(sys.argv) > 2 else NUMBER  # noqa: PLR2004
    with halves(Path(sys.argv[1])) as folders:
        print("| defect put in | " + " | ".join(folders) + " |\n|---|" + "---|" * len(folders))
        for name, defect in DEFECTS.items():
            cells = []
            for folder in folders.values():
                files = sorted(path for path in folder.rglob("*.md") if path.stat().st_size < LARGEST)
                with tempfile.TemporaryDirectory() as scratch:
                    found, total = measure(defect, files, number, Path(scratch))
                cells.append(f"{found} of {total}" + (f" = {found / total:.2f}" if total else ""))
            print(f"| {name} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()

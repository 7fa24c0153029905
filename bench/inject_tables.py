"""How many wrong totals are found: tables that add up get one figure changed, and are linted before and after.

python bench/inject_tables.py [FOLDER ...]

Tables are made up, and taken from the Markdown files below the folders. `alarms` are findings in tables that nobody
has changed.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from documents import diagnostics

if TYPE_CHECKING:
    from collections.abc import Iterator

RULE = "document.table-totals"
MADE = 400
SEED = 7
TABLE = re.compile(r"(?:^[ ]{0,3}\|.*\|[ ]*\n){4,}", re.MULTILINE)
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
TOTAL = re.compile(r"\|[\s*]*(?:grand total|total|sum|合计|总计|小计)[\s*]*\|", re.IGNORECASE)
WORDS = {
    "en": (["north", "south", "east", "west", "wells", "gates", "roads", "parks", "pumps"], "Total", "Average", "Name"),
    "zh": (["城东", "城西", "城南", "城北", "河道", "道路", "公园", "水泵", "水井"], "合计", "平均", "名称"),
}

Rows = list[list[str]]


def say(value: float, digits: int, chance: random.Random, *, commas: bool) -> str:
    """A figure as people write it; nothing is a dash or an empty cell now and then."""
    if not value and chance.random() < 0.5:  # noqa: PLR2004
        return chance.choice(["", "-", "0"])
    return f"{value:,.{digits}f}" if commas else f"{value:.{digits}f}"


def made(chance: random.Random) -> tuple[Rows, list[tuple[int, int]]]:
    """A table with a row or a column of totals or both, and the cells whose change is a defect."""
    names, total, average, corner = WORDS[chance.choice(["en", "zh"])]
    height, width = chance.randint(2, 8), chance.randint(1, 5)
    digits, commas, largest = chance.choice([0, 0, 0, 1, 2]), chance.random() < 0.5, chance.choice([9, 90, 4000])  # noqa: PLR2004
    values = [[round(chance.random() * largest, digits) for _ in range(width)] for _ in range(height)]
    for row in values:
        row[chance.randrange(width)] *= chance.random() > 0.1  # noqa: PLR2004
    columns = width > 1 and chance.random() < 0.5  # noqa: PLR2004
    if columns:
        values = [[*row, sum(row)] for row in values]
    rows = not columns or chance.random() < 0.5  # noqa: PLR2004
    lines = [
        [names[number], *(say(value, digits, chance, commas=commas) for value in row)]
        for number, row in enumerate(values)
    ]
    if rows:
        sums = [sum(column) for column in zip(*values, strict=True)]
        lines.append([total, *(say(value, digits, chance, commas=commas) for value in sums)])
        if chance.random() < 0.3:  # noqa: PLR2004
            lines.append([average, *(f"{value / height:.2f}" for value in sums)])
    head = [corner, *(str(2015 + number) for number in range(width)), *[total] * columns]
    cells = [(row + 1, column) for row in range(height + rows) for column in range(1, width + 1 + columns)]
    return [head, *lines], cells


def written(rows: Rows, *, bars: bool) -> str:
    """The table in Markdown, or with tabs."""
    if not bars:
        return "".join("\t".join(row) + "\n" for row in rows)
    head, *body = ["| " + " | ".join(row) + " |\n" for row in rows]
    return head + "| --- " * len(rows[0]) + "|\n" + "".join(body)


def changed(figure: str, chance: random.Random) -> str:
    """The figure with another digit in one place."""
    place = chance.choice([place for place, character in enumerate(figure) if character.isdigit()])
    return (
        figure[:place] + chance.choice([digit for digit in "123456789" if digit != figure[place]]) + figure[place + 1 :]
    )


def made_cases(chance: random.Random) -> Iterator[tuple[str, str, str]]:
    """Suffix, table, and the same with one figure changed."""
    for _ in range(MADE):
        rows, cells = made(chance)
        bars = chance.random() < 0.7  # noqa: PLR2004
        clean = written(rows, bars=bars)
        row, column = chance.choice([(row, column) for row, column in cells if NUMBER.fullmatch(rows[row][column])])
        rows[row][column] = changed(rows[row][column], chance)
        yield ".md" if bars else ".txt", clean, written(rows, bars=bars)


def real_cases(folder: Path, chance: random.Random) -> Iterator[tuple[str, str, str]]:
    """The same for tables with a total in real documents; the figure is one of the last row or the last column."""
    for path in sorted(folder.rglob("*.md")):
        for table in TABLE.findall(path.read_text(encoding="utf-8", errors="replace")):
            if TOTAL.search(table):
                numbers = list(NUMBER.finditer(table, table.rindex("\n", 0, -1)))
                if numbers:
                    chosen = chance.choice(numbers)
                    yield ".md", table, table[: chosen.start()] + changed(chosen[0], chance) + table[chosen.end() :]


def count(name: str, cases: list[tuple[str, str, str]]) -> None:
    """Lint all at once, and print one line."""
    with tempfile.TemporaryDirectory() as folder:
        for number, (suffix, clean, damaged) in enumerate(cases):
            (Path(folder) / f"{number}-clean{suffix}").write_text(clean, encoding="utf-8")
            (Path(folder) / f"{number}-changed{suffix}").write_text(damaged, encoding="utf-8")
        rows = diagnostics(folder, "--no-cache", "--select", RULE)
    paths = {row["path"] for row in rows if row["rule"] == RULE}
    found = Counter(Path(path).stem.partition("-")[2] for path in paths)
    total = max(1, len(cases))
    print(
        f"{name:<12} {len(cases):>5} tables  recall {found['changed'] / total:.2f}  alarms {found['clean'] / total:.3f}"
    )
    if "-v" in sys.argv:
        missed = [number for number in range(len(cases)) if not any(f"/{number}-changed" in path for path in paths)]
        for number in missed[:40]:
            print(cases[number][2])


def main() -> None:
    """Made tables first, then those of each folder."""
    chance = random.Random(SEED)  # noqa: S311 - the same tables each time
    count("made", list(made_cases(chance)))
    for folder in sys.argv[1:]:
        if folder != "-v":
            count(Path(folder).name, list(real_cases(Path(folder), chance)))


if __name__ == "__main__":
    main()

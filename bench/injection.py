"""How many defects that are put into clean documents are found: figures for classes of which real cases are few.

python bench/injection.py SHARED [NUMBER]    NUMBER documents of each half for each defect, 150 by default

What is put in is ours and simpler than what people do: read these figures beside those of `bench/accuracy.py`, never
instead of them.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import defects
import heading_defects as headings
from documents import diagnostics, halves

if TYPE_CHECKING:
    from collections.abc import Callable

    from defects import Injected, Lines

NUMBER = 150
LARGEST = 60_000  # bytes of a document


class Defect(NamedTuple):
    """One sort of defect, and the last parts of the rules that may find it."""

    put_in: Callable[[Lines, random.Random], Injected]
    rules: tuple[str, ...]


STYLE = ("heading-style",)
DEFECTS = {
    "level skipped": Defect(headings.level_skipped, ("heading-levels",)),
    "level unlike its numbered siblings": Defect(headings.level_of_series, ("heading-levels",)),
    "heading two levels down": Defect(headings.level_lowered, ("heading-levels",)),
    "ordinal in brackets of another width": Defect(headings.ordinal_width, STYLE),
    "ordinal with a blank after it or none": Defect(headings.ordinal_blank, STYLE),
    "ordinal with another point": Defect(headings.ordinal_point, STYLE),
    "ordinal of another form": Defect(headings.ordinal_form, (*STYLE, "numbering")),
    "decimal with another mark for its point": Defect(headings.decimal_point, (*STYLE, "numbering")),
    "gap in numbered headings": Defect(headings.gap, ("numbering",)),
    "full stop behind a heading": Defect(headings.full_stop, ("heading-punctuation", *STYLE)),
    "other mark behind a heading": Defect(headings.other_end, ("heading-punctuation", *STYLE)),
    "heading closed with # among open ones": Defect(headings.closed, STYLE),
    "heading not closed with # among closed ones": Defect(headings.not_closed, STYLE),
    "sentence case among title case": Defect(headings.sentence_case, STYLE),
    "title case among sentence case": Defect(headings.title_case, STYLE),
    "gap in a numbered list": Defect(defects.list_gap, ("numbering",)),
    "word doubled": Defect(defects.doubled_word, ("repeated-words",)),
    "bracket lost": Defect(defects.lost_bracket, ("paired-marks",)),
    "name with another capital": Defect(defects.misspelt_case, ("term-consistency",)),
    "line pasted twice": Defect(defects.repeated_line, ("repeated-content",)),
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

"""How much of what people really corrected is found, by class, beside the peers, in one table.

python bench/accuracy.py SHARED

SHARED holds `cases/` with its scorer. Recall is by series of corrections; noise is what is said of the corrected
documents, for each 1,000 lines. Recto is shown at each level of confidence: a curve, not a point. Below it stand the
marked Chinese official documents, those with written defects and those with defects that were put in (see official.py).
"""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from peers import CLASSES, installed

HERE = Path(__file__).parent
RECTO = [sys.executable, "-m", "linter", "check", "--no-cache", "--isolated", "--output-format", "json"]
LEVELS = ("error", "warning", "suggestion")
Figures = dict[str, dict[str, Any]]


def score(shared: Path, command: list[str], classes: dict[str, list[str]] | None = None) -> Figures:
    """What the scorer says of a command, by class."""
    with tempfile.TemporaryDirectory() as folder:
        result, map_file = Path(folder) / "result.json", Path(folder) / "classes.json"
        options = ["--cmd", shlex.join(command), "--json", str(result)]
        if classes is not None:
            map_file.write_text(json.dumps(classes), encoding="utf-8")
            options += ["--map", str(map_file)]
        scorer = shared / "cases" / "score.py"
        subprocess.run(
            [sys.executable, scorer, shared / "cases" / "history", *options], check=True, capture_output=True
        )
        figures: Figures = json.loads(result.read_text(encoding="utf-8"))
        return figures


def cell(row: dict[str, Any] | None) -> str:
    """Recall by series and noise."""
    if row is None:
        return "–"
    return f"{row['series_hit'] / row['series']:.2f} / {row['noise_per_1k']:.2f}"


def main() -> None:
    """Print the table."""
    shared = Path(sys.argv[1])
    least = [sys.executable, str(HERE / "least.py")]
    columns = {f"recto, {level}s": score(shared, [*least, level, *RECTO]) for level in LEVELS}
    for name in [*installed(), "all"]:
        columns[f"{name} (peer)" if name != "all" else "all peers"] = score(
            shared, [sys.executable, str(HERE / "peers.py"), name], CLASSES
        )
    recto = columns["recto, suggestions"]
    print("Corrections that people made\n\n| class | series | " + " | ".join(columns) + " |")
    print("|---|---|" + "---|" * len(columns))
    for name, row in sorted(recto.items()):
        cells = " | ".join(cell(figures.get(name)) for figures in columns.values())
        print(f"| {name} | {row['series']} | {cells} |")
    print("\nEach cell: recall by series / noise per 1,000 lines; `recto, warnings` counts errors and warnings.")
    for title, option in (("Written", ()), ("Injected", ("--injected",))):
        print(f"\n{title} defects of official documents\n", flush=True)
        subprocess.run([sys.executable, HERE / "official.py", *option], check=True)


if __name__ == "__main__":
    main()

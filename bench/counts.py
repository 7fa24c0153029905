"""How many diagnostics each rule gives on real documents, and what has changed since they were last written down.

python bench/counts.py SHARED            print the changes
python bench/counts.py SHARED --write    write them down in bench/counts.json

SHARED holds `bench/documents.tar.xz` and `cases/`. The counts hold no text of a document.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from documents import diagnostics, halves

COUNTS = Path(__file__).parent / "counts.json"

Counts = dict[str, dict[str, int]]


def count(folder: Path) -> dict[str, int]:
    """Diagnostics by rule and level."""
    rows = diagnostics(folder, "--lang", "en")
    return dict(sorted(Counter(f"{row['rule']} {row['level']}" for row in rows).items()))


def main() -> None:
    """Count, compare, and write if asked to."""
    shared = Path(sys.argv[1])
    with halves(shared) as documents:
        now: Counts = {f"bench/{name}": count(folder) for name, folder in documents.items()}
    for name in ("zh_official", "near_copies"):
        now[f"cases/{name}"] = count(shared / "cases" / name)
    before: Counts = json.loads(COUNTS.read_text(encoding="utf-8")) if COUNTS.exists() else {}
    for place, counts in now.items():
        print(f"{place}: {sum(counts.values())}")
        old = before.get(place, {})
        for rule in sorted({*counts, *old}):
            change = counts.get(rule, 0) - old.get(rule, 0)
            print(f"  {rule:<44} {counts.get(rule, 0):>5}" + (f"  {change:+}" if change else ""))
    if "--write" in sys.argv[2:]:
        COUNTS.write_text(json.dumps(now, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

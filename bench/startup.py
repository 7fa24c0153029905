"""How long one warm run takes beside an empty Python: medians and ratios, printed as a table.

python bench/startup.py [FILE OR FOLDER…]      (default: the township report)
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUNS = 20


def median_ms(command: list[str]) -> float:
    """Median wall time of `command` in milliseconds; one run before it warms the disk."""
    times = []
    for _ in range(RUNS + 1):
        start = time.perf_counter()
        subprocess.run(command, check=False, capture_output=True)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times[1:])


def main() -> None:
    """Print the table."""
    paths = sys.argv[1:] or [str(ROOT / "examples" / "township-report-2021.txt")]
    check = [sys.executable, "-m", "linter", "check"]
    empty = median_ms([sys.executable, "-c", "pass"])
    rows = [("python -c pass", empty)]
    for path in paths:
        name = Path(path).name
        rows.append((f"recto check {name}", median_ms([*check, path])))
        rows.append((f"recto check --pack document {name}", median_ms([*check, "--pack", "document", path])))
    for name, median in rows:
        print(f"{name:<56} {median:7.1f} ms  {median / empty:5.1f} ×")


if __name__ == "__main__":
    main()

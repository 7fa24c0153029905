"""How fast it is, beside rumdl where that is installed: a table of medians.

python bench/speed.py SHARED

SHARED holds `bench/documents.tar.xz`. Memory is the peak of the largest process, as the system counts it.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from documents import halves

RUNS = 5
SMALL = 12_000  # bytes
RECTO = [sys.executable, "-m", "linter", "check", "--isolated"]
SENTENCE = (
    "The pump by gate {} was repaired in April and has run without a fault ever since then, as was hoped for.\n\n"
)


class Measured(NamedTuple):
    """Median wall time in seconds and peak memory in MB."""

    seconds: float
    memory: float


def measure(command: list[str], cache: Path | None = None, runs: int = RUNS) -> Measured:
    """Run a command several times; with `cache`, once before, so that the cache is warm."""
    environment = {**os.environ, **({"RECTO_CACHE_DIR": str(cache)} if cache else {})}
    times, memory = [], 0
    for run in range(runs + bool(cache)):
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
        if run or not cache:
            times.append(time.perf_counter() - start)
        memory = max(memory, usage.ru_maxrss)
    return Measured(statistics.median(times), memory / 1024)


def size_of(folder: Path) -> float:
    """MB of documents in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def print_row(name: str, measured: Measured, size: float = 0, base: float = 0) -> None:
    """One line of the table."""
    rate = f"{size / measured.seconds:7.1f} MB/s" if size else " " * 12
    ratio = f"{measured.seconds / base:6.2f} ×" if base else ""
    print(f"{name:<52} {measured.seconds * 1000:9.1f} ms {rate} {measured.memory:7.0f} MB {ratio}")


def main() -> None:
    """Print the table."""
    rumdl = shutil.which("rumdl")
    with tempfile.TemporaryDirectory() as scratch, halves(Path(sys.argv[1])) as documents:
        for name, folder in documents.items():
            size = size_of(folder)
            base = measure([rumdl, "check", "--no-cache", str(folder)]) if rumdl else Measured(0, 0)
            if rumdl:
                print_row(f"{name}: rumdl, default rules", base, size)
            for jobs in ("1", "2"):
                cold = measure([*RECTO, "--no-cache", "--jobs", jobs, str(folder)])
                print_row(f"{name}: recto, cold, {jobs} process(es)", cold, size, base.seconds)
            warm = measure([*RECTO, str(folder)], Path(scratch) / name)
            print_row(f"{name}: recto, from the cache", warm, size, base.seconds)
        empty = measure([sys.executable, "-c", "pass"], runs=20)
        print_row("python -c pass", empty)
        for name, folder in documents.items():
            small = min(folder.rglob("*.md"), key=lambda path: (abs(path.stat().st_size - SMALL), path))
            measured = measure([*RECTO, "--no-cache", str(small)], runs=20)
            print_row(f"{name}: recto, 12 kB, warm", measured, base=empty.seconds)
        tenth = 0.0
        for megabytes in (0.1, 1, 10):
            large = Path(scratch) / "large.md"
            count = int(megabytes * 1e6 / len(SENTENCE))
            large.write_text("".join(SENTENCE.format(number) for number in range(count)), encoding="utf-8")
            measured = measure([*RECTO, "--no-cache", str(large)], runs=3)
            tenth = tenth or measured.seconds
            print_row(f"recto, {megabytes} MB in one document", measured, megabytes, tenth)


if __name__ == "__main__":
    main()

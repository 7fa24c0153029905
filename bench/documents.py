"""Where the benchmarks find their documents: a folder that holds `bench/documents.tar.xz` and `cases/`."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


def diagnostics(folder: Path | str, *options: str) -> list[dict[str, Any]]:
    """What Recto says of a folder, whatever is configured for it; ends the run where something breaks."""
    command = [sys.executable, "-m", "linter", "check", "--isolated", "--output-format", "json", *options, str(folder)]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    if done.returncode not in {0, 1} or not done.stdout:
        sys.exit(f"recto failed on {folder}: {done.stderr}")
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    return rows


def places(found: dict[str, Any]) -> set[int]:
    """The lines that a diagnostic speaks of."""
    related = [other["line"] for other in found.get("related", ())]
    return {*range(found["line"], found["end_line"] + 1), *related}


@contextlib.contextmanager
def halves(shared: Path) -> Iterator[dict[str, Path]]:
    """The Chinese and the English half of the documents, unpacked for as long as they are needed."""
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(shared / "bench" / "documents.tar.xz") as archive:
            archive.extractall(folder, filter="data")
        yield {name: Path(folder) / name for name in ("zh", "en")}

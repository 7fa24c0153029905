"""Where the benchmarks find their documents: a folder that holds `bench/documents.tar.xz` and `cases/`."""

from __future__ import annotations

import contextlib
import tarfile
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextlib.contextmanager
def halves(shared: Path) -> Iterator[dict[str, Path]]:
    """The Chinese and the English half of the documents, unpacked for as long as they are needed."""
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(shared / "bench" / "documents.tar.xz") as archive:
            archive.extractall(folder, filter="data")
        yield {name: Path(folder) / name for name in ("zh", "en")}

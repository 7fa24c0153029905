"""Write `tests/reporters/golden/`: a report in each output format, of the documents in its folder `input/`.

No test does that. Read the difference before you commit it; `tests/reporters/test_meanings.py` knows what the reports
have to say.
"""

from __future__ import annotations

import contextlib
import io
import os
from pathlib import Path

from linter import __version__
from linter.cli import main
from linter.reporters import FORMATS

SHOWN = tuple(name for name in FORMATS if name != "html")
"""The HTML report is looked at in a browser."""

GOLDEN = Path(__file__).parent.parent / "tests" / "reporters" / "golden"
ARGUMENTS = ("check", "--no-cache", "--color", "never", ".", "missing.md")
"""A clean document, one with diagnostics, and one that is not there."""


def path_of(output_format: str) -> Path:
    """The golden file of a format."""
    return GOLDEN / f"{output_format}.golden"


def report_in(output_format: str) -> str:
    """The report as it is now, without the version and the folder, which differ from place to place."""
    out = io.StringIO()
    with contextlib.chdir(GOLDEN / "input"), contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        main([*ARGUMENTS, "--output-format", output_format])
        folder = Path.cwd().as_uri() + "/"
    return out.getvalue().replace(folder, "file:///FOLDER/").replace(f'"{__version__}"', '"VERSION"')


def rewrite() -> None:
    """Write them all."""
    for output_format in SHOWN:
        path_of(output_format).write_text(report_in(output_format), encoding="utf-8", newline="")
        print(f"wrote {os.path.relpath(path_of(output_format))}")


if __name__ == "__main__":
    rewrite()

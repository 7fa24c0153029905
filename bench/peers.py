"""What other linters say of documents, in the rows that the scorers of SHARED read.

python bench/peers.py NAME FILE…    NAME is one of PEERS, or `all`

Each peer is used as it comes, with every rule of its own that could find a document's disagreement with itself. One
that is not installed says nothing and is left out of the tables.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

Row = dict[str, Any]

_LINE = re.compile(r"^(?P<path>.*?):(?P<line>\d+)(?::\d+)?:? (?:error |warning )?(?P<rule>MD\d+)", re.MULTILINE)

# Which rules of the peers see which class of defects.
CLASSES = {
    "duplicate-section": ["clone", "MD024"],
    "duplicate-paragraph": ["clone"],
    "duplicate-heading": ["MD024", "clone"],
    "heading-level-skip": ["MD001"],
    "heading-style": ["MD001", "MD003", "MD026", "MD063"],
    "numbering-gap": ["MD029"],
    "name-mismatch": ["MD044"],
    "term-inconsistency": ["MD044"],
    "wrong-year": [],
    "table": ["MD055", "MD056"],
    "other": ["MD024", "MD051", "MD052", "MD055", "MD056", "MD066", "MD075", "clone"],
}


def output(*command: str) -> str:
    """What a command prints: rows or, where it has none to print, what it says on the other stream."""
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    return done.stdout if _LINE.search(done.stdout) or done.stdout.startswith("[") else done.stderr


def rumdl(paths: list[str]) -> list[Row]:
    """Rows of rumdl, heading capitalisation included."""
    options = ("--no-cache", "--no-config", "--extend-enable", "MD063", "--output-format", "json")
    found = json.loads(output("rumdl", "check", *options, *paths) or "[]")
    return [{"path": row["file"], "rule": row["rule"], "line": row["line"]} for row in found]


def markdownlint(paths: list[str]) -> list[Row]:
    """Rows of markdownlint-cli2."""
    return _lines(output("markdownlint-cli2", *(f":{path}" for path in paths)), Path.cwd())


def pymarkdown(paths: list[str]) -> list[Row]:
    """Rows of PyMarkdown; it stops at a file that it cannot read, so that each is asked about by itself."""
    rows = []
    for path in paths:
        if path.endswith(".md"):
            rows += _lines(output("pymarkdown", "scan", path), Path.cwd())
    return rows


def jscpd(paths: list[str]) -> list[Row]:
    """Clones within each file: by default of 50 tokens and 5 lines."""
    return _clones(paths)


def jscpd_fine(paths: list[str]) -> list[Row]:
    """Clones down to 15 tokens on one line."""
    return _clones(paths, "--min-tokens", "15", "--min-lines", "1")


PEERS: dict[str, tuple[str, Callable[[list[str]], list[Row]]]] = {
    "rumdl": ("rumdl", rumdl),
    "markdownlint-cli2": ("markdownlint-cli2", markdownlint),
    "pymarkdown": ("pymarkdown", pymarkdown),
    "jscpd": ("jscpd", jscpd),
    "jscpd, fine": ("jscpd", jscpd_fine),
}


def installed() -> list[str]:
    """The names of the peers that are there."""
    return [name for name, (program, _) in PEERS.items() if shutil.which(program)]


def _lines(text: str, folder: Path) -> list[Row]:
    return [
        {"path": str((folder / match["path"]).resolve()), "rule": match["rule"], "line": int(match["line"])}
        for match in _LINE.finditer(text)
    ]


def _clones(paths: list[str], *options: str) -> list[Row]:
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
            output("jscpd", "--reporters", "json", "--output", folder, *options, path)
            report = Path(folder) / "jscpd-report.json"
            for clone in json.loads(report.read_text(encoding="utf-8"))["duplicates"] if report.exists() else []:
                first, later = sorted((clone["firstFile"], clone["secondFile"]), key=lambda place: int(place["start"]))
                row = {"path": path, "rule": "clone", "line": later["start"], "end_line": later["end"]}
                rows.append({**row, "related": [{"line": first["start"], "end_line": first["end"]}]})
            report.unlink(missing_ok=True)
    return rows


def main() -> None:
    """Print the rows of one peer, or of all."""
    name, *paths = sys.argv[1:]
    names = installed() if name == "all" else [name]
    print(json.dumps([row for one in names for row in PEERS[one][1](paths)]))


if __name__ == "__main__":
    main()

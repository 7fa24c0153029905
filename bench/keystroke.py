"""How long a keystroke in a document of 100 kB waits for its diagnostics: medians and 95th percentiles, as a table.

python bench/keystroke.py SHARED

SHARED holds `bench/documents.tar.xz`. The language server is warm: it has answered on each document before. A keystroke
is put in the middle of the document; the answer is there when diagnostics for its version have been read. Where the
system tells it, the last column is the processor time that the server spends on one, whatever else the machine does.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from documents import halves

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

SIZE = 100_000  # bytes
DOCUMENTS = 5  # of each language
KEYSTROKES = 30
WARM = 3
TARGET = 100  # ms


class Measured(NamedTuple):
    """How long each keystroke waited, and the processor time of all of them; in ms."""

    waits: list[float]
    processor: float

    def __str__(self) -> str:
        """Median, 95th percentile, and processor time of one."""
        high = statistics.quantiles(self.waits, n=20, method="inclusive")[-1]
        return f"{statistics.median(self.waits):8.0f} {high:8.0f} {self.processor / len(self.waits):8.0f}"


class Server:
    """The language server, as an editor talks to it."""

    def __init__(self, folder: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "linter", "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._in = cast("IO[bytes]", self._process.stdin)
        self._out = cast("IO[bytes]", self._process.stdout)
        self.send("initialize", {"processId": None, "rootUri": Path(folder).as_uri(), "capabilities": {}}, number=1)
        self._until(lambda message: message.get("id") == 1)
        self.send("initialized", {})

    def send(self, method: str, params: Any, number: int | None = None) -> None:
        """A notification, or with a number a request."""
        message = {"jsonrpc": "2.0", "method": method, "params": params} | ({"id": number} if number else {})
        body = json.dumps(message).encode()
        self._in.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._in.flush()

    def wait(self, uri: str, version: int) -> None:
        """Read until there are diagnostics for the version."""
        self._until(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics"
                and message["params"]["uri"] == uri
                and message["params"].get("version") == version
            )
        )

    def processor_time(self) -> float:
        """Processor time so far in ms; 0 where the system does not tell."""
        try:
            fields = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        except OSError:
            return 0
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")

    def end(self) -> None:
        """End the session."""
        self.send("shutdown", None, number=2)
        self._until(lambda message: message.get("id") == 2)  # noqa: PLR2004 - the number of the request above
        self.send("exit", None)
        self._process.wait()

    def _until(self, holds: Any) -> None:
        while True:
            length = 0
            while line := self._out.readline().strip():
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            if not length:
                sys.exit("the language server ended")
            if holds(json.loads(self._out.read(length))):
                return


def documents(folder: Path) -> Iterator[Path]:
    """The documents whose size is nearest to the one that is measured."""
    found = [path for path in folder.rglob("*.md") if path.is_file()]
    yield from sorted(found, key=lambda path: (abs(path.stat().st_size - SIZE), path))[:DOCUMENTS]


def measure(server: Server, path: Path) -> Measured:
    """Type into one document."""
    text = path.read_text(encoding="utf-8", errors="replace")
    uri = path.as_uri()
    opened = {"uri": uri, "languageId": "markdown", "version": 0, "text": text}
    server.send("textDocument/didOpen", {"textDocument": opened})
    server.wait(uri, 0)
    place = {"line": text[: len(text) // 2].count("\n"), "character": 0}
    change = {"range": {"start": place, "end": place}, "text": "x"}
    waits: list[float] = []
    before = 0.0
    for version in range(1, WARM + KEYSTROKES + 1):
        if version == WARM + 1:
            before = server.processor_time()
        start = time.perf_counter()
        document = {"uri": uri, "version": version}
        server.send("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})
        server.wait(uri, version)
        waits.append((time.perf_counter() - start) * 1000)
    spent = server.processor_time() - before
    server.send("textDocument/didClose", {"textDocument": {"uri": uri}})
    return Measured(waits[WARM:], spent)


def main() -> None:
    """Print the table."""
    if len(sys.argv) != 2:  # noqa: PLR2004 - the script and its one argument
        sys.exit(__doc__)
    print(f"{'ms to the answer on a keystroke (target ' + str(TARGET) + ')':<56} {'median':>8} {'95 %':>8} {'CPU':>8}")
    with halves(Path(sys.argv[1])) as found, tempfile.TemporaryDirectory() as empty:
        server = Server(empty)
        for language, folder in found.items():
            rows = []
            for path in documents(folder):
                rows.append(measure(server, path))
                print(f"  {path.stat().st_size / 1000:5.0f} kB {path.name[-44:]:<45} {rows[-1]}")
            whole = Measured([wait for row in rows for wait in row.waits], sum(row.processor for row in rows))
            print(f"{language:<56} {whole}")
        server.end()


if __name__ == "__main__":
    main()

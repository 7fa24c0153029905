"""The language server on standard input and output."""

from __future__ import annotations

import gc
import sys
from contextlib import redirect_stdout

from linter.lsp.features import register
from linter.lsp.server import Server

_GARBAGE = (50_000, 20, 50)  # a document is many small things that live on; to look through them often costs a third
CLEAN, BROKEN = 0, 1  # exit status, as the protocol wants it


def serve() -> int:
    """Answer on standard input and output until the editor ends it; the exit status."""
    server = Server()
    register(server)
    gc.set_threshold(*_GARBAGE)
    out = sys.stdout.buffer
    with redirect_stdout(sys.stderr):  # nothing but the protocol may stand in the output
        server.start_io(sys.stdin.buffer, out)
    server.worker.close()
    return CLEAN if server.is_ended else BROKEN

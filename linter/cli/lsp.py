"""Answer an editor on standard input and output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.errors import LinterError
from linter.outside.environment import message_language
from linter.rule import in_language

if TYPE_CHECKING:
    import argparse

_MISSING = {
    "en": "the language server needs pygls: pip install 'recto[lsp]'",
    "zh": "语言服务器需要 pygls：pip install 'recto[lsp]'",
}


def options(parser: argparse.ArgumentParser) -> None:
    """What editors put on the command line."""
    parser.add_argument("--stdio", action="store_true", help="what it does anyway: some editors say so")


def run(args: argparse.Namespace) -> int:  # noqa: ARG001 - every command has this form
    """Serve until the editor ends it: 0 where it did so as it should, else 1; 2 where a library is missing."""
    try:
        from linter.lsp.serving import serve  # noqa: PLC0415 - deferred: an extra
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise LinterError(in_language(_MISSING, message_language())) from error
    return serve()

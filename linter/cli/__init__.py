"""argv → exit status; one module a subcommand, which offers `options(parser)` and `run(args)`."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

from linter import __version__
from linter.cli.saying import say
from linter.cli.status import FAILED, INTERRUPTED
from linter.errors import LinterError
from linter.rows.terminal import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = {
    "check": "Lint files and folders.",
    "baseline": "Write down what is found, so that `check --baseline` reports only what is new.",
    "rules": "List the rules.",
    "explain": "Tell everything about one rule.",
    "test": "Run the tests inside rule files.",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; the exit status is 0 for clean, 1 for diagnostics, 2 for what is broken."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    words = sys.argv[1:] if argv is None else argv
    args = make_parser(next((word for word in words if word in COMMANDS), "")).parse_args(words)
    try:
        return int(args.run(args))
    except LinterError as error:
        say(f"recto: {error}")
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()  # nobody reads any more; Python would complain of that at its end
        return FAILED


def make_parser(chosen: str) -> argparse.ArgumentParser:
    """The command's parser, with the options of the subcommand that is `chosen`; the modules of others stay unloaded."""
    parser = _Parser(prog="recto", description="Find where a document disagrees with itself.", formatter_class=_Help)
    parser.add_argument("--version", action="version", version=f"recto {__version__}")
    commands = parser.add_subparsers(prog="recto", required=True, metavar="COMMAND")
    for name, text in COMMANDS.items():
        added = commands.add_parser(name, help=text, description=text, formatter_class=_Help)
        if name == chosen:
            module = import_module(f"linter.cli.{name}")
            module.options(added)
            added.set_defaults(run=module.run)
    return parser


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints name arguments, which may be file names, without what drives a terminal."""

    def error(self, message: str) -> NoReturn:
        super().error(plain(message))


class _Help(argparse.HelpFormatter):
    """Help of one width; asking the terminal for its own would load `shutil` on every start."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=32, width=100)

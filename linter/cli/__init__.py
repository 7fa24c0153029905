"""argv → exit status; one module a subcommand, which offers `options(parser)` and `run(args)`."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

from linter import __version__
from linter.cli.saying import say
from linter.cli.status import FAILED, INTERRUPTED
from linter.cli.usage import COMMAND, Parser, parse
from linter.errors import LinterError

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

COMMANDS = {
    "check": "Lint files and folders.",
    "baseline": "Write down what is found, so that `check --baseline` reports only what is new.",
    "rules": "List the rules.",
    "explain": "Tell everything about one rule.",
    "test": "Run the tests inside rule files.",
    "lsp": "Answer an editor on standard input and output.",
    "init": "Write a configuration for the documents of a folder.",
    "schema": "Print the JSON Schema of rule files or of configurations.",
    "completion": "Print what lets a shell complete the command line.",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; the exit status is 0 for clean, 1 for diagnostics, 2 for what is broken."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    words = [_safe(word) for word in (sys.argv[1:] if argv is None else argv)]
    chosen = next((word for word in words if word in COMMANDS), "")
    try:
        args = parse(make_parser({chosen}), words, chosen)
        return int(args.run(args))
    except LinterError as error:
        say(f"recto: {error}")
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()  # nobody reads any more; Python would complain of that at its end
        return FAILED


def _safe(word: str) -> str:
    """A word of the command line, so that no name of a document is taken for an option: `-o.md` would write to `.md`."""
    if not word.startswith("-"):
        return word
    from linter.outside.dashed import file_or_word  # noqa: PLC0415 - deferred: start-up

    return file_or_word(word)


def make_parser(chosen: Collection[str]) -> Parser:
    """The command's parser, with the options of the subcommands `chosen`; the modules of others stay unloaded."""
    parser = Parser(prog="recto", description="Find where a document disagrees with itself.")
    parser.add_argument("--version", action="version", version=f"recto {__version__}")
    commands = parser.add_subparsers(prog="recto", required=True, metavar=COMMAND)
    for name, text in COMMANDS.items():
        added = commands.add_parser(name, help=text, description=text)
        if name in chosen:
            module = import_module(f"linter.cli.{name}")
            module.options(added)
            added.set_defaults(run=module.run, parser=added)
    return parser

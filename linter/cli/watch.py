"""Check again whenever documents, rules or the configuration change, until it is interrupted."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from linter.cli.projects import language_of, project_from
from linter.cli.saying import say
from linter.errors import LinterError
from linter.outside.environment import is_dumb, message_language
from linter.outside.files import STDIN
from linter.outside.walking import inside
from linter.outside.watching import rounds, watched

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from linter.outside.watching import Watched

_CLEAR = "\x1b[2J\x1b[H"
_WAITING = {"en": "waiting for changes; Ctrl-C ends it", "zh": "正在等待改动；按 Ctrl-C 结束"}


def run(args: argparse.Namespace, check: Callable[[argparse.Namespace], int]) -> int:
    """Check for ever; what is wrong with rules or configuration is said, and may be mended meanwhile."""
    if STDIN in args.paths:
        raise LinterError("--watch looks at files, not at standard input")
    for _ in rounds(lambda: _watched(args)):
        if sys.stdout.isatty() and not is_dumb():
            sys.stdout.write(_CLEAR)
        try:
            check(args)
            language = language_of(project_from(args))
        except LinterError as error:
            say(f"recto: {error}")
            language = message_language()
        say(_WAITING[language])
    raise AssertionError("a watch ends only by an interrupt")


def _watched(args: argparse.Namespace) -> Watched:
    """What the check depends on; where the configuration is broken, it is what can be seen without it."""
    try:
        project = project_from(args)
        documents = [inside(path) for path in (STDIN, *args.paths)]
        layers = [project.layers_for(document) for document in documents]
        origins = [project.origins_of(document) for document in documents]
        packs = [folder for origin in origins for folder in origin.folders]
        files = [file for layer in layers if layer.config for file in layer.config.files]
        files += [file for origin in origins for file in origin.vocabulary]
        files += filter(None, [project.baseline()])
        return watched(args.paths, packs, files, project.output_file())
    except LinterError as error:
        files = [path for path in (error.path, args.config) if path]
        return watched([".", *args.paths], args.rules_path, files, args.output_file or "")

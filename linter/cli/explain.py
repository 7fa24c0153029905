"""Tell everything about one rule."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from linter.authoring.reference import explanation
from linter.cli.projects import language_of, project_from, project_options, ruleset_of
from linter.cli.saying import say_errors
from linter.cli.status import CLEAN, FAILED
from linter.errors import LinterError
from linter.outside.data_files import DataFiles
from linter.outside.environment import wants_colour
from linter.outside.project import known
from linter.outside.rules import BUILT_IN, author_folders
from linter.rows.terminal import plain

if TYPE_CHECKING:
    import argparse


def options(parser: argparse.ArgumentParser) -> None:
    """The rule, and what any command asks of rules."""
    project_options(parser)
    parser.add_argument("rule", metavar="RULE", help="the rule's id")


def run(args: argparse.Namespace) -> int:
    """Why it is there, what it says, its keys and its examples."""
    project = project_from(args)
    ruleset = ruleset_of(project)
    known((args.rule,), ruleset.names, "rule")
    rule = ruleset.rules.get(ruleset.current_name(args.rule))
    if rule is None:
        raise LinterError(f"{args.rule!r} is a pack; `recto rules --pack {args.rule}` lists its rules")
    folders = project.rules_path()
    authored = author_folders((BUILT_IN, *folders), DataFiles((*folders, BUILT_IN)), need_tests=False)
    text = explanation(rule, authored.tests, language_of(project))
    if sys.stdout.isatty():
        from linter.cli.listing import page  # noqa: PLC0415 - deferred: start-up

        text = page(text, is_coloured=wants_colour(project.option("color"), is_terminal=True)).rstrip("\n")
        print(text)
    else:
        print(*map(plain, text.splitlines()), sep="\n")
    say_errors(project.errors)
    return FAILED if project.errors else CLEAN

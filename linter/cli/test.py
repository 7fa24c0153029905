"""Run the tests inside rule files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.authoring.rule_tests import run_test
from linter.cli.saying import say, say_errors
from linter.cli.status import CLEAN, FAILED, FOUND
from linter.outside.data_files import DataFiles
from linter.outside.rules import BUILT_IN, author_folders
from linter.rows.terminal import plain
from linter.rule import in_language
from linter.ruleset import ruleset_from

if TYPE_CHECKING:
    import argparse


def options(parser: argparse.ArgumentParser) -> None:
    """Where the rules stand."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="folders of packs (default: the built-in ones)")


def run(args: argparse.Namespace) -> int:
    """A line for each test that fails."""
    folders = tuple(args.paths) or (BUILT_IN,)
    lists = DataFiles((*folders, BUILT_IN))
    authored = author_folders(folders, lists, need_tests=folders == (BUILT_IN,))
    ruleset = ruleset_from(authored.data, lists)
    say_errors(authored.errors)
    failed = 0
    for case in authored.tests:
        for wrong in run_test(case, ruleset):
            failed += 1
            print(plain(f"{case.path}:{case.line}: {case.rule}: {in_language(case.name, 'en')}: {wrong}"))
    for rule in ruleset.rules:
        if not any(case.rule == rule for case in authored.tests):
            say(f"warning: {rule} has no tests")
    say(f"{len(authored.tests)} tests of {len(ruleset.rules)} rules, {failed} failed")
    return FAILED if authored.errors else FOUND if failed else CLEAN

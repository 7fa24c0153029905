"""List the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.cli.projects import language_of, project_from, project_options, ruleset_of
from linter.cli.saying import say_errors
from linter.cli.status import CLEAN, FAILED
from linter.outside.project import known
from linter.rows.terminal import plain
from linter.rule import in_language

if TYPE_CHECKING:
    import argparse


def options(parser: argparse.ArgumentParser) -> None:
    """Which packs, and what any command asks of rules."""
    project_options(parser)
    parser.add_argument(
        "--pack", dest="packs", action="append", default=[], metavar="PACK", help="only this pack's rules"
    )


def run(args: argparse.Namespace) -> int:
    """A line a rule: its id, its levels, what it is for."""
    project = project_from(args)
    ruleset = ruleset_of(project)
    packs = known(tuple(project.option("packs", ())), ruleset.packs, "pack")
    shown = [rule for rule in ruleset.rules.values() if not packs or rule.pack in packs]
    width = max((len(rule.id) for rule in shown), default=0)
    for rule in shown:
        levels = "/".join(dict.fromkeys(rule.level.values()))
        words = " ".join(in_language(rule.description, language_of(project)).split()) if rule.description else ""
        print(plain(f"{rule.id:<{width}}  {levels:<24}  {words}"))
    say_errors(project.errors)
    return FAILED if project.errors else CLEAN

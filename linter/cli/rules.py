"""List the rules."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from linter.cli.projects import language_of, project_from, project_options, ruleset_of
from linter.cli.saying import say_errors
from linter.cli.status import CLEAN, FAILED
from linter.outside.environment import wants_colour
from linter.outside.project import known
from linter.rows.terminal import plain
from linter.rule import in_language

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from linter.rule import Rule, Words

_FORMATS = ("full", "concise", "names", "json")


def options(parser: argparse.ArgumentParser) -> None:
    """Which packs, how, and what any command asks of rules."""
    project_options(parser)
    parser.add_argument(
        "--pack", dest="packs", action="append", default=[], metavar="PACK", help="only this pack's rules"
    )
    parser.add_argument(
        "--output-format",
        dest="form",
        choices=_FORMATS,
        help="default: full on a terminal, by packs and folded to its width; else concise, a line a rule",
    )


def run(args: argparse.Namespace) -> int:
    """Each rule with its levels and what it is for."""
    project = project_from(args)
    ruleset = ruleset_of(project)
    packs = known(tuple(project.option("packs", ())), ruleset.packs, "pack")
    shown = [rule for rule in ruleset.rules.values() if not packs or rule.pack in packs]
    language = language_of(project)
    match args.form or ("full" if sys.stdout.isatty() else "concise"):
        case "full":
            from linter.cli.listing import listing  # noqa: PLC0415 - deferred: start-up

            coloured = wants_colour(project.option("color"), is_terminal=sys.stdout.isatty())
            sys.stdout.write(listing(shown, ruleset.packs, language, is_coloured=coloured))
        case "json":
            print(json.dumps([_row(rule, language) for rule in shown], ensure_ascii=False, indent=2))
        case "names":
            print(*(rule.id for rule in shown), sep="\n")
        case _:
            _print_lines(shown, language)
    say_errors(project.errors)
    return FAILED if project.errors else CLEAN


def _print_lines(rules: Iterable[Rule], language: str) -> None:
    rules = list(rules)
    width = max((len(rule.id) for rule in rules), default=0)
    for rule in rules:
        levels = "/".join(dict.fromkeys(rule.level.values()))
        print(plain(f"{rule.id:<{width}}  {levels:<24}  {_in(rule.description, language)}"))


def _row(rule: Rule, language: str) -> dict[str, Any]:
    return {
        "rule": rule.id,
        "pack": rule.pack,
        "kind": rule.kind,
        "level": rule.level,
        "description": _in(rule.description, language),
        "help": _in(rule.help, language),
        "source": _in(rule.source, language),
        "url": rule.url,
        "across": rule.is_across,
        "formerly": list(rule.formerly),
    }


def _in(words: Words, language: str) -> str:
    return " ".join(in_language(words, language).split()) if words else ""

"""Print the JSON Schema of rule files or of configurations."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from linter.authoring.schema import config_schema, rule_schema
from linter.cli.projects import language_of, project_from, project_options, ruleset_of
from linter.cli.saying import say_errors
from linter.cli.status import CLEAN, FAILED
from linter.errors import LinterError
from linter.kinds import KINDS
from linter.outside.output import COMMENTS
from linter.outside.project import known
from linter.reporters import FORMATS

if TYPE_CHECKING:
    import argparse

    from linter.ruleset import Ruleset


def options(parser: argparse.ArgumentParser) -> None:
    """Of what, and what any command asks of rules."""
    project_options(parser)
    parser.add_argument("of", choices=("rule", "config"), help="of rule files, or of configurations")
    parser.add_argument("--kind", metavar="KIND", help="only of rules of this kind")


def run(args: argparse.Namespace) -> int:
    """Print it; that of configurations knows the rules of the folder as well."""
    project = project_from(args)
    if args.of == "rule":
        kinds = known((args.kind,), KINDS, "kind") if args.kind else KINDS
        text = as_json(rule_schema(kinds, language_of(project)))
    elif args.kind:
        raise LinterError("--kind is for `recto schema rule`; a configuration has no kind")
    else:
        text = of_configurations(ruleset_of(project), language_of(project))
    sys.stdout.write(text)
    say_errors(project.errors)
    return FAILED if project.errors else CLEAN


def of_configurations(ruleset: Ruleset, language: str) -> str:
    """The schema of configurations, as it stands in a file."""
    return as_json(config_schema(ruleset, (*FORMATS, COMMENTS), language))


def as_json(schema: dict[str, Any]) -> str:
    """A schema as it stands in a file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"

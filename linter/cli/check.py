"""Lint files and folders."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from linter.cli.check_options import options
from linter.cli.narrowing import Narrowing
from linter.cli.projects import files_of, language_of, project_from
from linter.cli.saying import say, say_errors, say_left_out, say_summary
from linter.cli.status import FAILED, status_of
from linter.outcome import Outcome
from linter.outside.environment import wants_colour
from linter.outside.files import STDIN
from linter.outside.library import Library
from linter.outside.output import COMMENTS, need_one_docx, write_commented, write_report
from linter.outside.project import known
from linter.reporters import FORMATS, HUMAN, STATISTICS, report
from linter.runner import run_planned, run_text

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from linter.diagnostic import Diagnostic
    from linter.outside.project import Plan, Project


__all__ = ["options", "run"]


def run(args: argparse.Namespace) -> int:
    """Find the documents, lint them, and report."""
    project = project_from(args)
    default = "full" if sys.stdout.isatty() and not args.output_file else "concise"
    output_format = project.option("output_format", default)
    known((output_format,), (*FORMATS, COMMENTS), "output format")
    if output_format == COMMENTS:
        need_one_docx(args.paths, args.output_file)
    if args.prune:
        from linter.cli.baseline import prune  # noqa: PLC0415 - deferred: start-up

        prune(args)
    library = Library(lambda path: project.plan_for(path).encoding)
    diagnostics: list[Diagnostic] = []
    paths: list[str] = []
    for path, found in _lint(args, project, library):
        paths.append(path)
        diagnostics += found
        if args.verbose:
            _say_packs(path, project.plan_for(path))
    narrowed = Narrowing(project, paths, library)(diagnostics)
    diagnostics = narrowed.diagnostics
    if output_format == COMMENTS:
        write_commented(args.paths[0], diagnostics, args.output_file, language_of(project))
    else:
        plan = project.plan_for(STDIN)
        rules = plan.ruleset.possible_rules(plan.settings.selection)
        outcome = Outcome(diagnostics, paths, rules, library, language_of(project), errors=project.errors)
        _report(outcome, output_format, args.output_file, project)
    say_errors(project.errors)
    if output_format in (*HUMAN, COMMENTS) and not project.option("quiet"):
        say_left_out(narrowed.known, narrowed.untouched, language_of(project))
        say_summary(diagnostics, len(paths), language_of(project))
    return FAILED if project.errors else status_of(diagnostics, project.option("fail_on", "warning"))


def _report(outcome: Outcome, output_format: str, file: str | None, project: Project) -> None:
    """Write the report; statistics stand in its place where people read it, else beside it on standard error."""
    is_terminal = sys.stdout.isatty() and not file
    outcome = outcome._replace(is_coloured=wants_colour(project.option("color"), is_terminal=is_terminal))
    if project.option("statistics"):
        if output_format in HUMAN:
            output_format = STATISTICS
        else:
            sys.stderr.write(report(outcome._replace(is_coloured=False), STATISTICS))
    text = report(outcome, output_format)
    if file:
        write_report(text, file, outcome.paths)
        return
    sys.stdout.write(text)
    sys.stdout.flush()


def _lint(args: argparse.Namespace, project: Project, library: Library) -> Iterable[tuple[str, list[Diagnostic]]]:
    """Each document with its diagnostics; `-` is standard input."""
    if args.paths == [STDIN]:
        name = args.stdin_filename or STDIN
        return run_text(name, project.plan_for(name), library.keep)
    files = files_of(args, project)
    if not files:
        say("note: there are no documents here")
    return run_planned(files, project.plan_for, jobs=args.jobs, cache=args.cache)


def _say_packs(path: str, plan: Plan) -> None:
    from linter.formats import parse  # noqa: PLC0415 - only when asked for
    from linter.outside.files import UnreadableError, read_source  # noqa: PLC0415

    try:
        packs = plan.ruleset.packs_for(parse(read_source(path, plan.encoding)), plan.settings.selection)
    except (UnreadableError, TimeoutError):  # which is among the diagnostics
        return
    for pack, reason in packs.items():
        say(f"{path}: pack {pack} is on ({reason})")

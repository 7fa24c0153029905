"""Lint files and folders."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from linter.cli.check_options import options
from linter.cli.fixes import Fixes
from linter.cli.narrowing import Narrowed, Narrowing, is_narrowed
from linter.cli.projects import files_of, language_of, manner_of, project_from
from linter.cli.saying import say, say_errors, say_left_out, say_no_documents, say_summary
from linter.cli.status import FAILED, status_of
from linter.outcome import Outcome
from linter.outside.environment import wants_colour
from linter.outside.files import STDIN
from linter.outside.library import Library
from linter.outside.output import COMMENTS, need_one_docx, write_commented, write_report
from linter.outside.project import known
from linter.reporters import FORMATS, HUMAN, STATISTICS, report
from linter.running.files import run_planned
from linter.running.texts import run_fixed_text, run_text

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable
    from typing import TextIO

    from linter.diagnostic import Diagnostic
    from linter.outside.project import Plan, Project


__all__ = ["options", "run"]


def run(args: argparse.Namespace) -> int:
    """Check once, whenever something changes, or only show what would be checked."""
    if args.show_files or args.show_settings:
        from linter.cli import showing  # noqa: PLC0415 - deferred: start-up

        return showing.run(args)
    if args.watch:
        from linter.cli import watch  # noqa: PLC0415 - deferred: start-up

        return watch.run(args, check)
    return check(args)


def check(args: argparse.Namespace) -> int:
    """Find the documents, lint them, and report."""
    project = project_from(args)
    file = project.output_file()
    default = "full" if sys.stdout.isatty() and not file else "concise"
    output_format = project.option("output_format", default)
    known((output_format,), (*FORMATS, COMMENTS), "output format")
    if output_format == COMMENTS:
        need_one_docx(args.paths, file)
    if args.prune:
        from linter.cli.baseline import prune  # noqa: PLC0415 - deferred: start-up

        prune(args)
    library = Library(lambda path: project.plan_for(path).encoding)
    fixes = Fixes(project, language_of(project))
    if fixes.are_wanted and is_narrowed(project):
        fixes.restrict_to(_lint_all(args, project, library, Fixes.none(project)).narrowed.diagnostics)
    paths, narrowed = _lint_all(args, project, library, fixes)
    diagnostics = narrowed.diagnostics
    if output_format == COMMENTS:
        write_commented(args.paths[0], diagnostics, file, language_of(project))
    elif not fixes.are_all:
        plan = project.plan_for(STDIN)
        rules = plan.ruleset.possible_rules(plan.settings.selection)
        outcome = Outcome(diagnostics, paths, rules, library, language_of(project), errors=project.errors)
        is_taken = fixes.fixing is not None and args.paths == [STDIN]  # standard output, by the text
        _report(outcome, output_format, file, project, sys.stderr if is_taken else sys.stdout)
    say_errors(project.errors)
    if output_format in (*HUMAN, COMMENTS) and not project.option("quiet"):
        fixes.say_summary()
        if not fixes.are_all:
            say_left_out(narrowed.known, narrowed.untouched, language_of(project))
            say_summary(diagnostics, len(paths), language_of(project))
    if project.errors or fixes.failed:
        return FAILED
    if fixes.are_all:
        return fixes.status_of(diagnostics)
    return status_of(diagnostics, project.option("fail_on", "warning"), strict=bool(project.option("strict")))


def _report(outcome: Outcome, output_format: str, file: str, project: Project, stream: TextIO) -> None:
    """Write the report; statistics stand in its place where people read it, else beside it on standard error."""
    is_terminal = stream.isatty() and not file
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
    stream.write(text)
    stream.flush()


class _Linted(NamedTuple):
    """The documents, and what is to be reported of them."""

    paths: list[str]
    narrowed: Narrowed


def _lint_all(args: argparse.Namespace, project: Project, library: Library, fixes: Fixes) -> _Linted:
    diagnostics: list[Diagnostic] = []
    paths: list[str] = []
    for path, found in _lint(args, project, library, fixes):
        paths.append(path)
        diagnostics += found
        if project.option("verbose"):
            _say_packs(path, project.plan_for(path))
    return _Linted(paths, Narrowing(project, paths, library)(diagnostics))


def _lint(
    args: argparse.Namespace, project: Project, library: Library, fixes: Fixes
) -> Iterable[tuple[str, list[Diagnostic]]]:
    """Each document with its diagnostics; `-` is standard input."""
    fixing = fixes.fixing
    if args.paths == [STDIN]:
        name = args.stdin_filename or STDIN
        plan = project.plan_for(name)
        if fixing:
            return run_fixed_text(name, plan, library.keep, fixing, fixes.note, fixes.write_text)
        return run_text(name, plan, library.keep)
    files = files_of(args, project)
    if not files:
        say_no_documents(language_of(project))
    return run_planned(files, project.plan_for, **manner_of(project), fixing=fixing, note=fixes.note)


def _say_packs(path: str, plan: Plan) -> None:
    from linter.formats import parse  # noqa: PLC0415 - only when asked for
    from linter.outside.files import UnreadableError, read_source  # noqa: PLC0415

    try:
        packs = plan.ruleset.packs_for(parse(read_source(path, plan.encoding)), plan.settings.selection)
    except (UnreadableError, TimeoutError):  # which is among the diagnostics
        return
    for pack, reason in packs.items():
        say(f"{path}: pack {pack} is on ({reason})")

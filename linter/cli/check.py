"""Lint files and folders."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from linter.cli.check_options import options
from linter.cli.fixes import Fixes
from linter.cli.projects import language_of, project_from, ruleset_of
from linter.cli.saying import say, say_errors, say_summary
from linter.cli.status import FAILED, status_of
from linter.outcome import Outcome
from linter.outside.files import STDIN
from linter.outside.library import Library
from linter.outside.output import COMMENTS, need_one_docx, write_commented, write_report
from linter.outside.project import known
from linter.outside.walking import find_files
from linter.reporters import FORMATS, report
from linter.runner import run_fixed_text, run_planned, run_text

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable
    from typing import TextIO

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
    library = Library(lambda path: project.plan_for(path).encoding)
    fixes = Fixes(project, language_of(project))
    diagnostics: list[Diagnostic] = []
    paths: list[str] = []
    for path, found in _lint(args, project, library, fixes):
        paths.append(path)
        diagnostics += found
        if args.verbose:
            _say_packs(path, project.plan_for(path))
    if fixes.are_all:
        status = fixes.status_of(diagnostics)
    elif output_format == COMMENTS:
        write_commented(args.paths[0], diagnostics, args.output_file, language_of(project))
    else:
        outcome = Outcome(diagnostics, paths, ruleset_of(project).rules, library, language_of(project))
        is_taken = fixes.fixing is not None and args.paths == [STDIN]  # by the text
        _write(report(outcome, output_format), args.output_file, paths, sys.stderr if is_taken else sys.stdout)
    say_errors(project.errors)
    if output_format != "json":
        fixes.say_summary()
        if not fixes.are_all:
            say_summary(diagnostics, len(paths), language_of(project))
    if project.errors or fixes.failed:
        return FAILED
    return status if fixes.are_all else status_of(diagnostics, project.option("fail_on", "warning"))


def _write(text: str, file: str | None, paths: list[str], stream: TextIO) -> None:
    if file:
        write_report(text, file, paths)
        return
    stream.write(text)
    stream.flush()


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
    exclude, base = project.excluded()
    files = find_files(args.paths, exclude=exclude, exclude_base=base, force_exclude=args.force_exclude)
    if not files:
        say("note: there are no documents here")
    return run_planned(files, project.plan_for, jobs=args.jobs, cache=args.cache, fixing=fixing, note=fixes.note)


def _say_packs(path: str, plan: Plan) -> None:
    from linter.formats import parse  # noqa: PLC0415 - only when asked for
    from linter.outside.files import UnreadableError, read_source  # noqa: PLC0415

    try:
        document = parse(read_source(path, plan.encoding))
    except UnreadableError:
        return
    for pack, reason in plan.ruleset.packs_for(document, plan.settings.selection).items():
        say(f"{path}: pack {pack} is on ({reason})")

"""Write down what is found, so that `check --baseline` reports only what is new."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NamedTuple

from linter.cli.check_options import selecting_options
from linter.cli.projects import files_of, language_of, manner_of, project_from, ruleset_of
from linter.cli.saying import counted, say, say_errors
from linter.cli.status import CLEAN, FAILED
from linter.errors import LinterError
from linter.outside.files import STDIN
from linter.rows.line import line_of
from linter.running.files import run_planned

if TYPE_CHECKING:
    from linter.diagnostic import Diagnostic
    from linter.narrowing.baseline import Baseline
    from linter.outside.baseline_file import BaselineFile
    from linter.outside.project import Project

_NARROWING = ("select", "ignore", "packs", "min_grade", "changed_since")


def options(parser: argparse.ArgumentParser) -> None:
    """Which documents and rules, and where to write.

    Nothing is folded: what a repeated run explains comes to light once the run is gone, and is not new then.
    """
    selecting_options(parser)
    parser.set_defaults(fold=False)
    parser.add_argument(
        "-o", "--output-file", metavar="FILE", help="write there (default: as configured, else recto-baseline.json)"
    )
    parser.add_argument(
        "--prune", action="store_true", help="only take out of the baseline what is no longer found in the files"
    )


def run(args: argparse.Namespace) -> int:
    """Write the baseline; documents that are not looked at keep what they have in it."""
    project = project_from(args)
    file = _file(args.output_file or project.baseline())
    if args.prune:
        survey = _pruned(args, project, file)
    else:
        survey = _survey(args, project, file)
        if not project.errors:
            _write(_updated(survey, file), survey, file, language_of(project))
    for found in survey.broken:
        print(line_of(found, found.start.column, found.level))
    say_errors(project.errors)
    return FAILED if project.errors or survey.broken else CLEAN


def prune(args: argparse.Namespace) -> None:
    """Take out of the baseline what is no longer found in the files of a check; raises `LinterError`."""
    project = project_from(argparse.Namespace(**{**vars(args), "fold": False}))
    if not project.baseline():
        raise LinterError("--prune needs a baseline: --baseline FILE")
    _pruned(args, project, _file(project.baseline()))


class _Survey(NamedTuple):
    """What is found, by the names of the baseline; the names that were looked at; what went wrong."""

    found: Baseline
    looked_at: set[str]
    paths: list[str]
    broken: list[Diagnostic]


def _file(path: str) -> BaselineFile:
    from linter.outside.baseline_file import DEFAULT, BaselineFile  # noqa: PLC0415 - deferred: start-up

    return BaselineFile(path or DEFAULT)


def _survey(args: argparse.Namespace, project: Project, file: BaselineFile) -> _Survey:
    from linter.broken import BROKEN  # noqa: PLC0415 - deferred: start-up
    from linter.narrowing.baseline import baseline_of  # noqa: PLC0415 - deferred: start-up

    if STDIN in args.paths:
        raise LinterError("a baseline is of files, not of standard input")
    results = dict(run_planned(files_of(args, project), project.plan_for, **manner_of(project)))
    diagnostics = [found for rows in results.values() for found in rows]
    broken = [found for found in diagnostics if found.rule in BROKEN]
    readable = results.keys() - {found.path for found in broken}
    return _Survey(baseline_of(diagnostics, file.name_of), set(map(file.name_of, readable)), list(results), broken)


def _updated(survey: _Survey, file: BaselineFile) -> Baseline:
    from linter.narrowing.baseline import updated  # noqa: PLC0415 - deferred: start-up

    return updated(file.read() if file.exists else {}, survey.found, survey.looked_at)


def _pruned(args: argparse.Namespace, project: Project, file: BaselineFile) -> _Survey:
    from linter.narrowing.baseline import pruned, renamed  # noqa: PLC0415 - deferred: start-up

    if narrowing := [name for name in _NARROWING if getattr(args, name, None)]:
        raise LinterError(f"--prune needs all diagnostics of the files: leave out --{narrowing[0].replace('_', '-')}")
    before = renamed(file.read(), ruleset_of(project).current_name)
    gone = file.gone(before)
    survey = _survey(args, project, file)
    looked_at = survey.looked_at | file.below(gone, args.paths)
    if not project.errors:
        _write(pruned(before, survey.found, looked_at, gone), survey, file, language_of(project))
    return survey


def _write(baseline: Baseline, survey: _Survey, file: BaselineFile, language: str) -> None:
    file.write(baseline, survey.paths)
    number, files = sum(entries.total() for entries in baseline.values()), len(baseline)
    if language == "zh":
        say(f"{file.path}：{files}个文件，{number}条诊断")
    else:
        say(f"{file.path}: {counted(number, 'diagnostic')} of {counted(files, 'file')}")

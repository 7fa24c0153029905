"""argv → exit status; one function a subcommand."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from linter import __version__
from linter.broken import BROKEN
from linter.errors import LinterError
from linter.outside.environment import message_language
from linter.outside.files import STDIN
from linter.outside.output import COMMENTS, need_one_docx, write_commented, write_report
from linter.outside.project import Project, Request, known
from linter.outside.rules import BUILT_IN, DataFiles, author_folders
from linter.outside.walking import find_files
from linter.reporters import FORMATS, report
from linter.rule import GRADES, LANGUAGES, LEVELS, in_language
from linter.runner import run_planned, run_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from linter.diagnostic import Diagnostic
    from linter.outside.project import Plan
    from linter.ruleset import Ruleset

CLEAN, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; the exit status is 0 for clean, 1 for diagnostics, 2 for what is broken."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    args = _parser().parse_args(argv)
    try:
        return int(args.command(args))
    except LinterError as error:
        _say(f"recto: {error}")
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()  # nobody reads any more; Python would complain of that at its end
        return FAILED


def check(args: argparse.Namespace) -> int:
    """Lint files and folders."""
    project = _project(args)
    default = "full" if sys.stdout.isatty() and not args.output_file else "concise"
    output_format = project.option("output_format", default)
    if output_format == COMMENTS:
        need_one_docx(args.paths, args.output_file)
    diagnostics: list[Diagnostic] = []
    paths: list[str] = []
    for path, found in _run(args, project):
        paths.append(path)
        diagnostics += found
        if args.verbose:
            _say_packs(path, project.plan_for(path))
    if output_format == COMMENTS:
        write_commented(args.paths[0], diagnostics, args.output_file, _language(project))
    elif args.output_file:
        write_report(report(diagnostics, output_format), args.output_file, paths)
    else:
        sys.stdout.write(report(diagnostics, output_format))
        sys.stdout.flush()
    _report_errors(project.errors)
    if output_format != "json":
        _say_summary(diagnostics, len(paths), _language(project))
    if project.errors or any(found.rule in BROKEN for found in diagnostics):
        return FAILED
    fail_on = project.option("fail_on", "warning")
    failing = () if fail_on == "never" else LEVELS[: LEVELS.index(fail_on) + 1]
    return FOUND if any(found.level in failing for found in diagnostics) else CLEAN


def _run(args: argparse.Namespace, project: Project) -> Iterable[tuple[str, list[Diagnostic]]]:
    """Each document with its diagnostics; `-` is standard input."""
    if args.paths == [STDIN]:
        return run_text(args.stdin_filename or STDIN, project.plan_for(args.stdin_filename or STDIN))
    exclude, base = project.excluded()
    files = find_files(args.paths, exclude=exclude, exclude_base=base, force_exclude=args.force_exclude)
    if not files:
        _say("note: there are no documents here")
    return run_planned(files, project.plan_for, jobs=args.jobs, cache=args.cache)


def rules(args: argparse.Namespace) -> int:
    """List the rules."""
    project = _project(args)
    ruleset = _ruleset(project)
    packs = known(tuple(project.option("packs", ())), ruleset.packs, "pack")
    shown = [rule for rule in ruleset.rules.values() if not packs or rule.pack in packs]
    width = max((len(rule.id) for rule in shown), default=0)
    for rule in shown:
        levels = "/".join(dict.fromkeys(rule.level.values()))
        words = " ".join(in_language(rule.description, _language(project)).split()) if rule.description else ""
        print(f"{rule.id:<{width}}  {levels:<24}  {words}")
    _report_errors(project.errors)
    return FAILED if project.errors else CLEAN


def explain(args: argparse.Namespace) -> int:
    """Tell everything about one rule."""
    from linter.authoring.reference import explanation  # noqa: PLC0415 - deferred: start-up

    project = _project(args)
    ruleset = _ruleset(project)
    known((args.rule,), ruleset.names, "rule")
    rule = ruleset.rules.get(ruleset.current_name(args.rule))
    if rule is None:
        raise LinterError(f"{args.rule!r} is a pack; `recto rules --pack {args.rule}` lists its rules")
    folders = project.rules_path()
    authored = author_folders((BUILT_IN, *folders), DataFiles((*folders, BUILT_IN)), need_tests=False)
    print(explanation(rule, authored.tests, _language(project)))
    _report_errors(project.errors)
    return FAILED if project.errors else CLEAN


def test(args: argparse.Namespace) -> int:
    """Run the tests inside rule files."""
    from linter.authoring.rule_tests import run_test  # noqa: PLC0415 - deferred: start-up
    from linter.ruleset import ruleset_from  # noqa: PLC0415 - deferred: start-up

    folders = tuple(args.paths) or (BUILT_IN,)
    lists = DataFiles((*folders, BUILT_IN))
    authored = author_folders(folders, lists, need_tests=folders == (BUILT_IN,))
    ruleset = ruleset_from(authored.data, lists)
    _report_errors(authored.errors)
    failed = 0
    for case in authored.tests:
        for wrong in run_test(case, ruleset):
            failed += 1
            print(f"{case.path}:{case.line}: {case.rule}: {in_language(case.name, 'en')}: {wrong}")
    for rule in ruleset.rules:
        if not any(case.rule == rule for case in authored.tests):
            _say(f"warning: {rule} has no tests")
    _say(f"{len(authored.tests)} tests of {len(ruleset.rules)} rules, {failed} failed")
    return FAILED if authored.errors else FOUND if failed else CLEAN


def _project(args: argparse.Namespace) -> Project:
    """What the command line asks for, as options of a configuration; what it does not say is left to others."""
    lists = {name: _split(getattr(args, name, [])) for name in ("packs", "select", "ignore", "exclude")}
    texts = {name: getattr(args, name, None) for name in ("lang", "output_format", "fail_on", "min_grade", "encoding")}
    options: dict[str, Any] = {name: value for name, value in {**lists, **texts}.items() if value}
    if getattr(args, "project", False):
        options["project"] = True
    if args.rules_path:
        options["rules_path"] = tuple(args.rules_path)
    return Project(Request(options, args.config or "", args.isolated, getattr(args, "fold", True)))


def _split(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(part.strip() for name in names for part in name.split(",") if part.strip())


def _ruleset(project: Project) -> Ruleset:
    """The rules of the working folder."""
    return project.plan_for(STDIN).ruleset


def _language(project: Project) -> str:
    return str(project.option("lang", message_language()))


def _report_errors(errors: Iterable[LinterError]) -> None:
    for error in errors:
        _say(f"recto: {error}")


def _say_packs(path: str, plan: Plan) -> None:
    from linter.formats import parse  # noqa: PLC0415 - only when asked for
    from linter.outside.files import UnreadableError, read_source  # noqa: PLC0415

    try:
        document = parse(read_source(path, plan.encoding))
    except UnreadableError:
        return
    for pack, reason in plan.ruleset.packs_for(document, plan.settings.selection).items():
        _say(f"{path}: pack {pack} is on ({reason})")


def _say_summary(diagnostics: list[Diagnostic], files: int, language: str) -> None:
    errors, warnings = (sum(found.level == level for found in diagnostics) for level in ("error", "warning"))
    if language == "zh":
        _say(f"{files}个文件，{len(diagnostics)}条诊断" + (f"（错误{errors}，警告{warnings}）" if diagnostics else ""))
        return
    detail = f" ({_count(errors, 'error')}, {_count(warnings, 'warning')})" if diagnostics else ""
    _say(f"{_count(len(diagnostics), 'diagnostic')} in {_count(files, 'file')}{detail}")


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _say(text: str) -> None:
    print(text, file=sys.stderr)


class _Help(argparse.HelpFormatter):
    """Help of one width; asking the terminal for its own would load `shutil` on every start."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=32, width=100)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="recto", description="Find where a document disagrees with itself.", formatter_class=_Help
    )
    parser.add_argument("--version", action="version", version=f"recto {__version__}")
    commands = parser.add_subparsers(prog="recto", required=True, metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False, formatter_class=_Help)
    common.add_argument(
        "--rules-path", action="append", default=[], metavar="DIR", help="folder with packs of your own"
    )
    common.add_argument(
        "--lang", "--message-lang", choices=LANGUAGES, help="language of messages (default: the locale's)"
    )
    common.add_argument("--config", metavar="FILE", help="use this configuration for all documents")
    common.add_argument("--isolated", action="store_true", help="read no configuration")

    def command(name: str, parents: list[argparse.ArgumentParser], run_command: object) -> argparse.ArgumentParser:
        added = commands.add_parser(
            name, parents=parents, help=run_command.__doc__, description=run_command.__doc__, formatter_class=_Help
        )
        added.set_defaults(command=run_command)
        return added

    _check_options(command("check", [common], check))
    listing = command("rules", [common], rules)
    listing.add_argument(
        "--pack", dest="packs", action="append", default=[], metavar="PACK", help="only this pack's rules"
    )
    command("explain", [common], explain).add_argument("rule", metavar="RULE", help="the rule's id")
    command("test", [], test).add_argument(
        "paths", nargs="*", metavar="PATH", help="folders of packs (default: the built-in ones)"
    )
    return parser


def _check_options(parser: argparse.ArgumentParser) -> None:
    def names(option: str, text: str, dest: str | None = None) -> None:
        dest = dest or option.lstrip("-")
        parser.add_argument(option, dest=dest, action="append", default=[], metavar="NAME", help=text)

    parser.add_argument("paths", nargs="*", default=["."], metavar="PATH", help="files and folders (default: .)")
    names("--select", "run only these rules or packs; a rule named here runs on any document")
    names("--ignore", "leave these rules or packs out")
    names("--pack", "run these packs, whatever the document", "packs")
    names("--exclude", "leave out files and folders like this, as in .gitignore")
    parser.add_argument(
        "--force-exclude", action="store_true", help="leave out excluded files even when they are named"
    )
    parser.add_argument("--project", action="store_true", help="look across the files as well")
    parser.add_argument("--stdin-filename", metavar="FILE", help="what standard input (`-`) would be called")
    parser.add_argument("--encoding", metavar="NAME", help="how the files are encoded, if that cannot be told")
    parser.add_argument(
        "--output-format",
        choices=(*FORMATS, COMMENTS),
        help="default: full on a terminal, else concise; docx-comments: a copy of the docx with comments (-o)",
    )
    parser.add_argument("-o", "--output-file", metavar="FILE", help="write there, and not to standard output")
    parser.add_argument(
        "--no-fold", dest="fold", action="store_false", help="show what a repeated run explains as well"
    )
    parser.add_argument(
        "--fail-on", choices=(*LEVELS, "never"), help="lowest level that makes the status 1 (default: warning)"
    )
    parser.add_argument("--min-grade", choices=GRADES, help="show nothing that is less sure")
    parser.add_argument("--jobs", type=int, metavar="N", help="so many processes (default: by the size of the files)")
    parser.add_argument("--no-cache", dest="cache", action="store_false", help="neither use nor keep earlier results")
    parser.add_argument("-v", "--verbose", action="store_true", help="say which packs a file gets, and why")

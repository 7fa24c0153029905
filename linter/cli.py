"""argv → exit status; one function a subcommand."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from linter import __version__
from linter.broken import BROKEN
from linter.errors import LinterError
from linter.lint import Settings
from linter.outside.environment import message_language
from linter.outside.rules import BUILT_IN, DataFiles, author_folders, load_ruleset
from linter.reporters import FORMATS, report
from linter.rule import GRADES, LANGUAGES, LEVELS, in_language
from linter.ruleset import Ruleset, Selection
from linter.runner import run

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from linter.diagnostic import Diagnostic

CLEAN, FOUND, FAILED = 0, 1, 2


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
    except BrokenPipeError:
        sys.stderr.close()  # nobody reads any more; Python would complain of that at its end
        return FAILED


def check(args: argparse.Namespace) -> int:
    """Lint files and folders."""
    ruleset, broken = _load(args)
    settings = _settings(args, ruleset)
    diagnostics: list[Diagnostic] = []
    files = 0
    for path, found in run(args.paths, ruleset, settings):
        files += 1
        diagnostics += found
        if args.verbose:
            _say_packs(path, ruleset, settings)
    sys.stdout.write(report(diagnostics, args.output_format or ("full" if sys.stdout.isatty() else "concise")))
    sys.stdout.flush()
    _say_summary(diagnostics, files, args)
    if broken or any(found.rule in BROKEN for found in diagnostics):
        return FAILED
    failing = () if args.fail_on == "never" else LEVELS[: LEVELS.index(args.fail_on) + 1]
    return FOUND if any(found.level in failing for found in diagnostics) else CLEAN


def rules(args: argparse.Namespace) -> int:
    """List the rules."""
    ruleset, broken = _load(args)
    packs = _known(args.pack, ruleset.packs, "pack")
    shown = [rule for rule in ruleset.rules.values() if not packs or rule.pack in packs]
    width = max((len(rule.id) for rule in shown), default=0)
    for rule in shown:
        levels = "/".join(dict.fromkeys(rule.level.values()))
        words = " ".join(in_language(rule.description, args.lang).split()) if rule.description else ""
        print(f"{rule.id:<{width}}  {levels:<24}  {words}")
    return FAILED if broken else CLEAN


def explain(args: argparse.Namespace) -> int:
    """Tell everything about one rule."""
    from linter.authoring.reference import explanation  # noqa: PLC0415 - deferred: start-up

    ruleset, broken = _load(args)
    (rule_id,) = _known((args.rule,), ruleset.rules, "rule")
    authored = author_folders((BUILT_IN, *args.rules_path), DataFiles((*args.rules_path, BUILT_IN)), need_tests=False)
    print(explanation(ruleset.rules[rule_id], authored.tests, args.lang))
    return FAILED if broken else CLEAN


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
            print(f"{case.path}:{case.line}: {case.rule}: {case.name}: {wrong}")
    for rule in ruleset.rules:
        if not any(case.rule == rule for case in authored.tests):
            _say(f"warning: {rule} has no tests")
    _say(f"{len(authored.tests)} tests of {len(ruleset.rules)} rules, {failed} failed")
    return FAILED if authored.errors else FOUND if failed else CLEAN


def _load(args: argparse.Namespace) -> tuple[Ruleset, bool]:
    """The ruleset, and whether some of the user's rules could not be read; they are named at once."""
    loaded = load_ruleset(tuple(args.rules_path))
    _report_errors(loaded.errors)
    return loaded.ruleset, bool(loaded.errors)


def _report_errors(errors: Iterable[LinterError]) -> None:
    for error in errors:
        _say(f"recto: {error}")


def _settings(args: argparse.Namespace, ruleset: Ruleset) -> Settings:
    selection = Selection(
        packs=_known(args.pack, ruleset.packs, "pack"),
        select=_known(args.select, ruleset.names, "rule or pack"),
        ignore=_known(args.ignore, ruleset.names, "rule or pack"),
    )
    return Settings(selection, args.lang, args.min_grade, args.fold)


def _known(names: Iterable[str], allowed: Iterable[str], what: str) -> tuple[str, ...]:
    """The names, split at commas; raises `LinterError` at one that there is not."""
    split = tuple(part.strip() for name in names for part in name.split(",") if part.strip())
    for name in split:
        if name not in allowed:
            from difflib import get_close_matches  # noqa: PLC0415 - deferred: start-up

            close = get_close_matches(name, list(allowed), n=1)
            hint = f"did you mean {close[0]}?" if close else "`recto rules` lists them."
            raise LinterError(f"there is no {what} {name!r}; {hint}")
    return split


def _say_packs(path: str, ruleset: Ruleset, settings: Settings) -> None:
    from linter.formats import parse  # noqa: PLC0415 - only when asked for
    from linter.outside.files import UnreadableError, read_source  # noqa: PLC0415

    try:
        document = parse(read_source(path))
    except UnreadableError:
        return
    for pack, reason in ruleset.packs_for(document, settings.selection).items():
        _say(f"{path}: pack {pack} is on ({reason})")


def _say_summary(diagnostics: list[Diagnostic], files: int, args: argparse.Namespace) -> None:
    if args.output_format == "json":
        return
    errors, warnings = (sum(found.level == level for found in diagnostics) for level in ("error", "warning"))
    if args.lang == "zh":
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
        "--lang",
        "--message-lang",
        choices=LANGUAGES,
        default=message_language(),
        help="language of messages (default: the locale's)",
    )

    def command(name: str, parents: list[argparse.ArgumentParser], run_command: object) -> argparse.ArgumentParser:
        added = commands.add_parser(
            name, parents=parents, help=run_command.__doc__, description=run_command.__doc__, formatter_class=_Help
        )
        added.set_defaults(command=run_command)
        return added

    _check_options(command("check", [common], check))
    listing = command("rules", [common], rules)
    listing.add_argument("--pack", action="append", default=[], metavar="PACK", help="only this pack's rules")
    command("explain", [common], explain).add_argument("rule", metavar="RULE", help="the rule's id")
    command("test", [], test).add_argument(
        "paths", nargs="*", metavar="PATH", help="folders of packs (default: the built-in ones)"
    )
    return parser


def _check_options(parser: argparse.ArgumentParser) -> None:
    def names(option: str, text: str) -> None:
        parser.add_argument(option, action="append", default=[], metavar="NAME", help=text)

    parser.add_argument("paths", nargs="*", default=["."], metavar="PATH", help="files and folders (default: .)")
    names("--select", "run only these rules or packs; a rule named here runs on any document")
    names("--ignore", "leave these rules or packs out")
    names("--pack", "run these packs, whatever the document")
    parser.add_argument("--output-format", choices=FORMATS, help="default: full on a terminal, else concise")
    parser.add_argument(
        "--no-fold", dest="fold", action="store_false", help="show what a repeated run explains as well"
    )
    parser.add_argument(
        "--fail-on", choices=(*LEVELS, "never"), default="warning", help="lowest level that makes the status 1"
    )
    parser.add_argument("--min-grade", choices=GRADES, default="hint", help="show nothing that is less sure")
    parser.add_argument("-v", "--verbose", action="store_true", help="say which packs a file gets, and why")

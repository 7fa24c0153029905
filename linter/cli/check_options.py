"""The options of `recto check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.cli.fixes import fix_options
from linter.cli.projects import project_options
from linter.cli.status import NEVER
from linter.outside.output import COMMENTS
from linter.reporters import FORMATS
from linter.rule import GRADES, LEVELS

if TYPE_CHECKING:
    import argparse


def selecting_options(parser: argparse.ArgumentParser) -> None:
    """Which documents, which rules, and how to run them."""
    project_options(parser)

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
    parser.add_argument("--encoding", metavar="NAME", help="how the files are encoded, if that cannot be told")
    parser.add_argument("--min-grade", choices=GRADES, help="show nothing that is less sure")
    parser.add_argument("--jobs", type=int, metavar="N", help="so many processes (default: by the size of the files)")
    parser.add_argument("--no-cache", action="store_true", help="neither use nor keep earlier results")


def options(parser: argparse.ArgumentParser) -> None:
    """The same, and how to report."""
    selecting_options(parser)
    parser.add_argument("--stdin-filename", metavar="FILE", help="what standard input (`-`) would be called")
    parser.add_argument(
        "--output-format",
        choices=(*FORMATS, COMMENTS),
        help="default: full on a terminal, else concise; docx-comments: a copy of the docx with comments (-o)",
    )
    parser.add_argument("-o", "--output-file", metavar="FILE", help="write there, and not to standard output")
    parser.add_argument("--no-fold", action="store_true", help="show what a repeated run explains as well")
    parser.add_argument(
        "--fail-on", choices=(*LEVELS, NEVER), help="lowest level that makes the status 1 (default: warning)"
    )
    narrowing_options(parser)
    fix_options(parser)
    other_options(parser)
    parser.add_argument(
        "--statistics", action="store_true", help="count by rule and level, in place of a report for people"
    )
    parser.add_argument(
        "--color", choices=("auto", "always", "never"), help="colours (default: auto, on a terminal; see NO_COLOR)"
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="print no summary")
    parser.add_argument("-v", "--verbose", action="store_true", help="say which packs a file gets, and why")


def narrowing_options(parser: argparse.ArgumentParser) -> None:
    """Which of the diagnostics are reported."""
    parser.add_argument("--baseline", metavar="FILE", help="report only what is new beside this baseline")
    parser.add_argument(
        "--prune", action="store_true", help="take out of the baseline first what is no longer found in the files"
    )
    parser.add_argument(
        "--changed-since",
        metavar="REV",
        help="report only what touches a line changed since this revision; REV...: since the branch left it",
    )


def other_options(parser: argparse.ArgumentParser) -> None:
    """What to do in place of one check, and how strictly."""
    parser.add_argument("--strict", action="store_true", help="what is not supported here makes the status 2")
    parser.add_argument("--show-files", action="store_true", help="only list the files that would be checked")
    parser.add_argument(
        "--show-settings", action="store_true", help="only tell what the document PATH is linted with, and who says so"
    )
    parser.add_argument(
        "--watch", action="store_true", help="check again whenever documents, rules or the configuration change"
    )

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


def options(parser: argparse.ArgumentParser) -> None:
    """Which documents, which rules, and how to report."""
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
        "--fail-on", choices=(*LEVELS, NEVER), help="lowest level that makes the status 1 (default: warning)"
    )
    parser.add_argument("--min-grade", choices=GRADES, help="show nothing that is less sure")
    fix_options(parser)
    parser.add_argument("--jobs", type=int, metavar="N", help="so many processes (default: by the size of the files)")
    parser.add_argument("--no-cache", dest="cache", action="store_false", help="neither use nor keep earlier results")
    parser.add_argument("-v", "--verbose", action="store_true", help="say which packs a file gets, and why")

"""What the command line says of rules and configuration, for the subcommands that need them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from linter.outside.environment import message_language
from linter.outside.files import STDIN
from linter.outside.progress import can_show_progress
from linter.outside.project import Project, Request
from linter.outside.walking import find_files
from linter.rule import LANGUAGES

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from linter.outside.walking import Found
    from linter.ruleset import Ruleset

_LISTS = ("packs", "select", "ignore", "exclude")
_TEXTS = (
    "lang", "output_format", "fail_on", "min_grade", "encoding", "color", "baseline", "changed_since", "output_file",
    "jobs",
)  # fmt: skip
_SWITCHES = ("project", "statistics", "quiet", "strict", "force_exclude", "no_cache", "no_fold", "verbose")
_CHOICES = ("fix", "unsafe_fixes", "fix_only", "diff")  # which may be switched off as well
_WRITING = ("quiet", "verbose", "fix", "fix_only", "diff")  # silent, or with lines of their own that a bar would break


class Manner(TypedDict):
    """What `run_planned` is told beside what to run."""

    jobs: int | None
    cache: bool
    progress: bool


def project_options(parser: argparse.ArgumentParser) -> None:
    """The options that say which rules there are and how they speak."""
    parser.add_argument(
        "--rules-path", action="append", default=[], metavar="DIR", help="folder with packs of your own"
    )
    parser.add_argument(
        "--lang", "--message-lang", choices=LANGUAGES, help="language of messages (default: the locale's)"
    )
    parser.add_argument("--config", metavar="FILE", help="use this configuration for all documents")
    parser.add_argument("--isolated", action="store_true", help="read no configuration")


def project_from(args: argparse.Namespace) -> Project:
    """What the command line asks for, as options of a configuration; what it does not say is left to others."""
    lists = {name: _split(getattr(args, name, [])) for name in _LISTS}
    texts = {name: getattr(args, name, None) for name in _TEXTS}
    options: dict[str, Any] = {name: value for name, value in {**lists, **texts}.items() if value}
    options |= {name: True for name in _SWITCHES if getattr(args, name, False)}
    options |= {name: value for name in _CHOICES if (value := getattr(args, name, None)) is not None}
    if args.rules_path:
        options["rules_path"] = tuple(args.rules_path)
    return Project(Request(options, args.config or "", args.isolated, getattr(args, "fold", True)))


def files_of(args: argparse.Namespace, project: Project) -> list[Found]:
    """The documents that the command line names."""
    exclude, base = project.excluded()
    return find_files(
        args.paths, exclude=exclude, exclude_base=base, force_exclude=bool(project.option("force_exclude"))
    )


def manner_of(project: Project) -> Manner:
    """How to run: in how many processes, with earlier results or not, with a bar or not."""
    return Manner(
        jobs=project.option("jobs") or None,
        cache=not project.option("no_cache"),
        progress=can_show_progress() and not any(map(project.option, _WRITING)),
    )


def ruleset_of(project: Project) -> Ruleset:
    """The rules of the working folder."""
    return project.plan_for(STDIN).ruleset


def language_of(project: Project) -> str:
    """The language that the run as a whole speaks."""
    return str(project.option("lang", message_language()))


def _split(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(part.strip() for name in names for part in name.split(",") if part.strip())

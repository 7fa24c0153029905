"""What `recto check` does with fixes: its options, what it says of them, and the status that they make."""

from __future__ import annotations

import sys
from argparse import BooleanOptionalAction
from typing import TYPE_CHECKING

from linter.broken import BROKEN
from linter.cli.saying import counted, say
from linter.cli.status import CLEAN, FAILED, FOUND

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from linter.diagnostic import Diagnostic
    from linter.fixed_files import FileFixes, Fixing
    from linter.outside.project import Project


def fix_options(parser: argparse.ArgumentParser) -> None:
    """Whether to fix, and how."""
    for option, text in (
        ("--fix", "apply the safe fixes, and report what is left"),
        ("--unsafe-fixes", "with one of the others: apply all fixes, also those that rewrite prose"),
        ("--fix-only", "apply fixes, and report nothing"),
        ("--diff", "show what the fixes would change, and change nothing"),
    ):
        parser.add_argument(option, action=BooleanOptionalAction, help=text)


class Fixes:
    """The fixes of a run: whether they are asked for, and what they came to.

    `are_all` says that nothing else is reported.
    """

    def __init__(self, project: Project, language: str) -> None:
        self._language = language
        self._is_unsafe = bool(project.option("unsafe_fixes"))
        self._are_shown = bool(project.option("diff"))
        self.are_all = self._are_shown or bool(project.option("fix_only"))
        self.are_wanted = self.are_all or bool(project.option("fix"))
        self._only: frozenset[str] | None = None
        self._count = self._files = 0
        self.failed = False

    @classmethod
    def none(cls, project: Project) -> Fixes:
        """No fixes, whatever the project says."""
        fixes = cls(project, "")
        fixes.are_all = fixes.are_wanted = False
        return fixes

    def restrict_to(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Fix nothing but these."""
        self._only = frozenset(found.fingerprint for found in diagnostics)

    @property
    def fixing(self) -> Fixing | None:
        """What the runner is to do."""
        if not self.are_wanted:
            return None
        from linter.fixed_files import Fixing  # noqa: PLC0415 - deferred: start-up

        return Fixing(self._is_unsafe, not self._are_shown, self._only)

    def note(self, fixes: FileFixes) -> None:
        """Say what is to be said of one file; its diff goes to standard output."""
        self._count += fixes.applied
        self._files += bool(fixes.applied)
        for words in fixes.notes:
            say(f"note: {words}")
        if fixes.error:
            self.failed = True
            say(f"recto: {fixes.error}")
        if fixes.patch:
            write_bytes(fixes.patch)

    def write_text(self, data: bytes) -> None:
        """The fixed text of standard input; where the diff is shown, that is all there is."""
        if not self._are_shown:
            write_bytes(data)

    def say_summary(self) -> None:
        """How many fixes in how many files."""
        if not self.are_wanted:
            return
        if self._language == "zh":
            verb = "可修复" if self._are_shown else "已修复"
            say(f"{verb}{self._count}处，涉及{self._files}个文件")
        else:
            verb = "would apply" if self._are_shown else "applied"
            say(f"{verb} {self._count} {'fix' if self._count == 1 else 'fixes'} in {counted(self._files, 'file')}")

    def status_of(self, diagnostics: Iterable[Diagnostic]) -> int:
        """The exit status of a run that reports nothing else; what broke is said all the same."""
        broken = [found for found in diagnostics if found.rule in BROKEN]
        for found in broken:
            say(f"{found.path}:{found.start.line}:{found.start.column}: {found.level}: {found.message} [{found.rule}]")
        if broken or self.failed:
            return FAILED
        return FOUND if self._are_shown and self._count else CLEAN


def write_bytes(data: bytes) -> None:
    """Write to standard output what must stay as it is, byte for byte."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()

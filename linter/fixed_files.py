"""Files with their fixes: read, fixed, and written again or compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from linter.fixes.rounds import fix_document
from linter.lint import lint, lint_document
from linter.outside.encoding import encoded
from linter.rule import in_language

if TYPE_CHECKING:
    from linter.diagnostic import Diagnostic
    from linter.document import Document
    from linter.lint import Settings
    from linter.ruleset import Ruleset
    from linter.source import Source


class Fixing(NamedTuple):
    """Which fixes a run applies, and whether it writes the files or shows what it would change.

    `only` holds the fingerprints of the diagnostics that are fixed; None fixes all.
    """

    unsafe: bool = False
    writes: bool = True
    only: frozenset[str] | None = None

    def applies(self, found: Diagnostic) -> bool:
        """Whether the diagnostic has a fix that the run applies."""
        return found.fix is not None and (self.unsafe or found.fix.safe) and self.reaches(found)

    def reaches(self, found: Diagnostic) -> bool:
        """Whether the diagnostic is among those that the run may fix."""
        return self.only is None or found.fingerprint in self.only


class FileFixes(NamedTuple):
    """What fixing a file came to, for people: how many fixes, the diff if asked for, what to say of it, what went wrong."""

    applied: int = 0
    patch: bytes = b""
    notes: tuple[str, ...] = ()
    error: str = ""


class FixedFile(NamedTuple):
    """A file as it is to be reported: its bytes, its text and the diagnostics on it."""

    data: bytes
    source: Source
    diagnostics: list[Diagnostic]
    fixes: FileFixes


class Plan(Protocol):
    """What a document is linted with."""

    @property
    def ruleset(self) -> Ruleset: ...  # noqa: D102 - its name says it

    @property
    def settings(self) -> Settings: ...  # noqa: D102 - its name says it


_UNRETURNING = {
    "en": "the file is not fixed, for its bytes do not come back from its text in {encoding}; convert it to UTF-8 first",
    "zh": "按{encoding}无法逐字节还原该文件，未作修复；请先转换为UTF-8",
}


def fix_data(path: str, data: bytes, source: Source, plan: Plan, fixing: Fixing) -> FixedFile:
    """The bytes with their fixes; or as they stand, with the diff of what would change. `source` was read from `data`."""
    language = plan.settings.language

    def lint_again(document: Document) -> list[Diagnostic]:
        found = lint_document(document, plan.ruleset, plan.settings)
        return [one if fixing.reaches(one) else one._replace(fix=None) for one in found]

    fixed = fix_document(source, lint_again, unsafe=fixing.unsafe)
    notes = tuple(f"{path}:{one.line}: {one.rule}: {in_language(one.reason, language)}" for one in fixed.withheld)
    if not fixed.applied:
        return FixedFile(data, source, fixed.diagnostics, FileFixes(notes=notes))
    new = encoded(fixed.source.text, source.encoding, source.text, data)
    if new is None:
        words = in_language(_UNRETURNING, language).replace("{encoding}", source.encoding.upper())
        return _untouched(data, source, plan, FileFixes(notes=(f"{path}: {words}",)))
    if fixing.writes:
        return FixedFile(new, fixed.source, fixed.diagnostics, FileFixes(fixed.applied, notes=notes))
    from linter.outside.patch import patch  # noqa: PLC0415 - deferred: start-up

    return _untouched(data, source, plan, FileFixes(fixed.applied, patch(path, data, new), notes))


def fix_file(path: str, data: bytes, source: Source, plan: Plan, fixing: Fixing) -> FixedFile:
    """The same with a file, which is written to its place."""
    fixed = fix_data(path, data, source, plan, fixing)
    if fixed.data == data:
        return fixed
    from linter.outside.replacing import UnwritableError, replace_file  # noqa: PLC0415 - deferred: start-up

    try:
        replace_file(path, data, fixed.data)
    except UnwritableError as error:
        words = f"{path}: {in_language(error.reason, plan.settings.language)}"
        return _untouched(data, source, plan, FileFixes(error=words))
    return fixed


def _untouched(data: bytes, source: Source, plan: Plan, fixes: FileFixes) -> FixedFile:
    return FixedFile(data, source, lint(source, plan.ruleset, plan.settings), fixes)

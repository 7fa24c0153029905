"""Run the tests that stand in rule files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.across import Member, compare, survey
from linter.errors import LinterError
from linter.fixes.edits import fixed_text
from linter.formats import SUFFIXES, format_of, parse
from linter.lint import Settings, lint
from linter.ruleset import Selection
from linter.source import Source

if TYPE_CHECKING:
    from linter.authoring.rule_reader import RuleTest
    from linter.diagnostic import Diagnostic
    from linter.document import Document
    from linter.ruleset import Ruleset


def run_test(test: RuleTest, ruleset: Ruleset) -> list[str]:
    """What is wrong: a sentence for each expectation that does not hold. The rule runs alone, in English."""
    formats = {suffix.lstrip("."): name for suffix, name in SUFFIXES.items()}
    if test.format not in (*formats, *formats.values()):
        raise LinterError(f"unknown format {test.format!r}", test.path, test.line)
    if test.files:
        return [*_places(test, _found_across(test, ruleset))]
    source = Source("test", test.input, formats.get(test.format, test.format))
    found = lint(source, ruleset, Settings(Selection(select=(test.rule,))))
    wrong = [*_places(test, found)]
    if test.fixed is not None and (text := fixed_text(source, found, unsafe=True)) != test.fixed:
        wrong.append(f"fixed to {text!r}, expected {test.fixed!r}")
    return wrong


class _Sources:
    """The files of a test."""

    def __init__(self, sources: dict[str, Source]) -> None:
        self._sources = sources

    def source(self, path: str) -> Source:
        return self._sources[path]

    def document(self, path: str) -> Document:
        return parse(self._sources[path])


def _found_across(test: RuleTest, ruleset: Ruleset) -> list[Diagnostic]:
    """What the rule finds in the files of a test; their formats follow from their names."""
    settings = Settings(Selection(select=(test.rule,), project=True))
    sources = {path: Source(path, text, format_of(path)) for path, text in test.files.items()}
    members = {path: Member(ruleset, settings, *survey(source, ruleset, settings)) for path, source in sources.items()}
    found = compare(members, _Sources(sources))
    return [diagnostic for diagnostics in found.values() for diagnostic in diagnostics]


def _places(test: RuleTest, found: list[Diagnostic]) -> list[str]:
    wrong = []
    rows = [(f"{diagnostic.path}:" if test.files else "") + _row(diagnostic) for diagnostic in found]
    wanted = [*(test.want or ()), *test.contains]
    wrong += [f"expected {row}, which was not found" for row in wanted if not _among(row, rows)]
    if test.want is not None:
        wrong += [
            f"found {row}, which was not expected" for row in rows if not any(_same(want, row) for want in test.want)
        ]
    wrong += [f"found {row}, which must be absent" for row in rows if any(_same(bad, row) for bad in test.absent)]
    return wrong


def _row(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.start.line}:{diagnostic.start.column}:{diagnostic.rule}:{diagnostic.message}"


def _among(wanted: str, rows: list[str]) -> bool:
    return any(_same(wanted, row) for row in rows)


def _same(wanted: str, row: str) -> bool:
    """Whether a row is the one meant; `wanted` may leave the message out."""
    return row == wanted or row.startswith(wanted + ":")

"""One source against one ruleset: everything between the text and the diagnostics, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter import formats, passes
from linter.broken import failure, pattern_timeout, unreadable
from linter.diagnostic import Diagnostic, resolve
from linter.rule import GRADES, find
from linter.ruleset import Selection

if TYPE_CHECKING:
    from collections.abc import Callable

    from linter.document import Document
    from linter.rule import Finding, Grade, Rule
    from linter.ruleset import Ruleset
    from linter.source import Source


class Settings(NamedTuple):
    """How to lint: which rules, in which language to speak, what to show."""

    selection: Selection = Selection()
    language: str = "en"
    min_grade: Grade = "hint"
    fold: bool = True

    @property
    def shown(self) -> tuple[Grade, ...]:
        """The grades that are sure enough."""
        return GRADES[: GRADES.index(self.min_grade) + 1]


def lint(source: Source, ruleset: Ruleset, settings: Settings) -> list[Diagnostic]:
    """All diagnostics on `source`, sorted. Pure: the editor calls it on its buffer."""
    return lint_document(formats.parse(source), ruleset, settings)


def lint_document(
    document: Document, ruleset: Ruleset, settings: Settings, before_rule: Callable[[], None] = lambda: None
) -> list[Diagnostic]:
    """The same on a document that is parsed already. What `before_rule` raises ends the run."""
    findings: list[Finding] = []
    source = document.source
    failures = [unreadable(source.path, flaw.reason, settings.language, flaw.line) for flaw in source.flaws]
    try:
        rules = ruleset.rules_for(document, settings.selection)
    except TimeoutError as error:  # a sign of a pack
        return [*failures, pattern_timeout(source.path, str(error), settings.language)]
    for rule in rules:
        before_rule()
        found = _run(rule, document, ruleset, settings.language)
        if isinstance(found, Diagnostic):
            failures.append(found)
        else:
            findings += found
    findings = passes.suppress(findings, document, rules, ruleset.names, settings.language)
    findings = passes.outrank([finding for finding in findings if finding.grade in settings.shown])
    if settings.fold:
        findings = passes.fold(findings, document, settings.language)
    return failures + resolve(passes.sort(findings), document)


def _run(rule: Rule, document: Document, ruleset: Ruleset, language: str) -> list[Finding] | Diagnostic:
    """What one rule finds; what goes wrong with it is a diagnostic, and the other rules go on."""
    try:
        return [find(rule, match, document.source, language) for match in ruleset.check(rule)(document)]
    except Exception as error:  # noqa: BLE001 - the boundary between a rule and the others
        return failure(document.source.path, rule.id, error, language)

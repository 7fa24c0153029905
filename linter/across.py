"""Several sources against the rules across files: summaries of each, and from them diagnostics on some."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from linter.broken import BROKEN, failure
from linter.diagnostic import resolve
from linter.errors import LinterError
from linter.formats import parse
from linter.lint import lint_document
from linter.own_rules import UNUSED, unused
from linter.passes import sort
from linter.rule import find
from linter.source import Span
from linter.suppressions import EVERYTHING, Lift, Suppression, silence, suppressions_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from linter.diagnostic import Diagnostic
    from linter.document import Document
    from linter.lint import Settings
    from linter.rule import Files, Finding, Match, Rule
    from linter.ruleset import Ruleset
    from linter.source import Source


class Summary(NamedTuple):
    """What the rules across files know of a document: what each has to say of it, and where it silences them.

    Plain enough for JSON: `silenced` are the fields of suppressions.
    """

    rules: dict[str, Any]
    silenced: list[Any]


class Surveyed(NamedTuple):
    """The diagnostics on one document by itself, and its summary."""

    diagnostics: list[Diagnostic]
    summary: Summary


class Member(NamedTuple):
    """A file that takes part: its own rules and settings, and what is known of it."""

    ruleset: Ruleset
    settings: Settings
    diagnostics: list[Diagnostic]
    summary: Summary


def survey(source: Source, ruleset: Ruleset, settings: Settings) -> Surveyed:
    """Lint `source` and summarise it, reading it once."""
    document = parse(source)
    diagnostics = lint_document(document, ruleset, settings)
    summaries: dict[str, Any] = {}
    try:
        rules = ruleset.project_rules_for(document, settings.selection)
    except TimeoutError:  # which is among the diagnostics
        rules = []
    for rule in rules:
        try:
            summaries[rule.id] = ruleset.comparison(rule).summarise(document)
        except LinterError:
            raise
        except Exception as error:  # noqa: BLE001 - the boundary between a rule and the others
            diagnostics.insert(0, failure(source.path, rule.id, error, settings.language))
    suppressions = suppressions_in(document) if rules and document.comments else []
    silenced = [list(one) for one in suppressions if any(one.names(rule) for rule in rules)]
    return Surveyed(diagnostics, Summary(summaries, silenced))


def compare(members: Mapping[str, Member], files: Files) -> dict[str, list[Diagnostic]]:
    """The diagnostics of all files, those of the rules across files sorted among the others."""
    found: dict[str, list[tuple[Rule, Match]]] = {path: [] for path in members}
    broken: dict[str, list[Diagnostic]] = {path: [] for path in members}
    for paths, rule in _companies(members):
        ruleset, settings = members[paths[0]].ruleset, members[paths[0]].settings
        summaries = {path: members[path].summary.rules[rule.id] for path in paths}
        try:
            for path, match in ruleset.comparison(rule).compare(summaries, files):
                found[path].append((members[path].ruleset.rules[rule.id], match))
        except LinterError:
            raise
        except Exception as error:  # noqa: BLE001 - the boundary between a rule and the others
            broken[paths[0]].append(failure(paths[0], rule.id, error, settings.language))
    return {path: broken[path] + _joined(member, found[path], path, files) for path, member in members.items()}


def _companies(members: Mapping[str, Member]) -> Iterator[tuple[list[str], Rule]]:
    """The files that a rule compares with each other: all for which it says the same."""
    companies: dict[tuple[str, str], list[str]] = {}
    for path, member in members.items():
        for name in member.summary.rules:
            params = repr(member.ruleset.rules[name].params)
            companies.setdefault((name, params), []).append(path)
    for (name, _), paths in sorted(companies.items()):
        yield paths, members[paths[0]].ruleset.rules[name]


def _joined(member: Member, matches: list[tuple[Rule, Match]], path: str, files: Files) -> list[Diagnostic]:
    """The file's own diagnostics with those across files, suppressions heeded on both sides."""
    if not matches and not member.summary.silenced:
        return member.diagnostics
    document = files.document(path)
    language = member.settings.language
    findings = [find(rule, match, document.source, language) for rule, match in matches]
    suppressions = list(map(_suppression, member.summary.silenced))
    kept, used = silence(findings, suppressions)
    kept = [one for one in kept if one.grade in member.settings.shown and not _is_told(one, member, document)]
    idle = [one for one in suppressions if one.is_ours and one.name != EVERYTHING and one not in used]
    kept += [unused(one, document.source, language) for one in idle if _speaks_of(one, member)]
    own = [diagnostic for diagnostic in member.diagnostics if not _is_refuted(diagnostic, used, document)]
    joined = own + resolve(sort(kept), document, files)
    return sorted(joined, key=lambda one: (one.rule not in BROKEN, one.start, one.end, one.rule, one.message))


def _suppression(fields: list[Any]) -> Suppression:
    name, place, comment, lifts, is_ours = fields
    return Suppression(name, Span(*place), Span(*comment), tuple(Lift(*lift) for lift in lifts), is_ours)


def _speaks_of(one: Suppression, member: Member) -> bool:
    """Whether it is about nothing but rules across files, so that no other can have used it."""
    rules = member.ruleset.rules.values()
    return all(rule.is_across for rule in rules if one.names(rule))


def _is_told(finding: Finding, member: Member, document: Document) -> bool:
    """Whether a rule about the file itself, which outranks this one, tells something at the same place."""
    start, end = map(document.source.position, finding.place)
    rules = member.ruleset.rules
    return any(
        one.rule in rules and finding.rule.id in rules[one.rule].outranks and one.start < end and start < one.end
        for one in member.diagnostics
    )


def _is_refuted(diagnostic: Diagnostic, used: set[Suppression], document: Document) -> bool:
    """Whether a suppression was called unused that has silenced a rule across files."""
    if diagnostic.rule != UNUSED or not used:
        return False
    return any(document.source.position(one.comment.start) == diagnostic.start for one in used)

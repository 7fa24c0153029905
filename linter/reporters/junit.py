"""The XML of JUnit, which every CI shows; it knows no columns: those in its words count characters, from 1.

A document is a suite. Most readers show one failure a test, so each diagnostic is a test of its own; a document without
any is one that passes.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from linter.broken import BROKEN
from linter.rows.terminal import plain
from linter.rows.xml_text import Element, child, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from linter.diagnostic import Diagnostic
    from linter.errors import LinterError
    from linter.outcome import Outcome


def report(outcome: Outcome) -> str:
    """A suite for every document that was looked at, and one for the rules where some could not be read."""
    by_path: dict[str, list[Diagnostic]] = defaultdict(list)
    for found in outcome.diagnostics:
        by_path[found.path].append(found)
    errors = len(outcome.errors) + sum(found.rule in BROKEN for found in outcome.diagnostics)
    failures = sum(found.rule not in BROKEN for found in outcome.diagnostics)
    tests = len(outcome.errors) + sum(max(1, len(by_path[path])) for path in outcome.paths)
    root = Element("testsuites", {"name": "recto", **_counts(tests, failures, errors)})
    for path in outcome.paths:
        _suite(root, path, by_path[path])
    if outcome.errors:
        _rules(root, outcome.errors)
    return written(root)


def _suite(root: Element, path: str, diagnostics: Sequence[Diagnostic]) -> None:
    errors = sum(found.rule in BROKEN for found in diagnostics)
    counts = _counts(max(1, len(diagnostics)), len(diagnostics) - errors, errors)
    suite = child(root, "testsuite", {"name": path, **counts})
    if not diagnostics:
        child(suite, "testcase", {"name": path, "classname": path, "file": path})
    for found in diagnostics:
        place = f"{found.start.line}:{found.start.column}"
        names = {"name": f"{found.rule} ({place})", "classname": path, "file": path, "line": str(found.start.line)}
        words = {"message": found.message, "type": found.rule if found.rule in BROKEN else found.level}
        text = "\n".join(filter(None, (f"{plain(path)}:{place}: {found.message}", found.help)))
        child(child(suite, "testcase", names), "error" if found.rule in BROKEN else "failure", words, text)


def _rules(root: Element, errors: Sequence[LinterError]) -> None:
    suite = child(root, "testsuite", {"name": "recto", **_counts(len(errors), 0, len(errors))})
    for number, error in enumerate(errors, start=1):
        case = child(suite, "testcase", {"name": f"rules ({number})", "classname": "recto"})
        child(case, "error", {"message": str(error), "type": "rules"}, plain(str(error)))


def _counts(tests: int, failures: int, errors: int) -> dict[str, str]:
    return {"tests": str(tests), "failures": str(failures), "errors": str(errors)}

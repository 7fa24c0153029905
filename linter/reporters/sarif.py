"""SARIF 2.1.0, for code scanning; columns count characters (`unicodeCodePoints`), from 1, and ends are exclusive.

The standard: https://docs.oasis-open.org/sarif/sarif/v2.1.0/. What stands on the lines of the places is part of the
report, at most a window around each.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Any

from linter import __version__
from linter.broken import BROKEN
from linter.formats import format_of
from linter.outside.decoding import UnreadableError
from linter.outside.uris import folder_uri, uri_of
from linter.rows.sarif_rules import LEVELS, descriptor, own_descriptor
from linter.rows.unseen import json_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from linter.diagnostic import Diagnostic, Edit, Excerpt, Fix, Related
    from linter.errors import LinterError
    from linter.outcome import Outcome
    from linter.source import Position

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_BASE = "%SRCROOT%"
_MADE = ("docx", "pdf")  # no files of text: they have no encoding
_IANA = {  # names of encodings, where Python has another
    "big5hkscs": "big5-hkscs",
    "cp1252": "windows-1252",
    "cp932": "windows-31j",
    "cp949": "ks_c_5601-1987",
    "euc_jp": "euc-jp",
    "hz": "hz-gb-2312",
    "iso2022_jp": "iso-2022-jp",
    "utf-16-be": "utf-16be",
    "utf-16-le": "utf-16le",
    "utf-8-sig": "utf-8",
}


def report(outcome: Outcome) -> str:
    """One log with one run."""
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(outcome)]}
    return json_text(log, indent=1) + "\n"


def _run(outcome: Outcome) -> dict[str, Any]:
    results = [found for found in outcome.diagnostics if found.rule not in BROKEN]
    broken = [found for found in outcome.diagnostics if found.rule in BROKEN]
    rules = {name: descriptor(rule, outcome.language) for name, rule in sorted(outcome.rules.items())}
    for found in results:
        rules.setdefault(found.rule, own_descriptor(found))
    notifications = {found.rule: own_descriptor(found) for found in broken}
    driver = {"name": "recto", "version": __version__, "semanticVersion": __version__, "rules": list(rules.values())}
    numbers = {name: number for number, name in enumerate(rules)}
    return {
        "tool": {"driver": {**driver, **({"notifications": list(notifications.values())} if notifications else {})}},
        "invocations": [_invocation(broken, outcome.errors)],
        "originalUriBaseIds": {_BASE: {"uri": folder_uri()}},
        "columnKind": "unicodeCodePoints",
        "artifacts": _artifacts(outcome),
        "results": [_result(found, numbers) for found in results],
    }


def _invocation(broken: Iterable[Diagnostic], errors: Iterable[LinterError]) -> dict[str, Any]:
    """Whether all went well: what went wrong on a document, and what could not be read of the rules."""
    executing = [
        {
            "descriptor": {"id": found.rule},
            "level": "error",
            "message": {"text": found.message},
            "locations": [{"physicalLocation": _physical(found)}],
        }
        for found in broken
    ]
    configuring = [{"level": "error", "message": {"text": str(error)}} for error in errors]
    return {
        "executionSuccessful": not executing and not configuring,
        **({"toolExecutionNotifications": executing} if executing else {}),
        **({"toolConfigurationNotifications": configuring} if configuring else {}),
    }


def _artifacts(outcome: Outcome) -> list[dict[str, Any]]:
    """The documents that were looked at; the encodings of those that results speak of, where columns matter."""
    spoken_of = {found.path for found in outcome.diagnostics if found.rule not in BROKEN}
    return [
        {"location": _artifact(path), **(_encoding(path, outcome) if path in spoken_of else {})}
        for path in outcome.paths
    ]


def _encoding(path: str, outcome: Outcome) -> dict[str, str]:
    if format_of(path) in _MADE:
        return {}
    try:
        name = codecs.lookup(outcome.texts.source(path).encoding).name
    except UnreadableError:
        return {}
    return {"encoding": _IANA.get(name, name)}


def _result(found: Diagnostic, numbers: Mapping[str, int]) -> dict[str, Any]:
    place = {"physicalLocation": _physical(found), **_headings(found)}
    related = [{"id": number, **_related(other)} for number, other in enumerate(found.related, start=1)]
    return {
        "ruleId": found.rule,
        "ruleIndex": numbers[found.rule],
        "level": LEVELS[found.level],
        "message": {"text": found.message},
        "locations": [place],
        **({"relatedLocations": related} if related else {}),
        **({"partialFingerprints": {"recto/v1": found.fingerprint}} if found.fingerprint else {}),
        **({"fixes": [_fix(found.fix, found.path)]} if found.fix else {}),
        "properties": _properties(found),
    }


def _properties(found: Diagnostic) -> dict[str, Any]:
    optional = {"help": found.help, "page": found.page}
    return {"grade": found.grade, **{key: value for key, value in optional.items() if value}}


def _headings(found: Diagnostic) -> dict[str, Any]:
    return {"logicalLocations": [{"fullyQualifiedName": " › ".join(found.heading)}]} if found.heading else {}


def _related(other: Related) -> dict[str, Any]:
    return {"physicalLocation": _physical(other), **({"message": {"text": other.message}} if other.message else {})}


def _physical(place: Diagnostic | Related) -> dict[str, Any]:
    """Where a place is; if it lies on one line and is not too long, also what stands there, and what around it."""
    located = {"artifactLocation": _artifact(place.path), "region": _region(place.start, place.end)}
    window = place.excerpt
    if window is None or place.start.line != place.end.line:
        return located
    text = window.text[window.start : window.end]
    if len(text) == place.end.column - place.start.column:
        located["region"]["snippet"] = {"text": text}
        if len(window.text) > len(text):  # what is around a place has to be more than the place
            located["contextRegion"] = _context(place.start, window)
    return located


def _context(start: Position, window: Excerpt) -> dict[str, Any]:
    first = start.column - window.start
    return {
        "startLine": start.line,
        "startColumn": first,
        "endLine": start.line,
        "endColumn": first + len(window.text),
        "snippet": {"text": window.text},
    }


def _region(start: Position, end: Position) -> dict[str, Any]:
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def _artifact(path: str) -> dict[str, str]:
    uri = uri_of(path)
    return {"uri": uri.text, **({"uriBaseId": _BASE} if uri.is_relative else {})}


def _fix(fix: Fix, path: str) -> dict[str, Any]:
    """SARIF has no word for how far a fix may be trusted: its description begins with it."""
    words = f"{'safe' if fix.safe else 'unsafe'}: {fix.message}".rstrip(": ")
    changes = {"artifactLocation": _artifact(path), "replacements": [_replacement(edit) for edit in fix.edits]}
    return {"description": {"text": words}, "artifactChanges": [changes]}


def _replacement(edit: Edit) -> dict[str, Any]:
    return {"deletedRegion": _region(edit.start, edit.end), "insertedContent": {"text": edit.text}}

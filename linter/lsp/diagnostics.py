"""Diagnostics and errors → what an editor shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lsprotocol import types
from pygls.uris import from_fs_path

if TYPE_CHECKING:
    from linter.diagnostic import Diagnostic
    from linter.errors import LinterError
    from linter.lsp.answers import Answer
    from linter.lsp.text import Text
    from linter.source import Position, Source

SOURCE = "recto"
CONFIGURATION = "recto.configuration"
_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "suggestion": types.DiagnosticSeverity.Information,
}
_UNNECESSARY = ("repeated-content", "recto.unused-suppression")  # a kind and a rule: what they find can go


class Shown(NamedTuple):
    """What an editor can show of a diagnostic beside its message."""

    related: bool
    tags: bool


def shown_of(answer: Answer, shown: Shown) -> list[types.Diagnostic]:
    """All that an open document gets: its diagnostics, or what is wrong with a file of rules or options."""
    text = answer.question.text
    errors = [from_error(error, text) for error in answer.errors]
    if answer.document is None:
        return errors + [
            from_elsewhere(found, text.encoding, answer.question.uri, shown) for found in answer.diagnostics
        ]
    return errors + [from_document(found, answer, answer.document.source, shown) for found in answer.diagnostics]


def from_document(found: Diagnostic, answer: Answer, source: Source, shown: Shown) -> types.Diagnostic:
    """A diagnostic on an open document, placed as the editor breaks its lines."""
    text, uri = answer.question.text, answer.question.uri

    def location(path: str, start: Position, end: Position) -> types.Location:
        if path == source.path:
            return types.Location(uri, text.range(source.offset(start), source.offset(end)))
        return _elsewhere(path, start, end, text.encoding)

    related = [
        types.DiagnosticRelatedInformation(location(other.path, other.start, other.end), other.message or found.message)
        for other in found.related
    ]
    return _shown(found, location(source.path, found.start, found.end).range, related, shown)


def from_elsewhere(found: Diagnostic, encoding: str, uri: str, shown: Shown) -> types.Diagnostic:
    """A diagnostic on a document that is not open, as its own lines are counted."""

    def location(path: str, start: Position, end: Position) -> types.Location:
        place = _elsewhere(path, start, end, encoding)
        return types.Location(uri, place.range) if path == found.path else place

    related = [
        types.DiagnosticRelatedInformation(location(other.path, other.start, other.end), other.message or found.message)
        for other in found.related
    ]
    return _shown(found, location(found.path, found.start, found.end).range, related, shown)


def from_error(error: LinterError, text: Text | None = None) -> types.Diagnostic:
    """An error in a file of rules or options; without its text, from the beginning of the line to its end."""
    line = (error.line or 1) - 1
    place = text.line_range(line) if text else types.Range(types.Position(line, 0), types.Position(line + 1, 0))
    return types.Diagnostic(place, error.message, types.DiagnosticSeverity.Error, CONFIGURATION, source=SOURCE)


def _shown(
    found: Diagnostic, place: types.Range, related: list[types.DiagnosticRelatedInformation], shown: Shown
) -> types.Diagnostic:
    return types.Diagnostic(
        range=place,
        message=found.message,
        severity=_SEVERITIES[found.level],
        code=found.rule,
        code_description=types.CodeDescription(found.url) if found.url else None,
        source=SOURCE,
        tags=[types.DiagnosticTag.Unnecessary] if shown.tags and {found.kind, found.rule} & {*_UNNECESSARY} else None,
        related_information=related if shown.related and related else None,
        data={"fingerprint": found.fingerprint, "grade": found.grade, "help": found.help},
    )


def _elsewhere(path: str, start: Position, end: Position, encoding: str) -> types.Location:
    uri = from_fs_path(path) or path
    return types.Location(uri, types.Range(_position(start, encoding), _position(end, encoding)))


def _position(place: Position, encoding: str) -> types.Position:
    columns = {
        types.PositionEncodingKind.Utf8: place.byte_column,
        types.PositionEncodingKind.Utf16: place.utf16_column,
    }
    return types.Position(place.line - 1, columns.get(types.PositionEncodingKind(encoding), place.column) - 1)

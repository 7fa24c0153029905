"""Diagnostics as the cache keeps them, and back. What comes back is checked: a file may hold anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.diagnostic import Diagnostic, Edit, Excerpt, Fix, Related, excerpt
from linter.rule import GRADES, LEVELS
from linter.source import Position, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.source import Source

_FAR = 1_000_000_000  # no line and no column has such a number


def rows_of(diagnostics: Iterable[Diagnostic]) -> list[Any]:
    """Diagnostics as plain data; of an excerpt is noted only that there was one."""
    return [_row(found) for found in diagnostics]


def _row(found: Diagnostic) -> Any:
    fields: dict[str, Any] = found._asdict()
    fields["excerpt"] = found.excerpt is not None
    fields["related"] = [related[:-1] for related in found.related]
    return list(fields.values())


def diagnostics_from(rows: list[Any], source: Source) -> list[Diagnostic] | None:
    """The diagnostics that `rows_of` took apart, with the excerpts of `source`; nothing where the rows are not such."""
    try:
        return [_diagnostic(Diagnostic(*row), source) for row in rows]
    except (TypeError, ValueError, IndexError, AttributeError, OverflowError):
        return None


def _diagnostic(row: Diagnostic, source: Source) -> Diagnostic:
    if row.level not in LEVELS or row.grade not in GRADES or type(row.page) is not int or row.path != source.path:
        raise ValueError
    for text in (row.rule, row.kind, row.message, row.help, row.url, row.fingerprint, *row.heading):
        _text(text)
    start, end = _position(row.start), _position(row.end)
    return row._replace(
        start=start,
        end=end,
        excerpt=_excerpt(start, end, source) if row.excerpt else None,
        heading=tuple(row.heading),
        related=tuple(_related(related, source) for related in row.related),
        fix=_fix(row.fix) if row.fix else None,
    )


def _related(row: Any, source: Source) -> Related:
    path, first, last, message = row
    if path != source.path:
        raise ValueError
    start, end = _position(first), _position(last)
    return Related(path, start, end, _text(message), _excerpt(start, end, source))


def _fix(row: Any) -> Fix:
    safe, message, edits, is_divisible = row
    return Fix(
        bool(safe),
        _text(message),
        tuple(Edit(_position(start), _position(end), _text(text)) for start, end, text in edits),
        bool(is_divisible),
    )


def _position(row: Any) -> Position:
    position = Position(*row)
    if not all(type(number) is int and 0 < number < _FAR for number in position):
        raise ValueError
    return position


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _excerpt(start: Position, end: Position, source: Source) -> Excerpt:
    return excerpt(source, Span(source.offset(start), source.offset(end)))

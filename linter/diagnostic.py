"""What leaves the linter: one resolved row for everybody outside."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.fingerprints import Fingerprints
from linter.rewriting import changes_no_more, may_be_written
from linter.rule import Place

if TYPE_CHECKING:
    from linter.document import Document
    from linter.rule import Files, Finding, Grade, Level
    from linter.source import Position, Source, Span

_WINDOW = 200  # code points shown on either side of a place


class Excerpt(NamedTuple):
    """A window on the line where a place starts; `start` and `end` count code points in `text`."""

    text: str
    start: int
    end: int
    cut_before: bool
    cut_after: bool


class Related(NamedTuple):
    """Another place that the diagnostic speaks of."""

    path: str
    start: Position
    end: Position
    message: str
    excerpt: Excerpt


class Edit(NamedTuple):
    """Put `text` in place of what stands from `start` to `end`."""

    start: Position
    end: Position
    text: str


class Fix(NamedTuple):
    """Edits that mend the place; a safe fix changes no meaning and lies inside one run of the source.

    Each edit of one that `is_divisible` is right by itself; another is applied whole or not at all.
    """

    safe: bool
    message: str
    edits: tuple[Edit, ...]
    is_divisible: bool = False


class Diagnostic(NamedTuple):
    """One line of the linter's answer.

    Ends are exclusive; `heading` are the headings over the place; `page` counts from 1, and is 0 where there are none.
    """

    path: str
    rule: str
    kind: str
    level: Level
    grade: Grade
    message: str
    help: str
    url: str
    start: Position
    end: Position
    excerpt: Excerpt | None
    heading: tuple[str, ...]
    related: tuple[Related, ...]
    fix: Fix | None
    fingerprint: str
    page: int = 0


def resolve(findings: list[Finding], document: Document, files: Files | None = None) -> list[Diagnostic]:
    """Turn offsets into lines and columns, at the one border where that is done; `files` holds the others."""
    fingerprints = Fingerprints(document)
    return [_resolve_one(finding, document, files, fingerprints) for finding in findings]


def _resolve_one(finding: Finding, document: Document, files: Files | None, fingerprints: Fingerprints) -> Diagnostic:
    source, rule = document.source, finding.rule
    related = tuple(_related(place, finding.related_message, source, files) for place in finding.related)
    start, end = _positions(source, finding.place)
    return Diagnostic(
        path=source.path,
        rule=rule.id,
        kind=rule.kind,
        level=finding.level,
        grade=finding.grade,
        message=finding.message,
        help=finding.help,
        url=rule.url,
        start=start,
        end=end,
        excerpt=excerpt(source, finding.place),
        heading=document.path_to(finding.place.start),
        related=related,
        fix=_fix(finding, document),
        fingerprint=fingerprints.of(finding),
        page=source.layout[start.line - 1].page if source.layout else 0,
    )


def _related(place: Span | Place, message: str, source: Source, files: Files | None) -> Related:
    if isinstance(place, Place):
        assert files is not None, "a place in another file needs the files"  # noqa: S101 - a rule across files
        source, place = files.source(place.path), place.span
    return Related(source.path, *_positions(source, place), message, excerpt(source, place))


def _positions(source: Source, place: Span) -> tuple[Position, Position]:
    return source.position(place.start), source.position(place.end)


def excerpt(source: Source, place: Span) -> Excerpt:
    """What stands around `place` on its first line."""
    line = source.line_span(source.line_number(place.start))
    end = max(place.start, min(place.end, line.end))
    first = max(line.start, place.start - _WINDOW)
    last = min(line.end, end + _WINDOW, place.start + 2 * _WINDOW)
    return Excerpt(
        source.text[first:last],
        place.start - first,
        min(end, last) - first,
        cut_before=first > line.start,
        cut_after=last < line.end,
    )


def _fix(finding: Finding, document: Document) -> Fix | None:
    """The rewrites that are allowed; of a rule that is trusted, the safe ones first, and the others once they are done."""
    rule, source = finding.rule, document.source
    if not finding.rewrites or rule.fix == "off" or rule.is_across:
        return None
    allowed = [one for one in finding.rewrites if may_be_written(one, document)]
    is_trusted = rule.fix == "safe" and finding.grade == "sure"
    safe = [one for one in allowed if changes_no_more(one, document)] if is_trusted else []
    edits = tuple(
        Edit(*_positions(source, place), text.replace("\n", source.line_end)) for place, text in safe or allowed
    )
    return Fix(bool(safe), finding.help, edits, is_divisible=True) if edits else None

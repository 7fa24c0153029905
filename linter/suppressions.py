"""Comments in a document that silence rules in a part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from linter.engines.patterns import late
from linter.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from linter.document import Comment, Document
    from linter.rule import Finding, Rule
    from linter.source import Source

_OURS = late(
    r"recto-(?P<verb>disable-line|disable-next-line|disable-file|disable|enable)(?:\s(?P<names>[^:]*))?(?::.*)?",
    regex.DOTALL,
)
_VALE = late(r"vale\s+(?:(?P<switch>on|off)|(?P<name>[\w.-]+)\s*=\s*(?P<value>YES|NO))")
_NAME = late(r"[\w.-]+")

EVERYTHING = ""


class Suppression(NamedTuple):
    """A part of the source in which `name`, a rule or a pack or everything, is silent; `comment` says so."""

    name: str
    place: Span
    comment: Span

    def covers(self, rule: Rule, offset: int) -> bool:
        """Whether it silences `rule` at `offset`."""
        return self.place.start <= offset < self.place.end and self.names(rule)

    def names(self, rule: Rule) -> bool:
        """Whether it speaks of `rule`."""
        return self.name in (EVERYTHING, rule.id, rule.pack, *rule.formerly)


class _Order(NamedTuple):
    verb: str
    names: tuple[str, ...]
    comment: Span


def silence(findings: list[Finding], suppressions: list[Suppression]) -> tuple[list[Finding], set[Suppression]]:
    """The findings that none of the suppressions covers, and the suppressions that cover one."""
    used: set[Suppression] = set()
    kept = []
    for finding in findings:
        silencing = [one for one in suppressions if one.covers(finding.rule, finding.place.start)]
        used.update(silencing)
        if not silencing:
            kept.append(finding)
    return kept, used


def removable(one: Suppression, source: Source) -> Span:
    """What to take out when a suppression goes: its name where there are others, else the comment.

    A comment alone on its line takes the line with it, and the blank one after it where there is one before it, too.
    """
    start, end = one.comment
    order = _OURS.search(source.text, start, start + len(source.text[start:end].rstrip("->")))
    if one.name and order and len(names := list(_NAME.finditer(source.text, *order.span("names")))) > 1:
        return _among(one.name, names)
    line, last = source.line_number(start), source.line_number(end)
    whole = Span(source.line_span(line).start, source.line_span(last).end)
    before, after = source.text[whole.start : start], source.text[end : whole.end]
    if before.strip():
        return Span(whole.start + len(before.rstrip()), end)
    if after.strip():
        return Span(start, whole.end - len(after.lstrip()))
    if _is_blank(line - 1, source) and _is_blank(last + 1, source):
        last += 1
    return Span(whole.start, source.line_starts[last] if last < len(source.line_starts) else whole.end)


def _among(name: str, names: Sequence[regex.Match[str]]) -> Span:
    """A name with what stands between it and the next one, or the one before it."""
    number = next(number for number, found in enumerate(names) if found[0] == name)
    if number + 1 < len(names):
        return Span(names[number].start(), names[number + 1].start())
    return Span(names[number - 1].end(), names[number].end())


def _is_blank(line: int, source: Source) -> bool:
    """Whether nothing stands on a line; before the first one and after the last there is nothing."""
    if not 0 < line <= len(source.line_starts):
        return True
    return not source.text[slice(*source.line_span(line))].strip()


def suppressions_in(document: Document) -> list[Suppression]:
    """All suppressions of a document, in the order of their comments."""
    orders = [order for comment in document.comments for order in _orders(comment)]
    whole = Span(0, len(document.source.text) + 1)
    found: list[Suppression] = []
    for number, order in enumerate(orders):
        match order.verb:
            case "disable":
                found += (
                    Suppression(
                        name, Span(order.comment.start, _end(name, orders[number + 1 :], whole.end)), order.comment
                    )
                    for name in order.names
                )
            case "disable-file":
                found += (Suppression(name, whole, order.comment) for name in order.names)
            case "disable-line" | "disable-next-line":
                place = _line(document.source, order)
                found += (Suppression(name, place, order.comment) for name in order.names)
    return found


def _orders(comment: Comment) -> Iterator[_Order]:
    if ours := _OURS.fullmatch(comment.text):
        yield _Order(ours["verb"], tuple(_NAME.findall(ours["names"] or "")) or (EVERYTHING,), comment.span)
    elif vale := _VALE.fullmatch(comment.text):
        off = vale["switch"] == "off" or vale["value"] == "NO"
        yield _Order("disable" if off else "enable", (vale["name"] or EVERYTHING,), comment.span)


def _end(name: str, later: Iterable[_Order], end: int) -> int:
    """Where the next order that enables `name` again stands."""
    return next(
        (order.comment.start for order in later if order.verb == "enable" and {name, EVERYTHING} & set(order.names)),
        end,
    )


def _line(source: Source, order: _Order) -> Span:
    """The line that the order speaks of: its own, or the next one with something on it."""
    if order.verb == "disable-line":
        line = source.line_number(order.comment.start)
    else:
        line = source.line_number(order.comment.end) + 1
        while line < len(source.line_starts) and not source.text[slice(*source.line_span(line))].strip():
            line += 1
    if line > len(source.line_starts):
        return Span(0, 0)
    start, end = source.line_span(line)
    return Span(start, end + 1)
